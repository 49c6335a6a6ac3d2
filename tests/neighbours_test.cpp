// One cause, one finding: what a golden zone is reported for is told by one rule. Pairs that may speak about
// one token stand in tests/rules/neighbours.txt, each with its reason: "RULE OTHER-RULE: why".
#include "golden.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <map>
#include <set>

namespace zonevet::test {
namespace {

using Pair = std::pair<std::string, std::string>; // in alphabetical order

Pair pair_of(std::string one, std::string other)
{
    return one < other ? Pair(one, other) : Pair(other, one);
}

std::set<Pair> listed_pairs()
{
    std::set<Pair> pairs;
    for (const std::string& line : lines_of(slurp(TESTS_DIR "/rules/neighbours.txt"))) {
        if (line.empty() || line.starts_with('#'))
            continue;
        std::size_t colon = line.find(": ");
        REQUIRE(colon != std::string::npos);
        std::vector<std::string> names = words_of(line.substr(0, colon));
        CAPTURE(line);
        REQUIRE(names.size() == 2);
        CHECK(find_rule(names[0]) != nullptr);
        CHECK(find_rule(names[1]) != nullptr);
        CHECK(line.size() > colon + 12); // a reason, not a word
        CHECK(pairs.insert(pair_of(names[0], names[1])).second);
    }
    return pairs;
}

bool share_a_token(const Span& one, const Span& other)
{
    return one.source == other.source && one.begin < other.end && other.begin < one.end;
}

// Golden zones use the addresses of documentation, which one rule is about.
bool is_of_every_zone(const Finding& finding)
{
    return finding.rule->name == "address-documentation";
}

// Which other rules speak about the tokens that the zone's own rule reports, and where.
void collect(const GoldenZone& golden, std::map<Pair, std::string>& met)
{
    for (const ZoneReport& zone : run_golden(golden, Running::all).zones)
        for (const Finding* finding : findings_of(zone, *golden.rule))
            for (const Finding& other : zone.findings)
                if (other.rule->name != golden.rule->name && !is_of_every_zone(other) &&
                    share_a_token(finding->span, other.span))
                    met.try_emplace(pair_of(std::string(golden.rule->name), std::string(other.rule->name)),
                                    fmt::format("{}:{}", golden.path.lexically_relative(TESTS_DIR "/rules").string(),
                                                zone.sources->locate(other.span.position()).line));
}

} // namespace

TEST_CASE("no two rules speak about one token, unless it is listed why", "[golden]")
{
    std::map<Pair, std::string> met;
    for (const Rule* rule : rules_to_test())
        for (const GoldenZone& zone : golden_zones(*rule))
            collect(zone, met);
    std::set<Pair> listed = listed_pairs();
    for (const auto& [pair, where] : met) {
        std::string told = fmt::format("{} {} {}", pair.first, pair.second, where);
        CAPTURE(told);
        CHECK(listed.count(pair) == 1);
    }
    if (rules_to_test().size() < all_rules().size())
        return;
    for (const Pair& pair : listed) {
        std::string unmet = fmt::format("{} {}", pair.first, pair.second);
        CAPTURE(unmet);
        CHECK(met.count(pair) == 1);
    }
}

} // namespace zonevet::test
