// What the checks of one state and of a change have in common: what is selected, what is wrong with
// it, and how a finding is put into the rule's words. Private to src/policy.
#pragma once

#include "lint/rule.h"
#include "policy/evaluate.h"
#include "policy/template.h"

#include <optional>

namespace zonevet::policy {

bool is_selected(const Policy& policy, const Situation& situation);

Facts facts_of(const Policy& policy, const Record& record);

// Reports at a place; words are only made while describing.
Draft& tell(Lint& lint, const Policy& policy, const Place& place, const Facts& facts);

// Where a record was selected for what it says, else the whole of it.
Place selected_place(const Policy& policy, const Situation& situation);

// Where a record shows that another one belongs beside it: the name or text it was selected by, else its owner.
Place sign_place(const Policy& policy, const Situation& situation);

// What `require` and `forbid` have against a record.
struct Objection {
    const Matcher* test = nullptr; // that decided; null: none did alone
    Place place;
};
std::optional<Objection> objection_to(const Policy& policy, const Situation& situation);

// Label and fix for it.
void explain(Draft& draft, const Policy& policy, const Objection& objection, const Facts& facts);

} // namespace zonevet::policy
