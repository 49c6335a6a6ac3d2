#include "rules/change/shared/changes.h"
#include "rules/change/shared/domains.h"
#include "rules/change/shared/dots.h"
#include "rules/names/shared/misspelt.h"

namespace zonevet::rules::target_domain_new {

namespace {
void check(const Change& change, Lint& lint)
{
    Domains added = new_domains(change);
    if (added.empty())
        return;
    std::optional<std::set<std::string>> before = domains_of(change.before());
    if (!before)
        return;
    for (const auto& [domain, use] : added) {
        if (!slip_of(domain, *before).empty() || !well_known_domain_meant(use.record.name(use.field)).empty() ||
            has_changed_dot(change, use.record))
            continue; // new-target-domain-misspelt, target-domain-misspelt, target-dot-changed
        Draft& draft = lint.report(use.record.at(use.field), "no record led into the domain `{}` until now", domain);
        if (lint.describing())
            draft.about(use.record).help("see whether it is spelt right, and whose it is");
    }
}
} // namespace

extern const Rule rule{
    .name = "target-domain-new",
    .summary = "A change leads into a domain that no other record of the zone uses.",
    .why = "A new provider, a misspelt name and a hijacked account look the same in a diff. Who "
           "reads the change should know the domain.",
    .effect = "users are sent to a domain that was not in use before",
    .references = {rfc("1034", "3.6.2")},
    .level = Level::info,
    .profile = Profile::strict,
    .bad = R"(
www  CNAME a.example.net.
; becomes
www  CNAME a.example.net.
shop CNAME b.example.org.
)",
    .good = R"(
www  CNAME a.example.net.
; becomes
www  CNAME a.example.net.
shop CNAME b.example.net.
)",
    .check = check,
};

} // namespace zonevet::rules::target_domain_new
