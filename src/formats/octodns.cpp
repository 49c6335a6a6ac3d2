// octoDNS: zone files in YAML, and the JSON of its plans. Owners are relative to the zone, targets
// are always absolute, `;` in text is written `\;`.
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet {

namespace {

constexpr std::uint32_t octodns_ttl = 3600;

std::string text_value(std::string_view raw)
{
    std::string text;
    if (raw.size() >= 2 && raw.starts_with('"') && raw.ends_with('"')) {
        raw = raw.substr(1, raw.size() - 2);
        for (std::size_t at = 0; at < raw.size(); ++at) {
            if (raw.substr(at).starts_with("\" \""))
                at += 2;
            else
                text += raw[at];
        }
    } else {
        text = raw;
    }
    for (std::size_t at = 0; (at = text.find("\\;", at)) != std::string::npos; ++at)
        text.erase(at, 1);
    return quoted_strings(text);
}

std::string joined(const Value& value,
                   std::initializer_list<std::pair<std::string_view, std::string_view>> fields)
{
    std::string data;
    for (auto [key, otherwise] : fields)
        data += (data.empty() ? "" : " ") + value[key].text_or(otherwise);
    return data;
}

std::string svc_data(const Value& value)
{
    std::string data = fmt::format("{} {}", value["svcpriority"].text_or("0"),
                                   absolute(value["targetname"].text_or(".")));
    for (const auto& [key, parameter] : value["svcparams"].members) {
        std::string list;
        for (const Value* item : parameter.each())
            list += (list.empty() ? "" : ",") + item->text;
        data += list.empty() ? " " + key.text : fmt::format(" {}={}", key.text, list);
    }
    return data;
}

// The presentation form of one value; empty: not a record of the DNS.
std::string data_of(const std::string& type, const Value& value)
{
    if (!value.is_map()) {
        if (type == "TXT" || type == "SPF")
            return text_value(value.text);
        bool is_target = type == "CNAME" || type == "DNAME" || type == "NS" || type == "PTR";
        return is_target ? absolute(value.text) : value.text;
    }
    if (type == "MX")
        return fmt::format("{} {}", value["preference"].text_or(value["priority"].text_or("0")),
                           absolute(value["exchange"].text_or(value["value"].text_or(""))));
    if (type == "SRV")
        return joined(value, {{"priority", "0"}, {"weight", "0"}, {"port", "0"}}) + " " +
               absolute(value["target"].text_or(""));
    if (type == "CAA")
        return fmt::format("{} {} \"{}\"", value["flags"].text_or("0"), value["tag"].text_or(""),
                           value["value"].text_or(""));
    if (type == "NAPTR")
        return fmt::format("{} {} \"{}\" \"{}\" \"{}\" {}", value["order"].text_or("0"),
                           value["preference"].text_or("0"), value["flags"].text_or(""),
                           value["service"].text_or(""), value["regexp"].text_or(""),
                           absolute(value["replacement"].text_or(".")));
    if (type == "SSHFP")
        return joined(value, {{"algorithm", "0"}, {"fingerprint_type", "0"}, {"fingerprint", ""}});
    if (type == "TLSA")
        return joined(value, {{"certificate_usage", "0"},
                              {"selector", "0"},
                              {"matching_type", "0"},
                              {"certificate_association_data", ""}});
    if (type == "DS")
        return value.has("key_tag")
                   ? joined(
                         value,
                         {{"key_tag", ""}, {"algorithm", ""}, {"digest_type", ""}, {"digest", ""}})
                   : joined(
                         value,
                         {{"flags", ""}, {"protocol", ""}, {"algorithm", ""}, {"public_key", ""}});
    if (type == "URI")
        return fmt::format("{} {} \"{}\"", value["priority"].text_or("0"),
                           value["weight"].text_or("0"), value["target"].text_or(""));
    if (type == "HTTPS" || type == "SVCB")
        return svc_data(value);
    if (type == "LOC") {
        auto part = [&](std::string_view name) {
            return fmt::format("{} {} {} {}", value[fmt::format("{}_degrees", name)].text_or("0"),
                               value[fmt::format("{}_minutes", name)].text_or("0"),
                               value[fmt::format("{}_seconds", name)].text_or("0"),
                               value[fmt::format("{}_direction", name)].text_or(""));
        };
        return fmt::format("{} {} {}m {}m {}m {}m", part("lat"), part("long"),
                           value["altitude"].text_or("0"), value["size"].text_or("1"),
                           value["precision_horz"].text_or("10000"),
                           value["precision_vert"].text_or("10"));
    }
    return "";
}

// One record of the zone file, or one side of a planned change.
void add_record(Collector& to, Collector::Side side, const std::string& zone,
                const std::string& name, const std::string& type, const Value& record,
                std::uint32_t ttl)
{
    if (record["octodns"]["ignored"].is_true())
        return;
    // Redirects and aliases of providers have an address that no file shows.
    if (type_from_text(type) == Type::none) {
        to.unknown(zone);
        return;
    }
    const Value& values = record.has("values") ? record["values"] : record["value"];
    for (const Value* value : values.each())
        if (std::string data = data_of(type, *value); !data.empty())
            to.add(side, zone, below(name, zone), record["ttl"].number_or(ttl), type, data, *value);
}

std::string zone_of_path(std::string_view path)
{
    std::string_view name = path.substr(path.rfind('/') + 1);
    for (std::string_view ending : {".yaml", ".yml"})
        if (name.ends_with(ending))
            name.remove_suffix(ending.size());
    return absolute(name);
}

} // namespace

bool is_octodns_yaml(std::string_view path, std::string_view text)
{
    return (path.ends_with(".yaml") || path.ends_with(".yml")) &&
           text.find("type:") != std::string_view::npos &&
           text.find("value") != std::string_view::npos &&
           text.find("apiVersion:") == std::string_view::npos;
}

std::vector<ReadZone> read_octodns_yaml(const Document& document, const ReadOptions& options)
{
    Value root = read_yaml(document.path, document.bytes->view());
    if (!root.is_map())
        throw Failure("{}: an octoDNS zone is a mapping of names", defused(document.path));
    std::string zone =
        options.origin.empty() ? zone_of_path(document.path) : absolute(options.origin);
    Collector collector(document, options);
    for (std::size_t i = 0; i < root.members.size(); ++i) {
        const auto& [name, records] = root.members[i];
        // The last of two equal names wins, silently: the records of the first are gone.
        bool repeated = std::any_of(
            root.members.begin() + static_cast<std::ptrdiff_t>(i) + 1, root.members.end(),
            [&, &key = name](const auto& other) { return other.first.text == key.text; });
        if (!repeated)
            for (const Value* record : records.each())
                add_record(collector, Collector::Side::after, zone, name.text,
                           (*record)["type"].text, *record, octodns_ttl);
    }
    std::vector<ReadZone> read = collector.states();
    if (read.empty())
        throw Failure("{}: there is no record in it", defused(document.path));
    // octoDNS leaves the SOA record, and mostly the NS records of the zone, to the provider.
    for (ReadZone& state : read)
        state.after->partial = true;
    return read;
}

bool is_octodns_plan(std::string_view path, std::string_view text)
{
    return path.ends_with(".json") && text.find("\"changes\"") != std::string_view::npos &&
           text.find("\"record_type\"") != std::string_view::npos;
}

std::vector<ReadZone> read_octodns_plan(const Document& document, const ReadOptions& options)
{
    Value root = read_json(document.path, document.bytes->view());
    Collector collector(document, options);
    std::set<std::string> seen; // a zone that goes to several targets is the same zone
    for (const auto& [target, zones] : root.members)
        for (const auto& [zone, plan] : zones.members) {
            if (!seen.insert(zone.text).second)
                continue;
            for (const Value& change : plan["changes"].items) {
                std::string name = change["name"].text, type = change["record_type"].text;
                add_record(collector, Collector::Side::before, zone.text, name, type,
                           change["existing"], octodns_ttl);
                add_record(collector, Collector::Side::after, zone.text, name, type, change["new"],
                           octodns_ttl);
            }
        }
    return collector.changes();
}

} // namespace zonevet
