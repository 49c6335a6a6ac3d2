#include "lint/rule.h"
#include "rules/text/shared/spf.h"

#include <fmt/format.h>

namespace zonevet::rules::spf_type_record {

namespace {

void check(const RRset& set, Lint& lint)
{
    bool has_text = false;
    std::optional<RRset> texts = set.node().find(Type::TXT);
    if (texts)
        for (Record txt : *texts)
            has_text = has_text || is_spf(txt);
    Place type = set.front().type_place();
    if (has_text)
        lint.report(type, "receivers no longer read SPF records of type SPF")
            .help("remove it: the TXT record is enough")
            .effect("whoever changes only this record changes nothing");
    else if (set.zone().incomplete() || set.node().is_untold(Type::TXT))
        lint.report(type, "receivers no longer read SPF records of type SPF").help("publish it as a TXT record");
    else
        lint.report(type, "receivers no longer read type SPF, and {} has no SPF record of type TXT", set.owner())
            .help("write it as a TXT record")
            .fix("TXT");
}

} // namespace

extern const Rule rule{
    .name = "spf-type-record",
    .summary = "An SPF policy is published in the obsolete record type SPF.",
    .why = "SPF is read from TXT records alone. A policy that stands only in type SPF does not "
           "exist for receivers.",
    .effect = "receivers do not see this policy",
    .references = {rfc("7208", "3.1")},
    .level = Level::warning,
    .types = {Type::SPF},
    .bad = R"(
@  SPF  "v=spf1 mx -all"
)",
    .good = R"(
@  TXT  "v=spf1 mx -all"
)",
    .check = check,
};

} // namespace zonevet::rules::spf_type_record
