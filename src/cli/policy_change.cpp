// The two configurations are compared by what they do, not by their text: which rules are off, which levels are
// lower, what is no longer looked at.
#include "cli/policy_change.h"

#include "base/failure.h"
#include "git/repository.h"
#include "lint/fingerprint.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <set>

namespace zonevet {

namespace fs = std::filesystem;

PolicySource policy_source(const Given& given, const std::optional<GitStates>& states)
{
    std::string word = given.last("--policy-from");
    bool is_word = word.empty() || word == "new" || word == "base";
    if (!is_word && given.has("--config"))
        throw Failure("{} and {} both name a configuration\nhelp: give one of them", given.name_of("--policy-from"),
                      given.name_of("--config"));
    if (!is_word)
        return {};
    if (states) {
        bool is_new = word == "new" || (word.empty() && states->after->id().empty());
        return {is_new ? states->after.get() : states->target.get(), ""};
    }
    if (word.empty())
        return {};
    if (!given.has("--old"))
        throw Failure("{} {}: a change that is applied has no configuration of its own", given.name_of("--policy-from"),
                      word);
    fs::path place = given.last(word == "new" ? "--new" : "--old");
    std::error_code error;
    return {nullptr, disk().whole((fs::is_directory(place, error) ? place : place.parent_path()).string())};
}

namespace {

std::string listed(const std::vector<std::string_view>& names)
{
    constexpr std::size_t enough = 4;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), enough); ++i)
        text += fmt::format("{}`{}`", i == 0 ? "" : ", ", names[i]);
    return names.size() > enough ? fmt::format("{} and {} more", text, names.size() - enough) : text;
}

std::string level_word(const std::optional<Level>& level)
{
    return level ? std::string(level_text(*level)) : "never";
}

std::set<std::string> globs_of(const Set<std::vector<PathGlob>>& globs)
{
    std::set<std::string> texts;
    if (globs)
        for (const PathGlob& glob : *globs)
            texts.insert(glob.glob);
    return texts;
}

// What the second lets through that the first does not, in words.
std::vector<std::string> weakened(const Config& config, const Effective& now, const Config& new_config,
                                  const Effective& then)
{
    std::vector<std::string> words;
    std::vector<std::string_view> off, lower, commented;
    const std::vector<Rule>& rules = now.settings.catalogue();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const Rule* same = find_rule(rules[i].name, then.settings.catalogue());
        const RuleSetting& setting = now.settings.rules[i];
        if (!setting.enabled)
            continue;
        if (same == nullptr) {
            off.push_back(rules[i].name);
            continue;
        }
        const RuleSetting& other =
            then.settings.rules[static_cast<std::size_t>(same - then.settings.catalogue().data())];
        if (!other.enabled)
            off.push_back(rules[i].name);
        else if (other.level < setting.level)
            lower.push_back(rules[i].name);
        if (other.suppressible && !setting.suppressible)
            commented.push_back(rules[i].name);
    }
    auto add = [&](const std::vector<std::string_view>& names, std::string_view one, std::string_view more) {
        if (!names.empty())
            words.push_back(names.size() == 1 ? fmt::format("`{}` {}", names[0], one)
                                              : fmt::format("{} rules {}: {}", names.size(), more, listed(names)));
    };
    add(off, "is off", "are off");
    add(lower, "has a lower level", "have a lower level");
    add(commented, "can be silenced by comments", "can be silenced by comments");
    auto is_higher = [](const std::optional<Level>& one, const std::optional<Level>& other) {
        return one != other && (!one || (other && *one > *other));
    };
    if (is_higher(then.fail_on, now.fail_on))
        words.push_back(
            fmt::format("`fail-on` is `{}`, and was `{}`", level_word(then.fail_on), level_word(now.fail_on)));
    if (now.max_warnings >= 0 && (then.max_warnings < 0 || then.max_warnings > now.max_warnings))
        words.push_back("`max-warnings` is higher");
    if (then.settings.min_confidence > now.settings.min_confidence)
        words.push_back("`min-confidence` is higher");
    for (auto [list, is_added, text] :
         {std::tuple(std::pair(&config.exclude, &new_config.exclude), true, "`exclude` also has"),
          std::tuple(std::pair(&config.include, &new_config.include), false, "`include` has no longer")}) {
        std::set<std::string> first = globs_of(*list.first), second = globs_of(*list.second);
        if (!is_added)
            std::swap(first, second);
        std::vector<std::string_view> globs;
        for (const std::string& glob : second)
            if (!first.contains(glob))
                globs.push_back(glob);
        if (!globs.empty())
            words.push_back(fmt::format("{} {}", text, listed(globs)));
    }
    auto count = [&](std::size_t before, std::size_t after, std::string_view what) {
        if (after > before)
            words.push_back(after - before == 1 ? fmt::format("one {} more", what)
                                                : fmt::format("{} {}s more", after - before, what));
    };
    count(now.settings.suppressions.size(), then.settings.suppressions.size(), "[[suppress]]");
    count(now.settings.overrides.size(), then.settings.overrides.size(), "[[override]]");
    if (now.settings.only_former_comments && !then.settings.only_former_comments)
        words.push_back("comments of a change silence at once");
    if (now.settings.require_reason && !then.settings.require_reason)
        words.push_back("comments need no reason");
    return words;
}

// The first line that differs.
Span first_difference(std::string_view before, std::string_view now)
{
    auto [at, ignored] = std::mismatch(now.begin(), now.end(), before.begin(), before.end());
    auto place = static_cast<std::size_t>(at - now.begin());
    std::size_t begin = place == 0 ? 0 : now.rfind('\n', place - 1) + 1;
    std::size_t end = std::min(now.find('\n', begin), now.size());
    return {0, begin, end};
}

std::set<std::string> with(const std::vector<std::string>& one, const std::vector<std::string>& other)
{
    std::set<std::string> all(one.begin(), one.end());
    all.insert(other.begin(), other.end());
    return all;
}

std::shared_ptr<const Bytes> content_of(const Snapshot& state, const std::string& path)
{
    return state.is_file(path) ? state.read(path) : nullptr;
}

} // namespace

void report_policy_change(const Call& call, const GitStates& states, const Config& in_force, const Effective& effective,
                          RunReport& report)
{
    const Rule* rule = find_rule("policy-changed", effective.settings.catalogue());
    const RuleSetting& setting =
        effective.settings.rules[static_cast<std::size_t>(rule - effective.settings.catalogue().data())];
    bool is_in_force = policy_source(call.given, states).tree == states.after.get(); // --policy-from new
    Config then;
    std::vector<std::string> words;
    try {
        then = load_config(call.given, {states.after.get(), ""});
        Effective effective_then = resolve(then, call.given, call.environment);
        if (is_in_force) {
            Config target = load_config(call.given, {states.target.get(), ""});
            words = weakened(target, resolve(target, call.given, call.environment), then, effective_then);
        } else {
            words = weakened(in_force, effective, then, effective_then);
        }
    } catch (const Failure& failure) {
        report.unread.push_back(
            {"", fmt::format("the configuration of the change cannot be used: {}", failure.what())});
        return;
    }
    if (!setting.enabled)
        return;
    for (const std::string& path : with(in_force.files_in_tree, then.files_in_tree)) {
        std::shared_ptr<const Bytes> before = content_of(*states.before, path), now = content_of(*states.after, path);
        if ((before == nullptr && now == nullptr) ||
            (before != nullptr && now != nullptr && before->view() == now->view()))
            continue;
        const Snapshot& shown = now != nullptr ? *states.after : *states.before;
        auto sources = std::make_shared<Sources>();
        sources->add(shown.shown(path), now != nullptr ? now : before);
        ZoneReport file;
        file.path = shown.shown(path);
        file.is_zone = false;
        Finding finding;
        finding.rule = rule;
        finding.level =
            !words.empty() || !setting.level_from.empty() ? setting.level : std::min(setting.level, Level::info);
        finding.message = fmt::format("the change {} the configuration `{}`{}{}",
                                      now == nullptr      ? "removes"
                                      : before == nullptr ? "brings"
                                                          : "edits",
                                      path, words.empty() ? "" : ": ", fmt::join(words, "; "));
        finding.span = now == nullptr      ? first_difference("", before->view())
                       : before == nullptr ? first_difference("", now->view())
                                           : first_difference(before->view(), now->view());
        finding.effect = rule->effect;
        finding.help = is_in_force
                           ? "this review was judged by it already: --policy-from new"
                           : fmt::format("this review was judged by {}; `--policy-from new` judges by what the change "
                                         "makes of it",
                                         in_force.path.empty() ? "the defaults" : "`" + in_force.path + "`");
        finding.fingerprint = fingerprint(finding, Name(), path);
        auto ack = std::find_if(effective.settings.acknowledged.begin(), effective.settings.acknowledged.end(),
                                [&](const auto& item) { return &effective.settings.catalogue()[item.first] == rule; });
        if (ack != effective.settings.acknowledged.end()) {
            finding.suppressed = Suppression{"acknowledged", ack->second, "", std::nullopt};
            file.suppressed.push_back(std::move(finding));
        } else {
            file.findings.push_back(std::move(finding));
        }
        file.sources = std::move(sources);
        report.zones.push_back(std::move(file));
        words.clear(); // told once
    }
}

} // namespace zonevet
