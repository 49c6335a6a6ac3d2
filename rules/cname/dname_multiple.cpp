#include "rules/cname/shared/alias.h"

namespace zonevet::rules::dname_multiple {

namespace {

void check(const RRset& dname, Lint& lint)
{
    Name first = dname.front().name(dname_target);
    for (Record other : dname) {
        if (other.name(dname_target) == first)
            continue;
        lint.report(other.place(), "names below {} are redirected to {} and to {}", dname.owner(), first,
                    other.name(dname_target))
            .note(dname.front().place(), "the first DNAME")
            .help("keep one of them");
        return;
    }
}

} // namespace

extern const Rule rule{
    .name = "dname-multiple",
    .summary = "A name has several different DNAME records.",
    .why = "What lies below a name can be redirected to one place only. Knot and NSD refuse the zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("6672", "2.4")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::DNAME},
    .bad = R"(
old DNAME new
old DNAME example.net.
)",
    .good = R"(
old DNAME example.net.
)",
    .check = check,
};

} // namespace zonevet::rules::dname_multiple
