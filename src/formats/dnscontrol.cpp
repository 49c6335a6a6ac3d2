// What `dnscontrol print-ir` prints: every zone as it should be. Zeros are left out by its writer.
#include "base/ascii.h"
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"

#include <fmt/format.h>

namespace zonevet {

namespace {

constexpr std::uint32_t dnscontrol_ttl = 300;

// Older versions give the numbers of the wire form only.
std::string loc_data(const Value& record)
{
    auto number = [&](std::string_view key) { return record[key].number_or(0); };
    return fmt::format("\\# 16 {:02x}{:02x}{:02x}{:02x}{:08x}{:08x}{:08x}", number("locversion") & 0xff,
                       number("locsize") & 0xff, number("lochorizpre") & 0xff, number("locvertpre") & 0xff,
                       number("loclatitude"), number("loclongitude"), number("localtitude"));
}

std::string data_of(const Value& record)
{
    const std::string& type = record["type"].text;
    std::string target = record["target"].text;
    auto number = [&](std::string_view key) { return record[key].text_or("0"); };
    if (type == "TXT")
        return quoted_strings(target);
    if (record.has("zonfefilepartial")) // sic
        return record["zonfefilepartial"].text;
    if (type == "MX")
        return fmt::format("{} {}", number("mxpreference"), target);
    if (type == "SRV")
        return fmt::format("{} {} {} {}", number("srvpriority"), number("srvweight"), number("srvport"), target);
    if (type == "CAA")
        return fmt::format("{} {} \"{}\"", number("caaflag"), record["caatag"].text, target);
    if (type == "DS")
        return fmt::format("{} {} {} {}", number("dskeytag"), number("dsalgorithm"), number("dsdigesttype"),
                           record["dsdigest"].text);
    if (type == "DNSKEY")
        return fmt::format("{} {} {} {}", number("dnskeyflags"), number("dnskeyprotocol"), number("dnskeyalgorithm"),
                           record["dnskeypublickey"].text);
    if (type == "SSHFP")
        return fmt::format("{} {} {}", number("sshfpalgorithm"), number("sshfpfingerprint"), target);
    if (type == "TLSA" || type == "SMIMEA")
        return fmt::format("{} {} {} {}", number("tlsausage"), number("tlsaselector"), number("tlsamatchingtype"),
                           target);
    if (type == "NAPTR")
        return fmt::format("{} {} \"{}\" \"{}\" \"{}\" {}", number("naptrorder"), number("naptrpreference"),
                           record["naptrflags"].text, record["naptrservice"].text, record["naptrregexp"].text, target);
    if (type == "HTTPS" || type == "SVCB")
        return fmt::format("{} {} {}", number("svcpriority"), target, record["svcparams"].text);
    if (type == "SOA")
        return fmt::format("{} {} {} {} {} {} {}", target, record["soambox"].text, number("soaserial"),
                           number("soarefresh"), number("soaretry"), number("soaexpire"), number("soaminttl"));
    if (type == "LOC")
        return target.empty() ? loc_data(record) : target;
    return target;
}

// Cloudflare answers with addresses of its own.
bool is_proxied(const Value& meta)
{
    std::string proxy = in_lower_case(meta["cloudflare_proxy"].text);
    return proxy == "on" || proxy == "full";
}

// Cloudflare's redirects and workers are no records: what they apply to has its own.
bool is_rule_of_web_server(std::string_view type)
{
    return type.starts_with("CF_") || type.starts_with("CLOUDFLAREAPI_");
}

} // namespace

bool is_dnscontrol(std::string_view, std::string_view text)
{
    return begins_like_json(text) && text.find("\"dns_providers\"") != std::string_view::npos &&
           text.find("\"domains\"") != std::string_view::npos;
}

std::vector<ReadZone> read_dnscontrol(const Document& document, const ReadOptions& options)
{
    Value root = read_json(document.path, document.bytes->view());
    if (!root.has("domains") && !root.has("dns_providers"))
        throw Failure("{}: this is not what dnscontrol print-ir writes: it has no domains", defused(document.path));
    Collector collector(document, options);
    for (const Value& domain : root["domains"].items) {
        std::string zone = absolute(domain["name"].text);
        // The same name may be there twice, as seen from inside and from outside.
        std::string key = zone_key(zone, domain["tag"].text);
        // The providers add NS and SOA records. What is there beside the domain's own records may stay.
        bool keeps_others = domain["keepunknown"].is_true() || domain["unmanaged"].is_list();
        keeps_others ? collector.partial(key) : collector.without_apex(key);
        for (const Value& record : domain["records"].items) {
            std::string type = record["type"].text, data = data_of(record);
            std::string owner = below(record["name"].text, zone);
            constexpr auto after = Collector::Side::after;
            std::uint32_t ttl = record["ttl"].number_or(0);
            ttl = ttl == 0 ? dnscontrol_ttl : ttl;
            const Value& target = record["target"].is_null() ? record : record["target"];
            Collector::Written written(target, ttl, type);
            if (is_rule_of_web_server(type))
                continue;
            if (is_alias_type(type)) {
                std::string of = record["r53_alias"]["type"].text_or(record["azure_alias"]["type"].text);
                of.empty() ? collector.untold_addresses(after, key, owner, type, written, why::alias)
                           : collector.untold(after, key, owner, of, written, why::alias);
                continue;
            }
            if (data.empty() || type_from_text(type) == Type::none) {
                collector.foreign(after, key, owner, type, written);
                continue;
            }
            if (type == "CNAME" && is_proxied(record["meta"])) {
                collector.untold_addresses(after, key, owner, type, written, why::alias);
                continue;
            }
            collector.add(after, key, owner, ttl, type, data, target);
            if (is_proxied(record["meta"]))
                collector.beside(after, key, owner, type, "proxy", record["meta"]["cloudflare_proxy"]);
        }
    }
    return collector.states();
}

} // namespace zonevet
