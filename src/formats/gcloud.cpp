// Cloud DNS of Google: exports of record sets in YAML or JSON, and transactions. Names are absolute,
// data is in presentation form.
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"
#include "formats/zone_names.h"

namespace zonevet {

namespace {

void add_gcloud_set(Collector& to, Collector::Side side, const ZoneNames& zones, const Value& set)
{
    std::string zone = zones.of(set["name"].text);
    std::string owner = absolute(set["name"].text);
    const std::string& type = set["type"].text;
    if (type_from_text(type) == Type::none)
        return to.foreign(side, zone, owner, type, {set["rrdatas"], set["ttl"].number_or(0)});
    bool is_choice = set.has("routingPolicy") || set.has("routing_policy");
    const Value& policy = set.has("routingPolicy") ? set["routingPolicy"] : set["routing_policy"];
    std::vector<const Value*> list = is_choice ? values_called("rrdatas", set) : set["rrdatas"].each();
    // Load balancers and health checks have addresses of their own.
    if (is_choice && list.empty())
        return to.untold(side, zone, owner, type, policy, why::routing);
    if (is_choice) {
        to.replace(zone, owner, type);
        to.beside(side, zone, owner, type, "routing", policy);
    }
    for (const Value* data : list)
        to.add(side, zone, owner, set["ttl"].number_or(0), type,
               type == "TXT" && data->text.find('"') == std::string::npos && data->text.find(' ') == std::string::npos
                   ? quoted_strings(data->text)
                   : data->text,
               *data, is_choice ? Collector::Extent::choice : Collector::Extent::whole);
}

// A document may be one set, a list of them, or an answer of the API that holds the list.
void gcloud_sets(const Value& document, std::vector<const Value*>& sets)
{
    if (document["rrdatas"].is_list() || document.has("routingPolicy"))
        sets.push_back(&document);
    for (const Value& item : document.items)
        gcloud_sets(item, sets);
    for (const Value& item : document["rrsets"].items)
        gcloud_sets(item, sets);
}

// Zones whose SOA record is there: an export of all there is.
std::set<std::string> learn_gcloud_zones(const std::vector<const Value*>& sets, ZoneNames& zones)
{
    std::set<std::string> complete;
    for (const Value* set : sets)
        if ((*set)["type"].text == "SOA") {
            zones.know((*set)["name"].text);
            complete.insert(zones.of((*set)["name"].text));
        }
    return complete;
}

} // namespace

bool is_gcloud(std::string_view, std::string_view text)
{
    return text.find("dns#resourceRecordSet") != std::string_view::npos &&
           text.find("rrdatas") != std::string_view::npos;
}

std::vector<ReadZone> read_gcloud(const Document& document, const ReadOptions& options)
{
    std::vector<Value> documents = read_json_or_yaml(document.path, document.bytes->view());
    Collector collector(document, options);
    ZoneNames zones(options);
    bool is_change = false;
    for (const Value& part : documents)
        is_change = is_change || part.has("additions") || part.has("deletions");
    std::vector<const Value*> sets;
    if (is_change) {
        for (const Value& part : documents)
            for (std::string_view side : {"deletions", "additions"})
                gcloud_sets(part[side], sets);
        learn_gcloud_zones(sets, zones);
        for (const Value& part : documents) {
            std::vector<const Value*> gone, added;
            gcloud_sets(part["deletions"], gone);
            gcloud_sets(part["additions"], added);
            for (const Value* set : gone)
                add_gcloud_set(collector, Collector::Side::before, zones, *set);
            for (const Value* set : added)
                add_gcloud_set(collector, Collector::Side::after, zones, *set);
        }
        return collector.changes();
    }
    for (const Value& part : documents)
        gcloud_sets(part, sets);
    if (sets.empty())
        throw Failure("{}: there is no record set in it", defused(document.path));
    std::set<std::string> complete = learn_gcloud_zones(sets, zones);
    for (const Value* set : sets) {
        std::string zone = zones.of((*set)["name"].text);
        // What is written by hand leaves out the SOA and NS records that Google makes.
        if (!complete.contains(zone))
            collector.partial(zone);
        add_gcloud_set(collector, Collector::Side::after, zones, *set);
    }
    return collector.states();
}

} // namespace zonevet
