// The grammar: `; zonevet: verb[list] key=value ...`; values bare or in double quotes; `-- free text`
// at the end is the reason as well.
#include "lint/suppress.h"

#include "base/day.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fmt/format.h>

namespace zonevet {

namespace {

constexpr std::uint64_t never = ~std::uint64_t{0}; // the end of a range that is not closed
constexpr std::uint32_t any_name = 0xffffffff;
constexpr std::size_t none = ~std::size_t{0}; // no silence; greater than each

std::uint64_t range_key(std::uint32_t source, std::size_t rule, bool expired)
{
    return static_cast<std::uint64_t>(source) << 32 | rule << 1 | (expired ? 1 : 0);
}

// Type::none: any.
std::uint64_t configured_key(std::uint32_t name, Type type)
{
    return static_cast<std::uint64_t>(name) << 16 | static_cast<std::uint16_t>(type);
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

// Days since 1970-01-01 as "2026-12-31".
std::string date_of(std::int64_t day)
{
    std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

struct Comment {
    std::string_view verb, list;
    std::string reason, until;
    std::string error, help; // empty: well formed
    std::string_view wrong;

    std::string_view words() const; // "off[rule]", of a comment that is well formed
};

std::string_view Comment::words() const
{
    return {verb.data(), static_cast<std::size_t>(list.data() + list.size() + 1 - verb.data())};
}

Comment parse(std::string_view text)
{
    Comment comment;
    std::size_t colon = text.find("zonevet:");
    std::string_view rest = trimmed(text.substr(colon + 8));
    std::size_t verb_end = rest.find_first_of("[ \t");
    comment.verb = rest.substr(0, verb_end);
    rest = verb_end == std::string_view::npos ? std::string_view() : trimmed(rest.substr(verb_end));
    comment.wrong = comment.verb;
    if (comment.verb != "ignore" && comment.verb != "ignore-name" && comment.verb != "ignore-file" &&
        comment.verb != "off" && comment.verb != "on") {
        comment.error = fmt::format("`{}` is not what a zonevet comment can do", comment.verb);
        comment.help = "write `ignore`, `ignore-name`, `ignore-file`, `off` or `on`";
        return comment;
    }
    std::size_t close = rest.find(']');
    bool bracket = !rest.empty() && rest[0] == '[';
    if (!bracket || close == std::string_view::npos || trimmed(rest.substr(1, close - 1)).empty()) {
        comment.help = fmt::format("write `{}[rule-name]`", comment.verb);
        if (!bracket) {
            comment.error = fmt::format("`{}` needs the names of rules in brackets", comment.verb);
        } else if (close == std::string_view::npos) {
            comment.wrong = rest.substr(0, 1);
            comment.error = fmt::format("the bracket behind `{}` is not closed", comment.verb);
        } else {
            comment.wrong = rest.substr(0, close + 1);
            comment.error = fmt::format("the brackets behind `{}` name no rule", comment.verb);
        }
        return comment;
    }
    comment.list = rest.substr(1, close - 1);
    rest = trimmed(rest.substr(close + 1));
    while (!rest.empty()) {
        if (rest.starts_with("--")) {
            comment.reason = trimmed(rest.substr(2));
            return comment;
        }
        std::size_t equals = rest.find('=');
        std::string_view key = rest.substr(0, equals);
        comment.wrong = key.substr(0, key.find_first_of(" \t"));
        if (equals == std::string_view::npos || key.find_first_of(" \t") != std::string_view::npos) {
            comment.error = fmt::format("`{}` is not understood", comment.wrong);
            comment.help = "write `reason=\"...\"` or `until=YYYY-MM-DD`";
            return comment;
        }
        rest.remove_prefix(equals + 1);
        std::string_view value;
        if (!rest.empty() && rest[0] == '"') {
            std::size_t end = rest.find('"', 1);
            if (end == std::string_view::npos) {
                comment.error = fmt::format("the quote behind `{}=` is not closed", key);
                comment.help = "end it before the end of the line";
                return comment;
            }
            value = rest.substr(1, end - 1);
            rest = trimmed(rest.substr(end + 1));
        } else {
            std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
            value = rest.substr(0, end);
            rest = trimmed(rest.substr(end));
        }
        if (key == "reason")
            comment.reason = value;
        else if (key == "until") {
            comment.until = value;
            if (!day_of(value)) {
                comment.wrong = value.empty() ? key : value;
                comment.error = fmt::format("`{}` is not a date", value);
                comment.help = "write `until=YYYY-MM-DD`";
                return comment;
            }
        } else if (key != "owner" && key != "ticket") {
            comment.wrong = key;
            comment.error = fmt::format("`{}` is not a key of zonevet comments", key);
            comment.help = "write `reason`, `until`, `owner` or `ticket`";
            return comment;
        }
    }
    return comment;
}

} // namespace

Silences::Silences(const Zone& zone, const std::vector<ControlComment>& comments, const Settings& settings,
                   std::vector<Problem>& problems)
    : zone_(zone), settings_(settings)
{
    if (!settings.use_suppressions)
        return;
    for (const ControlComment& comment : comments)
        read(comment, problems);
    for (std::uint32_t i = 0; i < zone.record_count() && !wanted_names_.empty(); ++i) {
        Record record = zone.record(RecordId{i});
        auto [begin, end] = wanted_names_.equal_range(record.entry().bits());
        for (auto at = begin; at != end; ++at)
            silences_[at->second].name = static_cast<std::uint32_t>(record.node().id());
        wanted_names_.erase(begin, end);
    }
    for (const Silence& silence : silences_) {
        if (silence.scope != Scope::range || silence.end != never)
            continue;
        Problem problem;
        problem.mistake = Mistake::suppression_unclosed;
        problem.span = silence.words;
        problem.entry = silence.comment.position();
        problem.message = fmt::format("`off[{}]` is never switched on again", silence.list);
        problem.help = fmt::format("end the range with `; zonevet: on[{}]`", silence.list);
        problems.push_back(std::move(problem));
    }
    for (const ConfiguredSuppression& configured : settings.suppressions) {
        Silence silence;
        silence.scope = Scope::config;
        silence.rules = configured.rules;
        silence.reason = configured.reason;
        silence.until = configured.until;
        silence.configured = &configured;
        silence.used = true; // unused ones are judged over the whole run, not per zone
        if (std::optional<std::int64_t> until = day_of(configured.until))
            silence.expired = *until < settings.today;
        std::sort(silence.rules.begin(), silence.rules.end());
        silences_.push_back(std::move(silence));
    }
    index();
}

void Silences::index()
{
    for (std::size_t i = 0; i < silences_.size(); ++i) {
        const Silence& silence = silences_[i];
        switch (silence.scope) {
        case Scope::entry:
            enter(Scope::entry, silence.entry.bits(), i);
            break;
        case Scope::name:
            enter(Scope::name, silence.name, i);
            break;
        case Scope::file:
            enter(Scope::file, silence.comment.source, i);
            break;
        case Scope::range:
            enter_range(i);
            break;
        case Scope::config:
            enter_configured(i);
            break;
        }
    }
}

void Silences::enter(Scope scope, std::uint64_t where, std::size_t silence)
{
    Place& place = places_[static_cast<std::size_t>(scope)][where];
    place.covered.resize(settings_.rules.size() * 2, false);
    bool adds = false;
    for (std::size_t rule : silences_[silence].rules) {
        std::size_t bit = rule * 2 + (silences_[silence].expired ? 1 : 0);
        adds = adds || !place.covered[bit];
        place.covered[bit] = true;
    }
    if (adds)
        place.silences.push_back(silence);
}

void Silences::enter_range(std::size_t silence)
{
    for (std::size_t rule : silences_[silence].rules) {
        std::vector<std::size_t>& ranges =
            ranges_[range_key(silences_[silence].comment.source, rule, silences_[silence].expired)];
        if (ranges.empty() || silences_[ranges.back()].end < silences_[silence].end)
            ranges.push_back(silence);
    }
}

// Of other zones, and of names and types that this one has not, there is nothing to find.
void Silences::enter_configured(std::size_t silence)
{
    const ConfiguredSuppression& configured = *silences_[silence].configured;
    OwnedName name;
    if (!configured.zone.empty() && (!to_name(configured.zone, name) || name.view() != zone_.apex()))
        return;
    std::uint32_t id = any_name;
    if (!configured.name.empty()) {
        std::optional<Node> node;
        if (to_name(configured.name, name, zone_.apex()))
            node = zone_.find(name);
        if (!node)
            return;
        id = static_cast<std::uint32_t>(node->id());
    }
    Type type = configured.type.empty() ? Type::none : type_from_text(configured.type);
    if (!configured.type.empty() && type == Type::none)
        return;
    enter(Scope::config, configured_key(id, type), silence);
}

void Silences::read(const ControlComment& control, std::vector<Problem>& problems)
{
    std::string_view text = zone_.sources().text(control.span);
    auto span_in = [&](std::string_view part) {
        Span span = control.span;
        span.begin += static_cast<std::uint64_t>(part.data() - text.data());
        span.end = span.begin + part.size();
        return span;
    };
    auto tell = [&](Mistake mistake, std::string_view part, std::string message, std::string help = "",
                    std::optional<std::string> fix = {}) {
        Problem problem;
        problem.mistake = mistake;
        problem.span = part.empty() ? control.span : span_in(part);
        problem.entry = control.span.position();
        problem.message = std::move(message);
        problem.help = std::move(help);
        problem.fix = std::move(fix);
        problems.push_back(std::move(problem));
    };
    Comment comment = parse(text);
    if (!comment.error.empty()) {
        tell(Mistake::suppression_malformed, comment.wrong, comment.error, comment.help);
        return;
    }
    Silence silence;
    silence.comment = control.span;
    silence.words = span_in(comment.words());
    silence.reason = comment.reason;
    silence.until = comment.until;
    silence.list = comment.list;
    silence.verb = comment.verb;
    std::string_view rest = comment.list;
    while (!rest.empty()) {
        std::size_t comma = std::min(rest.find(','), rest.size());
        std::string_view word = trimmed(rest.substr(0, comma));
        rest.remove_prefix(std::min(rest.size(), comma + 1));
        if (word.empty())
            continue;
        std::vector<std::size_t> rules = rules_named(word, settings_.catalogue());
        if (rules.empty()) {
            std::string near = nearest_rule_word(word, settings_.catalogue());
            if (near.empty())
                tell(Mistake::suppression_unknown_rule, word, fmt::format("`{}` is not a rule", word),
                     "`zonevet rules` lists them");
            else
                tell(Mistake::suppression_unknown_rule, word, fmt::format("`{}` is not a rule", word),
                     fmt::format("did you mean `{}`?", near),
                     find_rule(near, settings_.catalogue()) != nullptr ? std::optional(near) : std::nullopt);
        }
        for (std::size_t rule : rules) {
            if (settings_.rules[rule].suppressible)
                silence.rules.push_back(rule);
            else
                tell(Mistake::suppression_locked, word,
                     fmt::format("`{}` cannot be silenced by a comment: the configuration forbids it",
                                 settings_.catalogue()[rule].name),
                     "remove it from the comment, and mend what the rule reports");
        }
    }
    if (comment.verb == "on") {
        auto open = open_ranges_.find({control.span.source, std::string(comment.list)});
        if (open != open_ranges_.end()) {
            silences_[open->second.front()].end = control.span.begin;
            open->second.pop_front();
            if (open->second.empty())
                open_ranges_.erase(open);
            return;
        }
        tell(Mistake::suppression_malformed, comment.verb,
             fmt::format("`on[{}]` ends nothing: there is no open `off[{}]`", comment.list, comment.list),
             "remove it, or put `off` before it with the same names");
        return;
    }
    if (settings_.require_reason && comment.reason.empty())
        tell(Mistake::suppression_no_reason, comment.verb, "this comment silences a rule without saying why",
             "add `reason=\"...\"`: the next reader of this file will ask");
    if (comment.until.empty()) {
        if (settings_.require_until)
            tell(Mistake::suppression_no_until, comment.verb, "this comment silences a rule for ever",
                 "add `until=YYYY-MM-DD`: the configuration asks for it");
    } else {
        std::int64_t until = *day_of(comment.until);
        silence.expired = until < settings_.today;
        if (silence.expired)
            tell(Mistake::suppression_expired, text.substr(text.find(comment.until), comment.until.size()),
                 fmt::format("this comment ended on {}; what it silenced is reported again", comment.until),
                 "mend what it silenced and remove it, or set a later day");
        else if (settings_.max_days > 0 && until - settings_.today > settings_.max_days)
            tell(Mistake::suppression_too_long, text.substr(text.find(comment.until), comment.until.size()),
                 fmt::format("`{}` is more than {} days away", comment.until, settings_.max_days),
                 fmt::format("write `{}` or an earlier day: the configuration allows no later one",
                             date_of(settings_.today + settings_.max_days)));
    }
    if (silence.rules.empty())
        return;
    std::sort(silence.rules.begin(), silence.rules.end());
    std::size_t index = silences_.size();
    if (comment.verb == "ignore") {
        silence.entry = control.covers;
    } else if (comment.verb == "ignore-file") {
        silence.scope = Scope::file;
    } else if (comment.verb == "off") {
        silence.scope = Scope::range;
        silence.begin = control.span.end;
        silence.end = never;
        open_ranges_[{control.span.source, silence.list}].push_back(index);
    } else {
        silence.scope = Scope::name;
        wanted_names_.emplace(control.covers.bits(), index);
    }
    silences_.push_back(std::move(silence));
}

// The first one there that covers the finding, or `none`.
std::size_t Silences::at(Scope scope, std::uint64_t where, const Collected& found, bool expired) const
{
    const auto& places = places_[static_cast<std::size_t>(scope)];
    auto place = places.find(where);
    if (place == places.end())
        return none;
    for (std::size_t index : place->second.silences)
        if (silences_[index].expired == expired &&
            std::binary_search(silences_[index].rules.begin(), silences_[index].rules.end(), found.rule))
            return index;
    return none;
}

std::size_t Silences::in_range(const Collected& found, bool expired) const
{
    std::uint64_t offset = found.position & ((std::uint64_t{1} << 40) - 1);
    auto ranges = ranges_.find(range_key(static_cast<std::uint32_t>(found.position >> 40), found.rule, expired));
    if (ranges == ranges_.end())
        return none;
    auto first = std::partition_point(ranges->second.begin(), ranges->second.end(),
                                      [&](std::size_t index) { return silences_[index].end <= offset; });
    return first != ranges->second.end() && silences_[*first].begin <= offset ? *first : none;
}

// A comment at the record comes first, then whichever was written first.
std::optional<std::size_t> Silences::find(const Collected& found, bool expired) const
{
    if (silences_.empty() || !settings_.rules[found.rule].suppressible)
        return {};
    std::size_t first = at(Scope::entry, found.position, found, expired);
    if (first != none)
        return first;
    first = std::min({at(Scope::file, found.position >> 40, found, expired), in_range(found, expired),
                      at(Scope::config, configured_key(any_name, Type::none), found, expired)});
    if (found.record != Collected::none) {
        Record record = zone_.record(RecordId{found.record});
        std::uint32_t name = static_cast<std::uint32_t>(record.node().id());
        first = std::min({first, at(Scope::name, name, found, expired),
                          at(Scope::config, configured_key(name, record.type()), found, expired),
                          at(Scope::config, configured_key(name, Type::none), found, expired),
                          at(Scope::config, configured_key(any_name, record.type()), found, expired)});
    }
    return first != none ? std::optional(first) : std::nullopt;
}

std::optional<std::size_t> Silences::covering(const Collected& found)
{
    std::optional<std::size_t> index = find(found, false);
    if (index)
        silences_[*index].used = true;
    return index;
}

std::optional<std::size_t> Silences::expired(const Collected& found) const
{
    return find(found, true);
}

Suppression Silences::describe(std::size_t index) const
{
    const Silence& silence = silences_[index];
    Suppression suppression;
    suppression.kind = silence.configured != nullptr ? "config" : "comment";
    suppression.reason = silence.reason;
    suppression.until = silence.until;
    if (silence.configured == nullptr)
        suppression.comment = silence.comment;
    return suppression;
}

// What it is for may be what such a rule does not say while a part of the zone is not known.
bool Silences::asks_zone(const Silence& silence) const
{
    return std::any_of(silence.rules.begin(), silence.rules.end(), [&](std::size_t rule) {
        return settings_.rules[rule].enabled && !std::holds_alternative<Mistake>(settings_.catalogue()[rule].check);
    });
}

std::vector<Problem> Silences::unused() const
{
    std::vector<Problem> problems;
    for (const Silence& silence : silences_) {
        if (silence.used || silence.expired)
            continue;
        bool ran = std::any_of(silence.rules.begin(), silence.rules.end(),
                               [&](std::size_t rule) { return settings_.rules[rule].enabled; });
        if (!ran || (zone_.incomplete() && asks_zone(silence)))
            continue;
        Problem problem;
        problem.mistake = Mistake::suppression_unused;
        problem.span = silence.comment;
        problem.entry = silence.comment.position();
        problem.message = fmt::format("`{}[{}]` silences nothing", silence.verb, silence.list);
        problem.help = "remove the comment: what it was for is gone";
        problems.push_back(std::move(problem));
    }
    return problems;
}

} // namespace zonevet
