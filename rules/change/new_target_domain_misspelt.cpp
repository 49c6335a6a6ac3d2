#include "rules/change/shared/changes.h"
#include "rules/change/shared/domains.h"
#include "rules/names/shared/misspelt.h"

namespace zonevet::rules::new_target_domain_misspelt {

namespace {
void check(const Change& change, Lint& lint)
{
    Domains added = new_domains(change);
    if (added.empty())
        return;
    std::optional<std::set<std::string>> before = domains_of(change.before()), after = domains_of(change.after());
    if (!before || !after)
        return;
    for (const auto& [domain, use] : added) {
        std::string meant = slip_of(domain, *before);
        // Where the other domain is gone, the change mends a slip or moves everything.
        if (meant.empty() || !after->contains(meant) ||
            !well_known_domain_meant(use.record.name(use.field)).empty()) // target-domain-misspelt
            continue;
        Draft& draft = lint.report(use.record.at(use.field),
                                   "`{}` is new here and one slip away from `{}`, which the zone "
                                   "uses already",
                                   domain, meant);
        if (lint.describing())
            draft.about(use.record)
                .label(fmt::format("did you mean {}?", meant))
                .help("compare it with what the provider gave you; whoever registers the misspelt "
                      "name gets the traffic");
    }
}
} // namespace

extern const Rule rule{
    .name = "new-target-domain-misspelt",
    .summary = "A change leads into a new domain that is one slip away from one in use.",
    .why = "A letter left out while typing, and a record leads into a domain that belongs to "
           "nobody yet. It loads, and whoever registers the name gets the mail, or answers for "
           "the zone.",
    .effect = "the traffic goes nowhere, or to whoever registers the misspelt name",
    .references = {{"Krebs on Security", "2025-01-22",
                    "https://krebsonsecurity.com/2025/01/mastercard-dns-error-went-unnoticed-for-years/"}},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .bad = R"(
www  CNAME a.example.net.
; becomes
www  CNAME a.example.net.
shop CNAME b.exampel.net.
)",
    .good = R"(
www  CNAME a.example.net.
; becomes
www  CNAME a.example.net.
shop CNAME b.example.org.
)",
    .check = check,
};

} // namespace zonevet::rules::new_target_domain_misspelt
