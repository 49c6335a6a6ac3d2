// Templates of CloudFormation, and what the CDK synthesizes: AWS::Route53::RecordSet and
// RecordSetGroup. What is known only when a stack is deployed stays unknown.
#include "base/ascii.h"
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"
#include "formats/route53_set.h"
#include "formats/zone_names.h"

#include <optional>

namespace zonevet {

namespace {

// `!Ref X` of YAML and {"Ref": X} of JSON are the same.
std::string_view function_of(const Value& value)
{
    if (!value.is_map() || value.members.size() != 1)
        return "";
    std::string_view name = value.members.front().first.text;
    for (std::string_view head : {"Fn::", "!"})
        if (name.starts_with(head))
            return name.substr(head.size());
    return name == "Ref" ? name : "";
}

class StackTemplate {
public:
    explicit StackTemplate(const Value& root) : root_(root) {}

    // Nothing: it is known when the stack is deployed.
    std::optional<std::string> text(const Value& value, int depth = 0) const
    {
        constexpr int deepest = 32;
        if (depth > deepest || value.is_list())
            return {};
        if (!value.is_map())
            return value.text;
        std::string_view function = function_of(value);
        if (function.empty())
            return {};
        const Value& argument = value.members.front().second;
        if (function == "Ref")
            return reference(argument.text, depth);
        if (function == "Join" && argument.items.size() == 2)
            return joined(argument.items[0].text, argument.items[1], depth);
        if (function == "Sub")
            return substituted(argument, depth);
        if (function == "Select" && argument.items.size() == 2) {
            std::uint32_t index = argument.items[0].number_or(~0u);
            const std::vector<Value>& list = argument.items[1].items;
            return index < list.size() ? text(list[index], depth + 1) : std::nullopt;
        }
        return {};
    }

    // The resource that `Ref` or `GetAtt X.Id` names.
    std::string logical_id(const Value& value) const
    {
        std::string_view function = function_of(value);
        if (function.empty())
            return "";
        const Value& argument = value.members.front().second;
        if (function == "Ref")
            return argument.text;
        if (function == "GetAtt")
            return argument.is_list() ? (argument.items.empty() ? "" : argument.items[0].text)
                                      : argument.text.substr(0, argument.text.find('.'));
        return "";
    }

    // Texts take the place of what stands for them; false: something cannot be told.
    bool resolve(Value& value) const
    {
        if (value.is_list()) {
            bool all = true;
            for (Value& item : value.items)
                all = resolve(item) && all;
            return all;
        }
        std::optional<std::string> known = text(value);
        if (!known)
            return false;
        value.text = *known;
        if (value.is_map()) {
            value.kind = Value::Kind::string;
            value.members.clear();
        }
        return true;
    }

private:
    std::optional<std::string> reference(const std::string& name, int depth) const
    {
        const Value& parameter = root_["Parameters"][name];
        if (parameter.has("Default"))
            return text(parameter["Default"], depth + 1);
        return {};
    }

    std::optional<std::string> joined(const std::string& separator, const Value& list, int depth) const
    {
        if (!list.is_list())
            return {};
        std::string made;
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            std::optional<std::string> part = text(list.items[i], depth + 1);
            if (!part)
                return {};
            made += (i == 0 ? "" : separator) + *part;
        }
        return made;
    }

    std::optional<std::string> substituted(const Value& argument, int depth) const
    {
        const Value& pattern = argument.is_list() && !argument.items.empty() ? argument.items[0] : argument;
        static const Value none;
        const Value& variables = argument.is_list() && argument.items.size() > 1 ? argument.items[1] : none;
        std::string made, left = pattern.text;
        for (std::size_t at; (at = left.find("${")) != std::string::npos;) {
            std::size_t end = left.find('}', at);
            if (end == std::string::npos)
                return {};
            made += left.substr(0, at);
            std::string name = left.substr(at + 2, end - at - 2);
            left.erase(0, end + 1);
            if (name.starts_with("!")) { // "${!Literal}"
                made += "${" + name.substr(1) + "}";
                continue;
            }
            std::optional<std::string> part =
                variables.has(name) ? text(variables[name], depth + 1) : reference(name, depth + 1);
            if (!part)
                return {};
            made += *part;
        }
        return made + left;
    }

    const Value& root_;
};

struct TemplateSet {
    Value set; // resolved as far as it goes
    std::string zone;
    bool is_known = false, is_conditional = false;
};

class TemplateReader {
public:
    TemplateReader(const Value& root, const Document& document, const ReadOptions& options)
        : root_(root), template_(root), zones_(options), collector_(document, options), options_(options)
    {
    }

    std::vector<ReadZone> read()
    {
        const Value& resources = root_["Resources"];
        for (const auto& [id, resource] : resources.members)
            if (resource["Type"].text == "AWS::Route53::HostedZone")
                if (auto name = template_.text(resource["Properties"]["Name"]); name && !name->empty()) {
                    hosted_[id.text] = absolute(*name);
                    zones_.know(*name);
                }
        for (const auto& [id, resource] : resources.members) {
            const Value& properties = resource["Properties"];
            bool is_conditional = resource.has("Condition");
            if (resource["Type"].text == "AWS::Route53::RecordSet")
                take(properties, properties, is_conditional);
            if (resource["Type"].text == "AWS::Route53::RecordSetGroup") {
                if (!properties["RecordSets"].is_list() && properties.has("RecordSets"))
                    collector_.unknown("", why::conditional);
                for (const Value& set : properties["RecordSets"].items)
                    take(set, properties, is_conditional);
            }
        }
        std::map<std::string, std::size_t> owners;
        for (const TemplateSet& taken : sets_)
            ++owners[in_lower_case(taken.set["Name"].text)];
        for (const TemplateSet& taken : sets_) {
            collector_.partial(taken.zone);
            const Value &name = taken.set["Name"], &type = taken.set["Type"];
            bool is_named = !name.is_map() && !name.text.empty() && !type.is_map();
            auto untold = [&](std::string_view why) {
                is_named ? collector_.untold(Collector::Side::after, taken.zone, route53_name(name.text), type.text,
                                             taken.set, why)
                         : collector_.unknown(Collector::Side::after, taken.zone, name.words(), type.words(), taken.set,
                                              why);
            };
            if (!taken.is_known)
                untold(why::at_deployment);
            // Of two that exclude each other, both would be seen.
            else if (taken.is_conditional && owners[in_lower_case(name.text)] > 1)
                untold(why::conditional);
            else
                add_route53_set(collector_, Collector::Side::after, taken.zone, taken.set);
        }
        return collector_.states();
    }

private:
    void take(const Value& set, const Value& properties, bool is_conditional)
    {
        TemplateSet taken;
        taken.set = set;
        taken.is_conditional = is_conditional;
        taken.is_known = true;
        for (auto& [property, value] : taken.set.members)
            if (property.text == "Name" || property.text == "Type" || property.text == "TTL" ||
                property.text == "ResourceRecords")
                taken.is_known = template_.resolve(value) && taken.is_known;
        std::string name = taken.set["Name"].is_map() ? "" : taken.set["Name"].text;
        taken.zone = zone_of(properties, name);
        sets_.push_back(std::move(taken));
    }

    std::string zone_of(const Value& properties, const std::string& name) const
    {
        if (!options_.origin.empty())
            return absolute(options_.origin);
        if (auto zone = template_.text(properties["HostedZoneName"]); zone && !zone->empty())
            return absolute(*zone);
        auto hosted = hosted_.find(template_.logical_id(properties["HostedZoneId"]));
        if (hosted != hosted_.end())
            return hosted->second;
        return name.empty() || has_placeholder(name) ? "" : zones_.of(name);
    }

    const Value& root_;
    StackTemplate template_;
    ZoneNames zones_;
    Collector collector_;
    const ReadOptions& options_;
    std::map<std::string, std::string> hosted_; // logical id -> name
    std::vector<TemplateSet> sets_;
};

} // namespace

bool is_cloudformation(std::string_view, std::string_view text)
{
    return text.find("AWS::Route53::RecordSet") != std::string_view::npos &&
           text.find("Resources") != std::string_view::npos;
}

std::vector<ReadZone> read_cloudformation(const Document& document, const ReadOptions& options)
{
    std::vector<Value> documents = read_json_or_yaml(document.path, document.bytes->view());
    if (documents.size() != 1 || !documents.front()["Resources"].is_map())
        throw Failure("{}: this is no template: it has no mapping `Resources`", defused(document.path));
    return TemplateReader(documents.front(), document, options).read();
}

} // namespace zonevet
