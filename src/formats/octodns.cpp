// octoDNS: zone files in YAML, and the JSON of its plans. Owners are relative to the zone, targets
// are always absolute, `;` in text is written `\;`.
#include "base/ascii.h"
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/octodns_mistakes.h"
#include "formats/octodns_values.h"
#include "formats/readers.h"
#include "text/tree.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace zonevet {

namespace {

constexpr std::uint32_t octodns_ttl = 3600;

// The plain values are what providers without pools answer; others answer with any of these.
void add_pools(Collector& to, Collector::Side side, const std::string& key, const std::string& owner,
               const std::string& type, const Value& record, std::uint32_t ttl)
{
    std::vector<const Value*> all = (record.has("values") ? record["values"] : record["value"]).each();
    for (const auto& [code, values] : record["geo"].members)
        for (const Value* value : values.each())
            all.push_back(value);
    for (const auto& [name, pool] : record["dynamic"]["pools"].members)
        for (const Value& item : pool["values"].items)
            all.push_back(&item["value"]);
    to.replace(key, owner, type);
    for (const Value* value : all)
        if (std::string data = value->is_null() ? "" : octodns_data(type, *value); !data.empty())
            to.add(side, key, owner, ttl, type, data, *value, Collector::Extent::choice);
}

// One record of the zone file, or one side of a planned change.
void add_record(Collector& to, Collector::Side side, const std::string& key, const std::string& name,
                const std::string& type, const Value& record, std::uint32_t ttl)
{
    std::string zone = key.substr(0, key.find(' '));
    if (record.is_null())
        return;
    std::string owner = below(name, zone);
    const Value& values = record.has("values") ? record["values"] : record["value"];
    ttl = record["ttl"].number_or(ttl);
    Collector::Written written(values, ttl, type);
    if (has_placeholder(name))
        return to.unknown(side, key, name, type, written, why::placeholder);
    // Somebody else manages what the provider has there.
    if (record["octodns"]["ignored"].is_true())
        return to.untold(side, key, owner, type, written, "");
    for (std::string_view beside : {"octodns", "geo", "dynamic"})
        to.beside(side, key, owner, type, beside, record[beside]);
    if (type == "Route53Provider/ALIAS" && !values.each().empty()) {
        for (const Value* value : values.each())
            to.untold(side, key, owner, (*value)["type"].text_or("A"), {*value, ttl, type}, why::alias);
        return;
    }
    if (type_from_text(type) == Type::none)
        return to.foreign(side, key, owner, type, written);
    if (record["octodns"]["cloudflare"]["proxied"].is_true() && type == "CNAME")
        return to.untold_addresses(side, key, owner, type, written, why::alias);
    if (values.has("!include"))
        return to.untold(side, key, owner, type, written, why::included);
    if (record.has("dynamic") || record.has("geo"))
        return add_pools(to, side, key, owner, type, record, ttl);
    for (const Value* value : values.each())
        if (std::string data = value->is_null() ? "" : octodns_data(type, *value); !data.empty()) {
            to.add(side, key, owner, ttl, type, data, *value);
            to.spelled(side, key, value->words());
        } else if (!value->is_null() && !value->words().empty()) {
            to.untold(side, key, owner, type, {*value, ttl}, why::not_read);
        }
}

// Where the zone's name comes from, and whether the file holds all of it.
struct ZoneOfPath {
    std::string name;
    bool whole = false;
};

// "zones/example.com.yaml"; a folder "zones/example.com./" holds the parts of one zone, each called
// like the name it is about, and what else there is in "$example.com.yaml". The ending of the folder
// may be another one.
ZoneOfPath zone_of_path(const std::string& shown, const Value& root)
{
    // The folder tells, even for whoever works in it.
    std::string full = std::filesystem::absolute(shown).lexically_normal().string();
    std::string_view path = full;
    std::size_t slash = path.rfind('/');
    std::string_view name = path.substr(slash + 1);
    std::string_view folder = slash == std::string_view::npos ? "" : path.substr(0, slash);
    folder = folder.substr(folder.rfind('/') + 1);
    if (is_yaml(name))
        name = name.substr(0, name.rfind('.'));
    if (folder.size() > 1 && folder.ends_with('.') && folder != "..")
        return {std::string(folder), false};
    if (name.size() > 1 && name[0] == '$')
        return {absolute(name.substr(1)), false};
    bool is_part = root.members.size() == 1 && root.members.front().first.text == name;
    if (is_part && std::count(folder.begin(), folder.end(), '.') > 1)
        return {std::string(folder.substr(0, folder.rfind('.') + 1)), false};
    std::size_t whole = name.size();
    // Layers that are put together to one file: "k8s.io._0_base".
    while (name.rfind('.') != std::string_view::npos && name.substr(name.rfind('.')).starts_with("._"))
        name = name.substr(0, name.rfind('.'));
    return {absolute(name), name.size() == whole};
}

bool is_record(const Value& value)
{
    return value.is_map() && value["type"].kind == Value::Kind::string;
}

// What the parser's words mean for a file of records.
std::string help_for(std::string_view problem)
{
    auto says = [&](std::string_view words) { return problem.find(words) != std::string_view::npos; };
    return says("expected '-' indicator") ? "give all `-` of the list the same indentation"
           : says("expected key")         ? "give all keys of the record the same indentation"
           : says("mapping values are")   ? "put the value in quotes, or begin a new line for the second key"
                                          : "";
}

} // namespace

bool is_called_like_zone(std::string_view path)
{
    std::string_view name = last_part(path);
    return std::count(name.begin(), name.end(), '.') > 1 || path.substr(0, path.size() - name.size()).ends_with("./");
}

bool is_octodns_yaml(std::string_view path, std::string_view text)
{
    if (begins_like_json(text) || text.find("type:") == std::string_view::npos ||
        text.find("value") == std::string_view::npos)
        return false;
    // The names of a zone are no words of the format, so only all of it together tells.
    try {
        Value root = read_yaml(path, text);
        // One that lacks its type does not make it something else.
        std::size_t records = 0, others = 0, known = 0;
        for (const auto& [name, value] : root.members) {
            if (value.is_null())
                continue;
            std::vector<const Value*> list = value.each();
            bool all = !list.empty() &&
                       std::all_of(list.begin(), list.end(), [](const Value* item) { return is_record(*item); });
            ++(all ? records : others);
            known += all && type_from_text((*list.front())["type"].text) != Type::none ? 1 : 0;
        }
        constexpr std::size_t for_each_other = 4;
        return !root.members.empty() &&
               (others == 0 || records >= others * for_each_other || (is_called_like_zone(path) && known >= others));
    } catch (const Failure&) {
        // It shall be said why it cannot be read, if it is called like a zone of octoDNS.
        return is_yaml(path) &&
               (text.find("\n  type:") != std::string_view::npos || text.find("- type:") != std::string_view::npos ||
                text.find("- ttl:") != std::string_view::npos) &&
               text.find("apiVersion:") == std::string_view::npos;
    }
}

std::vector<ReadZone> read_octodns_yaml(const Document& document, const ReadOptions& options)
{
    auto [root, unreadable] = read_yaml_in_parts(document.path, document.bytes->view());
    if (!root.is_map() && unreadable.empty())
        throw Failure("{}: an octoDNS zone is a mapping of names to records", defused(document.path));
    ZoneOfPath of = zone_of_path(document.path, root);
    std::string zone = options.origin.empty() ? of.name : absolute(options.origin);
    Collector collector(document, options);
    // octoDNS leaves the SOA record, and mostly the NS records of the zone, to the provider.
    collector.without_apex(zone);
    if (!of.whole)
        collector.part(zone);
    // A file that is not called like a zone need not be one.
    if (!unreadable.empty() && std::count(zone.begin(), zone.end(), '.') < 2)
        throw unreadable.front();
    for (const UnreadableText& mistake : unreadable)
        collector.flaw(zone, mistake.at, mistake.at, Mistake::octodns_yaml_invalid, mistake.problem,
                       help_for(mistake.problem));
    note_octodns_mistakes(collector, zone, root, document, options.neighbours);
    std::set<std::string> seen;
    // The last of two equal names wins, silently: the records of the first are gone.
    for (auto member = root.members.rbegin(); member != root.members.rend(); ++member)
        if (!seen.insert(member->first.text).second)
            member->second = Value();
    for (const auto& [name, records] : root.members)
        for (const Value* record : records.each())
            add_record(collector, Collector::Side::after, zone, name.text, (*record)["type"].text, *record,
                       octodns_ttl);
    return collector.states();
}

bool is_octodns_plan(std::string_view, std::string_view text)
{
    return begins_like_json(text) && text.find("\"changes\"") != std::string_view::npos &&
           text.find("\"record_type\"") != std::string_view::npos;
}

std::vector<ReadZone> read_octodns_plan(const Document& document, const ReadOptions& options)
{
    Value root = read_json(document.path, document.bytes->view());
    Collector collector(document, options);
    for (const auto& [target, zones] : root.members)
        for (const auto& [zone, plan] : zones.members) {
            // A zone that goes to several targets is several zones: each may lack something else.
            std::string key = root.members.size() == 1 ? zone.text : zone_key(zone.text, target.text);
            if (!plan["changes"].is_list())
                throw Failure("{}: this is no plan: `{}` of it has no list `changes`", defused(document.path),
                              defused(zone.text));
            for (const Value& change : plan["changes"].items) {
                if (!change.has("record_type"))
                    throw Failure("{}: this plan does not say which records it changes\nhelp: write "
                                  "it with octoDNS 1.9 or newer",
                                  place_text(document.path, document.bytes->view(), change.from));
                std::string name = change["name"].text, type = change["record_type"].text;
                add_record(collector, Collector::Side::before, key, name, type, change["existing"], octodns_ttl);
                add_record(collector, Collector::Side::after, key, name, type, change["new"], octodns_ttl);
            }
        }
    return collector.changes();
}

} // namespace zonevet
