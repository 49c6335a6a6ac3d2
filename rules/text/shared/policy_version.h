// The version that an SPF, DMARC or similar text begins with, and is known by.
#pragma once

#include "lint/rule.h"

#include <string_view>

namespace zonevet::rules {

struct PolicyVersion {
    std::string_view written, meant; // "v=sfp1", "v=spf1"; meant is empty when it is right or none
    std::size_t begin = 0;           // octets before it, which should not be there
    bool quoted = false;             // the last of them is a quote
};
// Of the first string of a text.
PolicyVersion read_version(const Record& txt);
// The version that policy-version-misspelt says was meant, or empty.
std::string_view version_meant(const Record& txt);

} // namespace zonevet::rules
