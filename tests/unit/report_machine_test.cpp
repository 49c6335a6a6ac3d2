// The formats that programs read.
#include "report/line_hash.h"
#include "report_support.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace zonevet;
using namespace zonevet::test;
using nlohmann::json;

namespace {

MadeReport hostile_report()
{
    MadeReport report("a TXT \xff\x1b##[x\nb A 1\n", "zones/a b%\xc3\xa4.zone");
    Finding& finding = report.add(srv_rule(), report.span("TXT \xff"), "bad \xff\x1b ##[ [x](http://e)");
    finding.notes.push_back({report.span("b A"), "see \xfe"});
    finding.notes.push_back({std::nullopt, "fact"});
    finding.fix = "\xff";
    finding.help = "help";
    finding.owner = "a.example.com.";
    finding.type = "TXT";
    finding.ttl = 60;
    Finding silenced = finding;
    silenced.suppressed = Suppression{"comment", "why \xff", "2026-12-31", report.span("b A")};
    report.run.zones[0].suppressed.push_back(silenced);
    return report;
}

} // namespace

TEST_CASE("json: fields and bytes", "[unit]")
{
    MadeReport report = hostile_report();
    std::string text = report.print("json");
    CHECK(text.find("##[") == std::string::npos);
    for (char c : text)
        CHECK((c == '\n' || (c >= ' ' && c <= '~')));
    json parsed = json::parse(text);
    CHECK(parsed["schema"] == "zonevet-report/1");
    CHECK(parsed["tool"]["name"] == "zonevet");
    REQUIRE(parsed["findings"].size() == 1);
    json finding = parsed["findings"][0];
    CHECK(finding["name"] == "srv-port-unexpected");
    CHECK(finding["family"] == "srv");
    CHECK(finding["severity"] == "error");
    CHECK(finding["confidence"] == "high");
    CHECK(finding["message"] == "bad \\255\x1b ##[ [x](http://e)");
    CHECK(finding["url"] == "https://www.rfc-editor.org/rfc/rfc2782");
    CHECK(finding["location"] == json{{"path", "zones/a b%\xc3\xa4.zone"},
                                      {"line", 1},
                                      {"column", 3},
                                      {"endLine", 1},
                                      {"endColumn", 8},
                                      {"byteStart", 2},
                                      {"byteEnd", 7}});
    CHECK(finding["related"][0]["location"]["line"] == 2);
    CHECK(finding["related"][1]["location"].is_null());
    CHECK(finding["fix"]["edits"][0]["text"] == "\\255");
    CHECK(finding["fix"]["applicability"] == "unsafe");
    CHECK(finding["suppression"].is_null());
    CHECK(parsed["suppressed"][0]["suppression"]["reason"] == "why \\255");
    CHECK(parsed["summary"]["errors"] == 1);
    CHECK(parsed["summary"]["suppressed"] == 1);
    CHECK(parsed["summary"]["rules"]["srv-port-unexpected"] == 1);
}

TEST_CASE("json: an empty run is an object with empty lists", "[unit]")
{
    MadeReport report("");
    report.run.zones.clear();
    json parsed = json::parse(report.print("json"));
    CHECK(parsed["zones"] == json::array());
    CHECK(parsed["findings"] == json::array());
    CHECK(parsed["suppressed"] == json::array());
}

TEST_CASE("sarif: what GitHub requires", "[unit]")
{
    MadeReport report = hostile_report();
    report.run.rules = {&ttl_rule()};
    std::string text = report.print("sarif");
    CHECK(text.find("##[") == std::string::npos);
    json parsed = json::parse(text);
    CHECK(parsed["version"] == "2.1.0");
    json run = parsed["runs"][0];
    CHECK(run["columnKind"] == "unicodeCodePoints");
    json rules = run["tool"]["driver"]["rules"];
    REQUIRE(rules.size() == 2); // one that was on, one that spoke
    CHECK(rules[0]["id"] == "ttl-too-long");
    CHECK(rules[0]["properties"]["precision"] == "medium");
    CHECK(rules[0]["properties"]["problem.severity"] == "warning");
    CHECK(rules[1]["help"]["markdown"] == rule_page_markdown(srv_rule()));
    REQUIRE(run["results"].size() == 2);
    json result = run["results"][0];
    CHECK(result["ruleId"] == "srv-port-unexpected");
    CHECK(result["ruleIndex"] == 1);
    CHECK(result["level"] == "error");
    json place = result["locations"][0]["physicalLocation"];
    CHECK(place["artifactLocation"]["uri"] == "zones/a%20b%25%C3%A4.zone");
    CHECK(place["region"] == json{{"startLine", 1}, {"startColumn", 3}, {"endLine", 1}, {"endColumn", 8}});
    // A link written by a stranger is no link.
    CHECK(result["message"]["text"].get<std::string>().find("\\[x\\](http://e)") != std::string::npos);
    CHECK(result["message"]["text"].get<std::string>().find("[note 1](1)") != std::string::npos);
    CHECK(result["relatedLocations"][0]["id"] == 1);
    CHECK(result["relatedLocations"].size() == 1);
    CHECK(result["partialFingerprints"]["zonevet/v1"] == "00112233445566778899aabbccddeeff");
    CHECK(result["partialFingerprints"].contains("primaryLocationLineHash"));
    CHECK(result["fixes"][0]["artifactChanges"].is_array());
    CHECK_FALSE(result.contains("suppressions"));
    CHECK(run["results"][1]["suppressions"][0]["kind"] == "inSource");
    CHECK(run["results"][1]["suppressions"][0]["justification"] == "why \\255");

    CHECK(result["locations"][0]["logicalLocations"] ==
          json::array({{{"fullyQualifiedName", "a.example.com. TXT"}, {"kind", "resource"}}}));

    report.run.zones.clear();
    report.run.unread = {{"b.zone", "cannot be read"}};
    report.run.notes = {"not evaluated"};
    run = json::parse(report.print("sarif"))["runs"][0];
    CHECK(run["results"] == json::array());
    json told = run["invocations"][0];
    CHECK(told["executionSuccessful"] == false);
    REQUIRE(told["toolExecutionNotifications"].size() == 2);
    CHECK(told["toolExecutionNotifications"][0]["level"] == "error");
    CHECK(told["toolExecutionNotifications"][0]["message"]["text"] == "cannot be read");
    CHECK(told["toolExecutionNotifications"][1]["level"] == "note");
}

TEST_CASE("sarif: the pages of all rules are text", "[unit]")
{
    MadeReport report = hostile_report();
    for (const Rule& rule : all_rules())
        report.run.rules.push_back(&rule);
    json sarif = json::parse(report.print("sarif"));
    CHECK(sarif["runs"][0]["tool"]["driver"]["rules"].size() >= all_rules().size());
}

TEST_CASE("html: a changed value is shown as gone and new, a removed one as it was", "[unit]")
{
    MadeReport report("www A 192.0.2.2\n");
    DiffLine changed, gone;
    changed.owner = gone.owner = "www";
    changed.type = gone.type = "A";
    changed.before = gone.before = "192.0.2.1";
    changed.after = "192.0.2.2";
    gone.sign = '-';
    ZoneDiff diff;
    diff.lines = {changed};
    report.run.zones[0].diff = diff;
    report.run.review = "a -> b";
    CHECK(report.print("html").find("<del>") != std::string::npos);
    CHECK(report.print("html").find("<ins>") != std::string::npos);
    report.run.zones[0].diff->lines = {gone};
    CHECK(report.print("html").find("<del>") == std::string::npos);
}

TEST_CASE("the hash of a line is the one that GitHub computes", "[unit]")
{
    auto hashes = [](std::string_view text, std::vector<std::uint64_t> lines) { return line_hashes(text, lines); };
    using Hashes = std::vector<std::string>;
    CHECK(hashes("", {1}) == Hashes{"c129715d7a2bc9a3:1"});
    // Blanks and the kind of line end do not matter; equal lines are numbered.
    CHECK(hashes("a b\n", {1}) == hashes(" ab\r\n", {1}));
    CHECK(hashes("a b\n", {1}) == hashes("ab\r", {1}));
    std::string repeated;
    for (int i = 0; i < 200; ++i)
        repeated += "x\n";
    Hashes two = hashes(repeated, {1, 2, 3});
    CHECK(two[0].ends_with(":1"));
    CHECK(two[1].ends_with(":2"));
    CHECK(two[0].substr(0, two[0].size() - 2) == two[2].substr(0, two[2].size() - 2));
    CHECK(hashes("a\nb\n", {2, 9})[1].empty());
    CHECK(hashes("a\nb\n", {1, 2})[1] == hashes("b\n", {1})[0]);
}

TEST_CASE("github: properties and messages are escaped in their own ways", "[unit]")
{
    MadeReport report("a\nb c\n", "zones/a,b:c%.zone");
    Finding& finding = report.add(srv_rule(), report.span("b"), "100% wrong:\n::error::x");
    finding.help = "do it";
    CHECK(report.print_bare("github") ==
          "::error title=zonevet%3A srv-port-unexpected,file=zones/a%2Cb%3Ac%25.zone,line=2,col=1,"
          "endLine=2,endColumn=2::100%25 wrong:\\x0a::error::x%0Ahelp: do it\n");
    Finding& wide = report.add(ttl_rule(), {0, 0, 4}, "m");
    wide.level = Level::info;
    CHECK(report.print_bare("github").find("::notice title=zonevet%3A ttl-too-long,"
                                           "file=zones/a%2Cb%3Ac%25.zone,line=1,endLine=2::m\n") != std::string::npos);
}

TEST_CASE("github: ten of a level, the worst first, then a plain line", "[unit]")
{
    MadeReport report("a\n");
    for (int i = 0; i < 12; ++i)
        report.add(ttl_rule(), report.span("a"), "w");
    report.add(srv_rule(), report.span("a"), "e");
    std::vector<std::string> lines = lines_of(report.print_bare("github"));
    REQUIRE(lines.size() == 12);
    CHECK(lines[0].starts_with("::error "));
    CHECK(lines[10].starts_with("::warning "));
    CHECK(lines[11] == "2 more warnings are not annotated; `zonevet check -o full` shows all");
}
