#include "rules/change/shared/changes.h"

namespace zonevet::rules::update_without_effect {

namespace {
void check(const Change& change, Lint& lint)
{
    report_remarks(change, lint, Origins::Remark::Kind::no_effect);
}
} // namespace

extern const Rule rule{
    .name = "update-without-effect",
    .summary = "A command of an update script would do nothing.",
    .why = "Servers answer NOERROR to an update that they ignore: a CNAME beside other data, a "
           "deletion of what is not there, the NS records of the zone. The script looks as if "
           "it had worked.",
    .effect = "the change does not happen, without an error",
    .references = {rfc("2136", "3.4.2")},
    .level = Level::warning,
    .bad = R"(
www A 192.0.2.80
; becomes by
zone example.com.
update delete old.example.com. A
send
)",
    .good = R"(
www A 192.0.2.80
; becomes by
zone example.com.
update add www.example.com. 300 A 192.0.2.81
send
)",
    .check = check,
};

} // namespace zonevet::rules::update_without_effect
