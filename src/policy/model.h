// Declarative rules as data. The loader makes it from TOML; for the shipped packs it is written down
// as C++ constants when the program is built, so that a run parses nothing. Everything is views and
// plain values: a Book owns what they look at, or it is static.
#pragma once

#include "dns/types.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace zonevet::policy {

// What a test looks at. `data` is a field of the record's data, found by type.
enum class Subject : std::uint8_t { name, fqdn, zone, domain, type, klass, ttl, value, file, event, strings, data };

enum class Kind : std::uint8_t { number, name, text, address, word };

// How a value is compared. `is_*` have their operands in `values` and hold when one of them fits.
enum class Op : std::uint8_t {
    all,
    any,
    negate, // of `parts`; `all` of none holds
    is_number,
    in_range,
    is_text,
    is_text_glob,
    starts_with,
    ends_with,
    contains,
    matches,
    length,
    is_name,
    under,
    below,
    same_domain,
    labels,
    in_zone,
    resolves_in_zone,
    alias_in_zone,
    is_address, // prefixes
    is_public,
    is_private,
    is_documentation,
    is_type,
    is_event,
    is_class
};

// One operand.
struct Value {
    // text and patterns: as they are. names: labels in wire form without the root, `*` and `**` as the
    // length octets below, or the text when it has templates. addresses: 4 or 16 octets.
    std::string_view text;
    std::int64_t number = 0;    // numbers, types, events, bits of a prefix
    bool absolute = false;      // names
    bool has_templates = false; // names: `text` is text

    static constexpr char one_label = 0x40; // no label is this long
    static constexpr char many_labels = 0x41;
};

struct Matcher {
    Op op = Op::all;
    Subject subject = Subject::data;
    Kind kind = Kind::text;
    bool inverted = false; // not-in, is-not, not-matches ...
    bool any_case = false;
    std::string_view field;        // as it is called in the language: "port"
    std::span<const Field> fields; // subject data: where it is in which type
    std::span<const Matcher> parts;
    std::span<const Value> values;
    std::int64_t least = INT64_MIN, most = INT64_MAX;
    std::string_view shown; // what was wanted, for the label: "expected 5061"
};

enum class GroupBy : std::uint8_t { record, rrset, name, zone };

enum class Claim : std::uint8_t { require, forbid, companion, absent, count, unique, same, groups, limit };

struct Group {
    std::string_view name;
    Matcher matcher;
};

// A field whose value is read for messages, `unique`, `same` and `fix`.
struct FieldUse {
    std::string_view name;
    Subject subject = Subject::data;
    std::span<const Field> fields;
    std::string_view text; // fix: what should stand there; with templates
};

// Limits of a change; negative: none.
struct Limit {
    std::int64_t removed = -1, added = -1, modified = -1;
    std::int64_t removed_percent = -1, added_percent = -1, modified_percent = -1;
    std::int64_t min_before = 0;
};

struct Policy {
    std::string_view message, help, label; // with templates
    std::span<const FieldUse> fields;      // all that the templates name beside the fixed ones
    Matcher select;
    std::span<const Matcher> except;
    // The types the selection can hold; empty: any.
    std::span<const Type> types;
    GroupBy group_by = GroupBy::record;
    Claim claim = Claim::require;
    Matcher matcher; // require, forbid (all of none: true), companion
    std::span<const Type> companion_types;
    std::span<const Value> companion_names;   // exact or with templates; empty: anywhere in the zone
    std::int64_t least = 0, most = INT64_MAX; // count
    std::span<const FieldUse> compared;       // unique, same
    std::span<const Group> groups;
    Limit limit;
    std::span<const FieldUse> fix;
    // The owners it can select at all, when they are all written out; empty: any.
    std::span<const Value> names;
    // What the text of a TXT record it selects can begin with: a bit for each octet, by its low six bits;
    // 0: anything.
    std::uint64_t first_octets = 0;
    bool on_change = false;
    bool needs_ack = false;
    bool spares_new_zones = false;
};

// [profiles]
struct ServiceProfile {
    std::string_view name, summary;
    const Matcher* detect = nullptr; // a record of a zone that has it; null: not known
};

// [[rule.test]]
struct RuleTest {
    std::string_view rule;
    std::string_view zone, text, old;
    bool passes = false;
    bool has_old = false;
    std::span<const std::string_view> profiles;
    std::span<const std::string_view> expect;
    std::uint32_t line = 0; // of the first finding; 0: not said
    std::string_view where; // "zonevet.toml:12"
};

} // namespace zonevet::policy
