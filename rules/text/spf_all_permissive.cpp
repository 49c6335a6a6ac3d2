#include "lint/rule.h"
#include "rules/text/shared/policy_text.h"
#include "rules/text/shared/spf.h"

#include <fmt/format.h>

namespace zonevet::rules::spf_all_permissive {

namespace {

void check(const Record& txt, Lint& lint)
{
    PolicyText text(txt);
    bool sign_alone = false;
    for (const SpfTerm& term : spf_terms(text.text())) {
        bool behind_sign = sign_alone;
        sign_alone = is_sign_alone(term);
        if (!term.is("all") || term.has_value)
            continue;
        if (behind_sign) // "- all": of spf-syntax
            return;
        if (term.qualifier.empty() || term.qualifier == "+")
            lint.report(text.place(term.whole), "`{}` lets every host send mail for {}", term.whole, txt.owner())
                .help("write `-all`, or `~all` while you are trying it out")
                .fix("-all");
        return; // what follows is ignored
    }
}

} // namespace

extern const Rule rule{
    .name = "spf-all-permissive",
    .summary = "An SPF record allows the whole Internet to send.",
    .why = "`all` without a sign means `+all`: every host may send mail in the name of this domain, "
           "and receivers are told to trust it.",
    .effect = "anybody can send mail in the name of this domain",
    .references = {rfc("7208", "4.6.2"), rfc("7208", "5.1")},
    .level = Level::error,
    .types = {Type::TXT},
    .bad = R"(
@  TXT  "v=spf1 mx +all"
)",
    .good = R"(
@  TXT  "v=spf1 mx -all"
)",
    .unless = is_no_spf,
    .check = check,
};

} // namespace zonevet::rules::spf_all_permissive
