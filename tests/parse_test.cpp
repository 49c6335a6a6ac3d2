// The reader alone: every tests/parse/TOPIC.in is read into entries, and their dump must be
// TOPIC.out. Byte for byte: carriage returns, NUL octets and missing last newlines matter here.
// ZONEVET_UPDATE=1 rewrites the dumps.
#include "syntax/dump.h"

#include "support.h"

#include <catch2/catch.hpp>
#include <cstdlib>

namespace zonevet::test {

TEST_CASE("entries of master files", "[parse]")
{
    for (fs::path path : files_below(TESTS_DIR "/parse", {".in"})) {
        INFO(path.lexically_relative(SOURCE_DIR).string());
        std::string dump = dump_entries(slurp(path), "example.com.");
        path.replace_extension(".out");
        if (std::getenv("ZONEVET_UPDATE"))
            spill(path, dump);
        CHECK(lines_of(dump) == lines_of(slurp(path)));
    }
}

} // namespace zonevet::test
