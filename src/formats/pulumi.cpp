// `pulumi preview --json` and `pulumi stack export`. Its providers are made from those of Terraform, so
// the resources become theirs: other words for the types, and attributes_like_this for likeThis.
#include "base/failure.h"
#include "formats/readers.h"
#include "formats/terraform_shapes.h"

#include <algorithm>
#include <set>

namespace zonevet {

namespace {

constexpr std::string_view unknown_value = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

struct Renamed {
    std::string_view pulumi, terraform;
};
constexpr Renamed resources[] = {
    {"aws:route53/record:Record", "aws_route53_record"},
    {"aws:route53/zone:Zone", "aws_route53_zone"},
    {"gcp:dns/recordSet:RecordSet", "google_dns_record_set"},
    {"gcp:dns/managedZone:ManagedZone", "google_dns_managed_zone"},
    {"cloudflare:index/record:Record", "cloudflare_record"},
    {"cloudflare:index/dnsRecord:DnsRecord", "cloudflare_dns_record"},
    {"cloudflare:index/zone:Zone", "cloudflare_zone"},
    {"digitalocean:index/dnsRecord:DnsRecord", "digitalocean_record"},
    {"dnsimple:index/zoneRecord:ZoneRecord", "dnsimple_zone_record"},
    {"ns1:index/record:Record", "ns1_record"},
    {"ovh:Domain/zoneRecord:ZoneRecord", "ovh_domain_zone_record"},
    {"linode:index/domainRecord:DomainRecord", "linode_domain_record"},
    {"vultr:index/dnsRecord:DnsRecord", "vultr_dns_record"},
    {"akamai:index/dnsRecord:DnsRecord", "akamai_dns_record"},
    {"azure:dns/aRecord:ARecord", "azurerm_dns_a_record"},
    {"azure:dns/aaaaRecord:AaaaRecord", "azurerm_dns_aaaa_record"},
    {"azure:dns/caaRecord:CaaRecord", "azurerm_dns_caa_record"},
    {"azure:dns/cNameRecord:CNameRecord", "azurerm_dns_cname_record"},
    {"azure:dns/mxRecord:MxRecord", "azurerm_dns_mx_record"},
    {"azure:dns/nsRecord:NsRecord", "azurerm_dns_ns_record"},
    {"azure:dns/ptrRecord:PtrRecord", "azurerm_dns_ptr_record"},
    {"azure:dns/srvRecord:SrvRecord", "azurerm_dns_srv_record"},
    {"azure:dns/txtRecord:TxtRecord", "azurerm_dns_txt_record"},
};

std::string_view terraform_type(std::string_view pulumi)
{
    for (const Renamed& resource : resources)
        if (resource.pulumi == pulumi)
            return resource.terraform;
    return {};
}

// "setIdentifier" -> "set_identifier"
std::string snake_case(std::string_view text)
{
    std::string made;
    for (char c : text) {
        bool is_upper = c >= 'A' && c <= 'Z';
        if (is_upper && !made.empty())
            made += '_';
        made += is_upper ? static_cast<char>(c + 32) : c;
    }
    return made;
}

Value text_value(std::string_view text, const Value& at)
{
    Value value;
    value.kind = Value::Kind::string;
    value.text = text;
    value.from = at.from;
    value.to = at.to;
    return value;
}

void set(Value& map, std::string_view key, Value value)
{
    map.kind = Value::Kind::map;
    map.members.push_back({Value::Key{std::string(key), value.from, value.to}, std::move(value)});
}

// What Terraform has as a list of one block may be the block itself here.
void rename_keys(Value& value, std::string_view type, bool is_top)
{
    for (Value& item : value.items)
        rename_keys(item, type, false);
    for (auto& [key, item] : value.members) {
        key.text = snake_case(key.text);
        if (is_top && key.text == "aliases" && type == "aws_route53_record")
            key.text = "alias";
        const TerraformShape* shape = is_top ? terraform_shape(type) : nullptr;
        if (shape != nullptr && key.text == std::string(shape->values) + "s") // lists are called in the plural
            key.text = shape->values;
        if (is_top && key.text == "routing_policy" && item.is_map()) {
            Value list;
            list.kind = Value::Kind::list;
            list.from = item.from;
            list.to = item.to;
            list.items.push_back(std::move(item));
            item = std::move(list);
        }
        rename_keys(item, type, false);
    }
}

// The same shape with `true` where a value is known later.
Value unknowns(const Value& value)
{
    Value made;
    made.kind = value.kind;
    if (value.text == unknown_value) {
        made.kind = Value::Kind::boolean;
        made.text = "true";
    }
    for (const Value& item : value.items)
        made.items.push_back(unknowns(item));
    for (const auto& [key, item] : value.members)
        made.members.push_back({key, unknowns(item)});
    return made;
}

// Inputs are what the program says, outputs what there is.
Value attributes_of(const Value& state, std::string_view type)
{
    Value made = state["outputs"].is_map() ? state["outputs"] : state["inputs"];
    made.kind = Value::Kind::map;
    for (const auto& [key, value] : state["inputs"].members)
        if (made[key.text].is_null() || value.text == unknown_value)
            made.members.push_back({key, value});
    if (made.members.empty())
        return Value();
    rename_keys(made, type, true);
    return made;
}

Value change_of(const Value& step, std::string_view type, bool deletes_first)
{
    const std::string& op = step["op"].text;
    Value actions, change;
    actions.kind = Value::Kind::list;
    auto act = [&](std::string_view word) { actions.items.push_back(text_value(word, step["op"])); };
    if (op == "create" || op == "update" || op == "delete")
        act(op);
    else if (op == "replace")
        for (std::string_view word : {deletes_first ? "delete" : "create", deletes_first ? "create" : "delete"})
            act(word);
    else
        act("no-op");
    set(change, "actions", std::move(actions));
    set(change, "before", op == "create" ? Value() : attributes_of(step["oldState"], type));
    Value after = op == "delete" ? Value() : attributes_of(step["newState"], type);
    set(change, "after_unknown", unknowns(after));
    set(change, "after", std::move(after));
    return change;
}

Value resource_of(const Value& urn, std::string_view type)
{
    Value resource, address = urn;
    address.text = urn.text.substr(std::min(urn.text.rfind(':') + 1, urn.text.size()));
    address.from += urn.text.size() - address.text.size();
    set(resource, "address", std::move(address));
    set(resource, "type", text_value(type, urn));
    set(resource, "mode", text_value("managed", urn));
    return resource;
}

} // namespace

bool is_pulumi(std::string_view, std::string_view text)
{
    return begins_like_json(text) && text.find("\"urn\"") != std::string_view::npos &&
           (text.find("\"steps\"") != std::string_view::npos || text.find("\"deployment\"") != std::string_view::npos);
}

std::vector<ReadZone> read_pulumi(const Document& document, const ReadOptions& options)
{
    Value root = read_json(document.path, document.bytes->view()), made;
    Value list;
    list.kind = Value::Kind::list;
    if (!root.has("deployment") && !root.has("steps") && !root.has("changeSummary"))
        throw Failure("{}: this is neither a preview nor a stack: it has no steps and no deployment\n"
                      "help: pulumi preview --json, pulumi stack export",
                      defused(document.path));
    if (root.has("deployment")) {
        for (const Value& item : root["deployment"]["resources"].items) {
            std::string_view type = terraform_type(item["type"].text);
            if (type.empty() || item["external"].is_true())
                continue;
            Value resource = resource_of(item["urn"], type), instance, instances;
            set(instance, "attributes", attributes_of(item, type));
            instances.kind = Value::Kind::list;
            instances.items.push_back(std::move(instance));
            set(resource, "instances", std::move(instances));
            list.items.push_back(std::move(resource));
        }
        set(made, "resources", std::move(list));
        return terraform_state_of(made, document, options);
    }
    std::set<std::string> deleted_first;
    for (const Value& step : root["steps"].items) {
        const std::string &op = step["op"].text, &urn = step["urn"].text;
        if (op == "delete-replaced")
            deleted_first.insert(urn);
        const Value& state = step["newState"].is_map() ? step["newState"] : step["oldState"];
        std::string_view type = terraform_type(state["type"].text);
        if (type.empty() || op == "create-replacement" || op == "delete-replaced" || op == "read")
            continue;
        Value resource = resource_of(step["urn"], type);
        set(resource, "change", change_of(step, type, deleted_first.contains(urn)));
        list.items.push_back(std::move(resource));
    }
    set(made, "resource_changes", std::move(list));
    return terraform_plan_of(made, document, options);
}

} // namespace zonevet
