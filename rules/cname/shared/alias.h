// Where an alias leads inside its zone.
#pragma once

#include "lint/rule.h"

namespace zonevet::rules {

inline constexpr Field cname_target = field(Type::CNAME, "target");
inline constexpr Field dname_target = field(Type::DNAME, "target");

struct Lead {
    Answer answer; // for the name that was reached; the next CNAME is not followed
    OwnedName reached;
    std::size_t redirected = 0; // how many DNAMEs led there
    bool endless = false;       // the DNAMEs lead in a circle, or the name grew too long
};

// Looks `name` up and follows DNAMEs (RFC 6672) until something else answers.
Lead follow(const Zone& zone, Name name, Type type = Type::A);

// The CNAME that answers for the target of this one, by a wildcard or behind a DNAME too.
std::optional<Node> next_alias(const Zone& zone, Name target);

} // namespace zonevet::rules
