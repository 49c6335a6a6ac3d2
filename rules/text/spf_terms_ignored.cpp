#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/policy_text.h"
#include "rules/text/shared/spf.h"

#include <fmt/format.h>

namespace zonevet::rules::spf_terms_ignored {

namespace {

void check(const Record& txt, Lint& lint)
{
    PolicyText text(txt);
    std::vector<SpfTerm> terms = spf_terms(text.text());
    const SpfTerm* all = nullptr;
    for (const SpfTerm& term : terms)
        if (term.is("all") && !all)
            all = &term;
    if (!all)
        return;
    for (const SpfTerm& term : terms) {
        bool redirect = term.is_modifier && same_text(term.name, "redirect");
        if (!redirect && (term.is_modifier || &term <= all))
            continue;
        bool again = term.is("all");
        Draft& draft = lint.report(text.place(term.whole), "`{}` is ignored because of `{}`", term.whole, all->whole);
        draft.note(text.place(all->whole), "matches every sender")
            .help(again      ? "keep one `all`, at the end"
                  : redirect ? fmt::format("remove `{}`, or the redirect", all->whole)
                             : fmt::format("move `{}` to the end", all->whole));
        if (redirect)
            draft.effect(fmt::format("the policy of `{}` is not used", term.value));
        else if (again)
            draft.effect(fmt::format("all other senders get the verdict of `{}`", all->whole));
        return;
    }
}

} // namespace

extern const Rule rule{
    .name = "spf-terms-ignored",
    .summary = "Terms of an SPF record are ignored because `all` comes before them.",
    .why = "`all` matches every sender, so receivers stop there. Servers that are listed after it "
           "are not allowed to send.",
    .effect = "servers listed after `all` get the verdict of `all`",
    .references = {rfc("7208", "5.1"), rfc("7208", "6.1")},
    .level = Level::warning,
    .types = {Type::TXT},
    .bad = R"(
@  TXT  "v=spf1 mx -all include:_spf.google.com"
)",
    .good = R"(
@  TXT  "v=spf1 mx include:_spf.google.com -all exp=why.example.net"
)",
    .unless = is_no_spf,
    .check = check,
};

} // namespace zonevet::rules::spf_terms_ignored
