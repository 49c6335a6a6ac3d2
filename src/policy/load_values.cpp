// The values of fields: what may stand behind `port =`.
#include "policy/load_matcher.h"
#include "policy/names.h"
#include "policy/operators.h"
#include "policy/pattern.h"
#include "policy/template.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace zonevet::policy {

namespace {

// What "is wanted" in words: `443`, one of ...
std::string shown_list(const std::vector<std::string>& items)
{
    constexpr std::size_t most = 4;
    std::string text;
    for (std::size_t i = 0; i < items.size() && i < most; ++i)
        text += fmt::format("{}{}", i == 0 ? "" : i + 1 == items.size() ? " or " : ", ", items[i]);
    if (items.size() > most)
        text += fmt::format(" or {} more", items.size() - most);
    return text;
}

std::string shown_test(Op op, bool inverted, const std::string& values)
{
    switch (op) {
    case Op::under:
    case Op::below:
        return fmt::format("expected a name {} {}", op == Op::under ? "at or below" : "below", values);
    case Op::starts_with:
        return fmt::format("expected to start with {}", values);
    case Op::ends_with:
        return fmt::format("expected to end with {}", values);
    case Op::contains:
        return fmt::format("expected to contain {}", values);
    case Op::matches:
        return "";
    default:
        return inverted ? "" : fmt::format("expected {}", values);
    }
}

// The most a number of this field can be.
std::int64_t widest(const Matcher& test)
{
    if (test.subject == Subject::ttl)
        return 2147483647;
    std::int64_t most = test.subject == Subject::data ? 0 : 65535;
    for (const Field& place : test.fields) {
        FieldKind kind = find_type(place.type)->fields[place.index].kind;
        bool octet = kind == FieldKind::u8 || kind == FieldKind::algorithm;
        bool two = kind == FieldKind::u16 || kind == FieldKind::certificate;
        most = std::max<std::int64_t>(most, octet ? 255 : two ? 65535 : 4294967295);
    }
    return most;
}

} // namespace

void MatcherReader::mistake(const Operand& operand, const std::string& message, const std::string& hint)
{
    if (operand.list.empty())
        text_.mistake(operand.node->source(), message, hint);
    else
        text_.mistake(operand.node->source(), fmt::format("{} (in {})", message, operand.list), hint);
}

std::optional<std::vector<MatcherReader::Operand>> MatcherReader::operands(const toml::node& node, std::string_view key)
{
    std::vector<Operand> found;
    auto add = [&](const toml::node& item) {
        Operand operand;
        operand.node = &item;
        if (const auto* number = item.as_integer()) {
            operand.number = number->get();
            operand.is_number = true;
            operand.text = fmt::format("{}", operand.number);
        } else if (const auto* text = item.as_string()) {
            operand.text = text->get();
        } else {
            text_.mistake(item.source(),
                          fmt::format("`{}` takes strings and numbers, not {}", key, zonevet::kind_of(item)));
            return false;
        }
        // "@" alone is the apex.
        if (operand.text.size() < 2 || operand.text[0] != '@') {
            found.push_back(std::move(operand));
            return true;
        }
        std::string_view name = std::string_view(operand.text).substr(1);
        auto list = definitions_.lists.find(name);
        if (list == definitions_.lists.end()) {
            std::vector<std::string_view> names;
            for (const auto& [each, ignored] : definitions_.lists)
                names.push_back(each);
            std::string hint = suggestion(name, names);
            if (definitions_.groups.count(name))
                hint = "it is one of [zone-groups], which `zones` takes";
            text_.mistake(item.source(), fmt::format("there is no list `{}`", defused(name)),
                          hint.empty() ? "lists are defined in [lists]" : hint);
            return false;
        }
        for (const Definitions::Item& each : list->second.items)
            found.push_back(
                {&item, each.text, each.number, each.is_number, fmt::format("list `{}`, {}", name, list->second.from)});
        return true;
    };
    bool right = true;
    if (const toml::array* array = node.as_array()) {
        if (array->empty()) {
            text_.mistake(node.source(), fmt::format("`{}` is an empty list: nothing is in it", key));
            return {};
        }
        for (const toml::node& item : *array)
            right = add(item) && right;
    } else {
        right = add(node);
    }
    if (!right)
        return {};
    return found;
}

std::optional<Value> MatcherReader::word_value(const Operand& operand, const Test& test)
{
    Value value;
    if (test.matcher.subject == Subject::type) {
        Type type = operand.is_number ? Type::none : type_from_text(operand.text);
        if (type == Type::none) {
            std::string_view near = nearest_type(operand.text);
            mistake(operand, fmt::format("`{}` is no record type", defused(operand.text)),
                    near.empty() ? "" : fmt::format("did you mean `{}`?", near));
            return {};
        }
        value.number = static_cast<std::int64_t>(type);
        return value;
    }
    if (test.matcher.subject == Subject::klass) {
        if (operand.text != "IN") {
            mistake(operand, "only records of class IN are read", "class = \"IN\", or leave it out");
            return {};
        }
        return value;
    }
    constexpr std::string_view events[] = {"", "added", "removed", "modified"};
    for (std::size_t i = 1; i < std::size(events); ++i)
        if (operand.text == events[i]) {
            value.number = static_cast<std::int64_t>(i);
            return value;
        }
    mistake(operand, fmt::format("an event is added, removed or modified, not `{}`", defused(operand.text)),
            suggestion(operand.text, {"added", "removed", "modified"}));
    return {};
}

std::optional<Value> MatcherReader::name_value(const Operand& operand)
{
    Value value;
    std::optional<std::vector<std::string_view>> used = template_names(operand.text);
    if (!used) {
        mistake(operand, "a brace is not closed", "`{{` is a brace of the text itself");
        return {};
    }
    if (!used->empty()) {
        if (!templates) {
            mistake(operand, "a name cannot have {templates} here");
            return {};
        }
        for (std::string_view name : *used)
            if (std::find(std::begin(name_templates), std::end(name_templates), name) == std::end(name_templates)) {
                mistake(operand, fmt::format("a name cannot hold `{{{}}}`", defused(name)),
                        "it may hold {name}, {domain}, {fqdn}, {zone} and {target}");
                return {};
            }
        value.has_templates = true;
        value.text = book_.keep(operand.text);
        return value;
    }
    std::optional<NamePattern> pattern;
    if (!operand.is_number)
        pattern = name_pattern(operand.text);
    if (!pattern) {
        bool star = operand.text.find('*') != std::string::npos;
        mistake(operand, fmt::format("`{}` is no name", defused(operand.text)),
                star ? "a star stands for a whole label: `*.example.com.`; see `starts-with`, `matches`" : "");
        return {};
    }
    value.text = book_.keep(pattern->labels);
    value.absolute = pattern->absolute;
    return value;
}

std::optional<Value> MatcherReader::address_value(const Operand& operand)
{
    std::string_view text = operand.text;
    std::size_t slash = text.find('/');
    std::string address(text.substr(0, slash));
    std::array<unsigned char, 16> octets{};
    bool six = address.find(':') != std::string::npos;
    if (inet_pton(six ? AF_INET6 : AF_INET, address.c_str(), octets.data()) != 1) {
        mistake(operand, fmt::format("`{}` is no address or prefix", defused(operand.text)),
                "for example 192.0.2.0/24 or 2001:db8::/32");
        return {};
    }
    std::size_t size = six ? 16 : 4;
    Value value;
    value.number = static_cast<std::int64_t>(size * 8);
    if (slash != std::string_view::npos) {
        std::optional<std::int64_t> bits = zonevet::number_of(text.substr(slash + 1));
        if (!bits || *bits < 0 || *bits > value.number) {
            mistake(operand, fmt::format("`{}` is no prefix: /0 to /{}", defused(operand.text), value.number));
            return {};
        }
        value.number = *bits;
    }
    for (std::size_t bit = static_cast<std::size_t>(value.number); bit < size * 8; ++bit)
        if ((octets[bit / 8] >> (7 - bit % 8) & 1) != 0) {
            for (std::size_t rest = static_cast<std::size_t>(value.number); rest < size * 8; ++rest)
                octets[rest / 8] = static_cast<unsigned char>(octets[rest / 8] & ~(1u << (7 - rest % 8)));
            char right[INET6_ADDRSTRLEN] = "";
            inet_ntop(six ? AF_INET6 : AF_INET, octets.data(), right, sizeof right);
            mistake(operand, fmt::format("`{}` has bits behind its prefix", defused(operand.text)),
                    fmt::format("the network is {}/{}", right, value.number));
            return {};
        }
    value.text = book_.keep(std::string_view(reinterpret_cast<const char*>(octets.data()), size));
    return value;
}

std::optional<Value> MatcherReader::value_of(const Operand& operand, const Test& test, Op op)
{
    Value value;
    switch (test.kind) {
    case Kind::word:
        return word_value(operand, test);
    case Kind::address:
        return address_value(operand);
    case Kind::number: {
        std::optional<std::int64_t> number = operand.number;
        if (!operand.is_number)
            number = operand.text.empty() ? std::nullopt : period_of(operand.text);
        if (!number) {
            mistake(operand, fmt::format("`{}` is a number, not `{}`", test.key, defused(operand.text)));
            return {};
        }
        std::int64_t most = widest(test.matcher);
        if (*number < 0 || *number > most) {
            mistake(operand, fmt::format("`{}` is a number from 0 to {}", test.key, most));
            return {};
        }
        value.number = *number;
        return value;
    }
    case Kind::name:
        if (op == Op::is_name || op == Op::under || op == Op::below)
            return name_value(operand);
        break;
    case Kind::text:
        break;
    }
    if (operand.is_number && op == Op::is_text) {
        mistake(operand, fmt::format("`{}` is a text", test.key),
                fmt::format("write it in quotes: \"{}\"", operand.text));
        return {};
    }
    std::string text = operand.text;
    if (test.kind == Kind::name && op == Op::ends_with && text.size() > 1 && text.back() == '.')
        text.pop_back(); // names are seen without their final dot
    if (op == Op::matches) {
        if (text.size() > longest_pattern) {
            mistake(operand,
                    fmt::format("this expression has {} characters; the limit is {}", text.size(), longest_pattern));
            return {};
        }
        if (std::string error = pattern_error(text); !error.empty()) {
            mistake(operand, fmt::format("this is no regular expression: {}", error), "the syntax is that of RE2");
            return {};
        }
    }
    value.text = book_.keep(text);
    return value;
}

std::optional<Matcher> MatcherReader::values_test(const toml::node& node, const Test& test, Op op, bool inverted,
                                                  bool globs)
{
    std::optional<std::vector<Operand>> list = operands(node, test.key);
    if (!list)
        return {};
    if (op == Op::all)
        switch (test.kind) {
        case Kind::number:
            op = Op::is_number;
            break;
        case Kind::name:
            op = Op::is_name;
            break;
        case Kind::address:
            op = Op::is_address;
            break;
        case Kind::word:
            op = test.matcher.subject == Subject::type    ? Op::is_type
                 : test.matcher.subject == Subject::event ? Op::is_event
                                                          : Op::is_class;
            break;
        case Kind::text:
            op = Op::is_text;
            break;
        }
    Matcher matcher = test.matcher;
    matcher.op = op;
    matcher.inverted = inverted;
    std::vector<Value> values;
    std::vector<std::string> shown;
    bool right = true;
    for (const Operand& operand : *list) {
        std::optional<Value> value = value_of(operand, test, op);
        right = right && value.has_value();
        if (!value)
            continue;
        values.push_back(*value);
        std::string text = operand.list.empty() ? operand.text : operand.list.substr(6, operand.list.find('`', 6) - 6);
        if (!operand.list.empty())
            text = fmt::format("one of `@{}`", text);
        else if (test.kind != Kind::number)
            text = fmt::format("`{}`", text);
        if (std::find(shown.begin(), shown.end(), text) == shown.end())
            shown.push_back(operand.text.find('{') == std::string::npos ? text : "");
    }
    if (!right)
        return {};
    bool has_star = std::any_of(list->begin(), list->end(), [](const Operand& operand) {
        return operand.text.find_first_of("*?") != std::string::npos;
    });
    if (op == Op::is_text && (test.matcher.subject == Subject::file || (globs && has_star)))
        matcher.op = Op::is_text_glob;
    matcher.values = book_.keep(std::move(values));
    bool empty = std::find(shown.begin(), shown.end(), "") != shown.end();
    matcher.shown = empty ? "" : book_.keep(shown_test(matcher.op, inverted, shown_list(shown)));
    return matcher;
}

std::optional<std::int64_t> MatcherReader::bound(const toml::node& node, std::string_view key)
{
    if (const auto* number = node.as_integer())
        return number->get();
    if (const auto* text = node.as_string(); text != nullptr && !text->get().empty())
        if (std::optional<std::int64_t> period = period_of(text->get()))
            return period;
    text_.mistake(node.source(), fmt::format("`{}` is a number or a duration like \"5m\" or \"1d\"", key));
    return {};
}

void MatcherReader::range(const toml::node& node, std::string_view key, Matcher& matcher)
{
    if (node.is_integer()) {
        matcher.least = matcher.most = node.as_integer()->get();
    } else if (const toml::table* table = node.as_table()) {
        ConfigTable limits(text_, *table, std::string(key));
        if (const toml::node* least = limits.find("min"))
            matcher.least = bound(*least, "min").value_or(0);
        if (const toml::node* most = limits.find("max"))
            matcher.most = bound(*most, "max").value_or(INT64_MAX);
        limits.finish();
    } else {
        text_.mistake(node.source(), fmt::format("`{}` is a number or {{ min = 1, max = 5 }}", key));
    }
    if (matcher.least > matcher.most)
        text_.mistake(node.source(), fmt::format("nothing is at least {} and at most {}", matcher.least, matcher.most));
}

void MatcherReader::read_operators(const toml::table& table, const Test& test, std::vector<Matcher>& tests)
{
    if (table.empty())
        text_.mistake(table.source(), fmt::format("`{}` has no operator", test.key),
                      fmt::format("{} = {{ in = [...] }}", test.key));
    Matcher limits = test.matcher;
    limits.op = Op::in_range;
    std::string least_text, most_text;
    const toml::node* limit_node = nullptr;
    ConfigTable reader(text_, table, std::string(test.key));
    reader.each([&](const toml::key& key, const toml::node& node) {
        const Operator* op = nullptr;
        std::vector<std::string_view> names;
        for (const Operator& each : operators) {
            if (each.name == key.str())
                op = &each;
            if (goes_with(each, test.kind))
                names.push_back(each.name);
        }
        if (op == nullptr) {
            text_.mistake(key.source(), fmt::format("there is no operator `{}`", defused(key.str())),
                          suggestion(key.str(), names));
            return;
        }
        if (!goes_with(*op, test.kind)) {
            std::string known;
            for (std::string_view name : names)
                known += fmt::format("{}{}", known.empty() ? "" : ", ", name);
            text_.mistake(
                key.source(),
                fmt::format("`{}` does not go with `{}`, which is {}", op->name, test.key, kind_text(test.kind)),
                fmt::format("{} goes with {}", kind_text(test.kind), known));
            return;
        }
        Matcher matcher = test.matcher;
        matcher.op = op->op;
        matcher.inverted = op->inverted;
        switch (op->shape) {
        case Shape::values:
            if (std::optional<Matcher> made = values_test(node, test, op->op, op->inverted, op->name != "is-not"))
                tests.push_back(*made);
            break;
        case Shape::bound: {
            std::optional<std::int64_t> value = bound(node, op->name);
            if (!value)
                break;
            limit_node = &node;
            bool least = op->name == "min";
            (least ? limits.least : limits.most) = *value;
            (least ? least_text : most_text) = node.is_string() ? node.as_string()->get() : fmt::format("{}", *value);
            if (*value < 0 || *value > widest(test.matcher))
                text_.mistake(node.source(),
                              fmt::format("`{}` is a number from 0 to {}", test.key, widest(test.matcher)));
            break;
        }
        case Shape::range:
            range(node, op->name, matcher);
            tests.push_back(matcher);
            break;
        case Shape::flag:
            if (!node.is_boolean()) {
                reader.wrong_kind(node, op->name, "true or false");
                break;
            }
            matcher.inverted = !node.as_boolean()->get();
            tests.push_back(matcher);
            break;
        case Shape::property: {
            const auto* word = node.as_string();
            std::vector<std::string_view> known;
            const Property* property = nullptr;
            for (const Property& each : properties) {
                if (each.kind == test.kind)
                    known.push_back(each.name);
                if (word != nullptr && each.name == word->get() && each.kind == test.kind)
                    property = &each;
            }
            if (property == nullptr) {
                std::string list;
                for (std::string_view each : known)
                    list += fmt::format("{}{}", list.empty() ? "" : ", ", each);
                std::string hint = word == nullptr ? "" : suggestion(word->get(), known);
                text_.mistake(node.source(), fmt::format("`is` of `{}` is one of: {}", test.key, list), hint);
                break;
            }
            matcher.op = property->op;
            tests.push_back(matcher);
            break;
        }
        }
    });
    if (limit_node == nullptr)
        return;
    if (limits.least > limits.most)
        text_.mistake(limit_node->source(),
                      fmt::format("nothing is at least {} and at most {}", least_text, most_text));
    limits.shown = book_.keep(least_text.empty()  ? fmt::format("expected at most {}", most_text)
                              : most_text.empty() ? fmt::format("expected at least {}", least_text)
                                                  : fmt::format("expected {} to {}", least_text, most_text));
    tests.push_back(limits);
}

} // namespace zonevet::policy
