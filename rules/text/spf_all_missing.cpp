#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/policy_text.h"
#include "rules/text/shared/spf.h"

#include <fmt/format.h>

namespace zonevet::rules::spf_all_missing {

namespace {

// Records that exist to be included need no end of their own: `_spf1.example.com` and the like.
bool is_part_of_another(const Record& txt)
{
    for (Name name = txt.owner(); name != txt.zone().apex(); name = name.parent())
        if (name.first_label().starts_with('_') || starts_with_text(name.first_label(), "spf") ||
            ends_with_text(name.first_label(), "spf"))
            return true;
    return false;
}

// Of several records none is used, and the `all` may stand in another: spf-multiple.
bool stands_beside_another(const Record& txt)
{
    if (std::optional<RRset> set = txt.node().find(Type::TXT))
        for (Record other : *set)
            if (!(other == txt) && is_spf(other))
                return true;
    return false;
}

void check(const Record& txt, Lint& lint)
{
    if (is_part_of_another(txt) || stands_beside_another(txt))
        return;
    PolicyText text(txt);
    for (const SpfTerm& term : spf_terms(text.text()))
        if (term.is("all") || (term.is_modifier && same_text(term.name, "redirect")) ||
            check_term(term)) // a term that is broken may be the one; spf-syntax says so
            return;
    lint.report(txt.at(field(Type::TXT, "text")), "the SPF record of {} has no `all` at its end", txt.owner())
        .help("end it with `-all`, or with `~all` while you are trying it out");
}

} // namespace

extern const Rule rule{
    .name = "spf-all-missing",
    .summary = "An SPF record does not say what about all other senders.",
    .why = "Without `all` or `redirect` the answer for every other host is neutral: the record "
           "forbids nothing.",
    .effect = "SPF does not stop mail from other hosts",
    .references = {rfc("7208", "4.7")},
    .level = Level::warning,
    .types = {Type::TXT},
    .bad = R"(
@  TXT  "v=spf1 mx include:_spf.google.com"
)",
    .good = R"(
@     TXT  "v=spf1 mx include:_spf.example.com -all"
_spf  TXT  "v=spf1 ip4:192.0.2.0/24"
sub   TXT  "v=spf1 redirect=example.com"
)",
    .unless = is_no_spf,
    .check = check,
};

} // namespace zonevet::rules::spf_all_missing
