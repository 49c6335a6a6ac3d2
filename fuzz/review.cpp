// The change between two states, "; becomes" on a line between them: a state against itself is no change, every
// finding stands inside its text, and what is new on the way there is gone on the way back.
#include "lint/review.h"
#include "fuzz/targets.h"

#include <algorithm>

namespace zonevet::fuzz {

namespace {

RunReport reviewed(std::string_view before, std::string_view after)
{
    static const Settings settings = [] {
        Settings made = Settings::of_profile(Profile::strict);
        for (std::size_t i = 0; i < made.rules.size(); ++i) // the others are fuzzed with one state
            made.rules[i].enabled = is_about_change(made.catalogue()[i].check);
        made.today = 20468;
        made.jobs = 1;
        made.max_generated = 1000;
        return made;
    }();
    auto state = [](std::string_view text) {
        ZoneFile file;
        file.path = "zone";
        file.bytes = std::make_shared<Bytes>(std::string(text));
        file.name = told("example.com.", "flag");
        return file;
    };
    return review_zones({{state(before), state(after), {}}}, settings);
}

std::size_t count_of(const RunReport& run, char sign)
{
    std::size_t count = 0;
    for (const ZoneReport& zone : run.zones)
        if (zone.diff)
            count += static_cast<std::size_t>(std::count_if(zone.diff->lines.begin(), zone.diff->lines.end(),
                                                            [&](const DiffLine& line) { return line.sign == sign; }));
    return count;
}

} // namespace

void review(std::string_view text)
{
    constexpr std::string_view between = "\n; becomes\n";
    std::size_t at = text.find(between);
    std::string_view before = text.substr(0, at);
    std::string_view after = at == std::string_view::npos ? before : text.substr(at + between.size());
    RunReport there = reviewed(before, after), back = reviewed(after, before);
    for (const ZoneReport& zone : there.zones)
        for (const Finding& finding : zone.findings)
            require(finding.span.begin <= finding.span.end &&
                    finding.span.end <= (*zone.sources)[finding.span.source].text().size());
    if (before == after)
        require(count_of(there, '+') + count_of(there, '-') + count_of(there, '~') == 0);
    require(count_of(there, '+') == count_of(back, '-') && count_of(there, '-') == count_of(back, '+') &&
            count_of(there, '~') == count_of(back, '~'));
}

} // namespace zonevet::fuzz
