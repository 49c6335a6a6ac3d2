// The public suffix list as libpsl was built with it: no file is read, nothing is fetched.
#pragma once

#include <string>
#include <string_view>

namespace zonevet {

// The last label is a top-level domain of the list: "host.example.com", with or without a final
// dot.
bool ends_in_public_suffix(std::string_view name);
// The name itself is one under which the public registers names: "com", "co.uk", "github.io".
bool is_public_suffix(std::string_view name);
// The domain somebody registered, in lower case: "example.com" for "www.example.com.". Empty for a
// public suffix. An unknown last label counts as one: "office.lan" for "sip.office.lan".
std::string registered_domain(std::string_view name);

} // namespace zonevet
