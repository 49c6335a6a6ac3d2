// Plans of Terraform and OpenTofu (`show -json`). A plan shows the records that it touches, so the
// zone is never complete; which zone an id means is looked up in the plan itself.
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet {

namespace {

struct Shape {
    std::string_view resource;
    std::string_view zone; // attribute that tells the zone
    bool zone_is_name;     // it is the name itself; else an id
    std::string_view name; // attribute that tells the owner
    bool name_is_absolute; // with or without a final dot; else relative to the zone
    std::string_view type; // attribute, or the type itself when it is in upper case
    std::uint32_t ttl;     // when it is not given
};

constexpr Shape shapes[] = {
    {"aws_route53_record", "zone_id", false, "name", false, "type", 300},
    {"google_dns_record_set", "managed_zone", false, "name", true, "type", 300},
    {"cloudflare_record", "zone_id", false, "name", false, "type", 300},
    {"cloudflare_dns_record", "zone_id", false, "name", false, "type", 300},
    {"azurerm_dns_a_record", "zone_name", true, "name", false, "A", 300},
    {"azurerm_dns_aaaa_record", "zone_name", true, "name", false, "AAAA", 300},
    {"azurerm_dns_cname_record", "zone_name", true, "name", false, "CNAME", 300},
    {"azurerm_dns_mx_record", "zone_name", true, "name", false, "MX", 300},
    {"azurerm_dns_ns_record", "zone_name", true, "name", false, "NS", 300},
    {"azurerm_dns_ptr_record", "zone_name", true, "name", false, "PTR", 300},
    {"azurerm_dns_srv_record", "zone_name", true, "name", false, "SRV", 300},
    {"azurerm_dns_caa_record", "zone_name", true, "name", false, "CAA", 300},
    {"azurerm_dns_txt_record", "zone_name", true, "name", false, "TXT", 300},
    {"digitalocean_record", "domain", true, "name", false, "type", 1800},
    {"powerdns_record", "zone", true, "name", true, "type", 300},
    {"gandi_livedns_record", "zone", true, "name", false, "type", 300},
    {"ovh_domain_zone_record", "zone", true, "subdomain", false, "fieldtype", 3600},
    {"dnsimple_zone_record", "zone_name", true, "name", false, "type", 3600},
    {"dns_a_record_set", "zone", true, "name", false, "A", 3600},
    {"dns_aaaa_record_set", "zone", true, "name", false, "AAAA", 3600},
    {"dns_cname_record", "zone", true, "name", false, "CNAME", 3600},
    {"dns_ptr_record", "zone", true, "name", false, "PTR", 3600},
    {"dns_ns_record_set", "zone", true, "name", false, "NS", 3600},
    {"dns_txt_record_set", "zone", true, "name", false, "TXT", 3600},
    {"dns_mx_record_set", "zone", true, "name", false, "MX", 3600},
    {"dns_srv_record_set", "zone", true, "name", false, "SRV", 3600},
};

const Shape* shape_of(std::string_view resource)
{
    for (const Shape& shape : shapes)
        if (shape.resource == resource)
            return &shape;
    return nullptr;
}

bool names_a_host(std::string_view type)
{
    return type == "CNAME" || type == "NS" || type == "PTR" || type == "DNAME";
}

// One value of `records` and the like, in presentation form.
std::string data_of(const std::string& type, const Value& value, const Value& record, bool raw_text)
{
    if (value.is_map()) {
        auto text = [&](std::string_view key) { return value[key].text_or("0"); };
        if (type == "MX")
            return fmt::format("{} {}", text("preference"), absolute(value["exchange"].text));
        if (type == "SRV")
            return fmt::format("{} {} {} {}", text("priority"), text("weight"), text("port"),
                               absolute(value["target"].text));
        if (type == "CAA")
            return fmt::format("{} {} \"{}\"", text("flags"), value["tag"].text,
                               value["value"].text);
        return type == "TXT" ? quoted_strings(value["value"].text) : "";
    }
    if (type == "TXT" || type == "SPF") {
        bool is_quoted = value.text.starts_with('"');
        return raw_text && !is_quoted ? quoted_strings(value.text)
               : is_quoted            ? value.text
                                      : fmt::format("\"{}\"", value.text);
    }
    if (record.has("priority") && (type == "MX" || type == "SRV") &&
        value.text.find(' ') == std::string::npos) {
        std::string target = absolute(value.text);
        return type == "MX" ? fmt::format("{} {}", record["priority"].text, target)
                            : fmt::format("{} {} {} {}", record["priority"].text_or("0"),
                                          record["weight"].text_or("0"),
                                          record["port"].text_or("0"), target);
    }
    if (names_a_host(type))
        return absolute(value.text);
    // "10 mail.example.com" without its final dot is as absolute as with it here.
    if ((type == "MX" || type == "SRV") && !value.text.ends_with('.'))
        return value.text + ".";
    return value.text;
}

class Plan {
public:
    Plan(const Value& root, const Document& document, const ReadOptions& options)
        : root_(root), collector_(document, options), options_(options)
    {
        learn_zones(root, 0);
    }

    std::vector<ReadZone> read()
    {
        for (const Value& change : root_["resource_changes"].items)
            if (change["mode"].text != "data" && change["deposed"].is_null())
                if (const Shape* shape = shape_of(change["type"].text))
                    resources_.push_back({shape, &change["change"]});
        guess_zones();
        for (const auto& [shape, change] : resources_) {
            bool forgotten = false;
            for (const Value& action : (*change)["actions"].items)
                forgotten = forgotten || action.text == "forget";
            if (forgotten)
                continue;
            add(*shape, Collector::Side::before, (*change)["before"], Value());
            add(*shape, Collector::Side::after, (*change)["after"], (*change)["after_unknown"]);
        }
        return collector_.changes();
    }

private:
    // Every object of the plan that has an id and is a zone.
    void learn_zones(const Value& value, int depth)
    {
        constexpr int deepest = 100;
        if (depth > deepest)
            return;
        for (const Value& item : value.items)
            learn_zones(item, depth + 1);
        if (value.is_map() && value["type"].text.find("_zone") != std::string::npos) {
            for (const Value* values :
                 {&value["values"], &value["change"]["before"], &value["change"]["after"]}) {
                std::string name = (*values)["dns_name"].text_or(
                    (*values)["name"].text_or((*values)["zone"].text_or("")));
                if (name.find('.') == std::string::npos)
                    continue;
                for (std::string_view key : {"zone_id", "id", "name"})
                    if (values->has(key))
                        names_[(*values)[key].text] = absolute(name);
            }
        }
        for (const auto& [key, item] : value.members)
            learn_zones(item, depth + 1);
    }

    // Ids that nothing explains: what all their names have in common.
    void guess_zones()
    {
        std::map<std::string, std::vector<std::string>> names;
        for (const auto& [shape, change] : resources_)
            for (std::string_view side : {"before", "after"}) {
                const Value& values = (*change)[side];
                const std::string& id = values[shape->zone].text;
                if (values.is_null() || shape->zone_is_name || names_.contains(id))
                    continue;
                std::string name = values[shape->name].text;
                std::string full = values["fqdn"].text_or(values["hostname"].text_or(""));
                if (!full.empty() && full.size() > name.size() && full.starts_with(name + "."))
                    names_[id] = absolute(full.substr(name.size() + 1));
                else
                    names[id].push_back(full.empty() ? name : full);
            }
        for (auto& [id, list] : names) {
            if (names_.contains(id))
                continue;
            std::string zone =
                !options_.base_zone.empty() ? options_.base_zone : common_suffix(list);
            if (list.size() == 1 && options_.base_zone.empty() &&
                std::count(zone.begin(), zone.end(), '.') > 2)
                zone.erase(0, zone.find('.') + 1);
            names_[id] = zone;
        }
    }

    std::string zone_of(const Shape& shape, const Value& values) const
    {
        if (!options_.origin.empty())
            return absolute(options_.origin);
        const std::string& id = values[shape.zone].text;
        auto known = names_.find(id);
        return shape.zone_is_name ? absolute(id) : known == names_.end() ? "" : known->second;
    }

    void add(const Shape& shape, Collector::Side side, const Value& values, const Value& unknown)
    {
        if (values.is_null())
            return;
        std::string zone = zone_of(shape, values);
        std::string type = shape.type[0] >= 'A' && shape.type[0] <= 'Z' ? std::string(shape.type)
                                                                        : values[shape.type].text;
        if (zone.empty() || zone == "." || type.empty() || unknown[shape.name].is_true())
            return; // known when it is applied
        std::string name = values[shape.name].text, bare = zone.substr(0, zone.size() - 1);
        bool is_full = shape.name_is_absolute || name == bare || name == zone ||
                       name.ends_with("." + bare) || name.ends_with("." + zone);
        std::string owner = is_full ? absolute(name) : below(name, zone);
        constexpr std::uint32_t automatic = 1; // Cloudflare
        std::uint32_t ttl = values["ttl"].number_or(shape.ttl);
        ttl = shape.resource.starts_with("cloudflare") && ttl == automatic ? 300 : ttl;
        bool raw_text =
            !shape.resource.starts_with("aws_") && !shape.resource.starts_with("google_");
        for (std::string_view key :
             {"records", "record", "rrdatas", "content", "value", "values", "data", "target",
              "addresses", "cname", "ptr", "nameservers", "txt", "mx", "srv"}) {
            if (!values.has(key) || (key == "value" && values.has("content")) ||
                (key == "data" && values.has("content")))
                continue;
            for (const Value* value : values[key].each()) {
                if (value->is_null() || (!value->is_map() && value->text.empty()))
                    continue;
                std::string data = data_of(type, *value, values, raw_text);
                if (!data.empty() && type_from_text(type) != Type::none)
                    collector_.add(side, zone, owner, ttl, type, data, *value);
            }
        }
    }

    const Value& root_;
    Collector collector_;
    const ReadOptions& options_;
    std::map<std::string, std::string> names_; // id of a zone -> its name
    std::vector<std::pair<const Shape*, const Value*>> resources_;
};

} // namespace

bool is_terraform_plan(std::string_view, std::string_view text)
{
    return text.find("\"resource_changes\"") != std::string_view::npos &&
           text.find('{') != std::string_view::npos;
}

std::vector<ReadZone> read_terraform_plan(const Document& change, const ReadOptions& options)
{
    Value root = read_json(change.path, change.bytes->view());
    if (!root["resource_changes"].is_list())
        throw Failure(
            "{}: this is no plan: it has no resource_changes\nhelp: terraform show -json PLANFILE",
            defused(change.path));
    return Plan(root, change, options).read();
}

} // namespace zonevet
