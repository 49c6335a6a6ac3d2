// `zonevet test`: whether rules say what their own tests expect of them.
#include "base/failure.h"
#include "cli/commands.h"
#include "cli/resolve.h"
#include "policy/test.h"
#include "text/source.h"

#include <fmt/format.h>

namespace zonevet {

namespace {

struct Tally {
    std::size_t passed = 0, failed = 0, untested = 0, rules = 0;
};

// The zone of a failed test, or its two states.
void quote(std::string_view text, char mark, const Write& out)
{
    while (!text.empty()) {
        std::size_t end = std::min(text.find('\n'), text.size());
        if (text.find_first_not_of(" \t\n") < end)
            out(fmt::format("  {} {}\n", mark, defused(text.substr(0, end))));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
}

void run_tests(std::span<const policy::RuleTest> tests, std::span<const Rule> rules, const Write& out, Tally& tally)
{
    for (const Rule& rule : rules) {
        ++tally.rules;
        bool tested = false;
        for (const policy::RuleTest& test : tests) {
            if (test.rule != rule.name)
                continue;
            tested = true;
            policy::TestResult result = policy::run_test(test, rule);
            if (result.as_expected) {
                ++tally.passed;
                continue;
            }
            ++tally.failed;
            out(fmt::format("{} ({}): {}\n", rule.name, defused(test.where), defused(result.why)));
            for (const std::string& found : result.found)
                out(fmt::format("  found  {}\n", defused(found)));
            for (std::string_view part : test.expect)
                out(fmt::format("  wanted {}\n", defused(part)));
            quote(test.old, '-', out);
            quote(test.text, test.has_old ? '+' : '|', out);
        }
        tally.untested += tested ? 0 : 1;
    }
}

} // namespace

int run_test_command(const Call& call)
{
    Tally tally;
    const std::vector<std::string>& files = call.given.words();
    Config config = files.empty() ? load_config(call.given) : load_rule_files(files);
    std::span<const Rule> own =
        config.book != nullptr ? std::span<const Rule>(config.book->rules) : std::span<const Rule>();
    if (!own.empty())
        run_tests(config.book->tests, own, call.out, tally);
    else if (!files.empty())
        throw Failure("there is no [[rule]] in {}", defused(fmt::format("{}", fmt::join(files, ", "))));
    if (files.empty())
        run_tests(policy::pack_tests(), pack_rules(), call.out, tally);
    std::size_t tests = tally.passed + tally.failed;
    if (tests == 0)
        throw Failure("there is nothing to test: no rule has a [[rule.test]]");
    call.out(fmt::format("{} test{} of {} rule{}: {} passed, {} failed.\n", tests, tests == 1 ? "" : "s", tally.rules,
                         tally.rules == 1 ? "" : "s", tally.passed, tally.failed));
    if (tally.untested > 0)
        call.out(fmt::format("{} rule{} without a test.\n", tally.untested, tally.untested == 1 ? "" : "s"));
    return tally.failed == 0 ? 0 : 1;
}

} // namespace zonevet
