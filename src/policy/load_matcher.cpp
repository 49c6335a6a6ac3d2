// Matchers: any, all, not, and fields.
#include "policy/load_matcher.h"

#include "policy/operators.h"
#include "policy/template.h"

#include <algorithm>

namespace zonevet::policy {

namespace {

// The entries of a table in the order of the file; toml++ sorts them by name.
std::vector<std::pair<const toml::key*, const toml::node*>> in_order(const toml::table& table)
{
    std::vector<std::pair<const toml::key*, const toml::node*>> entries;
    for (const auto& [key, node] : table)
        entries.emplace_back(&key, &node);
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        toml::source_position x = a.first->source().begin, y = b.first->source().begin;
        return x.line != y.line ? x.line < y.line : x.column < y.column;
    });
    return entries;
}

Matcher combined(Book& book, Op op, std::vector<Matcher> parts)
{
    if (op != Op::negate && parts.size() == 1)
        return parts[0];
    Matcher matcher;
    matcher.op = op;
    matcher.parts = book.keep(std::move(parts));
    return matcher;
}

} // namespace

Matcher MatcherReader::read(const toml::node& node, const Types& types, std::string_view key)
{
    if (node.is_table())
        return read_table(*node.as_table(), types);
    text_.mistake(node.source(), fmt::format("`{}` is a table of fields, not {}", key, zonevet::kind_of(node)),
                  fmt::format("{} = {{ type = \"SRV\", name = \"_sip._tls\" }}", key));
    return {};
}

Matcher MatcherReader::read_table(const toml::table& table, const Types& outer)
{
    std::vector<Matcher> parts;
    // The type first: it says which fields there are.
    Types types = outer;
    if (const toml::node* node = table.get("type")) {
        parts.push_back(read_field("type", node->source(), *node, types));
        Types own = types_of(parts.back());
        Types left = types.both(own);
        if (left.none() && !own.none())
            text_.mistake(node->source(), fmt::format("{} cannot be here: what is selected is {}", listed(own.these),
                                                      listed(types.these)));
        else
            types = left;
    }
    for (const auto& [key, node] : in_order(table)) {
        std::string_view name = key->str();
        if (name == "type")
            continue;
        if (name == "any" || name == "all") {
            const toml::array* list = node->as_array();
            if (list == nullptr || list->empty()) {
                text_.mistake(node->source(), fmt::format("`{}` is a list of matchers", name),
                              fmt::format("{} = [{{ ttl = 60 }}, {{ port = 443 }}]", name));
                continue;
            }
            std::vector<Matcher> inner;
            for (const toml::node& item : *list)
                inner.push_back(read(item, types, name));
            parts.push_back(combined(book_, name == "any" ? Op::any : Op::all, std::move(inner)));
        } else if (name == "not") {
            parts.push_back(combined(book_, Op::negate, {read(*node, types, name)}));
        } else {
            parts.push_back(read_field(name, key->source(), *node, types));
        }
    }
    return combined(book_, Op::all, std::move(parts));
}

const FieldSpecification* MatcherReader::field(std::string_view name, const Types& types, const toml::source_region& at)
{
    const FieldSpecification* found = find_field(name);
    if (found == nullptr) {
        std::vector<std::string_view> names;
        for (const FieldSpecification& each : all_fields())
            names.push_back(each.name);
        names.insert(names.end(), {"any", "all", "not"});
        std::string hint = suggestion(name, names);
        for (const Operator& other : operators)
            if (other.name == name)
                hint = fmt::format("operators stand inside a field: ttl = {{ {} = ... }}", name);
        text_.mistake(at, fmt::format("there is no field `{}`", defused(name)), hint);
        return nullptr;
    }
    if (found->subject == Subject::event && !on_change) {
        text_.mistake(at, "`event` exists in change rules only", "add on = \"change\"");
        return nullptr;
    }
    Types having = types_of(*found);
    if (!types.both(having).none() || types.none())
        return found;
    std::vector<Type> usual;
    for (const Field& place : found->fields())
        usual.push_back(place.type);
    if (usual.empty())
        usual = having.these;
    text_.mistake(at, fmt::format("`{}` does not exist on {}", name, listed(types.these)),
                  usual.size() == 1 ? fmt::format("did you mean type {}?", listed(usual))
                                    : fmt::format("it is a field of {}", listed(usual)));
    return nullptr;
}

std::span<const Field> MatcherReader::places(const FieldSpecification& field, const Types& types)
{
    std::vector<Field> places;
    for (std::size_t i = 0; i < field.places.size(); ++i)
        if (types.all ? i < field.usual : types.has(field.places[i].type))
            places.push_back(field.places[i]);
    return book_.keep(std::move(places));
}

Matcher MatcherReader::read_field(std::string_view key, const toml::source_region& at, const toml::node& node,
                                  const Types& types)
{
    Test test;
    test.key = key;
    test.field = field(key, types, at);
    if (test.field == nullptr)
        return {};
    test.matcher.subject = test.field->subject;
    test.matcher.field = test.field->name; // a name of the table lasts
    test.matcher.fields = places(*test.field, types);
    test.kind = kind_of(test.field->subject, test.matcher.fields.empty() ? Field{} : test.matcher.fields[0]);
    // One name may be a number here and a text there (`flags` of CAA and NAPTR): the value tells.
    std::vector<Field> same_kind;
    bool wants_text = node.is_string() && !period_of(node.as_string()->get());
    for (Kind kind : {wants_text ? Kind::text : test.kind, test.kind}) {
        for (const Field& place : test.matcher.fields)
            if (kind_of(test.field->subject, place) == kind)
                same_kind.push_back(place);
        if (!same_kind.empty()) {
            test.kind = kind;
            if (same_kind.size() < test.matcher.fields.size())
                test.matcher.fields = book_.keep(same_kind);
            break;
        }
    }
    test.matcher.kind = test.kind;
    test.matcher.any_case = test.kind == Kind::name;
    for (const Field& place : test.matcher.fields) {
        FieldKind kind = find_type(place.type)->fields[place.index].kind;
        if (kind == FieldKind::tag || kind == FieldKind::hex)
            test.matcher.any_case = true;
    }
    std::vector<Matcher> tests;
    if (node.is_table())
        read_operators(*node.as_table(), test, tests);
    else if (std::optional<Matcher> equal = values_test(node, test, Op::all, false, false))
        tests.push_back(*equal);
    return combined(book_, Op::all, std::move(tests));
}

std::vector<Value> MatcherReader::names(const toml::node& node)
{
    std::vector<Value> found;
    if (std::optional<std::vector<Operand>> list = operands(node, "name"))
        for (const Operand& operand : *list)
            if (std::optional<Value> value = name_value(operand))
                found.push_back(*value);
    return found;
}

} // namespace zonevet::policy
