// Every fix that golden zones offer, applied: the finding is gone and nothing worse has come.
#include "golden.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <map>
#include <set>

namespace zonevet::test {
namespace {

// The rules that report errors, and how often.
std::map<std::string_view, std::size_t> errors_of(const RunReport& run)
{
    std::map<std::string_view, std::size_t> errors;
    for (const ZoneReport& zone : run.zones)
        for (const Finding& finding : zone.findings)
            if (finding.level == Level::error)
                ++errors[finding.rule->name];
    return errors;
}

std::uint64_t line_of(const ZoneReport& zone, const Finding& finding)
{
    return zone.sources->locate(finding.span.position()).line;
}

// On one line: of some mistakes only the first of a file is told, and then it is the turn of the next.
std::size_t count_at(const RunReport& run, const Rule& rule, std::uint64_t line)
{
    std::size_t count = 0;
    for (const ZoneReport& zone : run.zones)
        for (const Finding* finding : findings_of(zone, rule))
            count += line_of(zone, *finding) == line ? 1 : 0;
    return count;
}

// The zone with the fix of one finding. Empty: it is of another file than the zone's own.
std::string fixed(const GoldenZone& golden, const ZoneReport& zone, const Finding& finding)
{
    const Source& source = (*zone.sources)[finding.span.source];
    std::string text = golden.text;
    std::size_t shift = 0;
    if (is_about_change(golden.rule->check)) {
        // Such a state is the end of the file behind empty lines, or (the state before) its beginning.
        std::size_t at = text.rfind(source.text().substr(source.text().find_first_not_of('\n')));
        if (at == std::string::npos)
            return "";
        shift = at - source.text().find_first_not_of('\n');
    } else if (source.text() != text) {
        return "";
    }
    return text.replace(finding.span.begin + shift, finding.span.end - finding.span.begin, *finding.fix);
}

void apply_each(const GoldenZone& golden, std::size_t& applied)
{
    RunReport before = run_golden(golden, Running::all);
    for (const ZoneReport& zone : before.zones)
        for (const Finding* finding : findings_of(zone, *golden.rule)) {
            if (!finding->fix)
                continue;
            GoldenZone mended = golden;
            mended.text = fixed(golden, zone, *finding);
            if (mended.text.empty())
                continue;
            ++applied;
            std::uint64_t line = line_of(zone, *finding);
            CAPTURE(line, *finding->fix);
            RunReport after = run_golden(mended, Running::all);
            CHECK(count_at(after, *golden.rule, line) < count_at(before, *golden.rule, line));
            std::map<std::string_view, std::size_t> errors = errors_of(before);
            for (const auto& [name, now] : errors_of(after)) {
                CAPTURE(std::string(name));
                CHECK(now <= errors[name]);
            }
        }
}

} // namespace

TEST_CASE("every fix removes its finding and brings no error", "[golden]")
{
    std::size_t applied = 0;
    for (const Rule* rule : rules_to_test())
        for (const GoldenZone& zone : golden_zones(*rule)) {
            CAPTURE(zone.path.lexically_relative(SOURCE_DIR).string());
            apply_each(zone, applied);
        }
    CHECK((applied > 200 || rules_to_test().size() < all_rules().size()));
}

} // namespace zonevet::test
