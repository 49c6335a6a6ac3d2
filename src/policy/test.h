// Runs [[rule.test]]: one rule over one small zone.
#pragma once

#include "policy/book.h"

#include <string>
#include <vector>

namespace zonevet::policy {

struct TestResult {
    bool ran = true;                 // false: it needs an old and a new side
    bool as_expected = false;
    std::string why;                 // "should pass, but was reported", empty when as expected
    std::vector<std::string> found;  // "line 2: message"
};

TestResult run_test(const RuleTest& test, const Rule& rule);

} // namespace zonevet::policy
