// What must hold for any text at all, tried on every zone of the repository: the answer does not
// depend on threads or chunks, findings lie inside their text, lines that move keep fingerprints,
// and a file that was cut off anywhere is read to its end.
#include "lint/run.h"
#include "support.h"
#include "zone/build.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace zonevet::test {
namespace {

std::vector<fs::path> every_zone()
{
    std::vector<fs::path> all;
    for (const char* folder : {TESTS_DIR, SOURCE_DIR "/zones-examples"})
        for (fs::path& path : files_below(folder, {".zone", ".in", ".inc"}))
            all.push_back(std::move(path));
    return all;
}

OwnedName example_com()
{
    OwnedName name;
    REQUIRE(to_name("example.com.", name));
    return name;
}

// Records and problems of one text, cut into pieces of `chunk` octets for several threads.
std::vector<std::string> built(const std::string& text, unsigned jobs, std::uint64_t chunk,
                               const Placeholders* placeholders = nullptr)
{
    BuildOptions options;
    options.jobs = jobs;
    options.chunk_size = chunk;
    options.placeholders = placeholders;
    options.parallel_from = jobs > 1 ? 0 : ~std::uint64_t{0};
    OwnedName origin = example_com();
    BuiltZone result = build_zone("zone", std::make_shared<Bytes>(text), origin, options);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < result.zone->record_count(); ++i) {
        Record record = result.zone->record(RecordId{static_cast<std::uint32_t>(i)});
        lines.push_back(fmt::format("{}: {} {} {} {}", record.entry().offset(), record.owner(),
                                    record.ttl_known() ? record.ttl() : 0, record.type(), record.data_text()));
    }
    lines.push_back(result.zone->incomplete() ? "incomplete" : "complete");
    for (std::uint32_t id = 0; id < result.zone->name_count(); ++id)
        if (Node node = result.zone->node(NameId{id}); node.uncertain())
            lines.push_back(node.name().text());
    for (const Problem& problem : result.problems.list())
        lines.push_back(fmt::format("{}-{}: {} {}", problem.span.begin, problem.span.end,
                                    static_cast<int>(problem.mistake), problem.message));
    return lines;
}

// Without what the length of the text above may change.
std::vector<Finding> findings(const std::string& text, unsigned jobs = 1)
{
    Settings settings = Settings::of_profile(Profile::strict);
    settings.jobs = jobs;
    settings.today = 20468;
    settings.max_generated = 10'000;
    ZoneReport report = check_text(text, "example.com.", settings);
    for (const Finding& finding : report.findings) {
        CAPTURE(finding.rule->name, finding.message);
        const std::string_view whole = (*report.sources)[finding.span.source].text();
        bool inside = finding.span.begin <= finding.span.end && finding.span.end <= whole.size();
        CHECK(inside);
        CHECK_FALSE(finding.message.empty());
        CHECK(finding.fingerprint.size() == 32);
    }
    return std::move(report.findings);
}

std::vector<std::string> described(const std::vector<Finding>& findings, std::uint64_t shift = 0)
{
    std::vector<std::string> lines;
    for (const Finding& finding : findings)
        lines.push_back(fmt::format("{}-{} {} {}", finding.span.begin + shift, finding.span.end + shift,
                                    finding.rule->name, finding.message));
    return lines;
}

std::vector<std::string> fingerprints(const std::vector<Finding>& findings)
{
    std::vector<std::string> all;
    for (const Finding& finding : findings)
        all.push_back(finding.fingerprint);
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace

TEST_CASE("chunks and threads read what one reader reads", "[properties]")
{
    for (const fs::path& path : every_zone()) {
        CAPTURE(path.lexically_relative(SOURCE_DIR).string());
        std::string text = slurp(path);
        std::vector<std::string> whole = built(text, 1, ~std::uint64_t{0});
        for (std::uint64_t chunk : {64u, 200u})
            CHECK(built(text, 4, chunk) == whole);
    }
}

TEST_CASE("a repeated or blank owner goes on from before $GENERATE", "[properties]")
{
    std::string text = slurp(TESTS_DIR "/parse/owner_behind_generate.in");
    std::vector<std::string> owners;
    for (const std::string& line : built(text, 1, 0))
        if (line.find(" A 192.0.2.77") != std::string::npos || line.find(" A 192.0.2.88") != std::string::npos ||
            line.find(" CDS ") != std::string::npos)
            owners.push_back(line.substr(line.find(' ') + 1, line.find("com.") + 3 - line.find(' ')));
    CHECK(owners == std::vector<std::string>{"example.com.", "x.example.com.", "example.com."});
}

TEST_CASE("chunks agree about placeholders", "[properties]")
{
    // They stand in owners, data, names of directives' values, TTLs, quotes and whole lines of our zones.
    const Placeholders placeholders({"ns1", "3600", "{{*}}", "4h*14d", "v=*s", "; *t", "www"});
    for (const fs::path& path : every_zone()) {
        CAPTURE(path.lexically_relative(SOURCE_DIR).string());
        std::string text = slurp(path);
        std::vector<std::string> whole = built(text, 1, ~std::uint64_t{0}, &placeholders);
        for (std::uint64_t chunk : {64u, 200u})
            CHECK(built(text, 4, chunk, &placeholders) == whole);
    }
}

TEST_CASE("findings do not depend on threads", "[properties]")
{
    for (const fs::path& path : every_zone()) {
        CAPTURE(path.lexically_relative(SOURCE_DIR).string());
        std::string text = slurp(path);
        CHECK(described(findings(text, 4)) == described(findings(text, 1)));
    }
}

TEST_CASE("lines that move take their findings along", "[properties]")
{
    // A comment more at the top says nothing about the zone.
    const std::string comment = "; moved\n";
    for (const fs::path& path : every_zone()) {
        std::string text = slurp(path);
        // Here a line end or a mark at the top of the file is the matter itself.
        if (text.find('\r') != std::string::npos || text.starts_with("\xEF\xBB\xBF") || text.starts_with("\xFF\xFE"))
            continue;
        CAPTURE(path.lexically_relative(SOURCE_DIR).string());
        std::vector<Finding> before = findings(text), after = findings(comment + text);
        CHECK(fingerprints(after) == fingerprints(before));
        // A finding about the whole text may keep its place at the top.
        if (std::all_of(before.begin(), before.end(), [](auto& f) { return f.span.begin > 0; }))
            CHECK(described(after) == described(before, comment.size()));
    }
}

TEST_CASE("a file that was cut off is read to its end", "[properties]")
{
    for (const fs::path& path : every_zone()) {
        CAPTURE(path.lexically_relative(SOURCE_DIR).string());
        std::string text = slurp(path);
        // Each file in two of seven places: what is met at a cut lies in many files.
        for (std::size_t part : {1 + text.size() % 7, 1 + (text.size() + 3) % 7}) {
            CAPTURE(part);
            findings(text.substr(0, text.size() * part / 8));
        }
    }
}

} // namespace zonevet::test
