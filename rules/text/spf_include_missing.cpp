#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/policy_text.h"
#include "rules/text/shared/spf.h"
#include "rules/zone/shared/may_hold_more.h"

#include <fmt/format.h>

namespace zonevet::rules::spf_include_missing {

namespace {

void check(const Record& txt, Lint& lint)
{
    PolicyText text(txt);
    for (const SpfTerm& term : spf_terms(text.text())) {
        if (!term.is("include") && !(term.is_modifier && same_text(term.name, "redirect")))
            continue;
        std::string storage;
        Name name;
        if (!term_domain(term, storage, name))
            continue;
        if (name == txt.owner()) {
            lint.report(text.place(term.whole), "the SPF record of {} includes itself", txt.owner())
                .help("remove the term");
            continue;
        }
        Answer answer = txt.zone().look_up(name, Type::TXT);
        bool only_others =
            answer.is == Existence::found && !may_hold_more(*answer.rrset) && !spf_record_at(txt.zone(), name);
        if (answer.missing() || only_others)
            lint.report(text.place(term.domain()), "{} has no SPF record", name)
                .help("add its SPF record, or name the right domain");
    }
}

} // namespace

extern const Rule rule{
    .name = "spf-include-missing",
    .summary = "An SPF record includes a name of this zone that has no SPF record, or itself.",
    .why = "When an included policy is not there, the check ends in a permanent error, as if the "
           "domain had no working SPF at all.",
    .effect = "SPF fails for all mail from this domain",
    .references = {rfc("7208", "5.2"), rfc("7208", "6.1")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::TXT},
    .bad = R"(
@  TXT  "v=spf1 include:_spf.example.com -all"
)",
    .good = R"(
@     TXT  "v=spf1 include:_spf.example.com -all"
_spf  TXT  "v=spf1 ip4:192.0.2.0/24"
)",
    .unless = is_no_spf,
    .check = check,
};

} // namespace zonevet::rules::spf_include_missing
