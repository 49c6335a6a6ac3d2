// The fuzz targets on every input that the repository has: the zones and configurations of the tests
// and examples, and what fuzzing once found (fuzz/found/TARGET).
#include "dns/types.h"
#include "fuzz/targets.h"
#include "support.h"

#include <catch2/catch.hpp>

namespace zonevet::test {
namespace {

void replay(void (*target)(std::string_view), const std::string& name, const std::vector<std::string>& endings)
{
    std::vector<fs::path> inputs = files_below(fs::path(SOURCE_DIR) / "fuzz/found" / name);
    for (const char* folder : {TESTS_DIR, SOURCE_DIR "/zones-examples"})
        for (fs::path& path : files_below(folder, endings))
            inputs.push_back(std::move(path));
    for (const fs::path& path : inputs) {
        CAPTURE(path.lexically_relative(SOURCE_DIR).string());
        target(slurp(path)); // aborts when something does not hold
    }
}

} // namespace

TEST_CASE("fuzz: zone", "[fuzz]")
{
    replay(fuzz::zone, "zone", {".zone", ".in", ".inc"});
}
TEST_CASE("fuzz: reader", "[fuzz]")
{
    replay(fuzz::reader, "reader", {".zone", ".in", ".inc"});
}
TEST_CASE("fuzz: review", "[fuzz]")
{
    replay(fuzz::review, "review", {".zone"});
}
TEST_CASE("fuzz: reports", "[fuzz]")
{
    replay(fuzz::reports, "reports", {".in"});
}
TEST_CASE("fuzz: formats", "[fuzz]")
{
    replay(fuzz::formats, "formats",
           {".json", ".yaml", ".csv", ".tsv", ".txt", ".nsupdate", ".diff", ".tfstate", ".zone"});
}
TEST_CASE("fuzz: config", "[fuzz]")
{
    replay(fuzz::config, "config", {".toml"});
}

TEST_CASE("fuzz: servers", "[fuzz]")
{
    replay(fuzz::servers, "servers", {".conf", ".toml", ".local"});
}

TEST_CASE("fuzz: data, names and comments", "[fuzz]")
{
    // Lines of zones are no data of a type, but words of every kind.
    for (fs::path& path : files_below(TESTS_DIR, {".zone", ".in"}))
        for (const std::string& line : lines_of(slurp(path))) {
            CAPTURE(line);
            fuzz::data(line);
            if (std::size_t at = line.find("zonevet:"); at != std::string::npos)
                fuzz::comment(std::string_view(line).substr(at + 8));
            for (const std::string& word : words_of(line))
                fuzz::names(word);
        }
    replay(fuzz::data, "data", {".none"});
    replay(fuzz::rdata, "rdata", {".none"});
    replay(fuzz::comment, "comment", {".none"});
    replay(fuzz::names, "names", {".none"});
}

// Each record of the oracle's list, and the data of each as that of every other type.
TEST_CASE("fuzz: data against ldns", "[fuzz]")
{
    std::vector<std::string> data;
    auto types = static_cast<std::size_t>(all_types_end() - all_types_begin());
    for (const std::string& line : lines_of(slurp(TESTS_DIR "/oracle/records.txt"))) {
        std::vector<std::string> words = words_of(line.substr(0, line.find(" ; ")));
        for (std::size_t type = 0; type < types && words.size() > 1; ++type)
            for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 4); ++i)
                if (words[i] == all_types_begin()[type].mnemonic)
                    data.push_back(
                        line.substr(0, line.find(" ; ")).substr(line.find(" " + words[i] + " ") + words[i].size() + 2));
    }
    REQUIRE(data.size() > 200);
    for (const std::string& text : data)
        for (std::size_t type = 0; type < types; ++type) {
            std::string input = static_cast<char>(type) + text;
            CAPTURE(input);
            fuzz::rdata(input);
        }
}

} // namespace zonevet::test
