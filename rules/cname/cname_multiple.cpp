#include "rules/cname/shared/alias.h"

namespace zonevet::rules::cname_multiple {

namespace {

void check(const RRset& cname, Lint& lint)
{
    Name first = cname.front().name(cname_target);
    for (Record other : cname) {
        if (other.name(cname_target) == first)
            continue; // the same record twice is another mistake
        lint.report(other.place(), "{} is an alias of {} and of {}", cname.owner(), first, other.name(cname_target))
            .note(cname.front().place(), "the first alias")
            .help("keep one CNAME; to spread load, use several A or AAAA records");
        return;
    }
}

} // namespace

extern const Rule rule{
    .name = "cname-multiple",
    .summary = "A name has several different CNAME records.",
    .why = "A name can be an alias of one other name only. BIND, Knot and NSD refuse the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("2181", "10.1")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::CNAME},
    .bad = R"(
www CNAME ns1
www CNAME ns2
)",
    .good = R"(
www  CNAME ns1
www2 CNAME ns2
)",
    .check = check,
};

} // namespace zonevet::rules::cname_multiple
