#include "lint/rule.h"
#include "rules/text/shared/spf.h"

#include <fmt/format.h>

namespace zonevet::rules::spf_multiple {

namespace {

void check(const RRset& set, Lint& lint)
{
    if (set.size() < 2)
        return;
    std::optional<Record> first;
    for (Record txt : set) {
        if (!is_spf(txt))
            continue;
        if (!first) {
            first = txt;
            continue;
        }
        lint.report(txt.at(field(Type::TXT, "text")), "{} has a second SPF record", set.owner())
            .note(first->place(), "the first one")
            .help("join them: one `v=spf1`, the terms of both, one `all` at the end");
        return;
    }
}

} // namespace

extern const Rule rule{
    .name = "spf-multiple",
    .summary = "A name has more than one SPF record.",
    .why = "Receivers that find two SPF records use neither: the check ends in a permanent error, "
           "and mail is treated as if the sender were not allowed.",
    .effect = "SPF fails for all mail from this domain",
    .references = {rfc("7208", "3.2"), rfc("7208", "4.5")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::TXT},
    .bad = R"(
@  TXT  "v=spf1 mx -all"
@  TXT  "v=spf1 include:_spf.google.com ~all"
)",
    .good = R"(
@  TXT  "v=spf1 mx include:_spf.google.com -all"
@  TXT  "google-site-verification=abc"
)",
    .check = check,
};

} // namespace zonevet::rules::spf_multiple
