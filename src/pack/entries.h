// Whether the tests of a rule notice each of its entries: an element of a list, a number, an exception. What can
// be left out or be another number while all tests still pass could be lost by a slip, and nobody would know.
#pragma once

#include "policy/load.h"

#include <string_view>

namespace zonevet::policy {

// Alters the rules of a pack one entry at a time, and runs their tests. What no test notices is a mistake of
// `text`, at its place. The pack is as before when this returns.
void check_entries(ConfigText& text, toml::table& pack, const Loader& loader, std::string_view family);

} // namespace zonevet::policy
