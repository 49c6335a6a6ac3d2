// Resources of external-dns: DNSEndpoint with a list, DNSRecord with one. Names are absolute, text is
// raw; what else the zone holds is not known.
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"
#include "formats/zone_names.h"

namespace zonevet {

namespace {

constexpr std::uint32_t external_dns_ttl = 300; // of most of its providers

std::string_view endpoint_unknown(const Value& endpoint)
{
    const std::string& type = endpoint["recordType"].text;
    if (has_placeholder(endpoint["dnsName"].text))
        return why::placeholder;
    for (const Value& target : endpoint["targets"].items)
        if (has_placeholder(target.text))
            return why::placeholder;
    for (const Value& property : endpoint["providerSpecific"].items) {
        bool is_on = property["value"].text == "true";
        if (is_on && (property["name"].text == "alias" ||
                      (type == "CNAME" && property["name"].text.ends_with("cloudflare-proxied"))))
            return why::alias;
    }
    return "";
}

void add_endpoint(Collector& to, const ZoneNames& zones, const Value& endpoint)
{
    const std::string& name = endpoint["dnsName"].text;
    std::string zone = has_placeholder(name) || name.empty() ? "" : zones.of(name);
    if (!zone.empty())
        to.partial(zone);
    const std::string& type = endpoint["recordType"].text;
    constexpr auto after = Collector::Side::after;
    Collector::Written written(endpoint["targets"], endpoint["recordTTL"].number_or(0));
    if (std::string_view reason = endpoint_unknown(endpoint); reason == why::alias)
        return to.untold_addresses(after, zone, absolute(name), type, written, reason);
    else if (!reason.empty())
        return to.untold(after, zone, absolute(name), type, written, reason);
    if (type_from_text(type) == Type::none)
        return to.foreign(after, zone, absolute(name), type, written);
    auto extent = endpoint["setIdentifier"].text_or("").empty() ? Collector::Extent::whole : Collector::Extent::choice;
    std::uint32_t ttl = endpoint["recordTTL"].number_or(0);
    for (const Value* target : endpoint["targets"].each())
        to.add(after, zone, absolute(name), ttl == 0 ? external_dns_ttl : ttl, type,
               type == "TXT" ? quoted_strings(target->text) : with_final_dot(type, target->text), *target, extent);
    if (extent == Collector::Extent::choice)
        to.beside(after, zone, absolute(name), type, endpoint["setIdentifier"].text, endpoint["providerSpecific"]);
}

void add_resource(Collector& to, const ZoneNames& zones, const Value& resource)
{
    if (resource["kind"].text.ends_with("List"))
        for (const Value& item : resource["items"].items)
            add_resource(to, zones, item);
    if (!resource["apiVersion"].text.starts_with("externaldns."))
        return;
    if (resource["kind"].text == "DNSEndpoint")
        for (const Value& endpoint : resource["spec"]["endpoints"].items)
            add_endpoint(to, zones, endpoint);
    if (resource["kind"].text == "DNSRecord")
        add_endpoint(to, zones, resource["spec"]["endpoint"]);
}

} // namespace

bool is_external_dns(std::string_view, std::string_view text)
{
    return text.find("externaldns.") != std::string_view::npos && text.find("apiVersion") != std::string_view::npos &&
           (text.find("dnsName") != std::string_view::npos) &&
           text.find("CustomResourceDefinition") == std::string_view::npos;
}

std::vector<ReadZone> read_external_dns(const Document& document, const ReadOptions& options)
{
    Collector collector(document, options);
    ZoneNames zones(options);
    for (const Value& resource : read_json_or_yaml(document.path, document.bytes->view()))
        add_resource(collector, zones, resource);
    if (collector.is_empty())
        throw Failure("{}: there is no endpoint in it", defused(document.path));
    return collector.states();
}

} // namespace zonevet
