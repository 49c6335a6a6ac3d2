#include "rules/change/shared/addresses.h"

#include <algorithm>

namespace zonevet::rules {

std::vector<std::string_view> addresses_of(const Zone& zone, Name name)
{
    constexpr Field target = field(Type::CNAME, "target");
    constexpr int longest_chain = 16; // longer ones loop
    std::vector<std::string_view> found;
    for (int steps = 0; steps < longest_chain; ++steps) {
        Answer alias = zone.look_up(name, Type::CNAME);
        if (alias.is != Existence::found)
            break;
        name = alias.rrset->front().name(target);
    }
    for (Type type : {Type::A, Type::AAAA}) {
        Answer answer = zone.look_up(name, type);
        if (answer.is == Existence::found)
            for (Record record : *answer.rrset)
                found.push_back(record.rdata());
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool keeps_addresses(const Zone& before, const Zone& after, Name name)
{
    std::vector<std::string_view> old = addresses_of(before, name), now = addresses_of(after, name);
    return !old.empty() && std::includes(now.begin(), now.end(), old.begin(), old.end());
}

} // namespace zonevet::rules
