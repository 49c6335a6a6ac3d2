// Registries of subdomains that keep one JSON file for each: is-a.dev and its like. The file is called
// like the name below the zone, and nothing in it says which zone that is.
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"
#include "formats/terraform_shapes.h"

#include <fmt/format.h>

namespace zonevet {

namespace {

constexpr std::uint32_t registry_ttl = 300;

void add_registry_value(Collector& to, const std::string& zone, const std::string& owner,
                        const std::string& type, const Value& value, std::size_t number)
{
    static const TerraformShape& plain = *terraform_shape("dnsimple_zone_record");
    std::string name = owner, data;
    if (value.is_map()) {
        // A service of the name: "_minecraft._tcp".
        if (value.has("name"))
            name = value["name"].text + "." + owner;
        data = terraform_data(plain, type, value, value);
    } else if (type == "MX" && value.text.find(' ') == std::string::npos) {
        data = fmt::format("{} {}", 10 + number, absolute(value.text));
    } else {
        data = terraform_data(plain, type, value, Value());
    }
    if (!data.empty())
        to.add(Collector::Side::after, zone, name, registry_ttl, type, std::move(data), value);
}

} // namespace

bool is_registry(std::string_view path, std::string_view text)
{
    bool has_records = text.find("\"records\"") != std::string_view::npos ||
                       text.find("\"record\"") != std::string_view::npos;
    if (!path.ends_with(".json") || !begins_like_json(text) || !has_records ||
        text.find("\"type\"") != std::string_view::npos)
        return false;
    for (std::string_view type : {"A", "AAAA", "CNAME", "TXT", "NS", "MX", "SRV", "CAA", "DS", "TLSA", "URL"})
        if (text.find("\"" + std::string(type) + "\"") != std::string_view::npos)
            return true;
    return false;
}

std::vector<ReadZone> read_registry(const Document& document, const ReadOptions& options)
{
    Value root = read_json(document.path, document.bytes->view());
    if (options.origin.empty())
        throw Failure("{}: nothing says which zone this subdomain is in\nhelp: name the zone: check "
                      "--zone NAME, review --origin NAME",
                      defused(document.path));
    std::string zone = absolute(options.origin);
    std::string name = document.path.substr(document.path.rfind('/') + 1);
    name = name.substr(0, name.rfind('.'));
    Collector collector(document, options);
    collector.partial(zone);
    const Value& records = root.has("records") ? root["records"] : root["record"];
    bool is_proxied = root["proxied"].is_true() || root["proxy"].is_true();
    for (const auto& [type, values] : records.members) {
        constexpr auto after = Collector::Side::after;
        if (is_proxied && type.text == "CNAME") {
            collector.untold_addresses(after, zone, below(name, zone), why::alias);
            continue;
        }
        if (type_from_text(type.text) == Type::none) {
            collector.foreign(after, zone, below(name, zone), type.text);
            continue;
        }
        std::size_t number = 0;
        for (const Value* value : values.each())
            add_registry_value(collector, zone, below(name, zone), type.text, *value, number++);
    }
    return collector.states();
}

} // namespace zonevet
