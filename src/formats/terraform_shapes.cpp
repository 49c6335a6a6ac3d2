// Where the resources of each provider keep owner, type, TTL and data: one table.
#include "formats/terraform_shapes.h"

#include "formats/collector.h"

#include <fmt/format.h>

namespace zonevet {

namespace {

using Shape = TerraformShape;
constexpr auto by_name = Shape::Zone::name, by_id = Shape::Zone::id;
constexpr auto relative = Shape::Owner::relative, absolute_name = Shape::Owner::absolute;
constexpr auto whole = Shape::Unit::set, single = Shape::Unit::record;

// The names of attributes are those of the providers' schemas.
constexpr Shape shapes[] = {
    {"aws_route53_record", "zone_id", by_id, "name", relative, "type", "records", whole, 300},
    {"google_dns_record_set", "managed_zone", by_id, "name", absolute_name, "type", "rrdatas", whole, 300},
    {"cloudflare_record", "zone_id", by_id, "name", relative, "type", "content value data", single, 300},
    {"cloudflare_dns_record", "zone_id", by_id, "name", relative, "type", "content data", single, 300},
    {"azurerm_dns_a_record", "zone_name", by_name, "name", relative, "A", "records", whole, 300},
    {"azurerm_dns_aaaa_record", "zone_name", by_name, "name", relative, "AAAA", "records", whole, 300},
    {"azurerm_dns_cname_record", "zone_name", by_name, "name", relative, "CNAME", "record", whole, 300},
    {"azurerm_dns_mx_record", "zone_name", by_name, "name", relative, "MX", "record", whole, 300},
    {"azurerm_dns_ns_record", "zone_name", by_name, "name", relative, "NS", "records", whole, 300},
    {"azurerm_dns_ptr_record", "zone_name", by_name, "name", relative, "PTR", "records", whole, 300},
    {"azurerm_dns_srv_record", "zone_name", by_name, "name", relative, "SRV", "record", whole, 300},
    {"azurerm_dns_caa_record", "zone_name", by_name, "name", relative, "CAA", "record", whole, 300},
    {"azurerm_dns_txt_record", "zone_name", by_name, "name", relative, "TXT", "record", whole, 300},
    {"azurerm_private_dns_a_record", "zone_name", by_name, "name", relative, "A", "records", whole, 300},
    {"azurerm_private_dns_aaaa_record", "zone_name", by_name, "name", relative, "AAAA", "records", whole, 300},
    {"azurerm_private_dns_cname_record", "zone_name", by_name, "name", relative, "CNAME", "record", whole, 300},
    {"azurerm_private_dns_mx_record", "zone_name", by_name, "name", relative, "MX", "record", whole, 300},
    {"azurerm_private_dns_ptr_record", "zone_name", by_name, "name", relative, "PTR", "records", whole, 300},
    {"azurerm_private_dns_srv_record", "zone_name", by_name, "name", relative, "SRV", "record", whole, 300},
    {"azurerm_private_dns_txt_record", "zone_name", by_name, "name", relative, "TXT", "record", whole, 300},
    {"digitalocean_record", "domain", by_name, "name", relative, "type", "value", single, 1800},
    {"dns_a_record_set", "zone", by_name, "name", relative, "A", "addresses", whole, 3600},
    {"dns_aaaa_record_set", "zone", by_name, "name", relative, "AAAA", "addresses", whole, 3600},
    {"dns_cname_record", "zone", by_name, "name", relative, "CNAME", "cname", whole, 3600},
    {"dns_ptr_record", "zone", by_name, "name", relative, "PTR", "ptr", whole, 3600},
    {"dns_ns_record_set", "zone", by_name, "name", relative, "NS", "nameservers", whole, 3600},
    {"dns_txt_record_set", "zone", by_name, "name", relative, "TXT", "txt", whole, 3600},
    {"dns_mx_record_set", "zone", by_name, "name", relative, "MX", "mx", whole, 3600},
    {"dns_srv_record_set", "zone", by_name, "name", relative, "SRV", "srv", whole, 3600},
    {"hetznerdns_record", "zone_id", by_id, "name", relative, "type", "value", single, 3600},
    {"hcloud_zone_rrset", "zone", by_id, "name", relative, "type", "records", whole, 3600},
    {"hcloud_zone_record", "zone", by_id, "name", relative, "type", "value", single, 3600},
    {"powerdns_record", "zone", by_name, "name", absolute_name, "type", "records", whole, 300},
    {"ovh_domain_zone_record", "zone", by_name, "subdomain", relative, "fieldtype", "target", single, 3600},
    {"gandi_livedns_record", "zone", by_name, "name", relative, "type", "values", whole, 300},
    {"ns1_record", "zone", by_name, "domain", absolute_name, "type", "answers", whole, 3600},
    {"dnsimple_zone_record", "zone_name", by_name, "name", relative, "type", "value", single, 3600},
    {"akamai_dns_record", "zone", by_name, "name", absolute_name, "recordtype", "target", whole, 300},
    {"linode_domain_record", "domain_id", by_id, "name", relative, "record_type", "target", single, 300},
    {"vultr_dns_record", "domain", by_name, "name", relative, "type", "data", single, 300},
    {"scaleway_domain_record", "dns_zone", by_name, "name", relative, "type", "data", single, 3600},
    {"gcore_dns_zone_record", "zone", by_name, "domain", absolute_name, "type", "resource_record", whole, 300},
    {"desec_rrset", "domain", by_name, "subname", relative, "type", "records", whole, 3600},
    {"oci_dns_rrset", "zone_name_or_id", by_id, "domain", absolute_name, "rtype", "items", whole, 3600},
    {"alicloud_alidns_record", "domain_name", by_name, "rr", relative, "type", "value", single, 600},
    {"huaweicloud_dns_recordset", "zone_id", by_id, "name", absolute_name, "type", "records", whole, 300},
    {"openstack_dns_recordset_v2", "zone_id", by_id, "name", absolute_name, "type", "records", whole, 3600},
    {"yandex_dns_recordset", "zone_id", by_id, "name", relative, "type", "data", whole, 300},
    {"inwx_nameserver_record", "domain", by_name, "name", relative, "type", "content", single, 3600},
    {"porkbun_dns_record", "domain", by_name, "name", relative, "type", "content", single, 600},
    {"netlify_dns_record", "zone_id", by_id, "hostname", absolute_name, "type", "value", single, 3600},
    {"windns_record", "zone_name", by_name, "name", relative, "type", "records", whole, 3600},
    // Their records stand in blocks, see terraform_parts.
    {"namecheap_domain_records record", "domain", by_name, "hostname", relative, "type", "address", single, 1799},
    {"infoblox_ptr_record", "", by_name, "owner", absolute_name, "PTR", "ptrdname", single, 3600},
    {"infoblox_a_record", "", by_name, "fqdn", absolute_name, "A", "ip_addr", single, 3600},
    {"infoblox_aaaa_record", "", by_name, "fqdn", absolute_name, "AAAA", "ipv6_addr", single, 3600},
    {"infoblox_cname_record", "", by_name, "alias", absolute_name, "CNAME", "canonical", single, 3600},
    {"infoblox_mx_record", "", by_name, "fqdn", absolute_name, "MX", "mail_exchanger", single, 3600},
    {"infoblox_txt_record", "", by_name, "fqdn", absolute_name, "TXT", "text", single, 3600},
    {"infoblox_srv_record", "", by_name, "name", absolute_name, "SRV", "target", single, 3600},
};

std::string first_of(const Value& value, std::initializer_list<std::string_view> keys, std::string_view otherwise)
{
    for (std::string_view key : keys)
        if (value.has(key))
            return value[key].text_or(otherwise);
    return std::string(otherwise);
}

// As in zone files: without a final dot a target is below the zone, and `@` is the zone.
bool has_relative_targets(const Shape& shape)
{
    for (std::string_view provider :
         {"digitalocean_", "hetznerdns_", "hcloud_", "gandi_", "ovh_", "scaleway_", "windns_"})
        if (shape.resource.starts_with(provider))
            return true;
    return false;
}

std::string target_of(const Shape& shape, const std::string& text)
{
    return has_relative_targets(shape) ? text : absolute(text);
}

std::string text_with_target(const Shape& shape, const std::string& type, const std::string& text)
{
    return has_relative_targets(shape) ? text : with_final_dot(type, text);
}

std::string with_priority(const Shape& shape, const std::string& type, const std::string& text, const Value& from)
{
    std::string target = target_of(shape, text);
    std::string priority = first_of(from, {"priority", "preference", "prio", "mx_priority", "mx_pref"}, "0");
    return type == "MX"
               ? fmt::format("{} {}", priority, target)
               : fmt::format("{} {} {} {}", priority, from["weight"].text_or("0"), from["port"].text_or("0"), target);
}

std::string data_of_block(const Shape& shape, const std::string& type, const Value& value)
{
    auto number = [&](std::string_view key) { return value[key].text_or("0"); };
    // One text that is the whole of it: {"content": ...}, {"rdata": ...}, {"answer": ...}.
    for (std::string_view key : {"rdata", "content", "answer"})
        if (value.has(key))
            return text_with_target(shape, type, value[key].text);
    if (type == "MX")
        return with_priority(shape, type, first_of(value, {"exchange", "target", "value"}, ""), value);
    if (type == "SRV")
        return with_priority(shape, type, first_of(value, {"target", "value"}, ""), value);
    if (type == "CAA")
        return fmt::format("{} {} {}", number("flags"), value["tag"].text, quoted_strings(value["value"].text));
    if (type == "DS")
        return fmt::format("{} {} {} {}", first_of(value, {"key_tag", "keytag"}, "0"), number("algorithm"),
                           number("digest_type"), value["digest"].text);
    if (type == "TLSA" || type == "SMIMEA")
        return fmt::format("{} {} {} {}", number("usage"), number("selector"),
                           first_of(value, {"matching_type", "match_type"}, "0"), value["certificate"].text);
    if (type == "SSHFP")
        return fmt::format("{} {} {}", number("algorithm"), first_of(value, {"fingerprint_type", "type"}, "0"),
                           value["fingerprint"].text);
    if (type == "SOA")
        return fmt::format("{} {} {} {} {} {} {}", absolute(value["name_server"].text),
                           absolute(value["email_address"].text), number("serial"), number("refresh"), number("retry"),
                           number("expiry"), number("nxdomain_ttl"));
    if (type == "URI")
        return fmt::format("{} {} {}", number("priority"), number("weight"), quoted_strings(value["target"].text));
    if (type == "HTTPS" || type == "SVCB")
        return fmt::format("{} {} {}", first_of(value, {"priority", "svc_priority"}, "0"),
                           absolute(first_of(value, {"target", "target_name"}, ".")),
                           first_of(value, {"value", "svc_params"}, ""));
    if (type == "NAPTR")
        return fmt::format(
            "{} {} {} {} {} {}", number("order"), number("preference"),
            quoted_strings(first_of(value, {"flagsnaptr", "flags"}, "")), quoted_strings(value["service"].text),
            quoted_strings(first_of(value, {"regex", "regexp"}, "")), absolute(value["replacement"].text_or(".")));
    return value.has("value") ? value["value"].text : "";
}

} // namespace

const TerraformShape* terraform_shape(std::string_view resource)
{
    for (const Shape& shape : shapes)
        if (shape.resource == resource)
            return &shape;
    return nullptr;
}

namespace {

void set_member(Value& map, std::string_view key, Value value)
{
    map.members.push_back({Value::Key{std::string(key), value.from, value.to}, std::move(value)});
}

// "192.0.2.1" -> "1.2.0.192.in-addr.arpa."; empty: no IPv4 address
std::string reverse_name(std::string address)
{
    std::string name;
    int parts = 0;
    for (std::size_t at = 0; at <= address.size(); ++parts) {
        std::size_t end = std::min(address.find('.', at), address.size());
        name = address.substr(at, end - at) + "." + name;
        at = end + 1;
    }
    return parts == 4 ? name + "in-addr.arpa." : "";
}

} // namespace

std::vector<TerraformPart> terraform_parts(std::string_view resource, const Value& values)
{
    std::vector<TerraformPart> parts;
    if (resource == "aws_route53_records_exclusive")
        for (Value block : values["resource_record_set"].items) {
            Value records;
            records.kind = Value::Kind::list;
            for (const Value& record : block["resource_records"].items)
                records.items.push_back(record.is_map() ? record["value"] : record);
            set_member(block, "alias", block["alias_target"]);
            set_member(block, "records", std::move(records));
            set_member(block, "zone_id", values["zone_id"]);
            parts.push_back({"aws_route53_record", std::move(block)});
        }
    if (resource == "namecheap_domain_records")
        for (Value block : values["record"].items) {
            set_member(block, "domain", values["domain"]);
            parts.push_back({"namecheap_domain_records record", std::move(block)});
        }
    if (resource == "infoblox_ptr_record") {
        Value made = values, owner = values.has("record_name") ? values["record_name"] : values["ip_addr"];
        if (!values.has("record_name"))
            owner.text = reverse_name(owner.text);
        set_member(made, "owner", std::move(owner));
        if (made.is_map() && !made["owner"].text.empty())
            parts.push_back({"infoblox_ptr_record", std::move(made)});
    }
    return parts;
}

std::string terraform_data(const TerraformShape& shape, const std::string& type, const Value& value,
                           const Value& record)
{
    std::string text = value.is_map() ? data_of_block(shape, type, value) : value.text;
    if (type == "TXT" || type == "SPF") {
        if (text.starts_with('"') && text.ends_with('"') && text.size() > 1)
            return text;
        // In what is quoted by the provider, `a" "b` is two strings.
        return shape.resource == "aws_route53_record" ? "\"" + text + "\"" : quoted_strings(text);
    }
    if (value.is_map() || text.empty())
        return text;
    bool is_target_alone = (type == "MX" || type == "SRV") && text.find(' ') == std::string::npos;
    if (is_target_alone)
        return with_priority(shape, type, text, record);
    return text_with_target(shape, type, text);
}

} // namespace zonevet
