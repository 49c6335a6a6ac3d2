// SPF policies (RFC 7208): the terms of a record, and what is wrong with one.
#pragma once

#include "lint/rule.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet::rules {

struct SpfTerm {
    std::string_view whole;     // "~include:example.net"
    std::string_view qualifier; // "~" or empty
    std::string_view name;      // "include"
    std::string_view value;     // "example.net", with a prefix length if there is one
    bool is_modifier = false;   // name=value
    bool has_value = false;

    bool is(std::string_view mechanism) const;
    // The domain of include, a, mx, exists, redirect; without a prefix length. May hold macros.
    std::string_view domain() const;
    // Each of these costs the receiver one of ten look-ups.
    bool needs_lookup() const;
};

// Whether the record is an SPF policy: "v=spf1" and then the end or a blank (RFC 7208 4.5).
bool is_spf(const Record& txt);
// For `.unless`: most texts are none.
bool is_no_spf(const Record& txt);
// The same of joined text, which decides (the version may be spread over strings).
bool is_spf(std::string_view text);
// The terms after the version.
std::vector<SpfTerm> spf_terms(std::string_view text);

// "-" with a blank behind it: the sign of the term that follows.
bool is_sign_alone(const SpfTerm& term);
// "ip4:" or "include:", with what belongs to it behind a blank.
bool is_cut_off(const SpfTerm& term, const SpfTerm& next);

struct SpfProblem {
    std::string_view part; // of the term: what is wrong
    std::string message;   // "`ipv4` is no SPF mechanism"
    std::string help;
    std::optional<std::string> fix; // of `part`
};
// A mistake for which receivers discard the whole record.
std::optional<SpfProblem> check_term(const SpfTerm& term);

// The SPF record of a name in this zone; nothing when there is none or it is not known here.
std::optional<Record> spf_record_at(const Zone& zone, Name name);

// A domain of a term as a name: nothing when it has macros or is no name.
bool term_domain(const SpfTerm& term, std::string& storage, Name& out);

// Look-ups a receiver needs for this record and those of this zone that it includes, at least.
struct SpfCost {
    unsigned lookups = 0;
    bool complete = true; // false: includes records of other zones
    bool loop = false;    // includes itself
};
SpfCost spf_cost(const Record& txt);

} // namespace zonevet::rules
