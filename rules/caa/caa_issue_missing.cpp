#include "rules/caa/shared/caa.h"
#include "rules/zone/shared/may_hold_more.h"

namespace zonevet::rules::caa_issue_missing {

namespace {
// It keeps every CA from issuing, whatever else is there: caa-critical-tag-unknown.
bool forbids_all(const Record& caa)
{
    return (caa.number(caa_flags) & 128) != 0 && !is_known_tag(caa.bytes(caa_tag));
}

void check(const RRset& set, Lint& lint)
{
    if (may_hold_more(set))
        return;
    bool wildcard = false;
    for (Record caa : set) {
        std::string_view tag = caa.bytes(caa_tag);
        // What stands for "issue" but is wrong has its own finding.
        if (same_tag(tag, "issue") || (!is_known_tag(tag) && !intended_tag(tag).empty()) || forbids_all(caa))
            return;
        wildcard = wildcard || same_tag(tag, "issuewild");
    }
    // The name has none: no record of it is wrong.
    Place owner = set.front().owner_place();
    Draft& draft =
        wildcard ? lint.report(owner, "{} restricts certificates for wildcards only; any CA may issue the others",
                               set.owner())
                 : lint.report(owner, "the CAA records of {} have no `issue` property; any CA may issue", set.owner());
    draft.help("add an `issue` property with the CA that may issue, or with `;` when none may");
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
