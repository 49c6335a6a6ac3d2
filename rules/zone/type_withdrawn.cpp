#include "lint/rule.h"

namespace zonevet::rules::type_withdrawn {

namespace {
void check(const Record& record, Lint& lint)
{
    Draft& draft =
        lint.report(record.type_place(), "the type {} was withdrawn in 1986, when MX took its place", record.type());
    if (lint.describing())
        draft.help(fmt::format("write `MX 10 {}`", record.data_text()));
}
} // namespace

extern const Rule rule{
    .name = "type-withdrawn",
    .summary = "A record is of the withdrawn type MD or MF.",
    .why = "MX took the place of both in 1986. BIND calls them obsolete and does not load the "
           "zone.",
    .effect = "BIND refuses the zone",
    .references = {rfc("1035", "3.3.4"), rfc("1035", "3.3.5")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::MD, Type::MF},
    .bad = R"(
@ MD ns1
)",
    .good = R"(
@ MX 10 ns1
)",
    .check = check,
};

} // namespace zonevet::rules::type_withdrawn
