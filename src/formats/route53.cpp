// Route 53: change batches, and lists of record sets. Names are absolute, unusual octets octal.
#include "base/ascii.h"
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"
#include "formats/route53_set.h"
#include "formats/zone_names.h"
#include "zone/canonical.h"
#include "zone/zone.h"

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

// Route 53 takes a batch as a whole or not at all: what is deleted must be there as it is named, value by value, and
// what is created must not.
class BatchCheck {
public:
    BatchCheck(Collector& to, const std::string& zone, const Zone& base) : to_(to), zone_(zone), base_(base) {}

    void change(std::string_view action, const Value& set)
    {
        if (set.has("SetIdentifier") || set.has("AliasTarget") || !set["ResourceRecords"].is_list())
            return; // of these the zone file does not say what is there
        const std::string& type = set["Type"].text;
        std::string owner = route53_name(set["Name"].text);
        OwnedName name;
        if (!to_name(owner, name) || base_.incomplete() || type_from_text(type) == Type::none)
            return;
        std::optional<Node> node = base_.find(name);
        if (node && (node->uncertain() || node->is_untold(type_from_text(type))))
            return;
        std::string key = in_lower_case(owner) + " " + type;
        std::optional<RRset> there = node ? node->find(type_from_text(type)) : std::nullopt;
        if (action == "delete") {
            if (!made_.contains(key))
                deleted(set, owner, type, there);
            made_.erase(key);
            gone_.insert(key);
            return;
        }
        if (action == "create" && (made_.contains(key) || (there && !gone_.contains(key))))
            to_.remark(zone_, Origins::Remark::Kind::refused, set["Name"],
                       fmt::format("Route 53 refuses the whole batch: `{}` has {} records already", owner, type),
                       "UPSERT replaces them; DELETE in the same batch takes them out first");
        made_.insert(key);
    }

private:
    void deleted(const Value& set, const std::string& owner, const std::string& type, const std::optional<RRset>& there)
    {
        if (!there || gone_.contains(in_lower_case(owner) + " " + type))
            return to_.remark(
                zone_, Origins::Remark::Kind::refused, set["Name"],
                fmt::format("Route 53 refuses the whole batch: `{}` has no {} records to delete", owner, type), "");
        std::set<std::string> named, known;
        for (const Value& record : set["ResourceRecords"].items)
            named.insert(in_lower_case(canonical_data(
                type, route53_data(type, (record.is_map() ? record["Value"] : record).text), base_.apex())));
        for (Record record : *there)
            known.insert(in_lower_case(record.data_text()));
        std::uint32_t ttl = there->front().ttl();
        const char* help = "DELETE names the TTL and all values as they are";
        if (named != known)
            to_.remark(zone_, Origins::Remark::Kind::refused, set["ResourceRecords"],
                       fmt::format("Route 53 refuses the whole batch: `{}` has other {} records", owner, type), help);
        else if (there->front().ttl_known() && set["TTL"].number_or(ttl) != ttl)
            to_.remark(zone_, Origins::Remark::Kind::refused, set["TTL"],
                       fmt::format("Route 53 refuses the whole batch: the TTL of the {} records of `{}` is {}", type,
                                   owner, ttl),
                       help);
    }

    Collector& to_;
    const std::string& zone_;
    const Zone& base_;
    std::set<std::string> made_, gone_; // by the changes before
};

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
    std::optional<BatchCheck> check;
    if (options.base_records != nullptr)
        check.emplace(collector, zone, *options.base_records);
    for (const Value& change : batch["Changes"].items) {
        const Value& set = change["ResourceRecordSet"];
        std::string action = in_lower_case(change["Action"].text);
        if (check)
            check->change(action, set);
        add_route53_set(collector, action == "delete" ? Collector::Side::before : Collector::Side::after, zone, set);
    }
    return collector.changes();
}

} // namespace zonevet
