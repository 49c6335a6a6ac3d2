#include "lint/rule.h"

namespace zonevet::rules::dname_beside_cname {

namespace {

void check(const RRset& dname, Lint& lint)
{
    std::optional<RRset> cname = dname.node().find(Type::CNAME);
    if (!cname || dname.node().is_apex())
        return;
    lint.report(dname.front().place(), "{} has both a DNAME and a CNAME record", dname.owner())
        .note(cname->front().place(), "the CNAME")
        .help("keep the DNAME for the names below it, and use addresses for the name itself");
}

} // namespace

extern const Rule rule{
    .name = "dname-beside-cname",
    .summary = "A name has a DNAME and a CNAME record.",
    .why = "Nothing may stand beside a CNAME, and a DNAME forbids it too. BIND, Knot and NSD "
           "refuse the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("6672", "2.4"), rfc("2181", "10.1")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::DNAME},
    .bad = R"(
old DNAME example.net.
old CNAME example.net.
)",
    .good = R"(
old DNAME example.net.
old A     192.0.2.3
)",
    .check = check,
};

} // namespace zonevet::rules::dname_beside_cname
