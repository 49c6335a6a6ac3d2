// The API of Cloudflare: lists of records, page by page, and batches. SOA and NS records of the zone
// are Cloudflare's and not in it; a proxied alias answers with addresses.
#include "base/ascii.h"
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"
#include "formats/terraform_shapes.h"
#include "formats/zone_names.h"

namespace zonevet {

namespace {

void add_cloudflare_record(Collector& to, Collector::Side side, const ZoneNames& zones, const Value& record,
                           Collector::Extent extent)
{
    // The same fields as the resource of the Terraform provider, which passes them on.
    static const TerraformShape& shape = *terraform_shape("cloudflare_dns_record");
    const std::string& type = record["type"].text;
    const std::string& name = record["name"].text;
    if (name.empty() || type.empty())
        return to.unknown("", why::no_zone);
    std::string zone = record.has("zone_name") ? absolute(record["zone_name"].text) : zones.of(name);
    bool is_apex = in_lower_case(absolute(name)) == in_lower_case(zone);
    to.partial(zone);
    constexpr std::uint32_t automatic = 1;
    std::uint32_t ttl = record["ttl"].number_or(automatic);
    ttl = ttl == automatic ? shape.ttl : ttl;
    if (type == "CNAME" && (record["proxied"].is_true() || is_apex))
        return to.untold_addresses(side, zone, absolute(name), type, {record["content"], ttl}, why::alias);
    if (type_from_text(type) == Type::none)
        return to.foreign(side, zone, absolute(name), type, {record["content"], ttl});
    if (type == "SOA")
        return; // Cloudflare's own
    // The content of an SRV record lacks what is a field of its own.
    bool use_data = record["data"].is_map() && (type == "SRV" || type == "CAA" || !record.has("content"));
    const Value& value = use_data ? record["data"] : record["content"];
    std::string data = terraform_data(shape, type, value, record);
    if (std::string head = "IN " + type + " "; data.starts_with(head))
        data.erase(0, head.size()); // of LOC
    to.add(side, zone, absolute(name), ttl, type, std::move(data), value, extent);
    if (record["proxied"].is_true())
        to.beside(side, zone, absolute(name), type, "proxied", record["proxied"]);
}

} // namespace

bool is_cloudflare_api(std::string_view, std::string_view text)
{
    if (!begins_like_json(text) || text.find("\"content\"") == std::string_view::npos)
        return false;
    bool is_list =
        text.find("\"result\"") != std::string_view::npos || text.find("\"proxied\"") != std::string_view::npos;
    bool is_batch = text.find("\"posts\"") != std::string_view::npos ||
                    text.find("\"puts\"") != std::string_view::npos ||
                    text.find("\"patches\"") != std::string_view::npos;
    return is_list || is_batch;
}

std::vector<ReadZone> read_cloudflare_api(const Document& document, const ReadOptions& options)
{
    Value root = joined_pages(read_json_documents(document.path, document.bytes->view()), "result");
    Collector collector(document, options);
    ZoneNames zones(options);
    bool is_batch = false;
    for (std::string_view part : {"deletes", "patches", "puts", "posts"})
        is_batch = is_batch || root.has(part);
    if (!is_batch) {
        const Value& list = root.is_list() ? root : root["result"];
        if (!list.is_list())
            throw Failure("{}: it has no list `result`, and posts, puts, patches or deletes nothing",
                          defused(document.path));
        for (const Value& record : list.items)
            add_cloudflare_record(collector, Collector::Side::after, zones, record, Collector::Extent::whole);
        return collector.states();
    }
    const std::string& of_zone = options.origin.empty() ? options.base_zone : options.origin;
    for (std::string_view part : {"deletes", "patches", "puts", "posts"})
        for (const Value& record : root[part].items) {
            bool is_whole = record.has("name") && record.has("type");
            // An id alone means a record that only Cloudflare knows.
            if (!is_whole)
                collector.unknown(part == "deletes" ? Collector::Side::before : Collector::Side::after,
                                  of_zone.empty() ? "" : absolute(of_zone), "", "", record, why::by_id);
            else
                add_cloudflare_record(collector, part == "deletes" ? Collector::Side::before : Collector::Side::after,
                                      zones, record, Collector::Extent::one);
        }
    return collector.changes();
}

} // namespace zonevet
