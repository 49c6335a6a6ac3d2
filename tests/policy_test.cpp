// The rule language. tests/policy/wrong/NAME.toml is a mistake, NAME.expected what is said about it
// (ZONEVET_UPDATE=1 writes it); tests/policy/right/*.toml carry their own tests.
#include "base/failure.h"
#include "config/config.h"
#include "lint/run.h"
#include "policy/evaluate.h"
#include "policy/names.h"
#include "policy/pattern.h"
#include "policy/test.h"
#include "support.h"

#include <catch2/catch.hpp>
#include <cstdlib>

namespace zonevet::test {
namespace {

Config config_of(const std::string& text, const std::string& path = "zonevet.toml")
{
    Config config;
    read_config_text(config, text, path, TESTS_DIR "/policy/wrong");
    return config;
}

std::string failure_of(const std::string& text)
{
    try {
        config_of(text);
    } catch (const Failure& failure) {
        return failure.what();
    }
    return "none";
}

void run_tests_of(const Config& config, std::size_t& count)
{
    for (const policy::RuleTest& test : config.book->tests)
        for (const Rule& rule : config.book->rules) {
            if (rule.name != test.rule)
                continue;
            policy::TestResult result = policy::run_test(test, rule);
            CAPTURE(std::string(test.rule), std::string(test.where), result.found);
            CHECK(result.why == "");
            CHECK(result.as_expected);
            ++count;
        }
}

// "LINE:COLUMN MESSAGE" of what one rule reports.
std::vector<std::string> reported(const std::string& rules, const std::string& zone,
                                  const std::vector<std::string>& profiles = {})
{
    Config config = config_of(rules);
    Settings settings = Settings::of_profile(Profile::core, *config.own_catalogue);
    settings.own_catalogue = config.own_catalogue;
    settings.profiles = profiles;
    settings.jobs = 1;
    for (std::size_t i = 0; i < all_rules().size(); ++i)
        settings.rules[i].enabled = false;
    std::string text = "$TTL 3600\n@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n" + zone;
    ZoneReport report = check_text(text, "example.com.", settings);
    std::vector<std::string> lines;
    for (const Finding& finding : report.findings) {
        LineColumn at = report.sources->locate(finding.span.position());
        lines.push_back(fmt::format("{}:{} {}", at.line - 2, at.column, finding.message));
    }
    return lines;
}

using Lines = std::vector<std::string>;

// A rule that forbids what `matcher` selects; its message is the owner.
Lines selected(const std::string& matcher, const std::string& zone)
{
    Lines found;
    for (const std::string& line :
         reported("[[rule]]\nname = \"my-rule\"\nmessage = \"{name}\"\nforbid = true\nselect = " + matcher, zone))
        found.push_back(line.substr(line.find(' ') + 1));
    return found;
}

} // namespace

TEST_CASE("every mistake in a rule file is shown where it is", "[policy]")
{
    std::size_t count = 0;
    for (const fs::path& path : files_below(TESTS_DIR "/policy/wrong", {".toml"})) {
        CAPTURE(path.filename().string());
        ++count;
        std::string said = failure_of(slurp(path)) + "\n";
        CHECK(said != "none\n");
        fs::path expected = fs::path(path).replace_extension(".expected");
        if (std::getenv("ZONEVET_UPDATE") != nullptr)
            spill(expected, said);
        REQUIRE(fs::exists(expected));
        CHECK(said == slurp(expected));
    }
    CHECK(count >= 30);
}

TEST_CASE("rule files that are right pass their own tests", "[policy]")
{
    std::size_t count = 0;
    for (const fs::path& path : files_below(TESTS_DIR "/policy/right", {".toml"})) {
        CAPTURE(path.filename().string());
        run_tests_of(config_of(slurp(path)), count);
    }
    CHECK(count >= 30);
}

TEST_CASE("a test says in which zone it is not as expected", "[policy]")
{
    auto why = [](const std::string& profiles, const std::string& test) {
        Config config = config_of("[profiles]\ninside = \"a\"\nbranch = \"b\"\n[[rule]]\nname = \"my-rule\"\n"
                                  "message = \"{name} is wrong\"\nselect = { type = \"A\" }\nforbid = true\n" +
                                  profiles + "[[rule.test]]\n" + test);
        Lines reasons;
        for (const policy::RuleTest& each : config.book->tests)
            if (std::string reason = policy::run_test(each, config.book->rules[0]).why; !reason.empty())
                reasons.push_back(fmt::format("{} {}", each.where, reason));
        return reasons;
    };
    const std::string www = "\"www A 192.0.2.1\"";
    CHECK(why("", "fail = " + www) == Lines{});
    CHECK(why("", "pass = [\n" + www + ",\n\"www TXT x\",\n" + www + "]\n") ==
          Lines{"zonevet.toml:11 should pass, but is reported", "zonevet.toml:13 should pass, but is reported"});
    CHECK(why("", "fail = " + www + "\nexpect = [\"right\"]\n") ==
          Lines{"zonevet.toml:9 message 1 does not contain `right`"});
    const std::string both = "profiles = [\"inside\", \"branch\"]\n", one = "profiles = [\"inside\"]\n";
    CHECK(why(both, "fail = " + www) == Lines{});
    CHECK(why(both, both + "fail = " + www) == Lines{});
    CHECK(why(one, both + "fail = " + www) ==
          Lines{"zonevet.toml:10 should be reported, but passes (in a zone with the profile `branch` alone)"});
    CHECK(why("", one + "fail = " + www) ==
          Lines{"zonevet.toml:9 should pass, but is reported (in a zone without a profile)"});
    // A zone may have several profiles; to pass it has all of them.
    CHECK(why(one, both + "pass = " + www) == Lines{"zonevet.toml:10 should pass, but is reported"});
}

TEST_CASE("shipped packs pass their own tests", "[policy]")
{
    for (const policy::RuleTest& test : policy::pack_tests()) {
        const Rule* rule = find_rule(test.rule);
        REQUIRE(rule != nullptr);
        policy::TestResult result = policy::run_test(test, *rule);
        CAPTURE(std::string(test.rule), std::string(test.where), result.found);
        CHECK(result.why == "");
    }
}

TEST_CASE("names in rules: one label, several, the apex, a real star", "[policy]")
{
    auto fits = [](std::string_view pattern, std::string_view name) {
        std::optional<policy::NamePattern> read = policy::name_pattern(pattern);
        REQUIRE(read.has_value());
        policy::Value value;
        value.text = read->labels;
        value.absolute = read->absolute;
        OwnedName apex, full;
        REQUIRE(to_name("example.com.", apex));
        REQUIRE(to_name(name, full));
        return policy::fits(value, full, apex);
    };
    CHECK(fits("@", "example.com."));
    CHECK_FALSE(fits("@", "www.example.com."));
    CHECK(fits("www", "WWW.Example.com."));
    CHECK_FALSE(fits("www", "www.example.org."));
    CHECK_FALSE(fits("www", "www."));
    CHECK(fits("*", "www.example.com."));
    CHECK_FALSE(fits("*", "a.www.example.com."));
    CHECK_FALSE(fits("*", "example.com."));
    CHECK(fits("**", "a.b.c.example.com."));
    CHECK_FALSE(fits("**", "example.com."));
    CHECK(fits("_sip._tls.**", "_sip._tls.a.b.example.com."));
    CHECK_FALSE(fits("_sip._tls.**", "_sip._tls.example.com."));
    CHECK(fits("**.x.**", "a.x.b.example.com."));
    CHECK_FALSE(fits("**.x.**", "x.b.example.com."));
    CHECK(fits("*.mail.protection.outlook.com.", "tenant.mail.protection.outlook.com."));
    CHECK_FALSE(fits("*.mail.protection.outlook.com.", "a.b.mail.protection.outlook.com."));
    CHECK(fits("\\*.dyn", "*.dyn.example.com."));
    CHECK_FALSE(fits("\\*.dyn", "a.dyn.example.com."));
    CHECK(fits(".", "."));
    CHECK_FALSE(policy::name_pattern("www*").has_value());
    CHECK_FALSE(policy::name_pattern("a..b").has_value());
    CHECK_FALSE(policy::name_pattern("").has_value());
}

TEST_CASE("expressions match the whole value", "[policy]")
{
    CHECK(policy::matches_whole("v=spf1 .*", "v=spf1 -all", false));
    CHECK_FALSE(policy::matches_whole("spf1", "v=spf1 -all", false));
    CHECK(policy::matches_whole("ABC", "abc", true));
    CHECK_FALSE(policy::matches_whole("ABC", "abc", false));
    CHECK(policy::pattern_error("a+b") == "");
    CHECK(policy::pattern_error("(a") != "");
}

TEST_CASE("matchers", "[policy]")
{
    const std::string zone = "www 60 A 192.0.2.1\n"
                             "ten A 10.1.2.3\n"
                             "out A 8.8.8.8\n"
                             "six AAAA 2001:db8::1\n"
                             "mail MX 10 mx.example.net.\n"
                             "here MX 20 www\n"
                             "gone MX 30 nobody\n"
                             "txt TXT \"v=spf1 \" \"-all\"\n"
                             "a.b TXT \"Hello\"\n"
                             "caa CAA 0 IsSue \"ca.example\"\n"
                             "_sip._tls SRV 100 1 443 sip.example.com.\n"
                             "alias CNAME www\n";
    auto is = [&](const std::string& matcher, const Lines& owners) {
        CAPTURE(matcher);
        CHECK(selected(matcher, zone) == owners);
    };
    is(R"({ type = "A" })", {"www", "ten", "out"});
    is(R"({ type = { not-in = ["A", "AAAA", "MX", "SOA", "SRV", "CAA", "CNAME"] } })", {"txt", "a.b"});
    is(R"({ ttl = { max = "5m" } })", {"www"});
    is(R"({ address = { in-cidr = ["192.0.2.0/24", "2001:db8::/32"] } })", {"www", "six"});
    is(R"({ address = { not-in-cidr = "192.0.2.0/24" } })", {"ten", "out", "six"});
    is(R"({ address = "10.1.2.3" })", {"ten"});
    is(R"({ address = { is = "private-ip" } })", {"ten"});
    is(R"({ address = { is = "public-ip" } })", {"out"});
    is(R"({ address = { is = "documentation-ip" } })", {"www", "six"});
    is(R"({ type = "MX", target = { is = "in-zone" } })", {"here", "gone"});
    is(R"({ type = "MX", target = { is = "resolves-in-zone" } })", {"here"});
    is(R"({ type = "MX", not = { target = { is = "resolves-in-zone" } } })", {"mail", "gone"});
    is(R"({ type = "MX", target = { under = "example.net." } })", {"mail"});
    is(R"({ type = "MX", target = { under = "{zone}" } })", {"here", "gone"});
    is(R"({ type = "MX", target = { same-domain = false } })", {"mail"});
    is(R"({ type = "MX", preference = { in = [10, 30] } })", {"mail", "gone"});
    is(R"({ type = "MX", preference = { min = 11, max = 29 } })", {"here"});
    is(R"({ type = "SRV", target = "sip.{domain}" })", {"_sip._tls"});
    is(R"({ text = "v=spf1 -all" })", {"txt"});
    is(R"({ text = { starts-with = "v=spf1", ends-with = "-all" } })", {"txt"});
    is(R"({ text = "hello" })", {});
    is(R"({ text = { contains = ["ell", "zzz"] } })", {"a.b"});
    is(R"({ text = { in = ["Hel*"] } })", {"a.b"});
    is(R"({ text = { length = 5 } })", {"a.b"});
    is(R"({ strings = 2 })", {"txt"});
    is(R"({ text = { matches = "[A-Z][a-z]+" } })", {"a.b"});
    is(R"({ type = "TXT", text = { not-matches = "[A-Z][a-z]+" } })", {"txt"});
    is(R"({ tag = "issue" })", {"caa"});
    is(R"({ caa-value = "ca.example" })", {"caa"});
    is(R"({ type = "CAA", flags = 0 })", {"caa"});
    is(R"({ name = { labels = 2 } })", {"a.b", "_sip._tls"});
    is(R"({ name = { starts-with = "_" } })", {"_sip._tls"});
    is(R"({ name = { matches = "[A-B]\\.b" } })", {"a.b"});
    is(R"({ name = ["www", "*.b"] })", {"www", "a.b"});
    is(R"({ fqdn = "www.example.com." })", {"www"});
    is(R"({ type = "CNAME", value = "www.example.com." })", {"alias"});
    is(R"({ any = [{ type = "CNAME" }, { type = "SRV", port = 443 }] })", {"_sip._tls", "alias"});
    is(R"({ all = [{ type = "A" }, { not = { name = "www" } }] })", {"ten", "out"});
    is(R"({ mname = "ns1" })", {"@"});
    is(R"({ type = "MX", target = { is-not = ["www", "nobody"] } })", {"mail"});
}

TEST_CASE("what cannot be known is not reported", "[policy]")
{
    const std::string resolves = "[[rule]]\nname = \"my-rule\"\nmessage = \"{target}\"\n"
                                 "select = { type = \"MX\" }\n"
                                 "require = { target = { is = \"resolves-in-zone\" } }\n";
    CHECK(reported(resolves, "@ MX 10 mx.child\nchild NS ns.example.net.\n") == Lines{});
    CHECK(reported(resolves, "@ MX 10 mx\n") == Lines{"1:9 mx.example.com."});
    const std::string companion = "[[rule]]\nname = \"my-rule\"\nmessage = \"{name}\"\n"
                                  "select = { type = \"CNAME\" }\n"
                                  "companion = { name = \"asuid.{name}\", type = \"TXT\" }\n";
    CHECK(reported(companion, "shop CNAME x.example.net.\n") == Lines{"1:1 shop"});
    CHECK(reported(companion, "shop CNAME x.example.net.\nasuid.shop TXT x\n") == Lines{});
    CHECK(reported(companion, "shop CNAME x.example.net.\n*.shop TXT x\n") == Lines{});
    CHECK(reported(companion, "shop CNAME x.example.net.\nasuid.shop CNAME y.example.net.\n"
                              "asuid.asuid.shop TXT x\n") == Lines{});
    CHECK(reported(companion, "a.child CNAME x.example.net.\nchild NS ns.example.net.\n") == Lines{});
}

TEST_CASE("assertions on groups say which record is the odd one", "[policy]")
{
    const std::string head = "[[rule]]\nname = \"my-rule\"\n";
    CHECK(reported(head + "message = \"{name} is {group}, the others {other}\"\n"
                          "select = { name = [\"sip\", \"lyncdiscover\", \"_sip._tls\"] }\n"
                          "groups = { online = { target = { under = \"online.lync.com.\" } }, own = {} }\n",
                   "sip CNAME sipdir.online.lync.com.\nlyncdiscover A 192.0.2.1\n"
                   "_sip._tls SRV 100 1 443 sipdir.online.lync.com.\n") ==
          Lines{"2:16 lyncdiscover is own, the others online"});
    CHECK(reported(head + "message = \"{address} again\"\ngroup-by = \"zone\"\nselect = { type = \"A\" }\n"
                          "unique = [\"address\"]\n",
                   "a A 192.0.2.1\nb A 192.0.2.2\nc A 192.0.2.1\n") == Lines{"3:5 192.0.2.1 again"});
    CHECK(reported(head + "message = \"{ttl}, not {first}\"\ngroup-by = \"name\"\nselect = { type = [\"A\", "
                          "\"AAAA\"] }\nsame = [\"ttl\"]\n",
                   "a 60 A 192.0.2.1\na 60 A 192.0.2.2\na 300 AAAA 2001:db8::1\n") == Lines{"3:3 5m, not 1m"});
    CHECK(reported(head + "message = \"{count} of 2\"\ngroup-by = \"rrset\"\nselect = { type = \"MX\" }\n"
                          "count = { max = 2 }\n",
                   "@ MX 1 a.example.net.\n@ MX 2 b.example.net.\n@ MX 3 c.example.net.\n") == Lines{"3:1 3 of 2"});
    CHECK(reported(head + "message = \"none\"\ngroup-by = \"zone\"\nselect = { type = \"CAA\", name = \"@\" }\n"
                          "count = { min = 1 }\n",
                   "www A 192.0.2.1\n") == Lines{"0:3 none"});
}

TEST_CASE("profiles, zones and exceptions decide where a rule runs", "[policy]")
{
    const std::string rule = "[profiles]\nmail-only = \"no web\"\n[[rule]]\nname = \"my-rule\"\n"
                             "message = \"{name}\"\nprofiles = [\"mail-only\"]\nselect = { name = \"www\" }\n"
                             "forbid = true\n";
    CHECK(reported(rule, "www A 192.0.2.1\n") == Lines{});
    CHECK(reported(rule, "www A 192.0.2.1\n", {"mail-only"}) == Lines{"1:1 www"});
    CHECK(reported(rule + "zones = [\"*.example.net\"]\n", "www A 192.0.2.1\n", {"mail-only"}) == Lines{});
    CHECK(reported(rule + "except = [{ type = \"A\" }]\n", "www A 192.0.2.1\n", {"mail-only"}) == Lines{});
}

} // namespace zonevet::test
