// What a selection can speak about at all, so that the engine asks a rule about few records only.
#pragma once

#include "lint/rule.h"
#include "policy/book.h"

namespace zonevet::policy {

// Fills in Scope::labels and Policy::names when the selection names all its owners, and
// Scope::targets when it names all its targets, Policy::first_octets when it names how its texts begin;
// leaves them empty when it may hold for any.
void index_selection(Policy& policy, Rule& rule, Book& book);

} // namespace zonevet::policy
