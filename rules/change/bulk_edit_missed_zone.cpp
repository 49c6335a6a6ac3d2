#include "lint/rule.h"

namespace zonevet::rules::bulk_edit_missed_zone {

// The review itself looks through the other zones: lint/missed_zones.cpp.
extern const Rule rule{
    .name = "bulk-edit-missed-zone",
    .summary = "The change makes one edit in many zones, and a zone that has the old record is not among them.",
    .why = "A mail server or an address is replaced in every zone, by hand or by a search that one spelling "
           "escaped. The zone that was missed works until the old machine is switched off.",
    .effect = "the zone that was missed keeps leading to what is replaced",
    .references = {rfc("1034", "4.2")},
    .level = Level::info,
    .confidence = Confidence::medium,
    .bad = R"(
; in example.com, example.net and example.org: mx1 becomes mx2
@ MX 10 mx2.example.edu.
; in example.info: it stays
@ MX 10 mx1.example.edu.
)",
    .good = R"(
; in all of them
@ MX 10 mx2.example.edu.
)",
    .check = OfWholeRun{},
};

} // namespace zonevet::rules::bulk_edit_missed_zone
