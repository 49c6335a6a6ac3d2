// Every rule against its golden zones (golden.h): the marked lines and nothing else.
#include "golden.h"

#include "lint/run.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <set>

namespace zonevet::test {
namespace {

std::string file_prefix(const Sources& sources, std::uint32_t source, const fs::path& main)
{
    fs::path name = fs::path(sources[source].path()).filename();
    bool own = name == main.filename() || name == "zone" || name == "script"; // of a change
    return own ? "" : name.string() + ":";
}

struct Outcome {
    std::vector<std::string> reported, expected;
    std::vector<std::string> texts; // messages and helps, to judge their style
};

Outcome outcome_of(const GoldenZone& golden)
{
    Outcome outcome;
    outcome.expected = marks(golden.text);
    for (const ZoneReport& zone : run_golden(golden).zones) {
        for (const Finding* finding : findings_of(zone, *golden.rule)) {
            outcome.reported.push_back(
                fmt::format("{}{} {}", file_prefix(*zone.sources, finding->span.source, golden.path),
                            zone.sources->locate(finding->span.position()).line, golden.rule->name));
            outcome.texts.push_back(finding->message);
            if (!finding->help.empty())
                outcome.texts.push_back(finding->help);
        }
        for (std::uint32_t i = 0; !zone.diff && i < zone.sources->size(); ++i)
            if (std::string file = file_prefix(*zone.sources, i, golden.path); !file.empty())
                for (std::string& mark : marks((*zone.sources)[i].text(), file))
                    outcome.expected.push_back(std::move(mark));
    }
    // What no line is marked for may answer to "; expect@zone:".
    std::string zone_mark = fmt::format("zone {}", golden.rule->name);
    auto wanted = std::count(outcome.expected.begin(), outcome.expected.end(), zone_mark);
    for (std::string& item : outcome.reported)
        if (wanted > 0 && std::find(outcome.expected.begin(), outcome.expected.end(), item) == outcome.expected.end()) {
            item = zone_mark;
            --wanted;
        }
    std::sort(outcome.reported.begin(), outcome.reported.end());
    std::sort(outcome.expected.begin(), outcome.expected.end());
    return outcome;
}

// One sentence, lower case, no full stop. A type ("CNAME ..."), a name and `quoted` text keep
// theirs.
bool is_good_style(const std::string& text)
{
    if (text.empty() || text.find('\n') != std::string::npos)
        return false;
    auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    std::vector<std::string> words = words_of(text);
    const std::string& first = words.front();
    bool mnemonic = first.size() > 1 && !(first[1] >= 'a' && first[1] <= 'z');
    if (is_upper(first[0]) && first.size() > 1 && !mnemonic && first.find('.') == std::string::npos)
        return false;
    const std::string& last = words.back();
    return !last.ends_with('.') || last.find('.') + 1 < last.size(); // "www.example.com." is a name
}

std::vector<std::string> style_offences(const std::vector<std::string>& texts)
{
    std::vector<std::string> offences;
    for (const std::string& text : texts)
        if (!is_good_style(text))
            offences.push_back(text);
    return offences;
}

} // namespace

TEST_CASE("a rule is found by its name, and none by nothing", "[unit]")
{
    CHECK(find_rule("mx-target-missing") != nullptr);
    CHECK(find_rule("") == nullptr);
    CHECK(find_rule("mx-target-missin") == nullptr);
}

TEST_CASE("golden zones: each rule reports the marked lines and no others", "[golden]")
{
    for (const Rule* rule : rules_to_test())
        for (const GoldenZone& zone : golden_zones(*rule)) {
            CAPTURE(zone.path.lexically_relative(SOURCE_DIR).string());
            Outcome outcome = outcome_of(zone);
            CHECK(outcome.reported == outcome.expected);
            CHECK(style_offences(outcome.texts) == std::vector<std::string>{});
        }
}

TEST_CASE("every rule's own examples are true", "[examples]")
{
    const std::string preamble = "$TTL 3600\n"
                                 "@    IN SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600\n"
                                 "@    IN NS  ns1\n"
                                 "@    IN NS  ns2\n"
                                 "ns1  IN A   192.0.2.1\n"
                                 "ns2  IN A   198.51.100.2\n";
    auto reported = [&](const Rule& rule, std::string_view example) {
        std::vector<std::string> words = words_of(example);
        bool whole = std::find(words.begin(), words.end(), "SOA") != words.end();
        std::string text = (whole ? "" : preamble) + std::string(example.substr(example[0] == '\n'));
        Settings settings = settings_for(rule, text);
        std::vector<std::string> messages;
        RunReport run;
        if (rule.family == "octodns")
            run = check_octodns("example.com.yaml", std::string(example), settings);
        else if (is_about_change(rule.check))
            run = review_states(states_in(std::string(example.substr(example[0] == '\n')), whole ? "" : preamble),
                                settings);
        else
            run.zones.push_back(check_text(text, zone_name_of(text), settings));
        for (const ZoneReport& zone : run.zones)
            for (const Finding* finding : findings_of(zone, rule))
                messages.push_back(finding->message);
        return messages;
    };
    // These need other files, options, or octets that no example can show; golden zones have them.
    const std::set<std::string_view> not_shown{"file-binary",        "data-too-long",          "include-loop",
                                               "include-repeated",   "owner-blank-in-include", "include-sets-origin",
                                               "include-sets-ttl",   "served-name-not-origin", "served-name-not-file",
                                               "file-name-not-zone", "change-in-freeze"};
    for (const Rule& rule : all_rules()) {
        CAPTURE(std::string(rule.name));
        if (std::holds_alternative<OfWholeRun>(rule.check))
            continue; // its example is no zone; tests/cli shows it
        REQUIRE_FALSE(rule.bad.empty());
        REQUIRE_FALSE(rule.good.empty());
        bool told = not_shown.count(rule.name) || !reported(rule, rule.bad).empty();
        CHECK(told);
        CHECK(reported(rule, rule.good) == std::vector<std::string>{});
    }
}

TEST_CASE("every rule explains itself", "[examples]")
{
    for (const Rule& rule : all_rules()) {
        CAPTURE(std::string(rule.name));
        CHECK_FALSE(rule.family.empty());
        CHECK(rule.summary.ends_with('.'));
        CHECK(rule.why.ends_with('.'));
        CHECK_FALSE(rule.references.empty());
        CHECK(rule.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
        CHECK(find_rule(rule.name) == &rule);
    }
}

} // namespace zonevet::test
