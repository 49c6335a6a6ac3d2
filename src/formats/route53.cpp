// Route 53: change batches, and lists of record sets. Names are absolute, unusual octets octal.
#include "base/ascii.h"
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"
#include "formats/route53_set.h"
#include "formats/zone_names.h"

namespace zonevet {

namespace {

// A list is one zone, and so is a batch; who does not say which is understood by the names.
std::string hosted_zone(const Value& root, const std::vector<const Value*>& sets, const Document& document,
                        const ReadOptions& options)
{
    if (!options.origin.empty())
        return absolute(options.origin);
    if (!options.base_zone.empty())
        return options.base_zone;
    std::set<std::string> zones;
    for (const Value* set : sets) {
        std::string name = route53_name((*set)["Name"].text);
        if ((*set)["Type"].text == "SOA")
            return name;
        if (!has_placeholder(name))
            zones.insert(ZoneNames(options).of(name));
    }
    if (zones.size() > 1)
        throw Failure("{}: it holds names of `{}` and of `{}`, and nothing says which zone it is "
                      "about\nhelp: --origin NAME",
                      place_text(document.path, document.bytes->view(), root.from), defused(*zones.begin()),
                      defused(*std::next(zones.begin())));
    return zones.empty() ? "" : *zones.begin();
}

} // namespace

bool is_route53(std::string_view, std::string_view text)
{
    return begins_like_json(text) && text.find("\"ResourceRecordSet") != std::string_view::npos;
}

std::vector<ReadZone> read_route53(const Document& document, const ReadOptions& options)
{
    Value root = joined_pages(read_json_documents(document.path, document.bytes->view()), "ResourceRecordSets");
    const Value& batch = root.has("ChangeBatch") ? root["ChangeBatch"] : root;
    Collector collector(document, options);
    std::vector<const Value*> sets;
    if (!batch.has("Changes")) {
        const Value& list = root.is_list() ? root : root["ResourceRecordSets"];
        if (!list.is_list())
            throw Failure("{}: it holds neither ResourceRecordSets nor Changes", defused(document.path));
        bool has_soa = false;
        for (const Value& set : list.items) {
            sets.push_back(&set);
            has_soa = has_soa || set["Type"].text == "SOA";
        }
        std::string zone = hosted_zone(root, sets, document, options);
        for (const Value* set : sets)
            add_route53_set(collector, Collector::Side::after, zone, *set);
        if (!has_soa || root["IsTruncated"].is_true() || root.has("NextToken") || root.has("NextRecordName"))
            collector.partial(zone);
        return collector.states();
    }
    for (const Value& change : batch["Changes"].items)
        sets.push_back(&change["ResourceRecordSet"]);
    std::string zone = hosted_zone(root, sets, document, options);
    for (const Value& change : batch["Changes"].items) {
        const Value& set = change["ResourceRecordSet"];
        bool is_delete = in_lower_case(change["Action"].text) == "delete";
        add_route53_set(collector, is_delete ? Collector::Side::before : Collector::Side::after, zone, set);
    }
    return collector.changes();
}

} // namespace zonevet
