#include "rules/change/shared/changes.h"

namespace zonevet::rules::recreated_with_gap {

namespace {
void check(const Change& change, Lint& lint)
{
    report_remarks(change, lint, Origins::Remark::Kind::gap);
}
} // namespace

extern const Rule rule{
    .name = "recreated-with-gap",
    .summary = "Records are deleted and created again instead of changed, so they are gone in between.",
    .why = "Between the two steps the name does not exist, and who asks in that moment remembers it for as "
           "long as the SOA record lets answers of absence be kept. A replacement in a plan of Terraform "
           "took down web sites for an hour that way although it lasted two seconds.",
    .effect = "who asks in between gets no answer, and keeps that for the negative caching time",
    .references = {rfc("2308", "5"), rfc("2136", "3.7")},
    .level = Level::warning,
    .bad = R"(
www A 192.0.2.80
; becomes by
zone example.com.
update delete www.example.com. A
send
update add www.example.com. 300 A 192.0.2.81
send
)",
    .good = R"(
www A 192.0.2.80
; becomes by
zone example.com.
update delete www.example.com. A
update add www.example.com. 300 A 192.0.2.81
send
)",
    .check = check,
};

} // namespace zonevet::rules::recreated_with_gap
