// Rules and tables as C++ constants.
#include "pack/write.h"

#include <fmt/format.h>

namespace zonevet::policy {

namespace {

std::string quoted(std::string_view text)
{
    std::string out = "S(\"";
    for (char c : text) {
        auto value = static_cast<unsigned char>(c);
        if (value < ' ' || value >= 0x7f || c == '"' || c == '\\' || c == '?')
            out += fmt::format("\\{:03o}", value);
        else
            out += c;
    }
    return out + fmt::format("\", {})", text.size());
}

std::string number(std::int64_t value)
{
    return value == INT64_MIN ? "INT64_MIN" : value == INT64_MAX ? "INT64_MAX" : fmt::format("{}", value);
}

template <class Enumeration> std::string cast(std::string_view type, Enumeration value)
{
    return fmt::format("{}({})", type, static_cast<unsigned>(value));
}

class Writer {
public:
    std::string whole(const Book& book);

private:
    // Writes an array and returns its name; "{}" for an empty one.
    template <class T, class Each> std::string array(std::string_view type, std::span<const T> items, Each&& each)
    {
        if (items.empty())
            return "{}";
        std::string body;
        for (const T& item : items)
            body += fmt::format("    {},\n", each(item));
        std::string name = fmt::format("a{}", ++count_);
        out_ += fmt::format("constexpr {} {}[] = {{\n{}}};\n", type, name, body);
        return name;
    }
    std::string words(std::span<const std::string_view> items)
    {
        return array("std::string_view", items, [](std::string_view word) { return quoted(word); });
    }
    std::string types(std::span<const Type> items)
    {
        return array("Type", items, [](Type type) { return cast("Type", type); });
    }
    std::string fields(std::span<const Field> items)
    {
        return array("Field", items, [](const Field& field) {
            return fmt::format("{{{}, {}}}", cast("Type", field.type), field.index);
        });
    }
    std::string values(std::span<const Value> items)
    {
        return array("Value", items, [](const Value& value) {
            return fmt::format("{{{}, {}, {}, {}}}", quoted(value.text), number(value.number), value.absolute,
                               value.has_templates);
        });
    }
    std::string matcher(const Matcher& matcher);
    std::string matchers(std::span<const Matcher> items)
    {
        return array("Matcher", items, [this](const Matcher& each) { return matcher(each); });
    }
    std::string uses(std::span<const FieldUse> items)
    {
        return array("FieldUse", items, [this](const FieldUse& use) {
            return fmt::format("{{{}, {}, {}, {}}}", quoted(use.name), cast("Subject", use.subject), fields(use.fields),
                               quoted(use.text));
        });
    }
    std::string policy(const Policy& policy);
    std::string rule(const Rule& rule, const std::string& policy_name, const Policy& policy);

    std::string out_;
    std::size_t count_ = 0;
};

std::string Writer::matcher(const Matcher& m)
{
    std::string its_fields = fields(m.fields), its_parts = matchers(m.parts), its_values = values(m.values);
    return fmt::format("{{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}}", cast("Op", m.op),
                       cast("Subject", m.subject), cast("Kind", m.kind), m.inverted, m.any_case, quoted(m.field),
                       its_fields, its_parts, its_values, number(m.least), number(m.most), quoted(m.shown));
}

std::string Writer::policy(const Policy& p)
{
    std::string text;
    auto add = [&](std::string_view field, const std::string& value) {
        text += fmt::format("    .{} = {},\n", field, value);
    };
    add("message", quoted(p.message));
    add("help", quoted(p.help));
    add("label", quoted(p.label));
    add("fields", uses(p.fields));
    add("select", matcher(p.select));
    add("except", matchers(p.except));
    add("types", types(p.types));
    add("group_by", cast("GroupBy", p.group_by));
    add("claim", cast("Claim", p.claim));
    add("matcher", matcher(p.matcher));
    add("companion_types", types(p.companion_types));
    add("companion_names", values(p.companion_names));
    add("least", number(p.least));
    add("most", number(p.most));
    add("compared", uses(p.compared));
    add("groups", array("Group", p.groups, [this](const Group& group) {
            return fmt::format("{{{}, {}}}", quoted(group.name), matcher(group.matcher));
        }));
    add("limit",
        fmt::format("{{{}, {}, {}, {}, {}, {}, {}}}", p.limit.removed, p.limit.added, p.limit.modified,
                    p.limit.removed_percent, p.limit.added_percent, p.limit.modified_percent, p.limit.min_before));
    add("fix", uses(p.fix));
    add("names", values(p.names));
    add("first_octets", fmt::format("{}u", p.first_octets));
    add("on_change", fmt::format("{}", p.on_change));
    add("needs_ack", fmt::format("{}", p.needs_ack));
    std::string name = fmt::format("p{}", ++count_);
    out_ += fmt::format("constexpr Policy {}{{\n{}}};\n", name, text);
    return name;
}

std::string Writer::rule(const Rule& r, const std::string& policy_name, const Policy& p)
{
    std::string text;
    auto add = [&](std::string_view field, const std::string& value) {
        text += fmt::format("        .{} = {},\n", field, value);
    };
    std::string references, few_types;
    for (const Reference& reference : r.references)
        references += fmt::format("{{{}, {}, {}}}, ", quoted(reference.document), quoted(reference.section),
                                  quoted(reference.url));
    for (Type type : r.types)
        few_types += cast("Type", type) + ", ";
    add("name", quoted(r.name));
    add("summary", quoted(r.summary));
    add("why", quoted(r.why));
    add("effect", quoted(r.effect));
    add("references", fmt::format("{{{}}}", references));
    add("level", cast("Level", r.level));
    add("confidence", cast("Confidence", r.confidence));
    add("profile", cast("Profile", r.profile));
    add("types", fmt::format("{{{}}}", few_types));
    add("bad", quoted(r.bad));
    add("good", quoted(r.good));
    add("family", quoted(r.family));
    constexpr std::string_view checks[] = {"check_record", "check_rrset", "check_node", "check_zone"};
    add("check", std::string(p.on_change ? "check_change" : checks[static_cast<std::size_t>(p.group_by)]));
    add("id", quoted(r.id));
    add("tags", words(r.tags));
    add("scope", fmt::format("{{{}, {}, {}, {}, {}}}", words(r.scope.zones), words(r.scope.files),
                             words(r.scope.profiles), words(r.scope.labels), words(r.scope.targets)));
    add("policy", "&" + policy_name);
    add("defined_at", quoted(r.defined_at));
    add("takes_ack", r.takes_ack ? "true" : "false");
    return fmt::format("    {{\n{}    }},\n", text);
}

std::string Writer::whole(const Book& book)
{
    out_ = "// Written by zonevet_pack from the packs below rules/.\n"
           "#include \"policy/book.h\"\n"
           "#include \"policy/check.h\"\n"
           "#include \"rules/services/shared/known_services.h\"\n\n"
           "namespace zonevet {\n\nnamespace policy {\nnamespace {\n\n"
           "[[maybe_unused]] constexpr std::string_view S(const char* text, std::size_t size) { return {text, size}; "
           "}\n\n";
    std::string rules, profiles, services;
    for (std::size_t i = 0; i < book.rules.size(); ++i)
        rules += rule(book.rules[i], policy(*book.policies[i]), *book.policies[i]);
    for (const ServiceProfile& profile : book.profiles) {
        std::string detect = "nullptr";
        if (profile.detect != nullptr)
            detect = matchers({profile.detect, 1});
        profiles += fmt::format("    {{{}, {}, {}}},\n", quoted(profile.name), quoted(profile.summary), detect);
    }
    for (const ServiceEntry& service : book.services)
        for (const std::string& protocol : service.protocols) {
            std::string ports;
            for (std::uint16_t port : service.ports)
                ports += fmt::format("{}, ", port);
            services += fmt::format("    service({}, {}, {}, {}, {}, {}, {}, {{{}}}),\n", quoted(service.label),
                                    quoted(protocol), quoted(service.policy), quoted(service.status),
                                    quoted(service.name), quoted(service.family), quoted(service.source), ports);
        }
    auto list = [&](std::string_view type, std::string_view name, const std::string& items) {
        if (items.empty())
            return fmt::format("constexpr std::span<const {}> {};\n", type, name);
        return fmt::format("constexpr {} {}[] = {{\n{}}};\n", type, name, items);
    };
    std::string tests = array("RuleTest", std::span<const RuleTest>(book.tests), [this](const RuleTest& test) {
        return fmt::format("{{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}}}", quoted(test.rule), quoted(test.zone),
                           quoted(test.text), quoted(test.old), test.passes, test.has_old, words(test.profiles),
                           words(test.expect), test.line, quoted(test.where));
    });
    out_ += list("Rule", "all_rules_of_packs", rules);
    out_ += list("ServiceProfile", "all_profiles", profiles);
    out_ += "\n} // namespace\n\n"
            "std::span<const ServiceProfile> pack_profiles() { return all_profiles; }\n";
    out_ += fmt::format("std::span<const RuleTest> pack_tests() {{ return {}; }}\n", tests == "{}" ? "{}" : tests);
    out_ += "std::span<const Rule> rules_of_packs() { return all_rules_of_packs; }\n"
            "\n} // namespace policy\n\n"
            "namespace rules {\nnamespace {\n\nusing policy::S;\n";
    out_ += list("Service", "services", services);
    out_ += "\n} // namespace\n\nstd::span<const Service> pack_services() { return services; }\n\n"
            "} // namespace rules\n\n"
            "std::span<const Rule> pack_rules() { return policy::rules_of_packs(); }\n\n"
            "} // namespace zonevet\n";
    return std::move(out_);
}

} // namespace

std::string written(const Book& book)
{
    return Writer().whole(book);
}

} // namespace zonevet::policy
