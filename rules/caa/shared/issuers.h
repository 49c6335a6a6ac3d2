// The names by which certification authorities know themselves in CAA records.
#pragma once

#include <string_view>

namespace zonevet::rules {

bool is_known_issuer(std::string_view domain);
// What was probably meant by a name that no CA recognises, or empty: a slip of the keyboard, or the
// CA's web site or product instead of its CAA name.
std::string_view intended_issuer(std::string_view domain);

} // namespace zonevet::rules
