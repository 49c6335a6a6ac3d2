// The tables inside of rules. Each tests/tables/NAME.zone has a record for every entry of a table, and for what lies
// right beside it; the line "; rules: NAME..." says which rules run. NAME.expected holds what they say of it.
#include "findings_text.h"
#include "text/utf8.h"

namespace zonevet::test {
namespace {

std::vector<std::string> rules_in(const std::string& text)
{
    constexpr std::string_view head = "; rules: ";
    for (const std::string& line : lines_of(text))
        if (line.starts_with(head))
            return words_of(line.substr(head.size()));
    return {};
}

// "RECORD: FINDING", one line for each.
std::string report_of(const fs::path& path)
{
    std::string text = slurp(path);
    std::vector<std::string> lines = lines_of(text), words = rules_in(text);
    REQUIRE_FALSE(words.empty());
    ZoneReport report = check_text(text, "example.com.", settings_of_rules(words));
    std::string said;
    for (const Finding& finding : report.findings) {
        std::size_t line = report.sources->locate(finding.span.position()).line;
        said += fmt::format("{}: {}\n", fmt::join(words_of(lines.at(line - 1)), " "), finding_text(finding));
    }
    return said;
}

// "0300..036f WHAT", one line for each run of code points that are alike; those that are plain have none.
template <class Name> std::string runs_of(Name name)
{
    constexpr std::uint32_t end = 0x110000;
    std::string text;
    for (std::uint32_t first = 0, next = 0; first < end; first = next) {
        std::string what = name(first);
        for (next = first + 1; next < end && name(next) == what;)
            ++next;
        if (!what.empty())
            text += fmt::format("{:04x}..{:04x} {}\n", first, next - 1, what);
    }
    return text;
}

} // namespace

TEST_CASE("code points have their width and are seen", "[unit]")
{
    std::string text = runs_of([](std::uint32_t code_point) -> std::string {
        unsigned width = display_width(code_point);
        return width == 1 ? "" : fmt::format("width {}", width);
    });
    text +=
        runs_of([](std::uint32_t code_point) -> std::string { return is_invisible(code_point) ? "invisible" : ""; });
    check_expected(TESTS_DIR "/tables/code-points.expected", text);
}

TEST_CASE("every entry of a table inside of a rule is noticed", "[golden]")
{
    std::size_t count = 0;
    for (const fs::path& path : files_below(TESTS_DIR "/tables", {".zone"})) {
        CAPTURE(path.filename().string());
        check_expected(fs::path(path).replace_extension(".expected"), report_of(path));
        ++count;
    }
    CHECK(count > 10);
}

} // namespace zonevet::test
