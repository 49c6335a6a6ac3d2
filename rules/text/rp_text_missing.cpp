#include "lint/rule.h"
#include "rules/srv/shared/targets.h"

#include <fmt/format.h>

namespace zonevet::rules {

namespace {

constexpr Field text_name = field(Type::RP, "text-name");

void check(const Record& rp, Lint& lint)
{
    Name name = rp.name(text_name);
    if (name.is_root() || !rp.zone().look_up(name, Type::TXT).missing() ||
        looks_like_missing_dot(rp, text_name))
        return;
    lint.report(rp.at(text_name), "{} has no TXT record", name)
        .help("add the TXT record, or write `.` when there is none");
}

} // namespace

extern const Rule rp_text_missing{
    .name = "rp-text-missing",
    .summary = "An RP record refers to a text that is not there.",
    .why =
        "The second name of an RP record is where more about the responsible person can be read.",
    .effect = "whoever looks for the person in charge finds half the answer",
    .references = {rfc("1183", "2.2")},
    .level = Level::warning,
    .types = {Type::RP},
    .bad = R"(
@      RP   hostmaster people
)",
    .good = R"(
@      RP   hostmaster people
people TXT  "Hostmaster, +49 30 1234567"
www    RP   hostmaster .
)",
    .check = check,
};

} // namespace zonevet::rules
