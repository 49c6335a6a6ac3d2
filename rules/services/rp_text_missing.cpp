#include "lint/rule.h"

namespace zonevet::rules::rp_text_missing {

namespace {
constexpr Field text_name = field(Type::RP, "text-name");

void check(const Record& rp, Lint& lint)
{
    Name name = rp.name(text_name);
    if (!name.is_root() && rp.zone().look_up(name, Type::TXT).missing())
        lint.report(rp.at(text_name), "the RP record of {} points to {}, which has no TXT record", rp.owner(), name)
            .help("add the TXT record, or write `.` where there is no text");
}
} // namespace

extern const Rule rule{
    .name = "rp-text-missing",
    .summary = "The second name of an RP record has no TXT record.",
    .why = "Whoever looks for the responsible person finds nothing.",
    .references = {rfc("1183", "2.2")},
    .level = Level::info,
    .types = {Type::RP},
    .bad = R"(
@     RP     hostmaster people
)",
    .good = R"(
@      RP     hostmaster people
people TXT    "call +43 1 555"
www    RP     hostmaster .
)",
    .check = check,
};

} // namespace zonevet::rules::rp_text_missing
