// Which zone an id of a provider means, as far as the document tells.
#include "formats/terraform_zones.h"

#include "base/ascii.h"
#include "formats/collector.h"

#include <algorithm>

namespace zonevet {

namespace {

constexpr int deepest_module = 100;

// ".../privateDnsZones/example.com/A/www" -> "example.com."
std::string zone_in_path(const std::string& id)
{
    for (std::string_view folder : {"/dnsZones/", "/privateDnsZones/", "/dnszones/", "/privatednszones/"}) {
        std::size_t at = id.find(folder);
        if (at == std::string::npos)
            continue;
        at += folder.size();
        return absolute(id.substr(at, std::min(id.find('/', at), id.size()) - at));
    }
    return "";
}

// The full name that providers compute, without the relative one.
std::string zone_of_full_name(const TerraformShape& shape, const Value& values)
{
    std::string name = in_lower_case(values[shape.name].text);
    for (std::string_view key : {"fqdn", "hostname", "qualified_name"}) {
        std::string full = in_lower_case(values[key].text);
        if (key == shape.name || full.empty())
            continue;
        if (name.empty() || name == "@")
            return absolute(full);
        if (full.size() > name.size() + 1 && full.starts_with(name + "."))
            return absolute(full.substr(name.size() + 1));
    }
    return "";
}

} // namespace

std::string without_index(std::string_view address)
{
    std::string plain;
    bool inside = false, quoted = false;
    for (char c : address) {
        quoted = quoted != (inside && c == '"');
        if (c == '[')
            inside = true;
        if (!inside)
            plain += c;
        if (c == ']' && !quoted)
            inside = false;
    }
    return plain;
}

TerraformZones::TerraformZones(const Value& root)
{
    learn(root, 0);
    follow(root["configuration"]["root_module"], "", {}, 0);
}

void TerraformZones::learn_zone(const Value& resource, const Value& values)
{
    std::string name = values["dns_name"].text_or(values["name"].text_or(values["zone"].text_or("")));
    if (name.find('.') == std::string::npos)
        return;
    for (std::string_view key : {"zone_id", "id", "name", "self_link"})
        if (values.has(key))
            by_id_[values[key].text] = absolute(name);
    by_address_[without_index(resource["address"].text)] = absolute(name);
}

void TerraformZones::learn(const Value& value, int depth)
{
    if (depth > deepest_module)
        return;
    for (const Value& item : value.items)
        learn(item, depth + 1);
    const std::string& type = value["type"].text;
    if (value.is_map() &&
        (type.find("_zone") != std::string::npos || type == "digitalocean_domain" || type == "linode_domain")) {
        for (const Value* values : {&value["values"], &value["change"]["before"], &value["change"]["after"]})
            learn_zone(value, *values);
        for (const Value& instance : value["instances"].items)
            learn_zone(value, instance["attributes"]);
    }
    for (const auto& [key, item] : value.members)
        if (key.text != "configuration")
            learn(item, depth + 1);
}

std::string TerraformZones::referred(const Value& expression, const std::string& path,
                                     const std::map<std::string, std::string>& variables) const
{
    if (expression.has("constant_value")) {
        auto known = by_id_.find(expression["constant_value"].text);
        return known == by_id_.end() ? "" : known->second;
    }
    for (const Value& reference : expression["references"].items) {
        std::string plain = without_index(reference.text);
        if (plain.starts_with("var.")) {
            auto known = variables.find(plain.substr(4));
            if (known != variables.end())
                return known->second;
            continue;
        }
        // "aws_route53_zone.main.zone_id" and "aws_route53_zone.main" name the same.
        for (std::string at = plain; !at.empty(); at.erase(at.rfind('.') == std::string::npos ? 0 : at.rfind('.'))) {
            auto known = by_address_.find(path + at);
            if (known != by_address_.end())
                return known->second;
        }
    }
    return "";
}

// The expressions of every record, module by module; a variable is what the caller gives.
void TerraformZones::follow(const Value& module, const std::string& path,
                            const std::map<std::string, std::string>& variables, int depth)
{
    if (depth > deepest_module)
        return;
    for (const Value& resource : module["resources"].items)
        if (const TerraformShape* shape = terraform_shape(resource["type"].text))
            if (std::string zone = referred(resource["expressions"][shape->zone], path, variables); !zone.empty())
                of_resource_[path + resource["address"].text] = zone;
    for (const auto& [name, call] : module["module_calls"].members) {
        std::map<std::string, std::string> given;
        for (const auto& [variable, expression] : call["expressions"].members)
            if (std::string zone = referred(expression, path, variables); !zone.empty())
                given[variable.text] = zone;
        follow(call["module"], path + "module." + name.text + ".", given, depth + 1);
    }
}

std::string TerraformZones::of(const TerraformShape& shape, const Value& values, const std::string& address) const
{
    std::string id = shape.zone.empty() ? "" : values[shape.zone].text;
    if (shape.zone_is == TerraformShape::Zone::name && !id.empty())
        return absolute(id);
    if (auto known = by_id_.find(id); !id.empty() && known != by_id_.end())
        return known->second;
    if (shape.zone_is == TerraformShape::Zone::id && id.find('.') != std::string::npos &&
        id.find('/') == std::string::npos)
        return absolute(id); // "id or name"
    for (std::string_view key : {"private_dns_zone_id", "id"})
        if (std::string zone = zone_in_path(values[key].text); !zone.empty())
            return zone;
    if (auto known = of_resource_.find(without_index(address)); known != of_resource_.end())
        return known->second;
    return zone_of_full_name(shape, values);
}

} // namespace zonevet
