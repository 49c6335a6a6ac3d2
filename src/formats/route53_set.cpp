// A resource record set of Route 53, which several formats of AWS spell alike.
#include "formats/route53_set.h"

#include <fmt/format.h>

namespace zonevet {

std::string route53_name(std::string_view text)
{
    std::string name;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '7'; };
        if (text[i] != '\\' || !digit(i + 1) || !digit(i + 2) || !digit(i + 3)) {
            name += text[i];
            continue;
        }
        int octet = ((text[i + 1] - '0') * 8 + (text[i + 2] - '0')) * 8 + (text[i + 3] - '0');
        name += octet == '*' ? "*" : fmt::format("\\{:03}", octet & 0xff);
        i += 3;
    }
    return absolute(name);
}

std::string route53_data(const std::string& type, const std::string& text)
{
    if (type != "TXT" && type != "SPF")
        return with_final_dot(type, text);
    // Two strings may touch there: "a""b".
    std::string data;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"' && !quoted && data.ends_with('"'))
            data += ' ';
        quoted = quoted != (text[i] == '"');
        data += text[i];
        if (text[i] == '\\' && i + 1 < text.size())
            data += text[++i];
    }
    return data;
}

namespace {

const Value& opaque_part(const Value& set)
{
    for (std::string_view key : {"AliasTarget", "TrafficPolicyInstanceId"})
        if (set.has(key))
            return set[key];
    return set["ResourceRecords"];
}

std::string_view route53_unknown(const Value& set)
{
    if (set.has("AliasTarget") || set.has("TrafficPolicyInstanceId"))
        return why::alias; // it has addresses, but which ones only AWS knows
    for (const Value& record : set["ResourceRecords"].items) {
        const std::string& text = record.is_map() ? record["Value"].text : record.text;
        if (has_placeholder(text) || text.starts_with('<'))
            return why::placeholder;
    }
    return "";
}

} // namespace

void add_route53_set(Collector& to, Collector::Side side, const std::string& zone, const Value& set)
{
    const std::string& type = set["Type"].text;
    std::string name = route53_name(set["Name"].text);
    if (set["Name"].text.find('<') != std::string::npos || has_placeholder(set["Name"].text))
        return to.unknown(side, zone, set["Name"].text, type, set["ResourceRecords"], why::placeholder);
    if (std::string_view reason = route53_unknown(set); !reason.empty())
        return to.untold(side, zone, name, type, {opaque_part(set), set["TTL"].number_or(0)}, reason);
    auto extent = set.has("SetIdentifier") ? Collector::Extent::choice : Collector::Extent::whole;
    for (const Value& record : set["ResourceRecords"].items) {
        const Value& value = record.is_map() ? record["Value"] : record;
        to.add(side, zone, name, set["TTL"].number_or(0), type, route53_data(type, value.text), value, extent);
    }
    // What decides which of the sets a client gets.
    std::string set_name = set.has("SetIdentifier") ? set["SetIdentifier"].text + " " : "";
    for (std::string_view key : {"Weight", "Region", "Failover", "GeoLocation", "GeoProximityLocation",
                                 "CidrRoutingConfig", "MultiValueAnswer", "HealthCheckId"})
        to.beside(side, zone, name, type, fmt::format("{}{}", set_name, key), set[key]);
}

} // namespace zonevet
