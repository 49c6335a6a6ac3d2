// `zonevet config schema`: a JSON Schema (draft 4, which is what editors' TOML plug-ins read) of the
// configuration. Fields, operators, rules and their options come from the tables that the loader
// itself reads.
#include "config/schema.h"

#include "config/limits.h"
#include "policy/book.h"
#include "policy/fields.h"
#include "policy/operators.h"
#include "report/report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace zonevet {

namespace {

using Json = nlohmann::ordered_json;

Json of_type(const char* type)
{
    return {{"type", type}};
}

Json one_of_words(const std::vector<std::string_view>& words)
{
    Json schema = of_type("string");
    schema["enum"] = Json::array();
    for (std::string_view word : words)
        schema["enum"].push_back(std::string(word));
    return schema;
}

Json any_of(std::vector<Json> alternatives)
{
    return {{"anyOf", std::move(alternatives)}};
}

Json list_of(Json items)
{
    return {{"type", "array"}, {"items", std::move(items)}};
}

Json words()
{
    return any_of({of_type("string"), list_of(of_type("string"))});
}

Json number(std::int64_t least, std::int64_t most)
{
    return {{"type", "integer"}, {"minimum", least}, {"maximum", most}};
}

// A table with these keys and no others.
Json table(Json properties, const std::vector<std::string>& required = {})
{
    Json schema = {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty())
        schema["required"] = required;
    return schema;
}

Json named(const char* definition)
{
    return {{"$ref", std::string("#/definitions/") + definition}};
}

Json described(Json schema, std::string_view text)
{
    schema["description"] = std::string(text);
    return schema;
}

// "5m" or seconds.
Json period()
{
    return any_of(
        {{{"type", "integer"}, {"minimum", 0}}, {{"type", "string"}, {"pattern", "^([0-9]+[smhdwSMHDW]?)+$"}}});
}

Json levels()
{
    return one_of_words({"error", "warning", "info"});
}

Json scalar()
{
    return any_of({of_type("string"), of_type("integer")});
}

Json values()
{
    Json list = list_of(scalar());
    list["minItems"] = 1;
    return any_of({of_type("string"), of_type("integer"), list});
}

Json limits()
{
    return table({{"min", period()}, {"max", period()}});
}

Json operator_schema(const policy::Operator& op)
{
    switch (op.shape) {
    case policy::Shape::values:
        return values();
    case policy::Shape::bound:
        return period();
    case policy::Shape::range:
        return any_of({of_type("integer"), limits()});
    case policy::Shape::flag:
        return of_type("boolean");
    case policy::Shape::property:
        break;
    }
    std::vector<std::string_view> names;
    for (const policy::Property& property : policy::properties)
        names.push_back(property.name);
    return one_of_words(names);
}

std::vector<std::string_view> field_names()
{
    std::vector<std::string_view> names;
    for (const policy::FieldSpecification& field : policy::all_fields())
        names.push_back(field.name);
    return names;
}

Json value_schema()
{
    Json operators = Json::object();
    for (const policy::Operator& op : policy::operators)
        operators[std::string(op.name)] = operator_schema(op);
    Json tests = table(std::move(operators));
    tests["minProperties"] = 1;
    return any_of({values(), tests});
}

Json matcher_schema()
{
    Json several = list_of(named("matcher"));
    several["minItems"] = 1;
    Json keys = {{"any", several}, {"all", several}, {"not", named("matcher")}};
    for (std::string_view field : field_names())
        keys[std::string(field)] = named("value");
    return table(std::move(keys));
}

Json rule_schema()
{
    Json fields = any_of({one_of_words(field_names()), list_of(one_of_words(field_names()))});
    Json fix = of_type("object");
    fix["additionalProperties"] = scalar();
    fix["minProperties"] = 1;
    Json groups = of_type("object");
    groups["additionalProperties"] = named("matcher");
    groups["minProperties"] = 2;
    Json forbid = any_of({{{"type", "boolean"}, {"enum", {true}}}, named("matcher")});
    Json limit = Json::object();
    for (const char* key : {"max-removed", "max-added", "max-modified", "max-removed-percent", "max-added-percent",
                            "max-modified-percent", "min-before"})
        limit[key] = number(0, 1'000'000'000);
    Json keys = {
        {"name",
         described({{"type", "string"}, {"pattern", "^[a-z][a-z0-9-]*[a-z0-9]$"}}, "what is wrong, in kebab-case")},
        {"id", {{"type", "string"}, {"pattern", "^[A-Z]{2,8}[0-9]{3}$"}}},
        {"message", described({{"type", "string"}, {"minLength", 1}}, "one sentence, with {templates}")},
        {"severity", levels()},
        {"help", of_type("string")},
        {"label", of_type("string")},
        {"effect", of_type("string")},
        {"summary", of_type("string")},
        {"why", of_type("string")},
        {"url", words()},
        {"source", words()},
        {"tags", words()},
        {"confidence", one_of_words({"high", "medium", "low"})},
        {"profile", one_of_words({"core", "recommended", "strict"})},
        {"profiles", words()},
        {"zones", words()},
        {"files", words()},
        {"on", one_of_words({"state", "change"})},
        {"group-by", one_of_words({"record", "rrset", "name", "zone"})},
        {"select", {{"allOf", {named("matcher"), {{"minProperties", 1}}}}}},
        {"except", any_of({named("matcher"), list_of(named("matcher"))})},
        {"require", {{"allOf", {named("matcher"), {{"minProperties", 1}}}}}},
        {"forbid", forbid},
        {"companion", named("matcher")},
        {"absent", of_type("boolean")},
        {"count",
         any_of({of_type("integer"), table({{"min", number(0, 1'000'000'000)}, {"max", number(0, 1'000'000'000)}})})},
        {"unique", fields},
        {"same", fields},
        {"groups", groups},
        {"limit", table(limit)},
        {"fix", fix},
        {"ack", of_type("boolean")},
        {"test", list_of(named("test"))},
    };
    Json schema = table(std::move(keys), {"name", "message", "select"});
    schema["oneOf"] = Json::array();
    for (const char* assertion : {"require", "forbid", "companion", "count", "unique", "same", "groups", "limit"})
        schema["oneOf"].push_back({{"required", {assertion}}});
    return schema;
}

Json test_schema()
{
    Json list = list_of(of_type("string"));
    list["minItems"] = 1;
    Json zones = described(any_of({of_type("string"), list}), "the zone's records, or a list of such texts");
    Json schema = table({{"pass", zones},
                         {"fail", zones},
                         {"old", of_type("string")},
                         {"zone", of_type("string")},
                         {"profiles", words()},
                         {"expect", words()},
                         {"line", number(1, 1'000'000)}});
    schema["oneOf"] = {{{"required", {"pass"}}}, {{"required", {"fail"}}}};
    return schema;
}

Json service_schema()
{
    Json ports = list_of(number(0, 65535));
    return table({{"label", of_type("string")},
                  {"proto", words()},
                  {"ports", ports},
                  {"alt-ports", ports},
                  {"policy", one_of_words({policy::service_policies.begin(), policy::service_policies.end()})},
                  {"status", one_of_words({policy::service_statuses.begin(), policy::service_statuses.end()})},
                  {"name", of_type("string")},
                  {"family", of_type("string")},
                  {"source", of_type("string")}},
                 {"label", "proto", "ports"});
}

Json option_schema(const Option& option)
{
    Json schema;
    switch (option.kind) {
    case Option::Kind::number:
        schema = of_type("integer");
        break;
    case Option::Kind::period:
        schema = period();
        break;
    case Option::Kind::flag:
        schema = of_type("boolean");
        break;
    case Option::Kind::list:
        schema = list_of(of_type("string"));
        break;
    }
    return described(std::move(schema), option.help);
}

// [rules.WORD]: a rule with its options, or a family, glob or id without.
Json rules_schema(const std::vector<Rule>& rules, bool in_override)
{
    Json common = {{"severity", levels()}};
    if (!in_override)
        common["suppressible"] = of_type("boolean");
    Json tables = Json::object();
    for (const Rule& rule : rules) {
        Json keys = common;
        for (const Option& option : rule.options)
            keys[std::string(option.name)] = option_schema(option);
        tables[std::string(rule.name)] = described(table(std::move(keys)), rule.summary);
    }
    return {{"type", "object"}, {"properties", std::move(tables)}, {"additionalProperties", table(common)}};
}

Json limits_schema()
{
    Json keys = Json::object();
    for (const Limit& limit : all_limits())
        keys[std::string(limit.key)] =
            described(limit.is_size ? scalar() : number(limit.least, limit.most), limit.help);
    return table(std::move(keys));
}

Json profiles_schema()
{
    Json described_profile =
        any_of({of_type("string"), table({{"summary", of_type("string")}, {"detect", named("matcher")}})});
    Json declared = of_type("object");
    declared["additionalProperties"] = described_profile;
    return any_of({of_type("string"), list_of(of_type("string")), declared});
}

Json sections(const std::vector<Rule>& rules)
{
    std::vector<std::string_view> formats{"auto"};
    for (const ReportFormat& format : report_formats())
        formats.push_back(format.name);
    Json lists = of_type("object");
    lists["additionalProperties"] = any_of({list_of(scalar()), table({{"file", of_type("string")}}, {"file"})});
    Json zone_groups = of_type("object");
    zone_groups["additionalProperties"] = words();
    Json severity = of_type("object");
    severity["additionalProperties"] = levels();
    Json override = table({{"zones", words()},
                           {"files", words()},
                           {"ignore", words()},
                           {"profiles", words()},
                           {"severity", severity},
                           {"rules", rules_schema(rules, true)}});
    override["anyOf"] = {{{"required", {"zones"}}}, {{"required", {"files"}}}};
    return {
        {"required-version", of_type("string")},
        {"extends", words()},
        {"profile", one_of_words({"core", "recommended", "strict"})},
        {"profiles", profiles_schema()},
        {"servers", list_of(one_of_words({"bind", "knot", "nsd", "powerdns"}))},
        {"files", table({{"include", words()},
                         {"exclude", words()},
                         {"force-exclude", of_type("boolean")},
                         {"server-config", words()},
                         {"max-file-size", scalar()},
                         {"placeholders", described(words(), "text that is replaced before the zone is published; "
                                                             "`*` is any text of the line")}})},
        {"limits", limits_schema()},
        {"zone",
         list_of(table({{"name", of_type("string")}, {"file", of_type("string")}, {"profiles", words()}}, {"file"}))},
        {"zone-groups", zone_groups},
        {"lists", lists},
        {"lint", table({{"select", words()},
                        {"extend-select", words()},
                        {"ignore", words()},
                        {"fail-on", one_of_words({"error", "warning", "info", "never"})},
                        {"max-warnings", number(-1, 1'000'000'000)},
                        {"min-confidence", one_of_words({"low", "medium", "high"})}})},
        {"rules", rules_schema(rules, false)},
        {"rule", list_of(named("rule"))},
        {"service", list_of(named("service"))},
        {"override", list_of(override)},
        {"suppressions", table({{"require-reason", of_type("boolean")},
                                {"require-until", of_type("boolean")},
                                {"max-days", number(0, 36500)},
                                {"report-unused", one_of_words({"error", "warning", "info", "off"})}})},
        {"suppress", list_of(table({{"rule", words()},
                                    {"zone", of_type("string")},
                                    {"name", of_type("string")},
                                    {"type", of_type("string")},
                                    {"reason", of_type("string")},
                                    {"until", Json::object()}, // a date of TOML or a string
                                    {"owner", of_type("string")}},
                                   {"rule"}))},
        {"review", table({{"base", of_type("string")},
                          {"serial", one_of_words({"manual", "date", "unixtime", "placeholder", "server"})},
                          {"suppressions", one_of_words({"new", "base"})},
                          {"min-before", number(0, 1'000'000'000)},
                          {"max-removed-percent", number(0, 100)},
                          {"max-modified-percent", number(0, 100)},
                          {"freeze", words()},
                          {"scope", list_of(named("matcher"))},
                          {"protected", list_of(named("matcher"))}})},
        {"output", table({{"default", one_of_words(formats)}})},
    };
}

} // namespace

std::string config_schema(const std::vector<Rule>& rules)
{
    Json schema = {{"$schema", "http://json-schema.org/draft-04/schema#"},
                   {"title", "zonevet.toml"},
                   {"type", "object"},
                   {"properties", sections(rules)},
                   {"additionalProperties", false},
                   {"definitions",
                    {{"matcher", matcher_schema()},
                     {"value", value_schema()},
                     {"rule", rule_schema()},
                     {"test", test_schema()},
                     {"service", service_schema()}}}};
    return schema.dump(2) + "\n";
}

} // namespace zonevet
