// What a [[rule]] asserts: exactly one of require, forbid, companion, count, unique, same, groups, limit.
#include "policy/load_rule.h"
#include "policy/names.h"

#include <algorithm>

namespace zonevet::policy {

namespace {

constexpr std::string_view assertions[] = {"require", "forbid", "companion", "count",
                                           "unique",  "same",   "groups",    "limit"};

} // namespace

// A field that some of the selected types lack would make every record of them a finding.
void RuleReader::strict_fields(const Matcher& matcher, const toml::source_region& at)
{
    if (matcher.op == Op::all) {
        for (const Matcher& part : matcher.parts)
            strict_fields(part, at);
        return;
    }
    if (matcher.subject != Subject::data || matcher.op == Op::any || matcher.op == Op::negate || matcher.field.empty())
        return;
    Types having = types_of(matcher);
    if (types_.all) {
        text_.mistake(
            at,
            fmt::format("`{}` is required of every record, but only {} has it", matcher.field, listed(having.these)),
            "say in `select` which type is meant");
        return;
    }
    for (Type type : types_.these)
        if (!having.has(type)) {
            text_.mistake(
                at, fmt::format("`{}` does not exist on {}, which is selected too", matcher.field, type_text(type)));
            return;
        }
}

void RuleReader::read_companion(const toml::node& node)
{
    // Another record: its types are its own.
    policy_.matcher = matchers_.read(node, {}, "companion");
    policy_.claim = Claim::companion;
    Set<bool> absent;
    table_.read("absent", absent);
    if (absent && *absent)
        policy_.claim = Claim::absent;
    const toml::table* table = node.as_table();
    if (table == nullptr)
        return;
    Types types = types_of(policy_.matcher);
    if (types.all) {
        text_.mistake(node.source(), "a companion needs a `type`",
                      "companion = { name = \"{name}\", type = \"AAAA\" }");
        return;
    }
    policy_.companion_types = book_.keep(types.these);
    const toml::node* name = table->get("name");
    if (name == nullptr)
        name = table->get("fqdn");
    std::vector<Value> names;
    if (name != nullptr && !name->is_table())
        names = matchers_.names(*name);
    bool exact = !names.empty() && std::all_of(names.begin(), names.end(), [](const Value& value) {
        return value.has_templates ? value.text.find('*') == std::string_view::npos : is_exact(value);
    });
    if (exact)
        policy_.companion_names = book_.keep(std::move(names));
    else if (policy_.group_by != GroupBy::zone)
        text_.mistake(name == nullptr ? node.source() : name->source(), "a companion needs a `name` without stars",
                      "name = \"{name}\" for the same name; or group-by = \"zone\" to look through the "
                      "whole zone once");
}

void RuleReader::read_count(const toml::node& node)
{
    policy_.claim = Claim::count;
    if (const auto* number = node.as_integer()) {
        policy_.least = policy_.most = number->get();
        return;
    }
    if (!node.is_table()) {
        table_.wrong_kind(node, "count", "a number or { min = 1, max = 2 }");
        return;
    }
    ConfigTable limits(text_, *node.as_table(), "count");
    Set<std::int64_t> least, most;
    limits.read("min", least, 0, 1'000'000'000);
    limits.read("max", most, 0, 1'000'000'000);
    limits.finish();
    if (least)
        policy_.least = *least;
    if (most)
        policy_.most = *most;
    if (!least && !most && node.as_table()->empty())
        text_.mistake(node.source(), "`count` has no limit", "count = { min = 1, max = 1 }");
    if (policy_.least > policy_.most)
        text_.mistake(node.source(), fmt::format("nothing is at least {} and at most {}", policy_.least, policy_.most));
}

std::span<const FieldUse> RuleReader::read_fields(const toml::node& node, std::string_view key)
{
    std::vector<FieldUse> uses;
    auto add = [&](const toml::node& item) {
        if (!item.is_string())
            return table_.wrong_kind(item, key, "a list of field names");
        const FieldSpecification* field = matchers_.field(item.as_string()->get(), types_, item.source());
        if (field != nullptr)
            uses.push_back({field->name, field->subject, matchers_.places(*field, types_), {}});
    };
    if (const toml::array* list = node.as_array())
        for (const toml::node& item : *list)
            add(item);
    else
        add(node);
    if (node.is_array() && node.as_array()->empty())
        text_.mistake(node.source(), fmt::format("`{}` names no field", key));
    return book_.keep(std::move(uses));
}

void RuleReader::read_groups(const toml::node& node)
{
    policy_.claim = Claim::groups;
    if (table_.find("group-by") == nullptr)
        policy_.group_by = GroupBy::zone;
    const toml::table* table = node.as_table();
    if (table == nullptr || table->size() < 2) {
        text_.mistake(node.source(), "`groups` names two groups or more",
                      "groups = { online = { target = { under = \"online.lync.com.\" } }, on-premises = {} }");
        return;
    }
    std::vector<Group> groups;
    ConfigTable reader(text_, *table, "groups");
    reader.each([&](const toml::key& key, const toml::node& inner) {
        groups.push_back({book_.keep(key.str()), matchers_.read(inner, types_, key.str())});
    });
    policy_.groups = book_.keep(std::move(groups));
}

void RuleReader::read_limit(const toml::node& node)
{
    policy_.claim = Claim::limit;
    policy_.group_by = GroupBy::zone;
    if (!policy_.on_change)
        text_.mistake(node.source(), "`limit` is about a change", "add on = \"change\"");
    if (!node.is_table())
        return table_.wrong_kind(node, "limit", "a table like { max-removed-percent = 10 }");
    if (const toml::table* select = table_.find("select") != nullptr ? table_.find("select")->as_table() : nullptr;
        select != nullptr && select->contains("event"))
        text_.mistake(select->get("event")->source(), "`limit` counts each event by itself",
                      "leave out `event`; max-removed, max-added and max-modified say which");
    ConfigTable limits(text_, *node.as_table(), "limit");
    auto read = [&](std::string_view key, std::int64_t& to, std::int64_t most) {
        Set<std::int64_t> value;
        limits.read(key, value, 0, most);
        if (value)
            to = *value;
        return value.value.has_value();
    };
    constexpr std::int64_t many = 1'000'000'000;
    bool any = read("max-removed", policy_.limit.removed, many);
    any = read("max-added", policy_.limit.added, many) || any;
    any = read("max-modified", policy_.limit.modified, many) || any;
    any = read("max-removed-percent", policy_.limit.removed_percent, 100) || any;
    any = read("max-added-percent", policy_.limit.added_percent, 10000) || any;
    any = read("max-modified-percent", policy_.limit.modified_percent, 100) || any;
    read("min-before", policy_.limit.min_before, many);
    limits.finish();
    if (!any)
        text_.mistake(node.source(), "`limit` limits nothing", "limit = { max-removed-percent = 10 }");
}

void RuleReader::read_assertion()
{
    std::vector<std::pair<std::string_view, const toml::node*>> found;
    for (std::string_view key : assertions)
        if (const toml::node* node = table_.find(key))
            found.emplace_back(key, node);
    table_.find("absent");
    Set<bool> ack;
    table_.read("ack", ack);
    policy_.needs_ack = ack && *ack;
    if (policy_.needs_ack && !policy_.on_change)
        text_.mistake(table_.find("ack")->source(), "`ack` is for change rules", "add on = \"change\"");
    if (found.empty()) {
        text_.mistake(table_.region(), "a [[rule]] needs an assertion",
                      "one of require, forbid, companion, count, unique, same, groups, limit");
        return;
    }
    if (found.size() > 1) {
        text_.mistake(
            found[1].second->source(),
            fmt::format("a rule has one assertion, this one has `{}` and `{}`", found[0].first, found[1].first),
            "make it two rules");
        return;
    }
    const auto [key, node] = found[0];
    claim_ = key;
    if (table_.find("absent") != nullptr && key != "companion")
        text_.mistake(table_.find("absent")->source(), "`absent` belongs to `companion`");
    if (key == "require") {
        policy_.claim = Claim::require;
        if (node->is_table() && node->as_table()->empty())
            text_.mistake(node->source(), "`require` requires nothing");
        policy_.matcher = matchers_.read(*node, types_, key);
        strict_fields(policy_.matcher, node->source());
    } else if (key == "forbid") {
        policy_.claim = Claim::forbid;
        if (node->is_boolean() && !node->as_boolean()->get())
            text_.mistake(node->source(), "`forbid = false` forbids nothing", "forbid = true, or a matcher");
        else if (!node->is_boolean())
            policy_.matcher = matchers_.read(*node, types_, key);
    } else if (key == "companion") {
        read_companion(*node);
    } else if (key == "count") {
        read_count(*node);
    } else if (key == "groups") {
        read_groups(*node);
    } else if (key == "limit") {
        read_limit(*node);
    } else {
        policy_.claim = key == "unique" ? Claim::unique : Claim::same;
        policy_.compared = read_fields(*node, key);
    }
    if (policy_.on_change && (key == "unique" || key == "same" || key == "groups"))
        text_.mistake(node->source(), fmt::format("`{}` compares records of one state, not of a change", key),
                      "leave out on = \"change\"; `review` reports what a change brings");
    bool needs_group = key == "count" || key == "unique" || key == "same" || key == "groups";
    if (needs_group && policy_.group_by == GroupBy::record)
        text_.mistake(node->source(), fmt::format("`{}` is about a group of records", key),
                      "add group-by = \"rrset\", \"name\" or \"zone\"");
}

} // namespace zonevet::policy
