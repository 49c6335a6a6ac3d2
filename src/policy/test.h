// Runs [[rule.test]]: one rule over one small zone, or over the change between two.
#pragma once

#include "policy/book.h"

#include <string>
#include <vector>

namespace zonevet::policy {

struct TestResult {
    bool as_expected = false;
    std::string why;                 // "should pass, but was reported", empty when as expected
    std::vector<std::string> found;  // "line 2: message"
};

TestResult run_test(const RuleTest& test, const Rule& rule);

} // namespace zonevet::policy
