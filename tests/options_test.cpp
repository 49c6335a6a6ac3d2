// Each bound that a rule has as an option is met by its golden zones on both sides: with one more, and with one
// less, they are judged otherwise.
#include "golden.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace zonevet::test {
namespace {

std::vector<std::string> places(const RunReport& run, const Rule& rule)
{
    std::vector<std::string> found;
    for (const ZoneReport& zone : run.zones)
        for (const Finding* finding : findings_of(zone, rule))
            found.push_back(fmt::format("{} {}", finding->span.begin, level_text(finding->level)));
    return found;
}

// Whether one of the zones is judged otherwise when the option is moved.
bool is_noticed(const Rule& rule, std::size_t option, std::int64_t by)
{
    for (const GoldenZone& zone : golden_zones(rule)) {
        Settings settings = settings_for(rule, zone.text);
        std::vector<std::string> before = places(run_golden(zone, settings), rule);
        std::size_t index = rules_named(rule.name).at(0);
        settings.rules[index].options.at(option).number += by;
        if (places(run_golden(zone, settings), rule) != before)
            return true;
    }
    return false;
}

} // namespace

TEST_CASE("golden zones stand on both sides of every bound", "[golden]")
{
    for (const Rule* rule : rules_to_test())
        for (std::size_t i = 0; i < rule->options.size(); ++i) {
            const Option& option = rule->options[i];
            CAPTURE(std::string(rule->name), std::string(option.name));
            if (option.kind != Option::Kind::number && option.kind != Option::Kind::period)
                continue;
            std::int64_t step = option.name == "bits" ? 8 : 1; // keys are made of octets
            CHECK(is_noticed(*rule, i, step));
            if (option.number > 0) // there is no bound below none
                CHECK(is_noticed(*rule, i, -step));
        }
}

} // namespace zonevet::test
