// Which names at or below a delegation serve something: the targets of all NS records that count.
// Their addresses are glue.
#pragma once

#include "zone/zone.h"

#include <vector>

namespace zonevet::rules {

class GlueNames {
public:
    explicit GlueNames(const Zone& zone);
    // True as well where an NS record of the delegation that nobody has seen may name it.
    bool may_have(const Node& node, const Node& cut) const
    {
        return node.zone().incomplete() || cut.is_untold(Type::NS) || serves_[static_cast<std::uint32_t>(node.id())];
    }

private:
    std::vector<bool> serves_; // by name
};

// The delegation strictly above the name, if that is what hides it; a DNAME is another matter.
std::optional<Node> delegation_above(const Node& node);

inline bool is_address(Type type)
{
    return type == Type::A || type == Type::AAAA;
}

} // namespace zonevet::rules
