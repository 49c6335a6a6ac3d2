#include "rules/cname/shared/alias.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::dname_target_missing {

namespace {

void check(const Record& dname, Lint& lint)
{
    Name target = dname.name(dname_target);
    if (dname.node().hidden_by())
        return;
    if (dname.zone().look_up(target, Type::A).is != Existence::no_such_name || is_miswritten(dname, dname_target))
        return;
    lint.report(dname.at(dname_target), "names below {} are redirected to {}, which does not exist", dname.owner(),
                target)
        .help("add the names that are looked for below it, or name the domain that is meant");
}

} // namespace

extern const Rule rule{
    .name = "dname-target-missing",
    .summary = "A DNAME leads to a name of this zone that does not exist.",
    .why = "Every name below it ends in NXDOMAIN.",
    .effect = "no name below it resolves",
    .references = {rfc("6672", "2.2")},
    .level = Level::warning,
    .types = {Type::DNAME},
    .bad = R"(
old DNAME new
)",
    .good = R"(
old     DNAME new
www.new A     192.0.2.3
)",
    .check = check,
};

} // namespace zonevet::rules::dname_target_missing
