// `config init`: looks at the zones, and proposes a configuration that says what they are for. What a
// profile looks like is said by the pack that declares it (`detect`).
#include "base/failure.h"
#include "cli/commands.h"
#include "cli/file_writer.h"
#include "cli/resolve.h"
#include "input/naming.h"
#include "input/state.h"
#include "lint/run.h"
#include "policy/book.h"
#include "policy/evaluate.h"
#include "text/source.h"
#include "zone/zone.h"

#include <filesystem>
#include <map>

namespace zonevet {

namespace {

constexpr const char* file_name = "zonevet.toml";
constexpr std::size_t zones_explained = 5; // of each set of profiles

// Why a zone probably has a profile.
struct Sign {
    const policy::ServiceProfile* profile;
    std::string where;  // "zones/example.com.zone:7"
    std::string record; // "@ MX 0 example-com.mail.protection.outlook.com."
};

struct Seen {
    std::string zone; // without the final dot
    std::vector<Sign> signs;
};

std::optional<Sign> sign_of(const policy::ServiceProfile& profile, const Zone& zone)
{
    if (profile.detect == nullptr)
        return {};
    for (std::uint32_t id = 0; id < zone.record_count(); ++id) {
        Record record = zone.record(RecordId{id});
        if (!record.node().in_zone() ||
            policy::matches(*profile.detect, policy::Situation(record)) != policy::Truth::yes)
            continue;
        Span span = zone.span(record.place());
        const Source& source = zone.sources()[span.source];
        return Sign{&profile, fmt::format("{}:{}", source.path(), source.locate(span.begin).line),
                    fmt::format("{} {} {}", record.owner().text_below(zone.apex()), type_text(record.type()),
                                record.data_text())};
    }
    return {};
}

// Nothing for a file whose zone nobody can tell.
std::optional<Seen> look_at(const ZoneFile& file)
{
    std::shared_ptr<const Zone> built = read_zone(file, Settings{});
    const Zone& zone = *built;
    ZoneName name = name_of(file, zone.sources()[zone.main_source()].text(), nullptr);
    if (zone.apex().is_root() || name.from.empty())
        return {};
    Seen seen{zone.apex().text(), {}};
    seen.zone.pop_back();
    for (const policy::ServiceProfile& profile : policy::pack_profiles())
        if (std::optional<Sign> sign = sign_of(profile, zone))
            seen.signs.push_back(std::move(*sign));
    return seen;
}

template <class Items, class Text> std::string array_of(const Items& items, Text text)
{
    std::string out;
    for (const auto& item : items)
        out += fmt::format("{}{}", out.empty() ? "" : ", ", toml_text(std::string_view(text(item))));
    return fmt::format("[{}]", out);
}

std::string set_text(const std::vector<const Seen*>& zones)
{
    std::string text = "\n";
    const std::vector<Sign>& signs = zones.front()->signs;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        text += fmt::format("# {}: {}\n", signs[i].profile->name, signs[i].profile->summary);
        for (std::size_t z = 0; z < zones.size() && z < zones_explained; ++z)
            text += fmt::format("#   {}: {}\n", defused(zones[z]->signs[i].where), defused(zones[z]->signs[i].record));
        if (zones.size() > zones_explained)
            text += fmt::format("#   and in {} more zones\n", zones.size() - zones_explained);
    }
    text += "[[override]]\n";
    text += fmt::format("zones = {}\n", array_of(zones, [](const Seen* seen) { return seen->zone; }));
    text += fmt::format("profiles = {}\n", array_of(signs, [](const Sign& sign) { return sign.profile->name; }));
    return text;
}

// Zones that are for the same are configured together, in the order in which the first was met.
std::vector<std::vector<const Seen*>> sets_of(const std::vector<Seen>& zones)
{
    std::vector<std::vector<const Seen*>> sets;
    std::map<std::string, std::size_t> known;
    for (const Seen& seen : zones) {
        if (seen.signs.empty())
            continue;
        std::string key = array_of(seen.signs, [](const Sign& sign) { return sign.profile->name; });
        auto [at, is_new] = known.emplace(key, sets.size());
        if (is_new)
            sets.emplace_back();
        sets[at->second].push_back(&seen);
    }
    return sets;
}

std::string proposal(const std::vector<std::string>& paths, const std::vector<Seen>& zones)
{
    std::string text = "# What zonevet checks here; `zonevet config show` says what is in force.\n"
                       "profile = \"recommended\"\n";
    if (!paths.empty())
        text += fmt::format("\n[files]\ninclude = {}\n", array_of(paths, [](const std::string& path) { return path; }));
    std::vector<std::vector<const Seen*>> sets = sets_of(zones);
    text += sets.empty() ? "\n# Nothing in the zones shows which profiles they have.\n"
                         : "\n# What the zones are for, as far as their records show it. Correct what "
                           "is wrong.\n";
    for (const std::vector<const Seen*>& set : sets)
        text += set_text(set);
    text += "\n# Profiles that no record shows; add those that are right to `profiles` above, or "
            "here:\n";
    for (const policy::ServiceProfile& profile : policy::pack_profiles())
        if (profile.detect == nullptr)
            text += fmt::format("#   {}: {}\n", profile.name, profile.summary);
    return text;
}

void write_new(const std::string& text)
{
    if (std::error_code error; std::filesystem::exists(std::filesystem::symlink_status(file_name, error)))
        throw Failure("`{}` is already there\nhelp: `zonevet config init --print` shows what would "
                      "be written",
                      file_name);
    FileWriter file(file_name, FileWriter::Existing::refused);
    file.write(text);
    file.finish();
}

} // namespace

int init_config(const Call& call)
{
    Given given = call.given;
    given.drop_word();
    std::vector<std::string> paths;
    for (const std::string& word : given.words()) {
        std::error_code error;
        std::string path =
            path_seen_from(std::filesystem::absolute(word, error).lexically_normal().string(), working_directory());
        while (path.size() > 1 && path.ends_with('/'))
            path.pop_back();
        if (!path.empty() && path != ".")
            paths.push_back(path);
    }
    std::vector<Seen> zones;
    State state = read_state(disk(), wanted_of(Config{}, Settings{}, given, call.environment));
    for (const ZoneFile& file : state.zones)
        if (std::optional<Seen> seen = look_at(file))
            zones.push_back(std::move(*seen));
    // What they would have shown is missing: nothing is proposed.
    for (const Unread& file : state.unread)
        call.err(fmt::format("error: {}\n", file.message));
    if (!state.unread.empty())
        return 2;
    std::string text = proposal(paths, zones);
    if (given.is_on("--print")) {
        call.out(text);
        return 0;
    }
    write_new(text);
    std::size_t known = 0;
    for (const Seen& seen : zones)
        known += seen.signs.empty() ? 0 : 1;
    call.out(fmt::format("{} was written: {} zone{} seen, {} with profiles\n", file_name, zones.size(),
                         zones.size() == 1 ? "" : "s", known));
    return 0;
}

} // namespace zonevet
