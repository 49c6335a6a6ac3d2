// The schema of the configuration as a whole, for two rules that have between them every kind of option: the rules
// of the program come and go. tests/schema/config.expected holds it; ZONEVET_UPDATE=1 writes it.
#include "config/schema.h"
#include "findings_text.h"

#include <catch2/catch.hpp>

using namespace zonevet;
using namespace zonevet::test;

TEST_CASE("the schema of the configuration is the one that is stored", "[schema]")
{
    Rule plain, rich;
    plain.name = "plain-rule";
    plain.summary = "It has no options.";
    rich.name = "rich-rule";
    rich.summary = "It has options of every kind.";
    rich.options = {{"limit", Option::Kind::number, 5, "", "a number"},
                    {"age", Option::Kind::period, 60, "", "a period"},
                    {"loud", Option::Kind::flag, 0, "", "a flag"},
                    {"words", Option::Kind::list, 0, "", "a list"}};
    check_expected(TESTS_DIR "/schema/config.expected", config_schema({plain, rich}));
}
