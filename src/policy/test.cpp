// Runs [[rule.test]]: a few records in a zone of their own, with the rule alone.
#include "policy/test.h"

#include "lint/review.h"
#include "lint/run.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet::policy {

namespace {

// What makes a text a whole zone. No other record: a rule could select it.
constexpr std::string_view preamble =
    "$TTL 3600\n"
    "@ IN SOA ns.example.net. hostmaster.example.net. 2026011500 7200 3600 1209600 3600\n";
constexpr std::uint64_t preamble_lines = 2;

bool has_soa(std::string_view text)
{
    for (std::size_t at = 0; (at = text.find("SOA", at)) != std::string_view::npos; at += 3) {
        auto is_blank = [&](std::size_t i) { return i >= text.size() || static_cast<unsigned char>(text[i]) <= ' '; };
        if ((at == 0 || is_blank(at - 1)) && is_blank(at + 3))
            return true;
    }
    return false;
}

// The rule alone, and those that say that a text cannot be read.
std::shared_ptr<const std::vector<Rule>> catalogue_for(const Rule& rule)
{
    auto rules = std::make_shared<std::vector<Rule>>();
    rules->push_back(rule);
    rules->front().scope.files = {}; // a test has no path
    for (const Rule& other : all_rules())
        if (other.level == Level::error && other.family == "syntax" && std::holds_alternative<Mistake>(other.check))
            rules->push_back(other);
    return rules;
}

// A multi-line string of TOML is indented like the table around it; a blank in front of a line would
// mean "the owner of the line above".
std::string without_indent(std::string_view text)
{
    std::size_t indent = std::string_view::npos;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        std::size_t first = line.find_first_not_of(" \t\r");
        if (first != std::string_view::npos)
            indent = std::min(indent, first);
        at = end + 1;
    }
    if (indent == 0 || indent == std::string_view::npos)
        return std::string(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        out += line.substr(std::min(indent, line.size()));
        out += '\n';
        at = end + 1;
    }
    return out;
}

std::string zone_text(std::string_view text)
{
    return (has_soa(text) ? "" : std::string(preamble)) + without_indent(text) + "\n";
}

RunReport review_texts(const RuleTest& test, const std::string& zone, const Settings& settings)
{
    auto state = [&](std::string_view text) {
        ZoneFile file;
        file.path = "test";
        file.name = told(zone, "flag");
        file.bytes = std::make_shared<Bytes>(zone_text(text));
        return file;
    };
    return review_zones({{state(test.old), state(test.text), std::nullopt}}, settings);
}

// One run: in a zone that has all these profiles.
TestResult run_with(std::span<const std::string_view> profiles, const RuleTest& test, const Rule& rule)
{
    TestResult result;
    bool whole = has_soa(test.text);
    RunReport run = run_of(test, rule, profiles);
    ZoneReport report = run.zones.empty() ? ZoneReport() : std::move(run.zones.front());
    std::vector<const Finding*> findings;
    auto line_of = [&](const Finding& finding) -> std::uint64_t {
        std::uint64_t line = report.sources->locate(finding.span.position()).line;
        std::uint64_t before = whole ? 0 : preamble_lines;
        return line > before ? line - before : 0; // 0: at the serial of the preamble
    };
    for (const Finding& finding : report.findings) {
        bool own = finding.rule == run.own_rules->data();
        result.found.push_back(fmt::format("line {}: {}{}", line_of(finding), finding.message,
                                           own ? "" : fmt::format(" ({})", finding.rule->name)));
        if (!own && result.why.empty())
            result.why = "the zone of the test cannot be read";
        if (own)
            findings.push_back(&finding);
    }
    if (!result.why.empty())
        return result;
    if (test.passes && !findings.empty())
        result.why = "should pass, but is reported";
    else if (!test.passes && findings.empty())
        result.why = "should be reported, but passes";
    else if (!test.expect.empty() && findings.size() != test.expect.size())
        result.why = fmt::format("{} findings are expected", test.expect.size());
    auto says = [](const Finding& finding, std::string_view part) {
        return finding.message.find(part) != std::string::npos || finding.label.find(part) != std::string::npos;
    };
    for (std::size_t i = 0; result.why.empty() && i < test.expect.size(); ++i)
        if (!says(*findings[i], test.expect[i]))
            result.why = fmt::format("message {} does not contain `{}`", i + 1, test.expect[i]);
    if (result.why.empty() && test.line != 0 && line_of(*findings.front()) != test.line)
        result.why = fmt::format("line {} is expected", test.line);
    result.as_expected = result.why.empty();
    return result;
}

} // namespace

RunReport run_of(const RuleTest& test, const Rule& rule, std::span<const std::string_view> profiles)
{
    std::shared_ptr<const std::vector<Rule>> rules = catalogue_for(rule);
    Settings settings = Settings::of_profile(Profile::strict, *rules);
    settings.own_catalogue = rules;
    settings.jobs = 1;
    settings.profiles.assign(profiles.begin(), profiles.end());
    std::string zone(test.zone.empty() ? "example.com." : test.zone);
    if (!zone.ends_with('.'))
        zone += '.';
    if (test.has_old)
        return review_texts(test, zone, settings);
    RunReport run;
    run.zones.push_back(check_text(zone_text(test.text), zone, settings));
    run.own_rules = rules;
    return run;
}

// What is to be reported is reported with each of the profiles alone, and with none of them it is not.
TestResult run_test(const RuleTest& test, const Rule& rule)
{
    if (test.passes || test.profiles.empty())
        return run_with(test.profiles, test, rule);
    for (std::size_t i = 0; i < test.profiles.size(); ++i) {
        TestResult result = run_with(test.profiles.subspan(i, 1), test, rule);
        if (result.as_expected)
            continue;
        if (test.profiles.size() > 1)
            result.why += fmt::format(" (in a zone with the profile `{}` alone)", test.profiles[i]);
        return result;
    }
    RuleTest silent = test;
    silent.passes = true;
    silent.expect = {};
    silent.line = 0;
    TestResult result = run_with({}, silent, rule);
    if (!result.as_expected)
        result.why += " (in a zone without a profile)";
    return result;
}

} // namespace zonevet::policy
