// One [[rule]]: its keys, its assertion, its texts and its tests.
#include "policy/load.h"

#include "lint/settings.h"
#include "policy/check.h"
#include "policy/names.h"
#include "policy/selection_index.h"
#include "policy/template.h"

#include <algorithm>

namespace zonevet::policy {

namespace {

bool is_kebab(std::string_view word)
{
    return word.size() >= 2 && word.front() >= 'a' && word.front() <= 'z' && word.back() != '-' &&
           word.find("--") == std::string_view::npos &&
           word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

// 2 to 8 capitals and 3 digits.
bool is_id(std::string_view word)
{
    if (word.size() < 5 || word.size() > 11)
        return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        bool digit = i + 3 >= word.size();
        if (digit ? word[i] < '0' || word[i] > '9' : word[i] < 'A' || word[i] > 'Z')
            return false;
    }
    return true;
}

// "Sentence." of a message with templates: "`{name}` must ..." -> "`<name>` must ....".
std::string sentence_of(std::string text)
{
    for (char& c : text)
        c = c == '{' ? '<' : c == '}' ? '>' : c;
    if (!text.empty() && text.back() != '.')
        text += '.';
    return text;
}

constexpr std::string_view assertions[] = {"require", "forbid", "companion", "count",
                                           "unique",  "same",   "groups",    "limit"};

// A rule or family of the program has this name; packs are checked again when they are built in.
bool is_taken(std::string_view name, bool by_pack)
{
    for (const Rule& rule : all_rules())
        if (rule.family == name || (rule.name == name && !(by_pack && rule.policy != nullptr)))
            return true;
    return name == "all" || name == own_family;
}

// What templates may name whatever is selected.
constexpr std::string_view always[] = {"name", "fqdn", "domain", "zone", "type", "ttl", "value", "count", "file"};

} // namespace

class RuleReader {
public:
    RuleReader(Loader& loader, ConfigTable& table)
        : loader_(loader), book_(loader.book_), table_(table), text_(table.text()),
          matchers_(table.text(), loader.book_, loader.definitions_)
    {
    }

    void read();

private:
    void read_identity();
    void read_scope();
    void read_selection();
    void read_assertion();
    void read_companion(const toml::node& node);
    void read_count(const toml::node& node);
    void read_groups(const toml::node& node);
    void read_limit(const toml::node& node);
    std::span<const FieldUse> read_fields(const toml::node& node, std::string_view key);
    void read_fix();
    void read_texts();
    void read_references();
    void read_tests();
    void read_test(ConfigTable& table);

    std::string_view word(std::string_view key);
    std::span<const std::string_view> words(std::string_view key);
    void check_templates(std::string_view text, const toml::source_region& at,
                         std::vector<FieldUse>& uses);
    void strict_fields(const Matcher& matcher, const toml::source_region& at);

    Loader& loader_;
    Book& book_;
    ConfigTable& table_;
    ConfigText& text_;
    MatcherReader matchers_;
    Rule rule_;
    Policy policy_;
    Types types_;
    std::string claim_;
};

std::string_view RuleReader::word(std::string_view key)
{
    Set<std::string> value;
    table_.read(key, value);
    return value ? book_.keep(*value) : std::string_view();
}

std::span<const std::string_view> RuleReader::words(std::string_view key)
{
    Set<std::vector<std::string>> list;
    table_.read(key, list);
    std::vector<std::string_view> kept;
    if (list)
        for (const std::string& each : *list)
            kept.push_back(book_.keep(each));
    return book_.keep(std::move(kept));
}

void RuleReader::read_identity()
{
    rule_.name = word("name");
    rule_.defined_at = book_.keep(text_.from(table_.region()));
    rule_.family = loader_.family_;
    const toml::node* node = table_.find("name");
    if (node == nullptr) {
        text_.mistake(table_.region(), "a [[rule]] needs `name`", "name = \"sip-federation-port\"");
    } else if (node->is_string()) {
        std::string name(rule_.name);
        if (!is_kebab(name))
            text_.mistake(node->source(), fmt::format("`{}` is no name for a rule", defused(name)),
                          "small letters, digits and hyphens: \"sip-federation-port\"");
        else if (is_taken(name, loader_.is_pack_))
            text_.mistake(node->source(), fmt::format("`{}` is a rule or family of zonevet", name),
                          "choose another name; [rules.NAME] changes a built-in one");
        auto [first, is_new] = loader_.names_.emplace(name, rule_.defined_at);
        if (!is_new)
            text_.mistake(node->source(), fmt::format("there are two rules `{}`", defused(name)),
                          fmt::format("the first is at {}", first->second));
    }
    rule_.id = word("id");
    if (const toml::node* id = table_.find("id"); id != nullptr && id->is_string()) {
        if (!is_id(rule_.id))
            text_.mistake(id->source(), fmt::format("`{}` is no id", defused(rule_.id)),
                          "2 to 8 capitals and 3 digits: \"ORG001\"");
        auto [first, is_new] = loader_.ids_.emplace(std::string(rule_.id), rule_.defined_at);
        if (!is_new)
            text_.mistake(id->source(), fmt::format("there are two rules `{}`", defused(rule_.id)),
                          fmt::format("the first is at {}", first->second));
    }
    Set<Level> level;
    table_.read<Level>("severity", level, {"error", "warning", "info"}, level_of);
    rule_.level = level ? *level : Level::warning;
    Set<Confidence> confidence;
    table_.read<Confidence>("confidence", confidence, {"high", "medium", "low"}, confidence_of);
    rule_.confidence = confidence ? *confidence : Confidence::high;
    Set<Profile> profile;
    table_.read<Profile>("profile", profile, {"core", "recommended", "strict"}, profile_of);
    rule_.profile = profile            ? *profile
                    : loader_.is_pack_ ? Profile::recommended
                                       : Profile::core;
    rule_.tags = words("tags");
    rule_.effect = word("effect");
}

void RuleReader::read_scope()
{
    Set<std::string> on;
    table_.read<std::string>("on", on, {"state", "change"},
                             [](std::string_view w) -> std::optional<std::string> {
                                 return w == "state" || w == "change" ? std::optional<std::string>(w)
                                                                      : std::nullopt;
                             });
    policy_.on_change = on && *on == "change";
    matchers_.on_change = policy_.on_change;
    rule_.scope.files = words("files");
    Set<std::vector<std::string>> zones;
    table_.read("zones", zones);
    std::vector<std::string_view> globs;
    if (zones)
        for (const std::string& zone : *zones) {
            if (!zone.starts_with('@')) {
                std::string_view glob = zone;
                if (glob.size() > 1 && glob.ends_with('.'))
                    glob.remove_suffix(1);
                globs.push_back(book_.keep(glob));
                continue;
            }
            auto group = loader_.definitions_.groups.find(std::string_view(zone).substr(1));
            if (group == loader_.definitions_.groups.end()) {
                std::vector<std::string_view> names;
                for (const auto& [name, ignored] : loader_.definitions_.groups)
                    names.push_back(name);
                std::string hint = suggestion(zone.substr(1), names);
                text_.mistake(table_.find("zones")->source(),
                              fmt::format("there is no zone group `{}`", defused(zone.substr(1))),
                              hint.empty() ? "groups are defined in [zone-groups]" : hint);
                continue;
            }
            for (const std::string& glob : group->second)
                globs.push_back(book_.keep(glob.size() > 1 && glob.ends_with('.')
                                               ? std::string_view(glob).substr(0, glob.size() - 1)
                                               : std::string_view(glob)));
        }
    rule_.scope.zones = book_.keep(std::move(globs));
    rule_.scope.profiles = words("profiles");
    for (std::string_view profile : rule_.scope.profiles)
        if (!loader_.knows_profile(profile))
            text_.mistake(table_.find("profiles")->source(),
                          fmt::format("there is no profile `{}`", defused(profile)),
                          loader_.profile_hint(profile));
    Set<GroupBy> group_by;
    table_.read<GroupBy>("group-by", group_by, {"record", "rrset", "name", "zone"},
                         [](std::string_view w) -> std::optional<GroupBy> {
                             if (w == "record")
                                 return GroupBy::record;
                             if (w == "rrset")
                                 return GroupBy::rrset;
                             if (w == "name")
                                 return GroupBy::name;
                             return w == "zone" ? std::optional(GroupBy::zone) : std::nullopt;
                         });
    policy_.group_by = group_by ? *group_by : GroupBy::record;
}

void RuleReader::read_selection()
{
    const toml::node* select = table_.find("select");
    if (select == nullptr) {
        text_.mistake(table_.region(), "a [[rule]] needs `select`", "select = { type = \"SRV\" }");
        return;
    }
    if (select->is_table() && select->as_table()->empty()) {
        text_.mistake(select->source(), "`select` is empty", "select = { type = \"SRV\" }");
        return;
    }
    policy_.select = matchers_.read(*select, {}, "select");
    types_ = types_of(policy_.select);
    if (!types_.all) {
        policy_.types = book_.keep(types_.these);
        // What the types say need not be asked of every record again.
        if (policy_.select.op == Op::all) {
            std::vector<Matcher> parts;
            for (const Matcher& part : policy_.select.parts)
                if (part.op != Op::is_type || part.inverted)
                    parts.push_back(part);
            policy_.select.parts = book_.keep(std::move(parts));
        }
    }
    const toml::node* except = table_.find("except");
    if (except == nullptr)
        return;
    std::vector<Matcher> list;
    if (const toml::array* array = except->as_array())
        for (const toml::node& item : *array)
            list.push_back(matchers_.read(item, types_, "except"));
    else
        list.push_back(matchers_.read(*except, types_, "except"));
    policy_.except = book_.keep(std::move(list));
}

// A field that some of the selected types lack would make every record of them a finding.
void RuleReader::strict_fields(const Matcher& matcher, const toml::source_region& at)
{
    if (matcher.op == Op::all) {
        for (const Matcher& part : matcher.parts)
            strict_fields(part, at);
        return;
    }
    if (matcher.subject != Subject::data || matcher.op == Op::any || matcher.op == Op::negate ||
        matcher.field.empty())
        return;
    Types having = types_of(matcher);
    if (types_.all) {
        text_.mistake(at, fmt::format("`{}` is required of every record, but only {} has it", matcher.field,
                                      listed(having.these)),
                      "say in `select` which type is meant");
        return;
    }
    for (Type type : types_.these)
        if (!having.has(type)) {
            text_.mistake(at, fmt::format("`{}` does not exist on {}, which is selected too",
                                          matcher.field, type_text(type)));
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
        text_.mistake(name == nullptr ? node.source() : name->source(),
                      "a companion needs a `name` without stars",
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
        text_.mistake(node.source(), fmt::format("nothing is at least {} and at most {}", policy_.least,
                                                 policy_.most));
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
        text_.mistake(found[1].second->source(),
                      fmt::format("a rule has one assertion, this one has `{}` and `{}`", found[0].first,
                                  found[1].first),
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
    bool needs_group = key == "count" || key == "unique" || key == "same" || key == "groups";
    if (needs_group && policy_.group_by == GroupBy::record)
        text_.mistake(node->source(), fmt::format("`{}` is about a group of records", key),
                      "add group-by = \"rrset\", \"name\" or \"zone\"");
}

void RuleReader::check_templates(std::string_view text, const toml::source_region& at,
                                 std::vector<FieldUse>& uses)
{
    std::optional<std::vector<std::string_view>> names = template_names(text);
    if (!names) {
        text_.mistake(at, "a brace is not closed", "`{{` is a brace of the text itself");
        return;
    }
    std::vector<std::string_view> known(std::begin(always), std::end(always));
    if (claim_ == "groups")
        known.insert(known.end(), {"group", "other"});
    if (claim_ == "unique" || claim_ == "same")
        known.push_back("first");
    if (policy_.on_change)
        known.insert(known.end(), {"before", "removed", "added", "modified", "percent", "event"});
    for (std::string_view name : *names) {
        bool fixed = std::find(known.begin(), known.end(), name) != known.end();
        const FieldSpecification* field = find_field(name);
        if (field != nullptr && (!fixed || field->subject != Subject::event)) {
            bool there = field->subject != Subject::event &&
                         (types_.none() || !types_of(*field).both(types_).none());
            if (!there) {
                text_.mistake(at, fmt::format("`{{{}}}` does not exist on {}", name,
                                              types_.all ? "what is selected" : listed(types_.these)));
                continue;
            }
            bool used = std::any_of(uses.begin(), uses.end(),
                                    [&](const FieldUse& use) { return use.name == field->name; });
            if (!used)
                uses.push_back({field->name, field->subject, matchers_.places(*field, types_), {}});
        } else if (!fixed) {
            for (const FieldSpecification& each : all_fields())
                if (types_.all || !types_of(each).both(types_).none())
                    known.push_back(each.name);
            text_.mistake(at, fmt::format("`{{{}}}` stands for nothing here", defused(name)),
                          suggestion(name, known));
        }
    }
}

void RuleReader::read_fix()
{
    const toml::node* node = table_.find("fix");
    if (node == nullptr)
        return;
    const toml::table* table = node->as_table();
    if (table == nullptr || table->empty())
        return text_.mistake(node->source(), "`fix` says what a field should be", "fix = { port = 5061 }");
    std::vector<FieldUse> fixes;
    ConfigTable reader(text_, *table, "fix");
    reader.each([&](const toml::key& key, const toml::node& value) {
        const FieldSpecification* field = matchers_.field(key.str(), types_, key.source());
        if (field == nullptr)
            return;
        std::string text;
        if (const auto* word = value.as_string())
            text = word->get();
        else if (const auto* number = value.as_integer())
            text = fmt::format("{}", number->get());
        else
            return reader.wrong_kind(value, key.str(), "a string or a number");
        fixes.push_back({field->name, field->subject, matchers_.places(*field, types_), book_.keep(text)});
    });
    policy_.fix = book_.keep(std::move(fixes));
}

void RuleReader::read_texts()
{
    std::vector<FieldUse> uses;
    auto read = [&](std::string_view key) {
        std::string_view text = word(key);
        if (!text.empty())
            check_templates(text, table_.find(key)->source(), uses);
        return text;
    };
    policy_.message = read("message");
    if (table_.find("message") == nullptr)
        text_.mistake(table_.region(), "a [[rule]] needs `message`",
                      "message = \"`{name}` must use port 5061, found {port}\"");
    else if (policy_.message.empty() && table_.find("message")->is_string())
        text_.mistake(table_.find("message")->source(), "the message is empty");
    policy_.help = read("help");
    policy_.label = read("label");
    for (const FieldUse& fix : policy_.fix)
        check_templates(fix.text, table_.find("fix")->source(), uses);
    policy_.fields = book_.keep(std::move(uses));
    std::string_view summary = word("summary"), why = word("why");
    rule_.summary = book_.keep(sentence_of(std::string(summary.empty() ? policy_.message : summary)));
    if (why.empty())
        why = policy_.help.empty() ? rule_.effect : policy_.help;
    rule_.why = book_.keep(sentence_of(std::string(why.empty() ? rule_.summary : why)));
}

void RuleReader::read_references()
{
    std::span<const std::string_view> urls = words("url");
    std::span<const std::string_view> sources = words("source");
    Few<Reference, 6> references;
    std::size_t count = std::max(urls.size(), sources.size());
    if (count > 6)
        text_.mistake(table_.region(), "a rule names at most six sources");
    for (std::size_t i = 0; i < std::min<std::size_t>(count, 6); ++i)
        references.add({i < sources.size() ? sources[i] : "more", "",
                        i < urls.size() ? urls[i] : std::string_view()});
    rule_.references = references;
}

void RuleReader::read_test(ConfigTable& table)
{
    RuleTest test;
    test.rule = rule_.name;
    test.where = book_.keep(text_.from(table.region()));
    auto text = [&](std::string_view key) {
        Set<std::string> value;
        table.read(key, value);
        return value ? book_.keep(*value) : std::string_view();
    };
    bool passes = table.find("pass") != nullptr, fails = table.find("fail") != nullptr;
    if (passes == fails)
        text_.mistake(table.region(), passes ? "a test has `pass` or `fail`, not both"
                                             : "a test needs `pass` or `fail` with a zone's text",
                      "fail = \"www 60 IN A 192.0.2.1\"");
    test.passes = passes;
    test.text = text(passes ? "pass" : "fail");
    if (passes != fails && test.text.empty() && !policy_.on_change &&
        policy_.group_by != GroupBy::zone)
        text_.mistake(table.region(), "the zone of this test is empty");
    test.old = text("old");
    test.has_old = table.find("old") != nullptr;
    if (test.has_old != policy_.on_change)
        text_.mistake(table.region(), policy_.on_change ? "a test of a change rule needs `old`"
                                                        : "`old` is for tests of change rules");
    test.zone = text("zone");
    OwnedName name;
    if (!test.zone.empty() && !to_name(test.zone, name))
        text_.mistake(table.find("zone")->source(), fmt::format("`{}` is no zone name", defused(test.zone)));
    auto list = [&](std::string_view key) {
        Set<std::vector<std::string>> value;
        table.read(key, value);
        std::vector<std::string_view> kept;
        if (value)
            for (const std::string& each : *value)
                kept.push_back(book_.keep(each));
        return book_.keep(std::move(kept));
    };
    test.profiles = list("profiles");
    for (std::string_view profile : test.profiles)
        if (!loader_.knows_profile(profile))
            text_.mistake(table.find("profiles")->source(),
                          fmt::format("there is no profile `{}`", defused(profile)),
                          loader_.profile_hint(profile));
    if (table.find("profiles") == nullptr)
        test.profiles = rule_.scope.profiles;
    test.expect = list("expect");
    if (!test.expect.empty() && passes)
        text_.mistake(table.find("expect")->source(), "`expect` goes with `fail`");
    Set<std::int64_t> line;
    table.read("line", line, 1, 1'000'000);
    if (line)
        test.line = static_cast<std::uint32_t>(*line);
    if (test.zone.empty() && !test.has_old && table.find("profiles") == nullptr) {
        std::string_view& example = passes ? rule_.good : rule_.bad;
        if (example.empty() && !test.text.empty())
            example = test.text;
    }
    book_.tests.push_back(test);
}

void RuleReader::read_tests()
{
    table_.tables("test", [&](ConfigTable& test) { read_test(test); });
}

void RuleReader::read()
{
    read_identity();
    read_scope();
    read_selection();
    read_assertion();
    read_fix();
    read_texts();
    read_references();
    read_tests();
    index_selection(policy_, rule_, book_);
    if (!types_.all && types_.these.size() <= 16) {
        Few<Type, 16> few;
        for (Type type : types_.these)
            few.add(type);
        rule_.types = few;
    }
    const Policy* policy = book_.keep_one(policy_);
    rule_.policy = policy;
    rule_.check = check_for(*policy);
    book_.policies.push_back(policy);
    book_.rules.push_back(rule_);
}

void Loader::read_rules(ConfigTable& file, std::string_view family)
{
    family_ = book_.keep(family);
    read_detect(file);
    file.tables("rule", [&](ConfigTable& table) {
        RuleReader reader(*this, table);
        reader.read();
    });
}

} // namespace zonevet::policy
