// A book as C++ source: constants that look like what the loader made, so that no run reads TOML.
#pragma once

#include "policy/book.h"

#include <string>

namespace zonevet::policy {

std::string written(const Book& book);

} // namespace zonevet::policy
