// What the build says about entries of a pack that no test notices.
#include "pack/entries.h"

#include "../support.h"
#include "base/failure.h"
#include "policy/load.h"

#include <catch2/catch.hpp>

namespace zonevet::test {
namespace {

// The mistakes of a pack, "LINE:COLUMN MESSAGE".
std::vector<std::string> mistakes_of(const std::string& pack)
{
    ConfigText text(pack, "pack.toml", ".");
    toml::table parsed = parsed_toml(text);
    ConfigTable table(text, parsed, "");
    policy::Book book;
    policy::Loader loader(book, true);
    loader.read_definitions(table);
    loader.read_rules(table, "services");
    REQUIRE(text.mistakes() == 0);
    policy::check_entries(text, parsed, loader, "services");
    std::vector<std::string> found;
    std::string message;
    try {
        text.finish();
    } catch (const Failure& failure) {
        for (const std::string& line : lines_of(failure.what())) {
            std::size_t at = line.find("--> pack.toml:");
            if (at != std::string::npos)
                found.push_back(line.substr(at + 14) + " " + message);
            message = line.starts_with("error: ") ? line.substr(7) : line;
        }
    }
    return found;
}

using Lines = std::vector<std::string>;

std::string rule(const std::string& keys, const std::string& tests)
{
    return "[[rule]]\nname = \"one\"\nmessage = \"{name}\"\n" + keys + tests;
}

const std::string fail = "[[rule.test]]\nfail = ";
const std::string pass = "[[rule.test]]\npass = ";

} // namespace

TEST_CASE("an element of a list that no test notices is a mistake of the pack", "[policy]")
{
    const std::string keys = "select = { type = \"SRV\", name = [\"_a._tcp\", \"_b._tcp\"] }\nforbid = true\n";
    CHECK(mistakes_of(rule(keys, fail + "\"_a._tcp SRV 0 0 1 host\"\n")) ==
          Lines{"4:45 no test of one notices when this is left out"});
    CHECK(mistakes_of(rule(keys, fail + "[\"_a._tcp SRV 0 0 1 host\", \"_b._tcp SRV 0 0 1 host\"]\n")) == Lines{});
    // Both in one zone: without one the other is still reported.
    CHECK(mistakes_of(rule(keys, fail + "\"\"\"_a._tcp SRV 0 0 1 host\n_b._tcp SRV 0 0 1 host\"\"\"\n")).size() == 2);
}

TEST_CASE("numbers need tests on both sides", "[policy]")
{
    const std::string keys = "select = { type = \"A\" }\nrequire = { ttl = { max = \"5m\" } }\n";
    CHECK(mistakes_of(rule(keys, pass + "\"www 300 A 192.0.2.1\"\n" + fail + "\"www 400 A 192.0.2.1\"\n")) ==
          Lines{"5:27 no test of one notices when this is 301"});
    CHECK(mistakes_of(rule(keys, pass + "\"www 200 A 192.0.2.1\"\n" + fail + "\"www 301 A 192.0.2.1\"\n")) ==
          Lines{"5:27 no test of one notices when this is 299"});
    CHECK(mistakes_of(rule(keys, pass + "\"www 300 A 192.0.2.1\"\n" + fail + "\"www 301 A 192.0.2.1\"\n")) == Lines{});
}

TEST_CASE("exceptions, texts and profiles are to be noticed", "[policy]")
{
    CHECK(mistakes_of(rule("select = { type = \"A\" }\nexcept = [{ name = \"www\" }]\nforbid = true\n",
                           fail + "\"ftp A 192.0.2.1\"\n")) ==
          Lines{"5:10 no test of one notices when this is left out",
                "5:20 no test of one notices when this is `x-other.www`"});
    CHECK(mistakes_of(rule("select = { type = \"SRV\", target = { is-not = \".\" } }\nforbid = true\n",
                           fail + "\"_a._tcp SRV 0 0 1 host\"\n")) ==
          Lines{"4:46 no test of one notices when this is `x-other.`"});
    const std::string keys = "profiles = [\"inside\"]\nselect = { type = \"A\" }\nforbid = true\n";
    const std::string profiles = "[profiles]\ninside = \"the inside\"\n";
    CHECK(mistakes_of(profiles + rule(keys, fail + "\"www A 192.0.2.1\"\n")) ==
          Lines{"6:12 no test of one notices when this is left out"});
    CHECK(mistakes_of(profiles + rule(keys, fail + "\"www A 192.0.2.1\"\nprofiles = [\"inside\"]\n")) == Lines{});
}

TEST_CASE("lists with names are noticed by any rule of the pack", "[policy]")
{
    const std::string lists = "[lists]\nclouds = [\"a.example.\", \"b.example.\"]\n";
    const std::string keys = "select = { type = \"CNAME\", target = { in = \"@clouds\" } }\nforbid = true\n";
    CHECK(mistakes_of(lists + rule(keys, fail + "\"www CNAME a.example.\"\n")) ==
          Lines{"2:25 no test notices when this is left out"});
    const std::string two = "[[rule]]\nname = \"two\"\nmessage = \"{name}\"\n";
    CHECK(mistakes_of(lists + rule(keys, fail + "\"www CNAME a.example.\"\n") + two + keys + fail +
                      "\"www CNAME b.example.\"\n") == Lines{});
}

TEST_CASE("a test that fails is told before anything is altered", "[policy]")
{
    CHECK(mistakes_of(rule("select = { type = \"A\" }\nforbid = true\n", pass + "\"www A 192.0.2.1\"\n")) ==
          Lines{"1:1 a test of one fails, pack.toml:6: should pass, but is reported"});
}

} // namespace zonevet::test
