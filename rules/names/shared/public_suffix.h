// The public suffix list as libpsl was built with it: no file is read, nothing is fetched.
#pragma once

#include <string_view>

namespace zonevet::rules {

// The last label is a top-level domain of the list: "host.example.com", with or without a final
// dot.
bool ends_in_public_suffix(std::string_view name);
// The name itself is one under which the public registers names: "com", "co.uk", "github.io".
bool is_public_suffix(std::string_view name);

} // namespace zonevet::rules
