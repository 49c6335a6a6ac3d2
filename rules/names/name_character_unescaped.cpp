#include "rules/names/shared/host_name.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::name_character_unescaped {

namespace {

// What Knot takes in a name without an escape, next to letters, digits and hyphens.
bool is_odd(std::string_view label)
{
    return fault_of(label) == HostFault::character &&
           label.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_/*") !=
               std::string_view::npos;
}

bool is_odd(Name name)
{
    for (; !name.is_root(); name = name.parent())
        if (is_odd(name.first_label()))
            return true;
    return false;
}

// Where the first character is that stands there as it is, without a backslash.
std::size_t unescaped(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i; // digits may follow, and they are sound
            continue;
        }
        if (text[i] != '.' && text != "@" && is_odd(text.substr(i, 1)))
            return i;
    }
    return std::string_view::npos;
}

bool has_host_owner(const Node& node)
{
    return node.has(Type::A) || node.has(Type::AAAA) || node.has(Type::MX);
}

void report(const Record& record, const Place& place, Lint& lint)
{
    std::string_view text = written(record, place);
    if (text.starts_with('$')) // servers take it for a directive, and so do we
        return;
    std::size_t at = unescaped(text);
    if (at == std::string_view::npos)
        return;
    Draft& draft = lint.report(place.within(at, at + 1), "`{}` holds an unescaped `{}`", text, text[at])
                       .help(fmt::format("write `\\{}`, if the character is meant at all", text[at]));
    if (text[at] == ',')
        draft.label("instead of a dot?");
    else if (text[at] == '%' || text[at] == '{')
        draft.label("a placeholder that was not filled in?");
}

void check(const Node& node, Lint& lint)
{
    Record first = node.first_record();
    if (is_odd(node.name()) && !has_host_owner(node) && first.owner_written() && !first.generated())
        report(first, first.owner_place(), lint);
    for (RRset set : node.rrsets()) {
        for (Field field : names_in(set.type()))
            for (Record record : set)
                if (is_odd(record.name(field)) && !record.generated() && !is_mailbox(field) &&
                    host_fault_of_target(record, field).fault != HostFault::character &&
                    !holds_foreign_text(record, field) && !holds_address(record, field))
                    report(record, record.at(field), lint);
    }
}

} // namespace

extern const Rule rule{
    .name = "name-character-unescaped",
    .summary = "A name holds a character that not all servers read without an escape.",
    .why = "Knot refuses the zone; other servers load the character as part of the name, where it "
           "is seldom "
           "meant: a comma instead of a dot, a placeholder that was not filled in.",
    .effect = "Knot refuses the zone",
    .references = {rfc("1035", "5.1"), rfc("2181", "11")},
    .level = Level::warning,
    .bad = R"(
www CNAME web,example.net.
)",
    .good = R"(
www CNAME web.example.net.
odd CNAME web\,example.net.
)",
    .unless = has_plain_records,
    .check = check,
};

} // namespace zonevet::rules::name_character_unescaped
