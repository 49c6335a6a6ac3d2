// Runs [[rule.test]]: one rule over one small zone, or over the change between two.
#pragma once

#include "lint/finding.h"
#include "policy/book.h"

#include <span>
#include <string>
#include <vector>

namespace zonevet::policy {

struct TestResult {
    bool as_expected = false;
    std::string why;                // "should pass, but was reported", empty when as expected
    std::vector<std::string> found; // "line 2: message"
};

TestResult run_test(const RuleTest& test, const Rule& rule);

// The run behind it, in a zone that has these profiles.
RunReport run_of(const RuleTest& test, const Rule& rule, std::span<const std::string_view> profiles);

} // namespace zonevet::policy
