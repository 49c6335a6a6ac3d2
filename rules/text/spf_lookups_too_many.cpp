#include "lint/rule.h"
#include "rules/text/shared/policy_text.h"
#include "rules/text/shared/spf.h"

#include <fmt/format.h>

namespace zonevet::rules::spf_lookups_too_many {

namespace {

constexpr unsigned most = 10;

void check(const Record& txt, Lint& lint)
{
    PolicyText text(txt);
    SpfCost cost = spf_cost(txt);
    if (cost.lookups <= most || cost.loop)
        return;
    unsigned own = 0;
    std::string_view one_too_many;
    for (const SpfTerm& term : spf_terms(text.text()))
        if (term.needs_lookup() && ++own == most + 1)
            one_too_many = term.whole;
    Draft& draft =
        lint.report(text.place(one_too_many), "the SPF record of {} needs {}{} DNS look-ups, and {} are allowed",
                    txt.owner(), cost.complete ? "" : "at least ", cost.lookups, most);
    if (!one_too_many.empty())
        draft.label("one too many");
    draft.help("include fewer records, or name addresses by `ip4` and `ip6`");
}

} // namespace

extern const Rule rule{
    .name = "spf-lookups-too-many",
    .summary = "An SPF record needs more than ten DNS look-ups.",
    .why = "Receivers stop after ten look-ups with a permanent error. Each `include`, `a`, `mx`, "
           "`ptr`, `exists` and `redirect` is one, and those of included records count as well. "
           "What records of other zones add is not counted here.",
    .effect = "SPF fails for all mail from this domain",
    .references = {rfc("7208", "4.6.4")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::TXT},
    .bad = R"(
@  TXT ("v=spf1 a mx a:a.example.net a:b.example.net a:c.example.net a:d.example.net "
        "a:e.example.net a:f.example.net a:g.example.net a:h.example.net a:i.example.net -all")
)",
    .good = R"(
@  TXT  "v=spf1 a mx ip4:192.0.2.0/24 include:_spf.google.com -all"
)",
    .unless = is_no_spf,
    .check = check,
};

} // namespace zonevet::rules::spf_lookups_too_many
