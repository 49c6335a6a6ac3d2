// Whether a record matches. There are three answers: what these files cannot tell is `unknown`, and
// nothing is reported for it.
#pragma once

#include "policy/field_values.h"
#include "policy/model.h"
#include "zone/zone.h"

#include <string>

namespace zonevet::policy {

enum class Truth : std::uint8_t { no, unknown, yes };

enum class Event : std::uint8_t { none, added, removed, modified };

// What a matcher is asked about: a record, the record whose values stand for the {templates} in the
// matcher (itself, except in a companion), and in a change what happened to it.
struct Situation {
    Record record;
    Record origin;
    Event event = Event::none;

    explicit Situation(const Record& r, Event e = Event::none) : record(r), origin(r), event(e) {}
    Situation(const Record& r, const Record& o) : record(r), origin(o) {}
};

Truth matches(const Matcher& matcher, const Situation& situation);

// The test that made `matcher` come out as `wanted`: where a finding should point. Null when none
// did alone (an `any` of which nothing holds).
const Matcher* deciding_test(const Matcher& matcher, const Situation& situation, Truth wanted);
// The place of what a test looks at.
Place place_of(const Matcher& test, const Record& record);

} // namespace zonevet::policy
