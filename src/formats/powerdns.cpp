// The HTTP API of PowerDNS: a zone as GET shows it, and the record sets of a PATCH. Names are absolute,
// data is in presentation form; records that are disabled are not served.
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"
#include "formats/zone_names.h"

namespace zonevet {

namespace {

void add_powerdns_set(Collector& to, Collector::Side side, const std::string& zone, const Value& set,
                      Collector::Extent extent)
{
    const std::string& type = set["type"].text;
    std::string owner = absolute(set["name"].text);
    if (type == "LUA") {
        // "A \"ifportup(443, ...)\"": a program that answers with records of that type.
        for (const Value& record : set["records"].items)
            to.untold(side, zone, owner, record["content"].text.substr(0, record["content"].text.find(' ')),
                      Collector::Written(record["content"], set["ttl"].number_or(0), type), why::routing);
        return;
    }
    if (type_from_text(type) == Type::none)
        return to.foreign(side, zone, owner, type, {set["records"], set["ttl"].number_or(0)});
    for (const Value& record : set["records"].items)
        if (!record["disabled"].is_true())
            to.add(side, zone, owner, set["ttl"].number_or(3600), type, record["content"].text, record["content"],
                   extent);
}

} // namespace

bool is_powerdns(std::string_view, std::string_view text)
{
    return begins_like_json(text) && text.find("\"rrsets\"") != std::string_view::npos &&
           text.find("\"rrdatas\"") == std::string_view::npos;
}

std::vector<ReadZone> read_powerdns(const Document& document, const ReadOptions& options)
{
    Value root = read_json(document.path, document.bytes->view());
    if (!root["rrsets"].is_list())
        throw Failure("{}: it has no list `rrsets`", defused(document.path));
    Collector collector(document, options);
    ZoneNames zones(options);
    bool is_change = false, has_soa = false;
    for (const Value& set : root["rrsets"].items) {
        is_change = is_change || set.has("changetype");
        has_soa = has_soa || set["type"].text == "SOA";
        if (set["type"].text == "SOA")
            zones.know(set["name"].text);
    }
    if (root.has("name"))
        zones.know(root["name"].text);
    for (const Value& set : root["rrsets"].items) {
        std::string name = absolute(set["name"].text);
        std::string zone = zones.of(name);
        std::string kind = set["changetype"].text;
        if (!is_change || kind == "REPLACE") {
            if (is_change)
                collector.replace(zone, name, set["type"].text);
            add_powerdns_set(collector, Collector::Side::after, zone, set, Collector::Extent::whole);
        } else if (kind == "DELETE") {
            collector.replace(zone, name, set["type"].text);
        } else if (kind == "EXTEND" || kind == "PRUNE") {
            add_powerdns_set(collector, kind == "EXTEND" ? Collector::Side::after : Collector::Side::before, zone, set,
                             Collector::Extent::one);
        } else {
            throw Failure("{}: changetype `{}` is none of REPLACE, DELETE, EXTEND and PRUNE",
                          place_text(document.path, document.bytes->view(), set["changetype"].from), defused(kind));
        }
    }
    if (is_change)
        return collector.changes();
    if (!has_soa && !collector.is_empty())
        for (const Value& set : root["rrsets"].items)
            collector.partial(zones.of(set["name"].text));
    return collector.states();
}

} // namespace zonevet
