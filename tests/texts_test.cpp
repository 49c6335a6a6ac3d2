// What a finding says, whole: each golden zone has a file ZONE.expected with the report of its rule as a person
// reads it, and with what stays of it where a part of the zone is not known: there, nothing may be called
// missing. A zone of which nothing is reported has none. tests/packs/FAMILY/PACK.expected has the same of the tests
// in the packs, tests/rules/list.expected what rules are.
//
// ZONEVET_UPDATE=1 writes them. Read the difference before you commit it: these are the messages.
#include "golden.h"

#include "policy/test.h"
#include "report/report.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fmt/format.h>
#include <map>

namespace zonevet::test {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
}

// The run with the findings of one rule alone.
RunReport only(RunReport run, const Rule& rule)
{
    for (ZoneReport& zone : run.zones) {
        std::erase_if(zone.findings, [&](const Finding& finding) { return finding.rule->name != rule.name; });
        zone.diff.reset(); // tests/cli has those
    }
    return run;
}

std::string report_of(const RunReport& run)
{
    std::string text;
    ReportStyle style;
    style.summary = false;
    find_report_format("full")->report(run, style, [&](std::string_view part) { text += part; });
    replace_all(text, SOURCE_DIR "/", "");
    return text;
}

std::vector<std::string> places_of(const RunReport& run)
{
    std::vector<std::string> places;
    for (const ZoneReport& zone : run.zones)
        for (const Finding& finding : zone.findings) {
            LineColumn at = zone.sources->locate(finding.span.position());
            places.push_back(fmt::format("{}:{} {}", at.line, at.column, level_text(finding.level)));
        }
    return places;
}

// What is said of the same zone when not all of it is known, where that is less or more.
std::string what_stays(const GoldenZone& zone, const RunReport& whole, Gap gap, std::string_view when)
{
    std::vector<std::string> before = places_of(whole),
                             after = places_of(only(run_golden(zone, Running::own, gap), *zone.rule));
    if (before == after)
        return "";
    std::string text = fmt::format("{}:", when);
    for (const std::string& place : after)
        text += fmt::format(" {},", place);
    return text + (after.empty() ? " nothing\n" : "\n");
}

std::string expected_text(const GoldenZone& zone)
{
    RunReport whole = only(run_golden(zone), *zone.rule);
    std::string text = report_of(whole);
    text += what_stays(zone, whole, Gap::missing_include, "an included file is not there");
    if (is_about_change(zone.rule->check))
        text += what_stays(zone, whole, Gap::missing_include_before, "an included file was not there");
    text += what_stays(zone, whole, Gap::part, "a part of the zone");
    return text;
}

// Compares, or writes. Nothing to say is no file.
void compare(const fs::path& path, const std::string& said)
{
    CAPTURE(path.lexically_relative(SOURCE_DIR).string());
    if (std::getenv("ZONEVET_UPDATE") != nullptr) {
        fs::create_directories(path.parent_path());
        if (said.empty())
            fs::remove(path);
        else
            spill(path, said);
    }
    CHECK(said == (fs::exists(path) ? slurp(path) : ""));
}

std::string default_of(const Option& option)
{
    switch (option.kind) {
    case Option::Kind::number:
        return fmt::format("{}", option.number);
    case Option::Kind::period:
        return fmt::format("{} s", option.number);
    case Option::Kind::flag:
        return option.number != 0 ? "true" : "false";
    case Option::Kind::list:
        return fmt::format("[{}]", option.list);
    }
    return "";
}

// One line: all of a rule that decides where, when and how gravely it speaks.
std::string in_one_line(const Rule& rule)
{
    std::string line = fmt::format("{} {}: {}, {}, {}", rule.family, rule.name, level_text(rule.level),
                                   confidence_text(rule.confidence), profile_text(rule.profile));
    for (std::string_view profile : rule.scope.profiles)
        line += fmt::format(", for {}", profile);
    for (const Option& option : rule.options)
        line += fmt::format(", {} = {} ({})", option.name, default_of(option), option.help);
    if (std::holds_alternative<OfWholeRun>(rule.check)) // no golden zone shows its words
        line += fmt::format(", effect: {}", rule.effect);
    return line + "\n";
}

} // namespace

TEST_CASE("every golden zone's findings are told in these words", "[golden]")
{
    for (const Rule* rule : rules_to_test())
        for (const GoldenZone& zone : golden_zones(*rule))
            compare(fs::path(zone.path) += ".expected", expected_text(zone));
}

TEST_CASE("every finding of a test in a pack is told in these words", "[golden]")
{
    std::map<std::string, std::string> texts; // by pack
    for (const policy::RuleTest& test : policy::pack_tests()) {
        const Rule* rule = find_rule(test.rule);
        REQUIRE(rule != nullptr);
        std::string pack(test.where.substr(0, test.where.find(".toml")));
        texts[pack]; // a pack in which nothing is reported has no file, like a zone
        if (!test.passes)
            texts[pack] += report_of(only(policy::run_of(test, *rule, test.profiles), *rule));
    }
    for (const auto& [pack, text] : texts) {
        REQUIRE(pack.starts_with("rules/"));
        compare(TESTS_DIR "/packs" + pack.substr(5) + ".expected", text);
    }
}

TEST_CASE("every rule is what tests/rules/list.expected says", "[golden]")
{
    std::string text;
    for (const Rule& rule : all_rules())
        text += in_one_line(rule);
    compare(TESTS_DIR "/rules/list.expected", text);
}

} // namespace zonevet::test
