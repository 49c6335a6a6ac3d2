// [rules.WORD], [override.rules.WORD] and [[suppress]]: what the configuration says about single
// rules.
#include "base/ascii.h"
#include "config/config_reader.h"
#include "config/selector.h"

#include "dns/types.h"

#include <algorithm>

namespace zonevet {

namespace {

std::string_view kind_name(Option::Kind kind)
{
    switch (kind) {
    case Option::Kind::number:
        return "a whole number";
    case Option::Kind::period:
        return "a period like \"5m\" or seconds";
    case Option::Kind::flag:
        return "true or false";
    case Option::Kind::list:
        break;
    }
    return "a list of strings";
}

// The value of an option, or nothing when it is of another kind.
std::optional<OptionValue> value_of(const Option& option, const toml::node& node)
{
    OptionValue value;
    switch (option.kind) {
    case Option::Kind::number:
        if (!node.is_integer())
            return {};
        value.number = node.as_integer()->get();
        return value;
    case Option::Kind::period: {
        if (node.is_integer() && node.as_integer()->get() >= 0) {
            value.number = node.as_integer()->get();
            return value;
        }
        std::optional<std::int64_t> seconds;
        if (node.is_string() && !node.as_string()->get().empty())
            seconds = period_of(node.as_string()->get());
        if (!seconds)
            return {};
        value.number = *seconds;
        return value;
    }
    case Option::Kind::flag:
        if (!node.is_boolean())
            return {};
        value.number = node.as_boolean()->get() ? 1 : 0;
        return value;
    case Option::Kind::list:
        break;
    }
    if (!node.is_array())
        return {};
    for (const toml::node& item : *node.as_array()) {
        if (!item.is_string())
            return {};
        value.list.push_back(in_lower_case(item.as_string()->get()));
    }
    return value;
}

void read_level(ConfigTable& table, RuleTable& rule, const std::string& word)
{
    const toml::node* node = table.find("severity");
    if (node == nullptr)
        return;
    const auto* text = node->as_string();
    rule.level = text != nullptr ? level_of(text->get()) : std::nullopt;
    if (rule.level)
        return;
    std::string hint;
    if (text != nullptr && (text->get() == "off" || text->get() == "none"))
        hint = fmt::format("to switch it off: ignore = [\"{}\"]", word);
    else if (text != nullptr)
        hint = suggestion(text->get(), {"error", "warning", "info"});
    table.text().mistake(node->source(), "`severity` is error, warning or info", hint);
}

void read_options(ConfigTable& table, RuleTable& rule, const std::vector<Rule>& rules)
{
    const Rule& only = rules[rule.selector.rules.front()];
    for (std::size_t i = 0; i < only.options.size(); ++i) {
        const Option& option = only.options[i];
        const toml::node* node = table.find(option.name);
        if (node == nullptr)
            continue;
        if (std::optional<OptionValue> value = value_of(option, *node))
            rule.options.emplace_back(i, std::move(*value));
        else
            table.text().mistake(node->source(), fmt::format("`{}` is {}", option.name, kind_name(option.kind)));
    }
}

} // namespace

Selector selector_at(ConfigText& text, const std::string& word, const toml::source_region& at,
                     const std::vector<Rule>& rules)
{
    Selector selector{word, text.from(at), rules_named(word, rules)};
    if (selector.rules.empty() && word != "all") {
        auto [message, hint] = no_such_rule(word, rules);
        text.mistake(at, message, hint);
    }
    return selector;
}

void read_selectors(ConfigTable& table, std::string_view key, Set<Selectors>& to, const std::vector<Rule>& rules)
{
    const toml::node* node = table.find(key);
    if (node == nullptr)
        return;
    Selectors selectors;
    auto add = [&](const toml::node& item) {
        if (!item.is_string())
            return table.wrong_kind(item, key, "a list of rule names, families and globs");
        selectors.push_back(selector_at(table.text(), item.as_string()->get(), item.source(), rules));
    };
    if (node->is_array())
        for (const toml::node& item : *node->as_array())
            add(item);
    else
        add(*node);
    to = {std::move(selectors), table.text().from(node->source())};
}

std::vector<RuleTable> read_rule_tables(ConfigTable& tables, bool in_override, const std::vector<Rule>& rules)
{
    ConfigText& text = tables.text();
    std::vector<RuleTable> read;
    tables.each([&](const toml::key& key, const toml::node& node) {
        std::string word(key.str());
        RuleTable rule;
        rule.selector = selector_at(text, word, key.source(), rules);
        if (!node.is_table()) {
            text.mistake(node.source(), fmt::format("`{}` is a table", defused(word)),
                         fmt::format("write [rules.{}] and severity = \"warning\" below it", word));
            return;
        }
        if (rule.selector.rules.empty())
            return; // already said; its keys cannot be judged
        ConfigTable table(text, *node.as_table(), fmt::format("rules.{}", word));
        read_level(table, rule, word);
        if (!in_override) {
            Set<bool> suppressible;
            table.read("suppressible", suppressible);
            rule.suppressible = suppressible.value;
        }
        if (closeness(rule.selector, rules) == 3)
            read_options(table, rule, rules);
        table.finish();
        read.push_back(std::move(rule));
    });
    // The engine lets the later one win; closer words shall.
    std::stable_sort(read.begin(), read.end(), [&](const RuleTable& a, const RuleTable& b) {
        return closeness(a.selector, rules) < closeness(b.selector, rules);
    });
    return read;
}

void read_suppression(ConfigTable& table, Config& config, const std::vector<Rule>& rules)
{
    ConfiguredSuppression suppression;
    suppression.where = table.text().exactly_from(table.region());
    Set<Selectors> selectors;
    read_selectors(table, "rule", selectors, rules);
    if (!selectors && table.find("rule") == nullptr)
        table.text().mistake(table.region(), "a [[suppress]] needs `rule`", "rule = [\"target-missing\"]");
    else if (selectors)
        for (const Selector& selector : *selectors)
            suppression.rules.insert(suppression.rules.end(), selector.rules.begin(), selector.rules.end());
    auto text = [&](std::string_view key, std::string& to) {
        Set<std::string> value;
        table.read(key, value);
        if (value)
            to = *value;
    };
    text("zone", suppression.zone);
    text("name", suppression.name);
    text("reason", suppression.reason);
    text("owner", suppression.owner);
    text("type", suppression.type);
    if (const toml::node* node = table.find("type");
        node != nullptr && !suppression.type.empty() && type_from_text(suppression.type) == Type::none)
        table.text().mistake(node->source(), fmt::format("`{}` is no record type", defused(suppression.type)));
    // A TOML date or the same as a string.
    if (const toml::node* node = table.find("until")) {
        if (const auto* date = node->as_date())
            suppression.until = fmt::format("{:04}-{:02}-{:02}", date->get().year, date->get().month, date->get().day);
        else if (const auto* word = node->as_string(); word != nullptr && day_of(word->get()))
            suppression.until = word->get();
        else
            table.text().mistake(node->source(), "`until` is a date like 2026-12-31");
    }
    config.suppressions.push_back(std::move(suppression));
}

} // namespace zonevet
