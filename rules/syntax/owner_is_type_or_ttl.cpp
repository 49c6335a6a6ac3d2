#include "lint/rule.h"

#include <algorithm>
#include <optional>
#include <string>

namespace zonevet::rules::owner_is_type_or_ttl {

namespace {

constexpr std::string_view words[] = {"IN", "A", "AAAA", "MX", "NS", "TXT", "CNAME", "SOA", "SRV", "PTR"};
constexpr std::string_view usual_ttls[] = {"300",    "600",    "900",    "1800",   "3600",   "7200",
                                           "10800",  "14400",  "21600",  "28800",  "43200",  "86400",
                                           "172800", "259200", "345600", "604800", "1209600"};

// Names are kept as they were first written: hosts in capitals are the style of some zones.
bool has_names_in_capitals(const Zone& zone)
{
    constexpr std::uint32_t looked_at = 200;
    std::size_t capitals = 0, small = 0;
    for (std::uint32_t id = 0; id < std::min<std::size_t>(zone.name_count(), looked_at); ++id) {
        Node node = zone.node(NameId{id});
        if (node.is_apex() || !node.in_zone() || !node.has_records())
            continue;
        std::string_view label = node.name().first_label();
        auto has = [&](char from, char to) {
            return std::any_of(label.begin(), label.end(), [&](char c) { return c >= from && c <= to; });
        };
        bool word = std::find(std::begin(words), std::end(words), label) != std::end(words);
        capitals += has('A', 'Z') && label.size() > 4 && !word;
        small += has('a', 'z');
    }
    return capitals > 0 || small == 0;
}

// The name of that one label below the apex, written so in capitals or digits.
std::optional<Record> owned_by(const Zone& zone, std::string_view label)
{
    std::string wire(1, static_cast<char>(label.size()));
    wire.append(label).append(zone.apex().wire());
    std::optional<Node> node = wire.size() <= 255 ? zone.find(Name(wire)) : std::nullopt;
    if (!node || !node->has_records() || node->name().first_label() != label)
        return {};
    Record record = node->first_record();
    return record.owner_written() && !record.generated() ? std::optional(record) : std::nullopt;
}

void report(const Record& record, std::string_view what, Lint& lint)
{
    lint.report(record.owner_place(), "`{}` stands in column one and so is an owner name, {}",
                record.owner().first_label(), record.owner())
        .help(fmt::format("put a blank before it if it is the {} of the name above", what));
}

void check(const Zone& zone, Lint& lint)
{
    for (std::string_view ttl : usual_ttls)
        if (std::optional<Record> record = owned_by(zone, ttl);
            record && !zone.is_reverse() && record->type() != Type::PTR)
            report(*record, "TTL", lint);
    for (std::string_view word : words)
        if (std::optional<Record> record = owned_by(zone, word); record && !has_names_in_capitals(zone))
            report(*record, word == "IN" ? "class" : "type", lint);
}

} // namespace

extern const Rule rule{
    .name = "owner-is-type-or-ttl",
    .summary = "An owner name is a class, a type or a usual TTL.",
    .why = "The blank at the start of the line is lost, and what followed it became the owner. The record is loaded, "
           "under a name that nobody asks for, and the name it was for lacks it.",
    .effect = "the record is missing where it belongs",
    .references = {rfc("1035", "5.1")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .bad = R"(
www  A 192.0.2.3
3600 IN AAAA 2001:db8::3
)",
    .good = R"(
www  A 192.0.2.3
     3600 IN AAAA 2001:db8::3
a    A 192.0.2.4
mx   A 192.0.2.5
)",
    .check = check,
};

} // namespace zonevet::rules::owner_is_type_or_ttl
