// The one place that knows every rule. Each rule file defines one constant, `rule`, in a namespace
// of the file's name; rules/list.def names them in order, and its folder is the family of the rule.
#include "lint/rule.h"

namespace zonevet {

namespace rules {
#define ZV_RULE(folder, stem)                                                                                          \
    namespace stem {                                                                                                   \
    extern const Rule rule;                                                                                            \
    }
#include "rules/list.def"
#undef ZV_RULE
} // namespace rules

const std::vector<Rule>& all_rules()
{
    // Made on first use: nothing runs before main.
    static const std::vector<Rule> all = [] {
        std::vector<Rule> list;
        [[maybe_unused]] auto add = [&list](const Rule& rule, std::string_view family) {
            list.push_back(rule);
            list.back().family = family;
            list.back().takes_ack = list.back().takes_ack || family == "change";
        };
#define ZV_RULE(folder, stem) add(rules::stem::rule, #folder);
#include "rules/list.def"
#undef ZV_RULE
        list.insert(list.end(), pack_rules().begin(), pack_rules().end());
        return list;
    }();
    return all;
}

const Rule* find_rule(std::string_view name, const std::vector<Rule>& rules)
{
    for (const Rule& rule : rules)
        if (rule.name == name || (!name.empty() && rule.id == name))
            return &rule;
    return nullptr;
}

std::string_view level_text(Level level)
{
    switch (level) {
    case Level::info:
        return "info";
    case Level::warning:
        return "warning";
    case Level::error:
        break;
    }
    return "error";
}

std::string_view confidence_text(Confidence confidence)
{
    switch (confidence) {
    case Confidence::low:
        return "low";
    case Confidence::medium:
        return "medium";
    case Confidence::high:
        break;
    }
    return "high";
}

std::string_view profile_text(Profile profile)
{
    switch (profile) {
    case Profile::core:
        return "core";
    case Profile::recommended:
        return "recommended";
    case Profile::strict:
        break;
    }
    return "strict";
}

std::optional<Level> level_of(std::string_view word)
{
    for (Level level : {Level::info, Level::warning, Level::error})
        if (word == level_text(level))
            return level;
    return {};
}

std::optional<Confidence> confidence_of(std::string_view word)
{
    for (Confidence confidence : {Confidence::low, Confidence::medium, Confidence::high})
        if (word == confidence_text(confidence))
            return confidence;
    return {};
}

std::optional<Profile> profile_of(std::string_view word)
{
    for (Profile profile : {Profile::core, Profile::recommended, Profile::strict})
        if (word == profile_text(profile))
            return profile;
    return {};
}

std::string reference_text(const Reference& reference)
{
    bool number = !reference.document.empty() && reference.document.front() >= '0' && reference.document.front() <= '9';
    std::string text = number ? fmt::format("RFC {}", reference.document) : std::string(reference.document);
    if (!reference.section.empty())
        text += fmt::format(", section {}", reference.section);
    return text;
}

std::string reference_url(const Reference& reference)
{
    if (!reference.url.empty())
        return std::string(reference.url);
    // "RFC 2181" and "2181" both name the document.
    std::size_t digit = reference.document.find_first_of("0123456789");
    bool is_rfc = digit == 0 || reference.document.starts_with("RFC");
    if (!is_rfc || digit == std::string_view::npos)
        return "";
    std::string url = fmt::format("https://www.rfc-editor.org/rfc/rfc{}", reference.document.substr(digit));
    if (!reference.section.empty())
        url += fmt::format("#section-{}", reference.section);
    return url;
}

} // namespace zonevet
