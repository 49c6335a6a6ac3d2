// The configuration: what it may say, how mistakes in it are shown, and which word decides.
#include "base/failure.h"
#include "cli/resolve.h"
#include "report_support.h"

#include <catch2/catch.hpp>

using namespace zonevet;
using namespace zonevet::test;

namespace {

const std::vector<Rule>& rules()
{
    static const std::vector<Rule> list = [] {
        std::vector<Rule> made{srv_rule(), ttl_rule(), ttl_rule()};
        made[2].name = "ttl-too-short";
        made[2].profile = Profile::strict;
        made[2].options = {{"limit", Option::Kind::number, 5, "", ""}, {"loud", Option::Kind::flag, 0, "", ""}};
        return made;
    }();
    return list;
}

Environment quiet_world()
{
    Environment environment;
    environment.variable = [](const char*) { return std::optional<std::string>{}; };
    return environment;
}

Given flags(const std::vector<std::string>& words)
{
    return parse_flags(commands().front(), words, quiet_world());
}

Config config_of(const std::string& text)
{
    Config config;
    read_config_text(config, text, "zonevet.toml", working_directory(), rules());
    return config;
}

std::string mistake_in(const std::string& text)
{
    try {
        config_of(text);
    } catch (const Failure& failure) {
        return failure.what();
    }
    return "none";
}

Effective effective_of(const std::string& text, const std::vector<std::string>& words = {})
{
    return resolve(config_of(text), flags(words), quiet_world(), rules());
}

std::string failure_of(const std::string& text, const std::vector<std::string>& words)
{
    try {
        effective_of(text, words);
    } catch (const Failure& failure) {
        return failure.what();
    }
    return "none";
}

// "srv ttl-too-short": the rules that are on, short for their names.
std::string on(const Effective& effective)
{
    std::string names;
    for (std::size_t i = 0; i < rules().size(); ++i)
        if (effective.settings.rules[i].enabled)
            names += (names.empty() ? "" : " ") + std::string(rules()[i].name);
    return names;
}

} // namespace

TEST_CASE("config: mistakes show their line and a suggestion", "[unit]")
{
    CHECK(mistake_in("profile = \"core\"\n[lint]\nselct = [\"all\"]\n") == "there is no key `selct` in `lint`\n"
                                                                           " --> zonevet.toml:3:1\n"
                                                                           "   |\n"
                                                                           " 3 | selct = [\"all\"]\n"
                                                                           "   | ^^^^^\n"
                                                                           "help: did you mean `select`?");
    CHECK(mistake_in("[lint]\nignore = [\"ttl-too-lang\"]\n") == "there is no rule `ttl-too-lang`\n"
                                                                 " --> zonevet.toml:2:11\n"
                                                                 "   |\n"
                                                                 " 2 | ignore = [\"ttl-too-lang\"]\n"
                                                                 "   |           ^^^^^^^^^^^^^^\n"
                                                                 "help: did you mean `ttl-too-long`?");
    CHECK(mistake_in("[lint]\nselect = [\"mx-*\"]\n").starts_with("no rule matches `mx-*`\n"));
    CHECK(mistake_in("[rules.ttl]\nmax = \"1d\"\n").starts_with("there is no key `max` in `rules.ttl`"));
    CHECK(
        mistake_in("[rules.ttl-too-long]\nmax = \"soon\"\n").starts_with("`max` is a period like \"5m\" or seconds\n"));
    CHECK(mistake_in("[rules.ttl-too-long]\ntypes = \"a\"\n").starts_with("`types` is a list of strings"));
    CHECK(mistake_in("[rules.ttl-too-short]\nloud = 1\n").starts_with("`loud` is true or false"));
    CHECK(mistake_in("[rules.srv]\nseverity = \"off\"\n").ends_with("help: to switch it off: ignore = [\"srv\"]"));
    CHECK(mistake_in("[lint]\nfail-on = \"eror\"\n").ends_with("help: did you mean `error`?"));
    CHECK(mistake_in("[lint]\nmax-warnings = \"3\"\n").starts_with("`max-warnings` is a whole number, not a string\n"));
    CHECK(mistake_in("[[override]]\nignore = [\"srv\"]\n").starts_with("an [[override]] needs `zones` or `files`"));
    CHECK(mistake_in("[[suppress]]\nreason = \"x\"\n").starts_with("a [[suppress]] needs `rule`"));
    CHECK(mistake_in("[[suppress]]\nrule = \"srv\"\nuntil = \"soon\"\n")
              .starts_with("`until` is a date like 2026-12-31"));
    CHECK(mistake_in("[suppress]\nrule = \"srv\"\n").find("help: write [[suppress]]") != std::string::npos);
    CHECK(mistake_in("required-version = \">=99\"\nunknown = 1\n").starts_with("this is zonevet "));
    CHECK(mistake_in("required-version = \">=0.0.1, <99\"\n") == "none");
    CHECK(mistake_in("a = [\n").find(" --> zonevet.toml:") != std::string::npos);
    CHECK(mistake_in("extends = \"no-such-file.toml\"\n").starts_with("there is no file `no-such-file.toml`"));
    CHECK(mistake_in("[files]\nmax-file-size = \"many\"\n").starts_with("`max-file-size` is a size"));
}

TEST_CASE("config: a key says which words and numbers it takes", "[unit]")
{
    const std::pair<const char*, const char*> words[] = {
        {"profile = \"q\"\n", "`profile` is core, recommended or strict, not `q`"},
        {"[lint]\nfail-on = \"q\"\n", "`fail-on` is error, warning, info or never, not `q`"},
        {"[lint]\nmin-confidence = \"q\"\n", "`min-confidence` is low, medium or high, not `q`"},
        {"[suppressions]\nreport-unused = \"q\"\n", "`report-unused` is error, warning, info or off, not `q`"},
        {"[review]\nserial = \"q\"\n", "`serial` is manual, date, unixtime, placeholder or server, not `q`"},
        {"[[rule]]\nname = \"own\"\nseverity = \"q\"\n", "`severity` is error, warning or info, not `q`"},
        {"[[rule]]\nname = \"own\"\nconfidence = \"q\"\n", "`confidence` is high, medium or low, not `q`"},
        {"[[rule]]\nname = \"own\"\nprofile = \"q\"\n", "`profile` is core, recommended or strict, not `q`"},
        {"[[rule]]\nname = \"own\"\non = \"q\"\n", "`on` is state or change, not `q`"},
        {"[[rule]]\nname = \"own\"\ngroup-by = \"q\"\n", "`group-by` is record, rrset, name or zone, not `q`"},
    };
    for (const auto& [text, message] : words) {
        INFO(text);
        CHECK(mistake_in(text).find(message) != std::string::npos);
    }
    const std::tuple<const char*, const char*, std::int64_t, std::int64_t> numbers[] = {
        {"lint", "max-warnings", -1, 1'000'000'000}, {"suppressions", "max-days", 0, 36500},
        {"review", "min-before", 0, 1'000'000'000},  {"review", "max-removed-percent", 0, 100},
        {"review", "max-modified-percent", 0, 100},
    };
    for (const auto& [table, key, least, most] : numbers) {
        auto with = [&, table = table, key = key](std::int64_t value) {
            return mistake_in(fmt::format("[{}]\n{} = {}\n", table, key, value));
        };
        INFO(key);
        std::string message = fmt::format("`{}` is a number from {} to {}\n", key, least, most);
        CHECK(with(least) == "none");
        CHECK(with(most) == "none");
        CHECK(with(least - 1).starts_with(message));
        CHECK(with(most + 1).starts_with(message));
    }
}

TEST_CASE("config: all mistakes come at once", "[unit]")
{
    std::string all = mistake_in("profle = \"core\"\n[lint]\nfail-on = \"x\"\n[rules.nothing-like-it]\n");
    CHECK(all.find("there is no key `profle`") != std::string::npos);
    CHECK(all.starts_with("there is no key `profle`"));
    CHECK(all.find("\n\nerror: `fail-on` is error, warning, info or never, not `x`") != std::string::npos);
    CHECK(all.find("\n\nerror: there is no rule `nothing-like-it`") != std::string::npos);
}

TEST_CASE("config: every section is read", "[unit]")
{
    Effective effective = effective_of(R"(
profile = "strict"
[files]
max-file-size = "64MiB"
[[zone]]
name = "example.com"
file = "zones/a.zone"
[lint]
fail-on = "warning"
max-warnings = 3
min-confidence = "medium"
[rules.ttl-too-long]
severity = "error"
suppressible = false
max = "1h30m"
types = ["AAAA", "mx"]
[rules.ttl-too-short]
limit = 7
loud = true
[suppressions]
require-reason = false
require-until = true
max-days = 30
report-unused = "off"
[[suppress]]
rule = ["srv-port-unexpected", "ttl"]
zone = "example.com."
name = "old"
reason = "moving"
until = 2026-12-31
owner = "web"
)");
    const Settings& settings = effective.settings;
    CHECK(on(effective) == "srv-port-unexpected ttl-too-long ttl-too-short");
    CHECK(settings.max_file_size == 64 << 20);
    REQUIRE(settings.zones.size() == 1);
    CHECK(settings.zones[0].name == "example.com.");
    CHECK(effective.fail_on == Level::warning);
    CHECK(effective.max_warnings == 3);
    CHECK(settings.min_confidence == Confidence::medium);
    CHECK(settings.rules[1].level == Level::error);
    CHECK_FALSE(settings.rules[1].suppressible);
    CHECK(settings.rules[1].options[0].number == 5400);
    CHECK(settings.rules[1].options[1].list == std::vector<std::string>{"aaaa", "mx"});
    CHECK(settings.rules[2].options[0].number == 7);
    CHECK(settings.rules[2].options[1].number == 1);
    CHECK_FALSE(settings.require_reason);
    CHECK(settings.require_until);
    CHECK(settings.max_days == 30);
    CHECK_FALSE(settings.report_unused);
    REQUIRE(settings.suppressions.size() == 1);
    CHECK(settings.suppressions[0].rules == std::vector<std::size_t>{0, 1, 2});
    CHECK(settings.suppressions[0].until == "2026-12-31");
    CHECK(settings.suppressions[0].where == "zonevet.toml:25:1");
}

TEST_CASE("config: overrides hold levels, silence and options of some zones", "[unit]")
{
    Effective effective = effective_of(R"(
[rules.ttl-too-long]
types = ["mx"]
[[override]]
zones = ["*.lab.example.com."]
files = ["zones/lab/**"]
ignore = ["srv-port-unexpected"]
severity = { ttl-too-long = "error", ttl = "info" }
[override.rules.ttl-too-long]
max = 60
)");
    REQUIRE(effective.settings.overrides.size() == 1);
    const Override& override = effective.settings.overrides[0];
    CHECK(override.zones == std::vector<std::string>{"*.lab.example.com"});
    CHECK(override.files.front() == "zones/lab/**");
    CHECK(override.ignore == std::vector<std::size_t>{0});
    // The closer word comes later, so that it wins.
    REQUIRE(override.levels.size() == 3);
    CHECK(override.levels.back() == std::make_pair(std::size_t{1}, Level::error));
    REQUIRE(override.options.size() == 1);
    CHECK(override.options[0].second[0].number == 60);
    CHECK(override.options[0].second[1].list == std::vector<std::string>{"mx"});
}

TEST_CASE("selection: the closest word decides, and it is known who did", "[unit]")
{
    CHECK(on(effective_of("")) == "srv-port-unexpected ttl-too-long");
    CHECK(on(effective_of("profile = \"strict\"")) == "srv-port-unexpected ttl-too-long ttl-too-short");
    CHECK(on(effective_of("[lint]\nselect = [\"ttl\"]")) == "ttl-too-long ttl-too-short");
    CHECK(on(effective_of("[lint]\nextend-select = [\"ttl-too-short\"]")) ==
          "srv-port-unexpected ttl-too-long ttl-too-short");
    CHECK(on(effective_of("[lint]\nselect = [\"ttl-too-long\"]\nignore = [\"ttl\"]")) == "ttl-too-long");
    CHECK(on(effective_of("[lint]\nselect = [\"ttl\"]\nignore = [\"ttl\"]")).empty());
    CHECK(on(effective_of("[lint]\nselect = [\"ttl\"]\nignore = [\"all\"]")) == "ttl-too-long ttl-too-short");
    CHECK(on(effective_of("[lint]\nselect = [\"all\"]\nignore = [\"*-long\"]")) == "srv-port-unexpected ttl-too-short");
    Effective effective = effective_of("\n[lint]\nignore = [\"ttl-too-long\"]\n");
    CHECK(effective.settings.rules[0].set_by == "profile recommended");
    CHECK(effective.settings.rules[1].set_by == "zonevet.toml:3");
}

TEST_CASE("selection: the command line wins over the configuration", "[unit]")
{
    std::string text = "[lint]\nselect = [\"srv\"]\nignore = [\"ttl-too-long\"]\n";
    CHECK(on(effective_of(text, {"--select", "ttl"})) == "ttl-too-long ttl-too-short");
    CHECK(on(effective_of(text, {"--extend-select", "ttl"})) == "srv-port-unexpected ttl-too-long ttl-too-short");
    CHECK(on(effective_of(text, {"--profile=strict"})) == "srv-port-unexpected ttl-too-short");
    CHECK(on(effective_of("", {"--ignore", "ttl-too-long,srv"})).empty());
    CHECK(effective_of("", {"--ignore", "srv"}).settings.rules[0].set_by == "--ignore");
    CHECK(failure_of("", {"--ignore", "ttl-too-lang"}) ==
          "--ignore: there is no rule `ttl-too-lang`\nhelp: did you mean `ttl-too-long`?");
    CHECK(failure_of("", {"--profile", "strikt"}) ==
          "--profile is core, recommended or strict, not `strikt`\nhelp: did you mean `strict`?");
}

TEST_CASE("severity: the closest word decides", "[unit]")
{
    std::string text = "[rules.ttl-too-long]\nseverity = \"info\"\n[rules.ttl]\nseverity = \"error\"\n";
    Effective effective = effective_of(text);
    CHECK(effective.settings.rules[0].level == Level::error); // its own
    CHECK(effective.settings.rules[1].level == Level::info);
    CHECK(effective.settings.rules[2].level == Level::error);
    effective = effective_of(text, {"--severity", "ttl=warning", "--severity=srv=info"});
    CHECK(effective.settings.rules[0].level == Level::info);
    CHECK(effective.settings.rules[1].level == Level::warning); // the command line wins
    CHECK(failure_of("", {"--severity", "ttl"}).starts_with("--severity wants RULE=LEVEL, not `ttl`"));
    CHECK(failure_of("", {"--severity", "ttl=off"}).ends_with("help: to switch it off: --ignore ttl"));
}

TEST_CASE("globs of a configuration are seen from where one stands", "[unit]")
{
    using Globs = std::vector<std::string>;
    CHECK(globs_seen_from({"zones/**", "/repo"}, "/repo") == Globs{"zones/**", "/repo/zones/**"});
    CHECK(globs_seen_from({"zones/*.zone", "/repo"}, "/repo/zones").front() == "*.zone");
    CHECK(globs_seen_from({"**/*.zone", "/repo"}, "/repo/a") == Globs{"**/*.zone", "../**/*.zone", "/repo/**/*.zone"});
    CHECK(globs_seen_from({"lab/*.zone", "/repo"}, "/repo/zones") == Globs{"../lab/*.zone", "/repo/lab/*.zone"});
}
