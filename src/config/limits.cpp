// What each is for, and what it gives: docs/limits.md.
#include "config/limits.h"

namespace zonevet {

namespace {

constexpr std::int64_t no_end = std::int64_t{1} << 40;

template <auto Member>
Limit limit(std::string_view key, std::int64_t least, std::int64_t most, std::string_view help, bool is_size = false)
{
    return {key,
            least,
            most,
            help,
            is_size,
            [](Settings& settings, std::int64_t value) {
                using Number = std::remove_reference_t<decltype(settings.*Member)>;
                settings.*Member = static_cast<Number>(value);
            },
            [](const Settings& settings) { return static_cast<std::int64_t>(settings.*Member); }};
}

} // namespace

const std::vector<Limit>& all_limits()
{
    static const std::vector<Limit> limits{
        limit<&Settings::max_include_depth>("include-depth", 0, 1000, "files included one in the other"),
        limit<&Settings::max_includes>("includes", 0, 1'000'000, "files that a zone includes"),
        limit<&Settings::max_octets>("zone-size", 0, no_end, "size of a zone with all that it includes", true),
        limit<&Settings::max_records>("records", 0, 1'000'000'000, "a zone with more includes nothing more"),
        limit<&Settings::max_generated>("generate", 0, 1'000'000'000, "records of one $GENERATE"),
        limit<&Settings::max_all_generated>("generate-total", 0, 1'000'000'000, "records of all $GENERATE of a zone"),
        limit<&Settings::max_files>("files", 1, 100'000'000, "files that a run may find in folders"),
    };
    return limits;
}

} // namespace zonevet
