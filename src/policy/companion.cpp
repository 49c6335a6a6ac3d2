// What must stand beside a record: names and types that are looked up in the zone.
#include "policy/companion.h"

#include "policy/names.h"
#include "policy/template.h"

#include <algorithm>

namespace zonevet::policy {

namespace {

// One name and one type: yes, no or not to be told.
Truth look_for(const Policy& policy, const Record& origin, const Zone& zone, Name name, Type type, Companion& result)
{
    if (!name.is_at_or_below(zone.apex()))
        return Truth::unknown;
    // What stands in the file counts, even below a delegation.
    if (std::optional<Node> node = zone.find(name))
        if (std::optional<RRset> set = node->find(type))
            for (Record record : *set) {
                result.others = true;
                Truth truth = matches(policy.matcher, Situation(record, origin));
                if (truth != Truth::no) {
                    result.record = record;
                    return truth;
                }
                if (!result.record && !(record == origin))
                    result.record = record;
            }
    Answer answer = zone.look_up(name, type);
    if (answer.by_wildcard && answer.is == Existence::found)
        return policy.claim == Claim::companion ? Truth::yes : Truth::no;
    if (answer.is == Existence::found || answer.missing())
        return Truth::no;
    return Truth::unknown; // an alias, a delegation: others know
}

// "a, b or c"
std::string listed(const std::vector<std::string>& words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += fmt::format("{}{}", i == 0 ? "" : i + 1 == words.size() ? " or " : ", ", words[i]);
    return text;
}

// `others`: there are records of the type, but not the one.
std::string missing_text(const Policy& policy, const Record& origin, bool others)
{
    std::vector<std::string> names, types;
    for (const Value& value : policy.companion_names) {
        char room[256];
        if (std::optional<Name> name = companion_name(value, origin, room))
            names.push_back(fmt::format("`{}`", name->text_below(origin.zone().apex())));
    }
    for (Type type : policy.companion_types)
        types.emplace_back(type_text(type));
    return fmt::format("there is no {}{} record at {}", others ? "such " : "", listed(types), listed(names));
}

} // namespace

std::optional<Name> companion_name(const Value& value, const Record& origin, char* room)
{
    return value.has_templates ? expanded_name(value.text, origin, room)
                               : exact_name(value, origin.zone().apex(), room);
}

Companion find_companion(const Policy& policy, const Record& origin, const Zone& zone)
{
    Companion result;
    result.is = Truth::no;
    if (policy.companion_names.empty()) {
        // A name with stars, once per zone.
        for (std::uint32_t id = 0; id < zone.record_count(); ++id) {
            Record record = zone.record(RecordId{id});
            if (record.node().in_zone())
                result.is = std::max(result.is, matches(policy.matcher, Situation(record, origin)));
            if (result.is == Truth::yes) {
                result.record = record;
                return result;
            }
        }
        if (result.is == Truth::no && zone.incomplete())
            result.is = Truth::unknown;
        result.wanted = "there is no such record in the zone";
        return result;
    }
    for (const Value& value : policy.companion_names) {
        char room[256];
        std::optional<Name> name = companion_name(value, origin, room);
        if (!name) {
            result.is = std::max(result.is, Truth::unknown);
            continue;
        }
        for (Type type : policy.companion_types) {
            result.is = std::max(result.is, look_for(policy, origin, zone, *name, type, result));
            if (result.is == Truth::yes)
                return result;
        }
    }
    if (result.is == Truth::no)
        result.wanted = missing_text(policy, origin, result.others);
    return result;
}

} // namespace zonevet::policy
