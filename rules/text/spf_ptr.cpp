#include "lint/rule.h"
#include "rules/text/shared/policy_text.h"
#include "rules/text/shared/spf.h"

#include <fmt/format.h>

namespace zonevet::rules::spf_ptr {

namespace {

void check(const Record& txt, Lint& lint)
{
    PolicyText text(txt);
    for (const SpfTerm& term : spf_terms(text.text()))
        if (term.is("ptr"))
            lint.report(text.place(term.whole), "`{}` should no longer be used", term.whole)
                .help("name the servers by `a`, `mx`, `ip4` or `ip6`");
}

} // namespace

extern const Rule rule{
    .name = "spf-ptr",
    .summary = "An SPF record uses the mechanism `ptr`.",
    .why = "`ptr` is slow and unreliable, and puts load on the servers of the reverse zones. Some "
           "large receivers ignore it, so that the servers it should allow fail.",
    .effect = "some receivers ignore the mechanism or give up on it",
    .references = {rfc("7208", "5.5")},
    .level = Level::warning,
    .types = {Type::TXT},
    .bad = R"(
@  TXT  "v=spf1 ptr -all"
)",
    .good = R"(
@  TXT  "v=spf1 a -all"
)",
    .unless = is_no_spf,
    .check = check,
};

} // namespace zonevet::rules::spf_ptr
