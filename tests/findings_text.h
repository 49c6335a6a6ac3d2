// What rules say of a zone, as text that is kept in a file NAME.expected and compared from then on.
// ZONEVET_UPDATE=1 writes it.
#pragma once

#include "lint/run.h"
#include "support.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fmt/format.h>

namespace zonevet::test {

// These rules and families alone, at their own levels.
inline Settings settings_of_rules(const std::vector<std::string>& words)
{
    Settings settings = Settings::of_profile(Profile::core);
    for (RuleSetting& rule : settings.rules)
        rule.enabled = false;
    for (const std::string& word : words) {
        std::vector<std::size_t> named = rules_named(word);
        CAPTURE(word);
        REQUIRE_FALSE(named.empty());
        for (std::size_t rule : named)
            settings.rules[rule].enabled = true;
    }
    settings.jobs = 1;
    settings.today = 20468; // 2026-01-15
    return settings;
}

// "error[RULE] message | label | help | fix: text", without the parts that are empty.
inline std::string finding_text(const Finding& finding)
{
    std::string text = fmt::format("{}[{}] {}", level_text(finding.level), finding.rule->name, finding.message);
    for (const std::string& part : {finding.label, finding.help})
        if (!part.empty())
            text += " | " + part;
    if (finding.fix)
        text += " | fix: " + *finding.fix;
    return text;
}

inline void check_expected(const fs::path& expected, const std::string& text)
{
    CAPTURE(expected.filename().string());
    if (std::getenv("ZONEVET_UPDATE") != nullptr)
        spill(expected, text);
    REQUIRE(fs::exists(expected));
    std::vector<std::string> now = lines_of(text), before = lines_of(slurp(expected));
    for (std::size_t i = 0; i < std::max(now.size(), before.size()); ++i) {
        INFO("line " << i + 1);
        REQUIRE((i < now.size() ? now[i] : "nothing") == (i < before.size() ? before[i] : "nothing"));
    }
}

} // namespace zonevet::test
