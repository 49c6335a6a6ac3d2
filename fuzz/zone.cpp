// No crash, no hang, every finding inside its text, and the same findings on one thread as on two.
#include "fuzz/targets.h"
#include "lint/run.h"

namespace zonevet::fuzz {

namespace {

std::vector<Finding> findings_of(std::string_view text, unsigned jobs)
{
    static const Settings settings = [] {
        Settings made = Settings::of_profile(Profile::strict);
        made.today = 20468;
        made.max_generated = 1000;
        return made;
    }();
    static const TextCheck check(settings);
    ZoneReport report = check(text, "example.com.", "zone", jobs);
    for (const Finding& finding : report.findings)
        require(finding.span.begin <= finding.span.end &&
                finding.span.end <= (*report.sources)[finding.span.source].text().size());
    return std::move(report.findings);
}

} // namespace

void zone(std::string_view text)
{
    std::vector<Finding> one = findings_of(text, 1);
    // Threads cost more than all rules do: one input in eight is enough.
    if (text.size() % 8 != 0)
        return;
    std::vector<Finding> two = findings_of(text, 2);
    require(one.size() == two.size());
    for (std::size_t i = 0; i < one.size(); ++i)
        require(one[i].rule == two[i].rule && one[i].span == two[i].span && one[i].message == two[i].message);
}

} // namespace zonevet::fuzz
