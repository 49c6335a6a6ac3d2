// Positions, lines and columns, and how bytes come from files.
#include "../program.h"
#include "base/failure.h"
#include "text/source.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace zonevet;

namespace {

Sources sources_of(std::string text)
{
    Sources sources;
    sources.add("x.zone", std::make_shared<const Bytes>(std::move(text)));
    return sources;
}

std::string file_in(const test::TemporaryFolder& folder, const std::string& name, const std::string& content)
{
    std::ofstream(folder.path() / name, std::ios::binary) << content;
    return (folder.path() / name).string();
}

std::string failure_of(const std::string& path)
{
    try {
        Bytes::of_file(path);
    } catch (const Failure& failure) {
        return failure.what();
    }
    return "";
}

} // namespace

TEST_CASE("lines and columns count from one, columns in code points")
{
    Sources sources = sources_of("a b\n\xc3\xa4\xff z\r\nlast");
    auto at = [&](std::uint64_t offset) {
        LineColumn place = sources[0].locate(offset);
        return std::make_pair(place.line, place.column);
    };
    CHECK(at(0) == std::make_pair(1UL, 1UL));
    CHECK(at(2) == std::make_pair(1UL, 3UL));
    CHECK(at(3) == std::make_pair(1UL, 4UL)); // the newline itself
    CHECK(at(4) == std::make_pair(2UL, 1UL));
    CHECK(at(6) == std::make_pair(2UL, 2UL)); // after a letter of two octets
    CHECK(at(7) == std::make_pair(2UL, 3UL)); // after a broken octet
    CHECK(at(1000) == std::make_pair(3UL, 5UL));
    Span line = sources[0].line_around(7, 0);
    CHECK(sources.text(line) == "\xc3\xa4\xff z");
    CHECK(sources.text(sources[0].line_around(1000, 0)) == "last");
}

TEST_CASE("lines are right beyond the first block, in any order of asking")
{
    std::string text;
    for (int i = 0; i < 50000; ++i)
        text += "abcdef\n";
    Sources sources = sources_of(text);
    CHECK(sources.locate({0, 7 * 49999 + 2}).line == 50000);
    CHECK(sources.locate({0, 7 * 49999 + 2}).column == 3);
    CHECK(sources.locate({0, 7 * 3}).line == 4);
    CHECK(sources.locate({0, 65536}).line == 65536 / 7 + 1);
    CHECK(sources.locate({0, 65536}).column == 65536 % 7 + 1);
}

TEST_CASE("small and large files are read alike")
{
    test::TemporaryFolder folder;
    std::string large(200000, 'x');
    Bytes small = Bytes::of_file(file_in(folder, "small", "abc"));
    Bytes big = Bytes::of_file(file_in(folder, "large", large));
    Bytes empty = Bytes::of_file(file_in(folder, "empty", ""));
    CHECK(small.view() == "abc");
    CHECK(empty.view().empty());
    CHECK(big.view() == large);
    Bytes moved = std::move(big);
    CHECK(moved.view() == large);
}

TEST_CASE("what is not a plain file is refused with a reason")
{
    test::TemporaryFolder folder;
    CHECK(failure_of(folder.path().string()) == "cannot read `" + folder.path().string() + "`: it is a folder");
    std::string missing = (folder.path() / "none").string();
    CHECK(failure_of(missing) == "cannot read `" + missing + "`: there is no such file");
    std::string pipe = (folder.path() / "pipe").string();
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(failure_of(pipe) == "cannot read `" + pipe + "`: it is a pipe; give its content on standard input with `-`");
    CHECK(failure_of("/dev/null") == "cannot read `/dev/null`: it is a device");
    if (::geteuid() != 0) {
        std::string locked = file_in(folder, "locked", "x");
        ::chmod(locked.c_str(), 0);
        CHECK(failure_of(locked) == "cannot read `" + locked + "`: permission denied");
    }
}

TEST_CASE("a stream of any length is read whole")
{
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    std::string text(30000, 'z');
    REQUIRE(::write(ends[1], text.data(), text.size()) == 30000);
    ::close(ends[1]);
    CHECK(Bytes::of_stream(ends[0], "-").view() == text);
    ::close(ends[0]);
}
