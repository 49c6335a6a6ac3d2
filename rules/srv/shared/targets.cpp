#include "rules/srv/shared/targets.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules {

bool is_missing_host(const Record& record, Field target)
{
    Name name = record.name(target);
    return !name.is_root() && record.zone().look_up_address(name).missing() && !record.node().hidden_by() &&
           !is_miswritten(record, target);
}

std::optional<RRset> alias_of_host(const Record& record, Field target)
{
    Answer answer = record.zone().look_up(record.name(target), Type::A);
    return answer.is == Existence::alias && !record.node().hidden_by() ? answer.rrset : std::nullopt;
}

std::string_view alias_text(const RRset& alias)
{
    return alias.type() == Type::DNAME ? "which lies below a DNAME" : "which is an alias";
}

} // namespace zonevet::rules
