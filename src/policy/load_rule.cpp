// One [[rule]]: who it is, where it runs, what it selects.
#include "policy/load_rule.h"

#include "lint/settings.h"
#include "policy/check.h"
#include "policy/selection_index.h"

#include <algorithm>

namespace zonevet::policy {

namespace {

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

// A rule or family of the program has this name; packs are checked again when they are built in.
bool is_taken(std::string_view name, bool by_pack)
{
    for (const Rule& rule : all_rules())
        if (rule.family == name || (rule.name == name && !(by_pack && rule.policy != nullptr)))
            return true;
    return name == "all" || name == own_family;
}

} // namespace

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
        if (!is_kebab(name) || (name[0] >= '0' && name[0] <= '9'))
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
    rule_.profile = profile ? *profile : loader_.is_pack_ ? Profile::recommended : Profile::core;
    rule_.tags = words("tags");
    rule_.effect = word("effect");
}

void RuleReader::read_scope()
{
    Set<std::string> on;
    table_.read<std::string>("on", on, {"state", "change"}, [](std::string_view w) -> std::optional<std::string> {
        return w == "state" || w == "change" ? std::optional<std::string>(w) : std::nullopt;
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
            text_.mistake(table_.find("profiles")->source(), fmt::format("there is no profile `{}`", defused(profile)),
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
        Few<Type, 24> few;
        for (Type type : types_.these)
            few.add(type);
        rule_.types = few;
    }
    const Policy* policy = book_.keep_one(policy_);
    rule_.policy = policy;
    rule_.takes_ack = policy->needs_ack;
    rule_.check = check_for(*policy);
    book_.policies.push_back(policy);
    book_.rules.push_back(rule_);
}

void Loader::read_rule(ConfigTable& rule, std::string_view family)
{
    family_ = book_.keep(family);
    RuleReader reader(*this, rule);
    reader.read();
}

void Loader::read_rules(ConfigTable& file, std::string_view family)
{
    read_detect(file);
    file.tables("rule", [&](ConfigTable& rule) { read_rule(rule, family); });
}

} // namespace zonevet::policy
