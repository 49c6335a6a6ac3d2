#include "rules/caa/shared/caa.h"

namespace zonevet::rules::caa_issue_missing {

namespace {
void check(const RRset& set, Lint& lint)
{
    bool wildcard = false;
    for (Record caa : set) {
        std::string_view tag = caa.bytes(caa_tag);
        // What stands for "issue" but is wrong has its own finding.
        if (same_tag(tag, "issue") || (!is_known_tag(tag) && !intended_tag(tag).empty()))
            return;
        wildcard = wildcard || same_tag(tag, "issuewild");
    }
    if (wildcard)
        lint.report(set.front(),
                    "{} restricts certificates for wildcards only; any CA may issue the others",
                    set.owner());
    else
        lint.report(set.front(), "the CAA records of {} have no issue property; any CA may issue",
                    set.owner());
}
} // namespace

extern const Rule rule{
    .name = "caa-issue-missing",
    .summary = "The CAA records of a name have no issue property.",
    .why = "Without `issue` any CA may issue for the name, and the records of its parents no "
           "longer count.",
    .references = {rfc("8659", "4.2"), rfc("8659", "3")},
    .level = Level::info,
    .profile = Profile::strict,
    .types = {Type::CAA},
    .bad = R"(
@     CAA    0 iodef "mailto:security@example.com"
)",
    .good = R"(
@     CAA    0 issue "letsencrypt.org"
@     CAA    0 iodef "mailto:security@example.com"
)",
    .check = check,
};

} // namespace zonevet::rules::caa_issue_missing
