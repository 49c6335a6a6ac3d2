// The checks behind every rule written in TOML: one per kind of group,
// and one for changes. They look into `lint.rule().policy`, so a rule is constant data.
#pragma once

#include "lint/rule.h"
#include "policy/model.h"

namespace zonevet::policy {

void check_record(const Record& record, Lint& lint);
void check_rrset(const RRset& set, Lint& lint);
void check_node(const Node& node, Lint& lint);
void check_zone(const Zone& zone, Lint& lint);
// Rules with on = "change": what was added, removed and modified is selected.
void check_change(const Change& change, Lint& lint);

// The one that a policy asks for.
Check check_for(const Policy& policy);

} // namespace zonevet::policy
