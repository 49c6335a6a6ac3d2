// What the tests over samples of others have in common. The samples are not ours; without them
// nothing is tested, and that is said.
#pragma once

#include "../support.h"
#include "formats/formats.h"
#include "zone/build.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <set>
#include <string>
#include <vector>

namespace zonevet::test {

inline const fs::path samples_folder = SHARED_DIR "/inputs";

inline bool have_samples(const char* folder)
{
    if (fs::is_directory(samples_folder / folder))
        return true;
    WARN("no samples in " << (samples_folder / folder).string() << ": not tested");
    return false;
}

inline Document sample_at(const fs::path& path)
{
    return {path.string(), std::make_shared<Bytes>(slurp(path))};
}

// The records as a sorted list of lines in lower case.
inline std::vector<std::string> records_of(std::shared_ptr<const Bytes> text, const std::string& zone)
{
    OwnedName apex;
    REQUIRE(to_name(zone, apex));
    BuiltZone built = build_zone("zone", std::move(text), apex, {});
    std::set<std::string> lines;
    for (std::uint32_t i = 0; i < built.zone->record_count(); ++i) {
        Record record = built.zone->record(RecordId{i});
        std::string line = fmt::format("{} {} {} {}", record.owner(), record.ttl(), record.type(), record.data_text());
        for (char& c : line)
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        lines.insert(line);
    }
    return {lines.begin(), lines.end()};
}

} // namespace zonevet::test
