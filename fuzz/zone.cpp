// Any text as a zone, all rules on: no crash, no hang, every finding inside its text, and the same
// findings on one thread as on two.
#include "lint/run.h"

#include <cstdint>
#include <cstdlib>

using namespace zonevet;

static std::vector<Finding> check(std::string_view text, unsigned jobs)
{
    Settings settings = Settings::of_profile(Profile::strict);
    settings.jobs = jobs;
    settings.today = 20468;
    settings.max_generated = 1000;
    ZoneReport report = check_text(text, "example.com.", settings);
    for (const Finding& finding : report.findings)
        if (finding.span.begin > finding.span.end ||
            finding.span.end > (*report.sources)[finding.span.source].text().size())
            std::abort();
    return std::move(report.findings);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view text(reinterpret_cast<const char*>(data), size);
    std::vector<Finding> one = check(text, 1), two = check(text, 2);
    if (one.size() != two.size())
        std::abort();
    for (std::size_t i = 0; i < one.size(); ++i)
        if (one[i].rule != two[i].rule || !(one[i].span == two[i].span) ||
            one[i].message != two[i].message)
            std::abort();
    return 0;
}
