// What octoDNS planned for real commits, against our difference of the same two YAML files. The
// plans are read here on their own, so that a mistake of our reader of plans is not compared with
// itself.
#include "samples.h"

#include <map>
#include <nlohmann/json.hpp>

namespace zonevet::test {
namespace {

// "www.example.com. cname" -> its records
using Sets = std::map<std::string, std::set<std::string>>;

Sets sets_of(std::shared_ptr<const Bytes> text, const std::string& zone)
{
    Sets sets;
    for (const std::string& line : records_of(std::move(text), zone)) {
        std::vector<std::string> words;
        for (std::size_t at = 0, end; words.size() < 3; at = end + 1) {
            end = line.find(' ', at);
            words.push_back(line.substr(at, end - at));
        }
        sets[words[0] + " " + words[2]].insert(line);
    }
    return sets;
}

struct State {
    Sets sets;
    ReadState read;
};

State state_in(const fs::path& folder, const std::string& zone)
{
    State state;
    for (const fs::path& path : files_below(folder, {".yaml"})) {
        // The files of one zone: all of them when it is in layers, else the one that is called so.
        std::string name = path.filename().string();
        if (!name.starts_with(zone.substr(0, zone.size() - 1) + "."))
            continue;
        Document yaml = sample_at(path);
        const ChangeFormat* format = recognize_format(yaml.path, yaml.bytes->view());
        REQUIRE(format != nullptr);
        ReadOptions options;
        options.origin = zone;
        for (const ReadZone& read : format->read(yaml, options)) {
            state.read.spellings.insert(read.after->spellings.begin(), read.after->spellings.end());
            for (auto& [key, set] : sets_of(read.after->text, read.zone))
                state.sets[key].insert(set.begin(), set.end());
        }
    }
    return state;
}

std::string in_lower_case(std::string line)
{
    for (char& c : line)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return line;
}

std::string difference(const State& before, const State& after, std::size_t& respelled)
{
    std::set<std::string> lines;
    for (const auto& [key, set] : before.sets)
        if (!after.sets.contains(key))
            lines.insert("delete " + key);
        else if (after.sets.at(key) != set)
            lines.insert("update " + key);
    for (const auto& [key, set] : after.sets)
        if (!before.sets.contains(key))
            lines.insert("create " + key);
    for (const std::string& key : respelled_sets(before.read, after.read))
        respelled += lines.insert("update " + in_lower_case(key)).second;
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

std::string planned(const nlohmann::json& plan, const std::string& zone)
{
    std::set<std::string> lines;
    for (const auto& change : plan["changes"]) {
        std::string name = change["name"], type = change["record_type"];
        std::string kind = change["type"];
        // A set without a value is no set in the DNS.
        auto is_empty = [&](const char* side) {
            return change.contains(side) && change[side].contains("values") && change[side]["values"].empty();
        };
        if (kind == "update" && is_empty("existing"))
            kind = "create";
        if (kind == "update" && is_empty("new"))
            kind = "delete";
        lines.insert(in_lower_case(kind + " " + name + (name.empty() ? "" : ".") + zone + " " + type));
    }
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

} // namespace

TEST_CASE("octoDNS zones differ as octoDNS planned", "[oracle]")
{
    if (!have_samples("octodns-plan") || !have_samples("octodns-yaml-changes"))
        return;
    std::size_t plans = 0, equal = 0, respelled = 0;
    for (const fs::path& path : files_below(samples_folder / "octodns-plan", {".json"})) {
        CAPTURE(path.string());
        fs::path commit = samples_folder / "octodns-yaml-changes" /
                          path.parent_path().lexically_relative(samples_folder / "octodns-plan");
        auto json = nlohmann::json::parse(slurp(path));
        for (const auto& [target, zones] : json.items())
            for (const auto& [zone, plan] : zones.items()) {
                ++plans;
                std::string ours = difference(state_in(commit / "before", zone), state_in(commit / "after", zone),
                                              respelled),
                            theirs = planned(plan, zone);
                CHECK(ours == theirs);
                equal += ours == theirs;
            }
    }
    fmt::print("octoDNS plans: {} of {} equal; {} sets in them differ in their spelling alone\n", equal, plans,
               respelled);
    CHECK(plans > 40);
}

} // namespace zonevet::test
