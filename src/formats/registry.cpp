// Registries of subdomains that keep one JSON file for each: is-a.dev and its like. The file is called
// like the name below the zone, and nothing in it says which zone that is; or it has the keys `domain` and
// `subdomain`, which say both.
#include "base/ascii.h"
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"
#include "formats/terraform_shapes.h"

#include <fmt/format.h>

namespace zonevet {

namespace {

constexpr std::uint32_t registry_ttl = 300;

void add_registry_value(Collector& to, const std::string& zone, const std::string& owner, const std::string& type,
                        const Value& value, std::size_t number)
{
    static const TerraformShape& plain = *terraform_shape("dnsimple_zone_record");
    std::string name = owner, data;
    if (value.is_map()) {
        // A service of the name: "_minecraft._tcp".
        if (value.has("name"))
            name = below(value["name"].text, owner);
        data = terraform_data(plain, type, value, value);
    } else if (type == "MX" && value.text.find(' ') == std::string::npos) {
        data = fmt::format("{} {}", 10 + number, absolute(value.text));
    } else {
        data = terraform_data(plain, type, value, Value());
    }
    if (!data.empty())
        to.add(Collector::Side::after, zone, name, registry_ttl, type, std::move(data), value);
    else if (!value.words().empty())
        to.untold(Collector::Side::after, zone, name, type, {value, registry_ttl}, why::not_read);
}

// "dev", of "dev.json" or of the key `subdomain`; with `domain` a file may have the whole name.
std::string name_below(const Value& root, const std::string& path)
{
    if (root.has("subdomain"))
        return root["subdomain"].text;
    std::string name = path.substr(path.rfind('/') + 1);
    return name.substr(0, name.rfind('.'));
}

} // namespace

namespace {

// A key of the object that the document is, not of one inside of it.
bool has_key(std::string_view text, std::string_view key)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (!quoted && depth == 1 && text.substr(i).starts_with(key))
            return true;
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '{' || c == '['))
            ++depth;
        else if (!quoted && (c == '}' || c == ']'))
            --depth;
    }
    return false;
}

} // namespace

bool is_registry(std::string_view path, std::string_view text)
{
    bool has_records =
        text.find("\"records\"") != std::string_view::npos || text.find("\"record\"") != std::string_view::npos;
    if (!has_ending(path, {".json"}) || !begins_like_json(text) || !has_records)
        return false;
    if (has_key(text, "\"subdomain\"") && has_key(text, "\"domain\""))
        return true;
    if (text.find("\"type\"") != std::string_view::npos)
        return false;
    for (std::string_view type : {"A", "AAAA", "CNAME", "TXT", "NS", "MX", "SRV", "CAA", "DS", "TLSA", "URL"})
        if (text.find("\"" + std::string(type) + "\"") != std::string_view::npos)
            return true;
    return false;
}

std::vector<ReadZone> read_registry(const Document& document, const ReadOptions& options)
{
    Value root = read_json(document.path, document.bytes->view());
    std::string zone = absolute(options.origin.empty() ? root["domain"].text : options.origin);
    if (zone == ".")
        throw Failure("{}: nothing says which zone this subdomain is in\nhelp: name the zone: check "
                      "--zone NAME, review --origin NAME",
                      defused(document.path));
    std::string owner = below(name_below(root, document.path), zone);
    Collector collector(document, options);
    collector.partial(zone);
    const Value& records = root.has("records") ? root["records"] : root["record"];
    bool is_proxied = root["proxied"].is_true() || root["proxy"].is_true();
    constexpr auto after = Collector::Side::after;
    for (const Value& record : records.items) { // a list in which each record says its type
        const std::string& type = record["type"].text;
        if (type_from_text(type) == Type::none)
            collector.foreign(after, zone, owner, type, {record, registry_ttl});
        else
            add_registry_value(collector, zone, owner, type, record, 0);
    }
    for (const auto& [type, values] : records.members) {
        if (is_proxied && type.text == "CNAME") {
            collector.untold_addresses(after, zone, owner, type.text, {values, registry_ttl}, why::alias);
            continue;
        }
        if (type_from_text(type.text) == Type::none) {
            collector.foreign(after, zone, owner, type.text, {values, registry_ttl});
            continue;
        }
        std::size_t number = 0;
        for (const Value* value : values.each())
            add_registry_value(collector, zone, owner, type.text, *value, number++);
        if (is_proxied && is_address_type(type.text))
            collector.beside(after, zone, owner, type.text, "proxied",
                             root.has("proxied") ? root["proxied"] : root["proxy"]);
    }
    return collector.states();
}

} // namespace zonevet
