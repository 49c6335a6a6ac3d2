#include "rules/change/shared/changes.h"

namespace zonevet::rules::update_refused {

namespace {
void check(const Change& change, Lint& lint)
{
    report_remarks(change, lint, Origins::Remark::Kind::refused);
}
} // namespace

extern const Rule rule{
    .name = "update-refused",
    .summary = "The server would refuse a batch of updates, or the script never sends it.",
    .why = "One name outside of the zone, or one prerequisite that does not hold, and nothing "
           "of the batch happens; later batches still run. A script that ends without `send` "
           "ends without an error, too.",
    .effect = "nothing of the batch is published; batches that were sent before it stay",
    .references = {rfc("2136", "3.2")},
    .level = Level::error,
    .bad = R"(
www A 192.0.2.80
; becomes by
zone example.com.
update add www.example.org. 300 A 192.0.2.80
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

} // namespace zonevet::rules::update_refused
