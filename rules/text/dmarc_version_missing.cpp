#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/dmarc.h"
#include "rules/text/shared/policy_version.h"
#include "rules/text/shared/spf.h"
#include "rules/zone/shared/may_hold_more.h"

#include <fmt/format.h>

namespace zonevet::rules::dmarc_version_missing {

namespace {

void check(const RRset& set, Lint& lint)
{
    if (!is_dmarc_owner(set.owner()))
        return;
    for (Record txt : set)
        if (is_dmarc(txt) || version_meant(txt) == "v=DMARC1") // policy-version-misspelt
            return;                                            // another text beside a policy does no harm
    Record txt = set.front();
    std::string_view text = first_string(txt);
    // The policy may be what these files do not show. Then only what wants to be one is a mistake.
    bool may_be_elsewhere = may_hold_more(set);
    if (may_be_elsewhere && text.find("DMARC1") == std::string_view::npos)
        return;
    Draft& draft = lint.report(txt.at(field(Type::TXT, "text"), 0), "the text at {} is no DMARC record", set.owner());
    if (!lint.describing())
        return;
    if (may_be_elsewhere)
        draft.effect("receivers skip this text");
    if (text.starts_with("v=DMARC1"))
        draft.label("a semicolon must follow `v=DMARC1`").help("write `v=DMARC1;` and the other tags");
    else if (is_spf(txt))
        draft.label("an SPF record").help("SPF belongs to the domain itself, without `_dmarc`");
    else
        draft.label("does not begin with `v=DMARC1`")
            .help(text.find("p=") != std::string_view::npos ? "begin the text with `v=DMARC1;`"
                                                            : "write `v=DMARC1; p=none` or a stricter policy");
}

} // namespace

extern const Rule rule{
    .name = "dmarc-version-missing",
    .summary = "The text at `_dmarc` does not begin with `v=DMARC1`.",
    .why = "Receivers skip every text at this name that does not begin with the version, so the "
           "domain has no policy.",
    .effect = "the domain has no DMARC policy",
    .references = {rfc("7489", "6.3"), rfc("9989")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::TXT},
    .bad = R"(
_dmarc  TXT  "p=reject; v=DMARC1"
)",
    .good = R"(
_dmarc  TXT  "v=DMARC1; p=reject"
)",
    .check = check,
};

} // namespace zonevet::rules::dmarc_version_missing
