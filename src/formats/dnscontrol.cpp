// What `dnscontrol print-ir` prints: every zone as it should be. Zeros are left out by its writer.
#include "formats/collector.h"
#include "formats/readers.h"

#include <fmt/format.h>

namespace zonevet {

namespace {

constexpr std::uint32_t dnscontrol_ttl = 300;

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
        return fmt::format("{} {} {} {}", number("srvpriority"), number("srvweight"),
                           number("srvport"), target);
    if (type == "CAA")
        return fmt::format("{} {} \"{}\"", number("caaflag"), record["caatag"].text, target);
    if (type == "DS")
        return fmt::format("{} {} {} {}", number("dskeytag"), number("dsalgorithm"),
                           number("dsdigesttype"), record["dsdigest"].text);
    if (type == "DNSKEY")
        return fmt::format("{} {} {} {}", number("dnskeyflags"), number("dnskeyprotocol"),
                           number("dnskeyalgorithm"), record["dnskeypublickey"].text);
    if (type == "SSHFP")
        return fmt::format("{} {} {}", number("sshfpalgorithm"), number("sshfpfingerprint"),
                           target);
    if (type == "TLSA" || type == "SMIMEA")
        return fmt::format("{} {} {} {}", number("tlsausage"), number("tlsaselector"),
                           number("tlsamatchingtype"), target);
    if (type == "NAPTR")
        return fmt::format("{} {} \"{}\" \"{}\" \"{}\" {}", number("naptrorder"),
                           number("naptrpreference"), record["naptrflags"].text,
                           record["naptrservice"].text, record["naptrregexp"].text, target);
    if (type == "HTTPS" || type == "SVCB")
        return fmt::format("{} {} {}", number("svcpriority"), target, record["svcparams"].text);
    if (type == "SOA")
        return fmt::format("{} {} {} {} {} {} {}", target, record["soambox"].text,
                           number("soaserial"), number("soarefresh"), number("soaretry"),
                           number("soaexpire"), number("soaminttl"));
    return type == "LOC" ? "" : target; // LOC is there as numbers of its wire form only
}

} // namespace

bool is_dnscontrol(std::string_view path, std::string_view text)
{
    return path.ends_with(".json") && text.find("\"dns_providers\"") != std::string_view::npos &&
           text.find("\"domains\"") != std::string_view::npos;
}

std::vector<ReadZone> read_dnscontrol(const Document& document, const ReadOptions& options)
{
    Value root = read_json(document.path, document.bytes->view());
    Collector collector(document, options);
    std::set<std::string> seen;
    for (const Value& domain : root["domains"].items) {
        std::string zone = absolute(domain["name"].text);
        if (!seen.insert(zone).second)
            continue; // another view of a name that was there: "example.com!internal"
        // The providers add NS and SOA records.
        collector.unknown(zone);
        for (const Value& record : domain["records"].items) {
            std::string data = data_of(record);
            if (data.empty() || type_from_text(record["type"].text) == Type::none)
                continue;
            std::uint32_t ttl = record["ttl"].number_or(0);
            collector.add(Collector::Side::after, zone, below(record["name"].text, zone),
                          ttl == 0 ? dnscontrol_ttl : ttl, record["type"].text, data,
                          record["target"].is_null() ? record : record["target"]);
        }
    }
    return collector.states();
}

} // namespace zonevet
