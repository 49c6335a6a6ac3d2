#include "rules/cname/shared/alias.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::cname_target_missing {

namespace {

void check(const Record& cname, Lint& lint)
{
    Name target = cname.name(cname_target);
    if (!target.is_at_or_below(cname.zone().apex()) || cname.node().hidden_by())
        return;
    Lead lead = follow(cname.zone(), target);
    if (lead.answer.is != Existence::no_such_name || is_miswritten(cname, cname_target))
        return;
    if (lead.redirected > 0)
        lint.report(cname.at(cname_target), "{} is an alias of {}, which leads to {}, and that does not exist",
                    cname.owner(), target, lead.reached.view())
            .help("add it, or name the host that is meant");
    else
        lint.report(cname.at(cname_target), "{} is an alias of {}, which does not exist", cname.owner(), target)
            .help("add it, or name the host that is meant");
}

} // namespace

extern const Rule rule{
    .name = "cname-target-missing",
    .summary = "An alias leads to a name of this zone that does not exist.",
    .why = "A host was renamed or removed and its aliases were forgotten: who follows one gets "
           "NXDOMAIN.",
    .effect = "the alias does not resolve",
    .references = {rfc("1034", "3.6.2"), rfc("1912", "2.4")},
    .level = Level::error,
    .types = {Type::CNAME},
    .bad = R"(
www CNAME web
)",
    .good = R"(
www CNAME web
web A     192.0.2.3
)",
    .check = check,
};

} // namespace zonevet::rules::cname_target_missing
