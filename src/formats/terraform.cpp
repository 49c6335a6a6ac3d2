// Plans and states of Terraform and OpenTofu. Both show the records that Terraform manages, so the
// zone is never complete.
#include "base/ascii.h"
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"
#include "formats/terraform_order.h"
#include "formats/terraform_zones.h"
#include "formats/zone_names.h"

#include <fmt/format.h>

namespace zonevet {

namespace {

bool is_whole(const Value& unknown, int depth = 0)
{
    if (unknown.is_true() || depth > 8)
        return false;
    for (const Value& item : unknown.items)
        if (!is_whole(item, depth + 1))
            return false;
    for (const auto& [key, item] : unknown.members)
        if (!is_whole(item, depth + 1))
            return false;
    return true;
}

// What leads to answers that the provider makes; null: nothing does.
const Value& alias_in(const TerraformShape& shape, const Value& values)
{
    for (std::string_view key : {"alias", "target_resource_id", "link"})
        if (key != shape.name && values.has(key) && !(values[key].is_list() && values[key].items.empty()) &&
            (values[key].is_list() || values[key].is_map() || !values[key].text.empty()))
            return values[key];
    static const Value none;
    return none;
}

// What decides which answers a client gets, beside the records themselves.
constexpr std::string_view beside_records[] = {"cidr_routing_policy",
                                               "failover_routing_policy",
                                               "filters",
                                               "geolocation_routing_policy",
                                               "geoproximity_routing_policy",
                                               "health_check_id",
                                               "latency_routing_policy",
                                               "meta",
                                               "multivalue_answer_routing_policy",
                                               "proxied",
                                               "regions",
                                               "routing_policy",
                                               "weighted_routing_policy"};

// In the place of a value that nobody can tell yet.
Value known_later(const Value& values)
{
    Value value;
    value.kind = Value::Kind::string;
    value.text = "(known after apply)";
    value.from = values.from;
    value.to = values.to;
    return value;
}

// Several sets of one name and type of which a client gets one.
bool is_choice(const Value& values)
{
    return !values["set_identifier"].text_or("").empty() || !values["routing_policy"].items.empty() ||
           !values["filters"].items.empty();
}

// By its name a resource of records, of a provider that the table of shapes lacks.
bool seems_foreign_record(std::string_view type)
{
    for (std::string_view ending : {"_record", "_records", "_record_set", "_recordset", "_recordset_v2", "_rrset"})
        if (type.ends_with(ending))
            return terraform_shape(type) == nullptr && type != "aws_route53_records_exclusive" &&
                   type != "namecheap_domain_records"; // known by their parts
    return false;
}

class Terraform {
public:
    Terraform(const Value& root, const Document& document, const ReadOptions& options)
        : zones_(root), names_(options), collector_(document, options), options_(options)
    {
    }

    std::vector<ReadZone> plan(const Value& changes)
    {
        PlanOrder order;
        for (const Value& resource : changes.items) {
            const TerraformShape* shape = terraform_shape(resource["type"].text);
            const Value& change = resource["change"];
            for (auto [side, key] :
                 {std::pair(Collector::Side::before, "before"), std::pair(Collector::Side::after, "after")})
                parts(resource, change[key], side);
            if (is_change_of_others(resource))
                collector_.unknown("", why::of_others);
            if (shape == nullptr || resource["mode"].text == "data" || !resource["deposed"].is_null() ||
                shape->resource == "infoblox_ptr_record")
                continue;
            bool forgotten = false; // leaves Terraform and stays in the DNS
            for (const Value& action : change["actions"].items)
                forgotten = forgotten || action.text == "forget";
            if (forgotten)
                continue;
            const std::string& address = resource["address"].text;
            PlannedSet before = add(*shape, Collector::Side::before, change["before"], Value(), address);
            PlannedSet after = add(*shape, Collector::Side::after, change["after"], change["after_unknown"], address);
            order.add(resource, shape->unit == TerraformShape::Unit::set, std::move(before), std::move(after));
        }
        order.report(collector_);
        return collector_.changes();
    }

    // `terraform show -json` without a plan: modules in modules.
    void module(const Value& module, int depth)
    {
        constexpr int deepest = 100;
        if (depth > deepest)
            return;
        for (const Value& resource : module["resources"].items)
            record(resource, resource["values"], resource["address"].text);
        for (const Value& child : module["child_modules"].items)
            this->module(child, depth + 1);
    }

    void file(const Value& resources)
    {
        for (const Value& resource : resources.items)
            for (const Value& instance : resource["instances"].items)
                record(resource, instance["attributes"], "");
    }

    std::vector<ReadZone> state() { return collector_.states(); }

private:
    static bool is_change_of_others(const Value& resource)
    {
        if (resource["mode"].text == "data" || !seems_foreign_record(resource["type"].text))
            return false;
        for (const Value& action : resource["change"]["actions"].items)
            if (action.text == "create" || action.text == "update" || action.text == "delete")
                return true;
        return false;
    }

    void record(const Value& resource, const Value& values, const std::string& address)
    {
        parts(resource, values, Collector::Side::after);
        const TerraformShape* shape = terraform_shape(resource["type"].text);
        if (resource["mode"].text != "data" && seems_foreign_record(resource["type"].text))
            collector_.unknown("", why::of_others);
        if (shape != nullptr && resource["mode"].text != "data" && shape->resource != "infoblox_ptr_record")
            add(*shape, Collector::Side::after, values, Value(), address);
    }

    void parts(const Value& resource, const Value& values, Collector::Side side)
    {
        for (const TerraformPart& part : terraform_parts(resource["type"].text, values))
            add(*terraform_shape(part.resource), side, part.values, Value(), resource["address"].text);
    }

    // Zones of one name and several ids: seen from inside and from outside.
    std::string key_of(const TerraformShape& shape, const std::string& zone, const Value& values)
    {
        std::string id = shape.zone_is == TerraformShape::Zone::id ? values[shape.zone].text : "";
        std::string group = values["resource_group_name"].text_or("");
        std::string view = id.empty() ? group : id;
        if (shape.resource.starts_with("azurerm_private_"))
            view += "/private";
        auto& known = views_[zone];
        auto [at, is_new] = known.emplace(view, known.size());
        return at->second == 0 ? zone : zone_key(zone, view);
    }

    PlannedSet add(const TerraformShape& shape, Collector::Side side, const Value& values, const Value& unknown,
                   const std::string& address)
    {
        PlannedSet set;
        if (!values.is_null())
            add_to(set, shape, side, values, unknown, address);
        return set;
    }

    void add_to(PlannedSet& set, const TerraformShape& shape, Collector::Side side, const Value& values,
                const Value& unknown, const std::string& address)
    {
        std::string name = values[shape.name].text_or("");
        std::string type = shape.has_own_type() ? std::string(shape.type) : values[shape.type].text;
        bool is_unknown =
            unknown[shape.name].is_true() || (!shape.has_own_type() && (unknown[shape.type].is_true() || type.empty()));
        std::string zone = options_.origin.empty() ? zones_.of(shape, values, address) : absolute(options_.origin);
        if (zone.empty() && name.find('.') != std::string::npos && !is_unknown)
            zone = options_.base_zone.empty() || shape.owner == TerraformShape::Owner::absolute ? names_.of(name)
                                                                                                : options_.base_zone;
        if (zone.empty() || zone == ".")
            return collector_.unknown("", is_unknown ? why::later : why::no_zone);
        std::string key = key_of(shape, zone, values);
        collector_.partial(key);
        if (is_unknown)
            return collector_.unknown(side, key, name, type, known_later(values), why::later);
        std::string owner = owner_of(shape, name, zone);
        set = {key, owner, type, values["set_identifier"].text_or(""), {}};
        auto extent = is_choice(values)                         ? Collector::Extent::choice
                      : shape.unit == TerraformShape::Unit::set ? Collector::Extent::whole
                                                                : Collector::Extent::one;
        std::uint32_t given_ttl = values["ttl"].number_or(0);
        Collector::Written written(list_of(shape, values), given_ttl);
        if (const Value& alias = alias_in(shape, values); !alias.is_null())
            return collector_.untold(side, key, owner, type, {alias, given_ttl}, why::alias, extent);
        if (type_from_text(type) == Type::none)
            return collector_.foreign(side, key, owner, type, written);
        // Cloudflare puts addresses of its own where an apex has a CNAME, and before what it proxies.
        bool is_cloudflare = shape.resource.starts_with("cloudflare");
        bool is_apex = in_lower_case(owner) == in_lower_case(zone);
        if (type == "CNAME" && (values["proxied"].is_true() || (is_cloudflare && is_apex)))
            return collector_.untold_addresses(side, key, owner, type, written, why::alias);
        for (std::string_view attribute : split(shape.values))
            if (!is_whole(unknown[attribute]))
                return collector_.untold(side, key, owner, type, {known_later(values), given_ttl}, why::later, extent);
        std::vector<const Value*> list = values_called("rrdatas", values["routing_policy"]);
        if (!values["routing_policy"].items.empty() && list.empty())
            return collector_.untold(side, key, owner, type, values["routing_policy"], why::routing);
        if (list.empty())
            list = list_of(shape, values).each();
        if (list.empty() && shape.resource == "akamai_dns_record")
            list.push_back(&values); // types whose fields are attributes
        constexpr std::uint32_t automatic = 1;
        std::uint32_t ttl = values["ttl"].number_or(values["ttl_sec"].number_or(shape.ttl));
        ttl = is_cloudflare && ttl == automatic ? shape.ttl : ttl;
        for (const Value* value : list)
            if (std::string data = terraform_data(shape, type, *value, values); !data.empty()) {
                collector_.add(side, key, owner, ttl, type, data, *value, extent);
                set.data.push_back(std::move(data));
            } else if (!value->is_null() && !value->words().empty()) {
                collector_.untold(side, key, owner, type, {*value, given_ttl}, why::not_read, extent);
            }
        for (std::string_view attribute : beside_records)
            if (values[attribute].text != "false")
                collector_.beside(side, key, owner, type, name_of_beside(attribute, values), values[attribute]);
    }

    // Several sets of one name and type are told apart by what they are called.
    static std::string name_of_beside(std::string_view attribute, const Value& values)
    {
        std::string set = values["set_identifier"].text_or("");
        return set.empty() ? std::string(attribute) : fmt::format("{} {}", set, attribute);
    }

    static std::vector<std::string_view> split(std::string_view words)
    {
        std::vector<std::string_view> list;
        while (!words.empty()) {
            std::size_t end = std::min(words.find(' '), words.size());
            list.push_back(words.substr(0, end));
            words.remove_prefix(std::min(end + 1, words.size()));
        }
        return list;
    }

    static const Value& list_of(const TerraformShape& shape, const Value& values)
    {
        for (std::string_view attribute : split(shape.values))
            if (values.has(attribute) && !(values[attribute].is_list() && values[attribute].items.empty()) &&
                (values[attribute].is_list() || values[attribute].is_map() || !values[attribute].text.empty()))
                return values[attribute];
        static const Value none;
        return none;
    }

    static std::string owner_of(const TerraformShape& shape, std::string name, const std::string& zone)
    {
        if (name.starts_with("\\052"))
            name.replace(0, 4, "*");
        std::string bare = in_lower_case(zone.substr(0, zone.size() - 1)), lower = in_lower_case(name);
        bool is_full = shape.owner == TerraformShape::Owner::absolute || lower == bare || lower.ends_with("." + bare) ||
                       lower.ends_with("." + bare + ".") || lower == bare + ".";
        return is_full ? absolute(name) : below(name, zone);
    }

    TerraformZones zones_;
    ZoneNames names_;
    Collector collector_;
    const ReadOptions& options_;
    std::map<std::string, std::map<std::string, std::size_t>> views_;
};

} // namespace

bool is_terraform_plan(std::string_view, std::string_view text)
{
    return begins_like_json(text) && text.find("\"resource_changes\"") != std::string_view::npos;
}

std::vector<ReadZone> read_terraform_plan(const Document& change, const ReadOptions& options)
{
    Value root = read_json(change.path, change.bytes->view());
    if (!root["resource_changes"].is_list())
        throw Failure("{}: this is no plan: it has no resource_changes\nhelp: terraform show -json PLANFILE",
                      defused(change.path));
    return terraform_plan_of(root, change, options);
}

std::vector<ReadZone> terraform_plan_of(const Value& root, const Document& document, const ReadOptions& options)
{
    return Terraform(root, document, options).plan(root["resource_changes"]);
}

std::vector<ReadZone> terraform_state_of(const Value& root, const Document& document, const ReadOptions& options)
{
    Terraform reader(root, document, options);
    reader.module(root["values"]["root_module"], 0);
    reader.file(root["resources"]);
    return reader.state();
}

bool is_terraform_state(std::string_view path, std::string_view text)
{
    auto has = [&](std::string_view key) { return text.find(key) != std::string_view::npos; };
    if (!begins_like_json(text))
        return false;
    // Before 0.9 it does not say which Terraform wrote it.
    bool is_old = has("\"serial\"") && has("\"version\"") && has("\"modules\"") &&
                  (has("\"path\"") || path.ends_with(".tfstate"));
    return is_old ||
           (has("\"terraform_version\"") && (has("\"root_module\"") || has("\"instances\"") || has("\"lineage\"")));
}

std::vector<ReadZone> read_terraform_state(const Document& document, const ReadOptions& options)
{
    Value root = read_json(document.path, document.bytes->view());
    if (root.has("modules"))
        throw Failure("{}: this is a Terraform state of version {}, which Terraform 0.11 and older write\n"
                      "help: a newer Terraform reads it: give us the output of `terraform show -json`",
                      defused(document.path), root["version"].text_or("3"));
    if (!root.has("terraform_version") && !root.has("format_version"))
        throw Failure("{}: this is no state: it has no terraform_version\nhelp: terraform show -json",
                      defused(document.path));
    return terraform_state_of(root, document, options);
}

} // namespace zonevet
