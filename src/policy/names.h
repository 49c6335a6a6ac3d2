// Names in rules: patterns in which `*` is one label and `**` one or more, and texts with templates.
#pragma once

#include "dns/name.h"
#include "policy/model.h"

#include <optional>
#include <string>
#include <string_view>

namespace zonevet::policy {

// A pattern as it is written ("*.mail.example.", "@", "\*.dyn") in the form of Value; nothing when it
// is no name.
struct NamePattern {
    std::string labels;
    bool absolute = false;
    bool exact = true; // without stars
};
std::optional<NamePattern> name_pattern(std::string_view text);

// Whether `name` fits; a relative pattern is seen from `apex`.
bool fits(const Value& pattern, Name name, Name apex);
// The name an exact pattern stands for, written into 256 octets; nothing when it is too long.
std::optional<Name> exact_name(const Value& pattern, Name apex, char* room);
// Whether a pattern without stars.
bool is_exact(const Value& pattern);

// In lower case, with escapes, into `out`: relative to the apex ("@"), or absolute without final dot.
void append_relative(std::string& out, Name name, Name apex);
void append_absolute(std::string& out, Name name);

// The owner without the labels in front that begin with an underscore.
Name service_domain(Name owner);

} // namespace zonevet::policy
