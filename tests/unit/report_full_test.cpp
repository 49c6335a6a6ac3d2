// What a person sees, to the column.
#include "report_support.h"

#include <catch2/catch.hpp>

using namespace zonevet;
using namespace zonevet::test;

namespace {

// Without the hint that is given once in a run.
std::string without_hint(std::string text)
{
    std::size_t hint = text.find(" = accept:");
    if (hint != std::string::npos) {
        std::size_t begin = text.rfind('\n', hint) + 1;
        text.erase(begin, text.find('\n', hint) + 1 - begin);
    }
    return text;
}

std::string drawn(const MadeReport& report, ReportStyle style = {})
{
    return without_hint(report.print_bare("full", style));
}

} // namespace

TEST_CASE("full: everything a finding can hold", "[unit]")
{
    std::string text;
    for (int i = 1; i < 13; ++i)
        text += "; line\n";
    text += "_sipfederationtls._tcp  IN SRV 100 1 5601 sipfed.online.lync.com.\n";
    MadeReport report(text);
    std::uint32_t other = report.add_source(
        "zones/example.org.zone", "@\n\n\n\n\n_sipfederationtls._tcp IN SRV 100 1 5061 sipfed.online.lync.com.\n");
    Finding& finding =
        report.add(srv_rule(), report.span("5601"), "`_sipfederationtls._tcp` must use port 5061, found 5601");
    finding.label = "two digits are swapped";
    finding.notes.push_back({report.span("5061", other), "the same service in another zone"});
    finding.notes.push_back({std::nullopt, "resolvers keep it for 1h"});
    finding.help = "change the port to 5061";
    finding.fix = "5061";
    finding.effect = "calls from partners fail";
    ReportStyle style;
    style.exit_code = 1;
    CHECK(report.print("full", style) ==
          "error[srv-port-unexpected]: `_sipfederationtls._tcp` must use port 5061, found 5601\n"
          "  --> zones/example.com.zone:13:38  (zone example.com.)\n"
          "    |\n"
          " 13 | _sipfederationtls._tcp  IN SRV 100 1 5601 sipfed.online.lync.com.\n"
          "    |                                      ^^^^ two digits are swapped\n"
          "    |\n"
          "note: the same service in another zone\n"
          "  --> zones/example.org.zone:6:37\n"
          "    |\n"
          "  6 | _sipfederationtls._tcp IN SRV 100 1 5061 sipfed.online.lync.com.\n"
          "    |                                     ----\n"
          "help: change the port to 5061\n"
          "    |\n"
          " 13 - _sipfederationtls._tcp  IN SRV 100 1 5601 sipfed.online.lync.com.\n"
          " 13 + _sipfederationtls._tcp  IN SRV 100 1 5061 sipfed.online.lync.com.\n"
          "    |                                      ~~~~\n"
          "    = note: resolvers keep it for 1h\n"
          "    = effect: calls from partners fail\n"
          "    = accept: ; zonevet: ignore[srv-port-unexpected] reason=\"...\"\n"
          "\n"
          "More about a rule: zonevet explain srv-port-unexpected\n"
          "1 error, 0 warnings, 0 suppressed in 1 zone, 12 records (4 ms). Exit 1.\n");
}

TEST_CASE("full: tabs and wide letters keep the marks in place", "[unit]")
{
    MadeReport report("www\tIN\tA\t192.0.2.300\n\xe4\xb8\xad\xc3\xa4 A bad\n");
    report.add(srv_rule(), report.span("192.0.2.300"), "m");
    report.add(srv_rule(), report.span("bad"), "m");
    CHECK(drawn(report) == "error[srv-port-unexpected]: m\n"
                           " --> zones/example.com.zone:1:10  (zone example.com.)\n"
                           "   |\n"
                           " 1 | www     IN      A       192.0.2.300\n"
                           "   |                         ^^^^^^^^^^^\n"
                           "   |\n"
                           "\n"
                           "error[srv-port-unexpected]: m\n"
                           " --> zones/example.com.zone:2:6  (zone example.com.)\n"
                           "   |\n"
                           " 2 | \xe4\xb8\xad\xc3\xa4 A bad\n"
                           "   |       ^^^\n"
                           "\n");
}

TEST_CASE("full: what acts on a terminal or a log is shown, not done", "[unit]")
{
    MadeReport report("t TXT \x1b[31m\xff\xe2\x80\xae##[error]x end\r\n");
    Finding& finding = report.add(srv_rule(), report.span("end"), "bad \x1b[0m text\nnext");
    finding.label = "\x1b]0;title\x07";
    std::string text = drawn(report);
    CHECK(text == "error[srv-port-unexpected]: bad \\x1b[0m text\\x0anext\n"
                  " --> zones/example.com.zone:1:25  (zone example.com.)\n"
                  "   |\n"
                  " 1 | t TXT \\x1b[31m\\xff<U+202E>#\\x23[error]x end\n"
                  "   |                                         ^^^ \\x1b]0;title\\x07\n"
                  "   |\n"
                  "\n");
    CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("full: a path cannot begin a line with a command", "[unit]")
{
    MadeReport report("x\n", "::error ::boo");
    report.add(srv_rule(), report.span("x"), "m");
    CHECK(report.print_bare("concise") == "./::error ::boo:1:1: error[srv-port-unexpected] m\n");
}

TEST_CASE("full: a span over lines is drawn at its side", "[unit]")
{
    MadeReport report("@ IN SOA ns1 host (\n\t1 2\n\t3 4 5 )\nnext\n");
    Span whole = report.span("@ IN SOA");
    whole.end = report.span(" )").end + 1; // the line end does not count
    report.add(srv_rule(), whole, "m").label = "here";
    CHECK(drawn(report) == "error[srv-port-unexpected]: m\n"
                           " --> zones/example.com.zone:1:1  (zone example.com.)\n"
                           "   |\n"
                           " 1 | / @ IN SOA ns1 host (\n"
                           " 2 | |         1 2\n"
                           " 3 | |         3 4 5 )\n"
                           "   | |_______________^ here\n"
                           "   |\n"
                           "\n");
    MadeReport inner("@ IN SOA ns1 (\na\nb\nc\nd\ne\nf\ng\n9 )\n");
    Span part = inner.span("(");
    part.end = inner.span(")").end;
    inner.add(srv_rule(), part, "m");
    CHECK(drawn(inner) == "error[srv-port-unexpected]: m\n"
                          " --> zones/example.com.zone:1:14  (zone example.com.)\n"
                          "   |\n"
                          " 1 |   @ IN SOA ns1 (\n"
                          "   |  ______________^\n"
                          " 2 | | a\n"
                          "   | | ...\n"
                          " 9 | | 9 )\n"
                          "   | |___^\n"
                          "   |\n"
                          "\n");
}

TEST_CASE("full: a long line is cut around what is meant", "[unit]")
{
    MadeReport report("key TXT \"" + std::string(3000, 'a') + "BAD" + std::string(5000, 'b') + "\"\n");
    report.add(srv_rule(), report.span("BAD"), "m");
    ReportStyle style;
    style.width = 60;
    std::vector<std::string> lines = lines_of(drawn(report, style));
    REQUIRE(lines.size() > 4);
    CHECK(lines[3].size() <= 60);
    CHECK(lines[3].starts_with(" 1 | ...aaa"));
    CHECK(lines[3].ends_with("bbb..."));
    CHECK(lines[3].find("BAD") == lines[4].find("^^^"));

    MadeReport wide("x TXT " + std::string(4000, 'y') + "\n");
    Span all = wide.span("yyy");
    all.end += 3997;
    wide.add(srv_rule(), all, "m");
    lines = lines_of(drawn(wide, style));
    CHECK(lines[3].size() <= 60);
    CHECK(lines[4].size() <= 60);
    CHECK(lines[4].find('^') != std::string::npos);
}

TEST_CASE("full: fixes that add, remove and replace", "[unit]")
{
    MadeReport report("mail A 192.0.2.1\nalias CNAME mail.example.com\n");
    report.add(srv_rule(), report.span("mail.example.com"), "m").fix = "mail.example.com.";
    Finding& whole = report.add(srv_rule(), report.span("mail A 192.0.2.1"), "m");
    whole.fix = "";
    std::string text = drawn(report);
    CHECK(text.find("help: write this instead\n"
                    "   |\n"
                    " 2 - alias CNAME mail.example.com\n"
                    " 2 + alias CNAME mail.example.com.\n"
                    "   |                             +\n") != std::string::npos);
    CHECK(text.find("help: remove it\n"
                    "   |\n"
                    " 1 - mail A 192.0.2.1\n"
                    "\n") != std::string::npos);
}

TEST_CASE("full: empty spans, ends of files and empty files have a mark", "[unit]")
{
    MadeReport report("ab\n");
    report.add(srv_rule(), {0, 2, 2}, "m");
    report.add(srv_rule(), {0, 3, 3}, "m");
    std::string text = drawn(report);
    CHECK(text.find(" 1 | ab\n   |   ^\n") != std::string::npos);
    CHECK(text.find(" 2 | \n   | ^\n") != std::string::npos);
    MadeReport empty("");
    empty.add(srv_rule(), {0, 0, 0}, "m");
    CHECK(drawn(empty).find(" 1 | \n   | ^\n") != std::string::npos);
}

TEST_CASE("full: the files that include are named", "[unit]")
{
    MadeReport report("\n$INCLUDE web.inc\n");
    std::uint32_t web = report.add_source("web.inc", "www A 1\n", report.span("$INCLUDE web.inc"));
    report.add(srv_rule(), report.span("1", web), "m");
    CHECK(drawn(report).find("   = included from zones/example.com.zone:2\n") != std::string::npos);
}

TEST_CASE("full: without source lines everything is still said", "[unit]")
{
    MadeReport report("www A 1\n");
    Finding& finding = report.add(srv_rule(), report.span("1"), "m");
    finding.label = "label";
    finding.fix = "2";
    finding.help = "do";
    ReportStyle style;
    style.source = false;
    CHECK(drawn(report, style) == "error[srv-port-unexpected]: m\n"
                                  " --> zones/example.com.zone:1:7  (zone example.com.)\n"
                                  "help: do\n"
                                  "   = here: label\n"
                                  "\n");
}

TEST_CASE("full: a limit per rule says what it hides, in all zones together", "[unit]")
{
    MadeReport report("a b c d\n");
    for (const char* word : {"a", "b", "c"})
        report.add(srv_rule(), report.span(word), "m");
    report.run.zones[0].hidden.push_back({&ttl_rule(), Level::warning, 120});
    ReportStyle style;
    style.max_per_rule = 2;
    std::string text = report.print("full", style);
    CHECK(text.find("\u2026 1 more srv-port-unexpected finding is not shown; see it with "
                    "--max-per-rule 0\n"
                    "\u2026 120 more ttl-too-long findings are not shown; see more with "
                    "--max-per-rule 0\n") != std::string::npos);
    CHECK(text.find("3 errors, 120 warnings, 0 suppressed") != std::string::npos);
}

TEST_CASE("full: colours are never the only signal and only come when asked for", "[unit]")
{
    MadeReport report("www A 1\n");
    report.add(srv_rule(), report.span("1"), "m");
    ReportStyle style;
    style.color = true;
    std::string text = report.print("full", style);
    CHECK(text.starts_with("\x1b[1;31merror[srv-port-unexpected]\x1b[0m\x1b[1m: m\x1b[0m\n"));
    CHECK(report.print("full").find('\x1b') == std::string::npos);
}

TEST_CASE("statistics: the most frequent first", "[unit]")
{
    MadeReport report("a b\n");
    report.add(srv_rule(), report.span("a"), "m");
    report.run.zones[0].hidden.push_back({&ttl_rule(), Level::warning, 7});
    ReportStyle style;
    style.statistics = true;
    style.summary = false;
    std::string text = report.print("concise", style);
    CHECK(text.ends_with("   7  warning  ttl-too-long\n   1  error    srv-port-unexpected\n"));
}

TEST_CASE("a rule has a page", "[unit]")
{
    CHECK(rule_page_text(ttl_rule()) == "ttl-too-long\n"
                                        "============\n"
                                        "\n"
                                        "A TTL is long.\n"
                                        "(warning by default, family ttl, profile recommended, confidence medium)\n"
                                        "\n"
                                        "Why it matters\n"
                                        "  A mistake stays in caches.\n"
                                        "\n"
                                        "Configuration\n"
                                        "  [rules.ttl-too-long]\n"
                                        "  severity = \"warning\"\n"
                                        "  max = \"1d\"  # the longest\n"
                                        "  types = [\"a\", \"aaaa\"]  # for these\n"
                                        "\n"
                                        "To accept it for one record, at the end of its line or on the line before\n"
                                        "  ; zonevet: ignore[ttl-too-long] reason=\"...\"\n");
    std::string page = rule_page_markdown(srv_rule());
    CHECK(page.starts_with("# srv-port-unexpected\n\nThe port is not the one of the service.\n"));
    CHECK(page.find("- [RFC 2782](https://www.rfc-editor.org/rfc/rfc2782)\n") != std::string::npos);
}
