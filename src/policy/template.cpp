// Texts with {field} in them: read once, filled in for each finding.
#include "policy/template.h"

#include "policy/fields.h"
#include "policy/names.h"

namespace zonevet::policy {

namespace {

// Calls `literal` and `named` for the parts of a text; false when a brace is not closed.
template <class Literal, class Named> bool walk(std::string_view text, Literal&& literal, Named&& named)
{
    while (!text.empty()) {
        std::size_t brace = std::min(text.find_first_of("{}"), text.size());
        if (brace > 0)
            literal(text.substr(0, brace));
        text.remove_prefix(brace);
        if (text.empty())
            break;
        if (text.size() > 1 && text[1] == text[0]) {
            literal(text.substr(0, 1));
            text.remove_prefix(2);
            continue;
        }
        std::size_t end = text.find('}');
        if (text[0] == '}' || end == std::string_view::npos)
            return false;
        named(text.substr(1, end - 1));
        text.remove_prefix(end + 1);
    }
    return true;
}

void append_name(std::string& out, std::string_view what, const Record& record)
{
    Name apex = record.zone().apex();
    if (what == "name")
        append_relative(out, record.owner(), apex);
    else if (what == "domain")
        append_relative(out, service_domain(record.owner()), apex);
    else if (what == "fqdn")
        append_absolute(out, record.owner());
    else if (what == "zone")
        append_absolute(out, apex);
    else if (const FieldSpecification* target = find_field(what))
        for (const Field& field : target->fields())
            if (field.type == record.type())
                append_absolute(out, record.name(field));
}

} // namespace

std::optional<std::vector<std::string_view>> template_names(std::string_view text)
{
    std::vector<std::string_view> names;
    if (!walk(
            text, [](std::string_view) {}, [&](std::string_view name) { names.push_back(name); }))
        return {};
    return names;
}

std::string expanded(std::string_view text, const Facts& facts)
{
    std::string out;
    auto fill = [&](std::string_view name) {
        for (const auto& [other, value] : facts.more)
            if (other == name)
                return void(out += value);
        if (name == "count")
            out += fmt::format("{}", facts.count);
        else if (name == "group")
            out += facts.group;
        else if (name == "other")
            out += facts.other;
        else if (name == "first")
            out += facts.first;
        else if (name == "zone")
            out += facts.zone.text();
        else if (!facts.record)
            out += name == "name" || name == "domain" ? "@" : name == "fqdn" ? facts.zone.text() : "";
        else if (name == "fqdn")
            out += facts.record->owner().text();
        else if (name == "name")
            out += facts.record->owner().text_below(facts.zone);
        else if (name == "domain")
            out += service_domain(facts.record->owner()).text_below(facts.zone);
        else
            for (const FieldUse& use : facts.fields)
                if (use.name == name)
                    append_shown(out, use.subject, use.fields, *facts.record);
    };
    // "asuid.{name}" at the apex is "asuid".
    auto fill_name = [&](std::string_view name) {
        std::size_t before = out.size();
        fill(name);
        if (before > 0 && out[before - 1] == '.' && std::string_view(out).substr(before) == "@")
            out.resize(before - 1);
    };
    walk(
        text, [&](std::string_view part) { out += part; }, fill_name);
    return out;
}

std::optional<Name> expanded_name(std::string_view text, const Record& origin, char* room)
{
    // Reused: nothing is allocated once it has grown.
    thread_local std::string name;
    name.clear();
    walk(
        text,
        [&](std::string_view part) {
            // "asuid.{name}" at the apex is "asuid"; "{zone}." ends in one dot.
            if (!name.empty() && name.back() == '.' && part.starts_with('.'))
                part.remove_prefix(1);
            name += part;
        },
        [&](std::string_view what) {
            std::size_t before = name.size();
            append_name(name, what, origin);
            std::string_view added = std::string_view(name).substr(before);
            if (added == "@" && before > 0)
                name.resize(before - (name[before - 1] == '.' ? 1 : 0));
        });
    // {fqdn}, {zone} and {target} are written in full.
    for (std::string_view whole : {"{fqdn}", "{zone}", "{target}"})
        if (text.ends_with(whole) && !name.ends_with('.'))
            name += '.';
    std::size_t length = 0;
    Name apex = origin.zone().apex();
    if (parse_name(name, apex, room, length).error != NameError::none)
        return {};
    return Name({room, length});
}

} // namespace zonevet::policy
