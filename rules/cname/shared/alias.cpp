#include "rules/cname/shared/alias.h"

namespace zonevet::rules {

namespace {

constexpr std::size_t most_redirections = 16; // resolvers give up around there

// The name with the owner of the DNAME at its end replaced by the target; false when it grows too
// long.
bool redirect(Name name, const Record& dname, OwnedName& out)
{
    Name target = dname.name(dname_target);
    std::size_t kept = name.wire().size() - dname.owner().wire().size();
    if (kept + target.wire().size() > 255)
        return false;
    std::string wire(name.wire().substr(0, kept));
    wire += target.wire();
    out = OwnedName(Name(wire));
    return true;
}

} // namespace

Lead follow(const Zone& zone, Name name, Type type)
{
    Lead lead;
    lead.answer = zone.look_up(name, type);
    while (lead.answer.is == Existence::alias && lead.answer.rrset->type() == Type::DNAME) {
        if (lead.redirected == 0)
            lead.reached = OwnedName(name);
        OwnedName next;
        if (++lead.redirected > most_redirections || !redirect(lead.reached, lead.answer.rrset->front(), next)) {
            lead.endless = true;
            return lead;
        }
        lead.reached = next;
        lead.answer = zone.look_up(lead.reached, type);
    }
    if (lead.redirected == 0)
        lead.reached = OwnedName(name);
    return lead;
}

std::optional<Node> next_alias(const Zone& zone, Name target)
{
    Answer answer = zone.look_up(target, Type::CNAME);
    if (answer.is == Existence::alias) { // behind a DNAME
        Lead lead = follow(zone, target, Type::CNAME);
        if (lead.endless)
            return {};
        answer = lead.answer;
    }
    if (answer.is != Existence::found || (answer.by_wildcard && zone.incomplete()))
        return {}; // the name itself may stand in what is not known, and then no wildcard answers
    return answer.node;
}

} // namespace zonevet::rules
