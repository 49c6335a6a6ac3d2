// Tasks of Ansible that change records: modules for nsupdate, Route 53, Cloudflare, Azure, Google and
// DigitalOcean. What stands in braces is put in where the play itself says what it is.
#include "base/ascii.h"
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"
#include "formats/route53_set.h"
#include "formats/zone_names.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet {

namespace {

constexpr std::string_view modules[] = {"nsupdate",
                                        "route53",
                                        "cloudflare_dns",
                                        "azure_rm_dnsrecordset",
                                        "gcp_dns_resource_record_set",
                                        "digital_ocean_domain_record"};

std::string_view module_of(std::string_view key)
{
    std::string_view name = key.substr(key.rfind('.') + 1);
    auto at = std::find(std::begin(modules), std::end(modules), name);
    return at == std::end(modules) ? std::string_view() : *at;
}

using Vars = std::map<std::string, std::string>;

void learn(const Value& values, const std::string& head, Vars& vars)
{
    for (const auto& [name, value] : values.members)
        if (!value.is_map() && !value.is_list())
            vars[head + name.text] = value.text;
}

// "{{ item.name }}.{{ domain }}" with what is known put in.
std::string filled(std::string text, const Vars& vars)
{
    for (std::size_t at = 0; (at = text.find("{{", at)) != std::string::npos;) {
        std::size_t end = text.find("}}", at);
        if (end == std::string::npos)
            break;
        std::string name = text.substr(at + 2, end - at - 2);
        std::erase(name, ' ');
        auto known = vars.find(name);
        if (known == vars.end() || known->second.find("{{") != std::string::npos) {
            at = end;
            continue;
        }
        text.replace(at, end + 2 - at, known->second);
        at += known->second.size();
    }
    return text;
}

void fill(Value& value, const Vars& vars)
{
    value.text = filled(std::move(value.text), vars);
    for (Value& item : value.items)
        fill(item, vars);
    for (Value::Member& member : value.members)
        fill(member.second, vars);
}

class Playbook {
public:
    Playbook(const Document& document, const ReadOptions& options)
        : collector_(document, options), zones_(options), origin_(options.origin)
    {
    }

    // Plays, and the tasks in them and in their blocks.
    void tasks(const Value& list, Vars vars, int depth)
    {
        constexpr int deepest = 16;
        if (depth > deepest)
            return;
        for (const Value& item : list.items) {
            Vars inner = vars;
            learn(item["vars"], "", inner);
            for (std::string_view part : {"tasks", "pre_tasks", "post_tasks", "handlers", "block", "rescue", "always"})
                tasks(item[part], inner, depth + 1);
            for (const auto& [key, arguments] : item.members)
                if (std::string_view module = module_of(key.text); !module.empty() && arguments.is_map())
                    repeated(module, arguments, item, inner);
        }
    }

    bool is_empty() const { return !any_; }
    std::vector<ReadZone> changes() { return collector_.changes(); }

private:
    void repeated(std::string_view module, const Value& arguments, const Value& task, const Vars& vars)
    {
        const Value& loop = task.has("loop") ? task["loop"] : task["with_items"];
        if (!loop.is_list())
            return one(module, arguments, vars, task.has("when"));
        for (const Value& item : loop.items) {
            Vars inner = vars;
            if (item.is_map())
                learn(item, "item.", inner);
            else
                inner["item"] = filled(item.text, vars);
            one(module, arguments, inner, task.has("when"));
        }
    }

    void one(std::string_view module, Value arguments, const Vars& vars, bool is_conditional)
    {
        any_ = true;
        fill(arguments, vars);
        const Value& a = arguments;
        std::string state = a["state"].text_or(a["command"].text_or("present"));
        if (state == "get" || state == "read")
            return;
        Set set;
        set.is_gone = state == "absent" || state == "delete";
        set.type = a["type"].text_or(a["record_type"].text_or("A"));
        std::transform(set.type.begin(), set.type.end(), set.type.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        if (module == "azure_rm_dnsrecordset")
            azure(a, set);
        else if (module == "cloudflare_dns" || module == "digital_ocean_domain_record")
            single(a, set, module == "cloudflare_dns");
        else
            whole(a, set, module);
        set.written.kind = Value::Kind::list;
        for (const auto& [text, value] : set.values) {
            set.written.items.push_back(*value);
            set.written.from = set.written.from == 0 ? value->from : set.written.from;
            set.written.to = value->to;
        }
        put(set, is_conditional);
    }

    struct Set {
        std::string zone, owner, type;
        std::uint32_t ttl = 3600;
        bool is_gone = false, is_alias = false;
        Collector::Extent extent = Collector::Extent::whole;
        std::vector<std::pair<std::string, const Value*>> values;
        Value written; // all of the values, as they stand there
    };

    std::string zone_for(const std::string& named, const std::string& owner) const
    {
        if (!origin_.empty())
            return absolute(origin_);
        if (!named.empty())
            return absolute(named);
        return has_placeholder(owner) ? "" : zones_.of(owner);
    }

    void whole(const Value& a, Set& set, std::string_view module)
    {
        std::string record = a["record"].text_or(a["name"].text);
        set.ttl = a["ttl"].number_or(3600);
        set.is_alias = in_lower_case(a["alias"].text) == "true" || in_lower_case(a["alias"].text) == "yes";
        bool is_relative = module == "nsupdate" && a.has("zone") && !record.ends_with('.');
        set.zone = zone_for(a["zone"].text, record);
        set.owner = is_relative ? below(record, set.zone) : absolute(record);
        if (!a["identifier"].text.empty())
            set.extent = Collector::Extent::choice;
        for (const Value* value : (a.has("value") ? a["value"] : a["target"]).each())
            for (std::string_view rest = value->text; !rest.empty();) {
                // Route 53 takes "192.0.2.1,192.0.2.2" for two.
                std::size_t end = module == "route53" && set.type != "TXT" ? rest.find(',') : rest.npos;
                std::string text(rest.substr(0, end));
                rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
                if (module == "nsupdate") // names are relative to the zone, as in its file
                    text = set.type == "TXT" && !text.starts_with('"') ? quoted_strings(text) : text;
                else
                    text = route53_data(set.type, text);
                set.values.emplace_back(std::move(text), value);
            }
    }

    void single(const Value& a, Set& set, bool is_cloudflare)
    {
        std::string zone = a["zone"].text_or(a["domain"].text), record = a["record"].text_or(a["name"].text_or("@"));
        if (set.type == "SRV" && a.has("service")) {
            auto label = [](std::string text) { return text.starts_with('_') ? text : "_" + text; };
            std::string service = label(a["service"].text) + "." + label(a["proto"].text_or("tcp"));
            record = record == "@" || record.empty() ? service : service + "." + record;
        }
        constexpr std::uint32_t automatic = 1;
        set.ttl = a["ttl"].number_or(automatic);
        set.ttl = set.ttl == automatic ? 300 : set.ttl;
        set.zone = zone_for(zone, record);
        std::string lower = in_lower_case(absolute(record)), apex = in_lower_case(set.zone);
        set.owner = lower == apex || lower.ends_with("." + apex) ? absolute(record) : below(record, set.zone);
        bool is_solo = a["solo"].is_true() || (is_cloudflare && set.type == "CNAME");
        set.extent = is_solo ? Collector::Extent::whole : Collector::Extent::one;
        set.is_alias = set.type == "CNAME" && (a["proxied"].is_true() || (is_cloudflare && lower == apex));
        const Value& value = a.has("value") ? a["value"] : a["data"];
        std::string text = value.text, priority = a["priority"].text_or("1");
        if (value.is_null())
            return;
        if (set.type == "MX")
            text = fmt::format("{} {}", priority, absolute(text));
        else if (set.type == "SRV")
            text =
                fmt::format("{} {} {} {}", priority, a["weight"].text_or("1"), a["port"].text_or("0"), absolute(text));
        else if (set.type == "CAA")
            text = fmt::format("{} {} {}", a["flag"].text_or(a["flags"].text_or("0")), a["tag"].text,
                               quoted_strings(text));
        else
            text = set.type == "TXT" ? quoted_strings(text) : with_final_dot(set.type, text);
        set.values.emplace_back(std::move(text), &value);
    }

    void azure(const Value& a, Set& set)
    {
        set.ttl = a["time_to_live"].number_or(3600);
        set.zone = zone_for(a["zone_name"].text, a["relative_name"].text);
        set.owner = below(a["relative_name"].text, set.zone);
        bool adds = a["record_mode"].text == "append" && !set.is_gone;
        set.extent = adds ? Collector::Extent::one : Collector::Extent::whole;
        for (const Value& record : a["records"].items) {
            const Value& entry = record["entry"];
            std::string text = with_final_dot(set.type, entry.text);
            if (set.type == "MX")
                text = fmt::format("{} {}", record["preference"].text_or("0"), text);
            else if (set.type == "SRV")
                text = fmt::format("{} {} {} {}", record["priority"].text_or("0"), record["weight"].text_or("0"),
                                   record["port"].text_or("0"), text);
            else if (set.type == "TXT")
                text = quoted_strings(entry.text);
            set.values.emplace_back(std::move(text), &entry);
        }
    }

    void put(const Set& set, bool is_conditional)
    {
        bool has_braces = has_placeholder(set.owner) || has_placeholder(set.zone) || has_placeholder(set.type);
        if (set.zone.empty() || set.zone == "." || has_braces)
            return collector_.unknown("", has_braces ? why::placeholder : why::no_zone);
        auto side = set.is_gone ? Collector::Side::before : Collector::Side::after;
        for (const auto& [text, value] : set.values)
            if (has_placeholder(text))
                return collector_.untold(side, set.zone, set.owner, set.type, set.written, why::placeholder,
                                         set.extent);
        if (is_conditional) // it may not happen
            return collector_.untold(side, set.zone, set.owner, set.type, set.written, why::conditional, set.extent);
        if (set.is_alias)
            return collector_.untold_addresses(side, set.zone, set.owner, set.type, set.written, why::alias);
        bool is_all = set.extent == Collector::Extent::whole || (set.is_gone && set.values.empty());
        if (is_all)
            collector_.replace(set.zone, set.owner, set.type);
        for (const auto& [text, value] : set.values)
            collector_.add(side, set.zone, set.owner, set.ttl, set.type, text, *value,
                           set.is_gone && !is_all ? Collector::Extent::one : set.extent);
    }

    Collector collector_;
    ZoneNames zones_;
    std::string origin_;
    bool any_ = false;
};

bool has_task(const Value& list, int depth)
{
    constexpr int deepest = 16;
    for (const Value& item : list.items) {
        for (const auto& [key, value] : item.members) {
            if (!module_of(key.text).empty() && value.is_map())
                return true;
            if (depth < deepest && value.is_list() && has_task(value, depth + 1))
                return true;
        }
    }
    return false;
}

} // namespace

bool is_ansible(std::string_view path, std::string_view text)
{
    if (begins_like_json(text) || std::none_of(std::begin(modules), std::end(modules), [&](std::string_view module) {
            return text.find(std::string(module) + ":") != std::string_view::npos;
        }))
        return false;
    try {
        for (const Value& part : read_yaml_documents(path, text))
            if (has_task(part, 0))
                return true;
    } catch (const Failure&) {
        return false;
    }
    return false;
}

std::vector<ReadZone> read_ansible(const Document& document, const ReadOptions& options)
{
    Playbook playbook(document, options);
    for (const Value& part : read_yaml_documents(document.path, document.bytes->view()))
        playbook.tasks(part, {}, 0);
    if (playbook.is_empty())
        throw Failure("{}: there is no task in it that changes records", defused(document.path));
    return playbook.changes();
}

} // namespace zonevet
