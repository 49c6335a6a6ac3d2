#include "lint/rule.h"

namespace zonevet::rules::cds_alone {

namespace {
void check(const RRset& set, Lint& lint)
{
    Type other = set.type() == Type::CDS ? Type::CDNSKEY : Type::CDS;
    if (set.node().is_apex() && set.zone().look_up(set.owner(), other).missing())
        lint.report(set.front().type_place(), "`{}` has {} records but no {} records", set.owner(), set.type(), other)
            .help(fmt::format("publish {} records of the same keys too: a parent looks for one of the two", other));
}
} // namespace

extern const Rule rule{
    .name = "cds-alone",
    .summary = "A zone has CDS records without CDNSKEY records, or the other way round.",
    .why = "Parents look for one of the two; those that look for the other do not update DS.",
    .references = {rfc("7344", "4")},
    .level = Level::info,
    .profile = Profile::strict,
    .types = {Type::CDS, Type::CDNSKEY},
    .bad = R"(
@     CDS     0 0 0 00
)",
    .good = R"(
@     CDS     0 0 0 00
@     CDNSKEY 0 3 0 AA==
)",
    .check = check,
};

} // namespace zonevet::rules::cds_alone
