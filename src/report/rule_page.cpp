// The page of a rule: the same text for `zonevet explain`, for SARIF viewers and for the
// documentation.
#include "report/report.h"

#include "text/source.h"

#include <algorithm>

namespace zonevet {

namespace {

constexpr std::size_t page_width = 80;

// Breaks prose into lines; every line begins with `indent`.
std::string wrapped(std::string_view text, std::string_view indent)
{
    std::string out, line;
    auto flush = [&] {
        if (!line.empty())
            out += fmt::format("{}{}\n", indent, line);
        line.clear();
    };
    while (!text.empty()) {
        std::size_t begin = text.find_first_not_of(" \n");
        if (begin == std::string_view::npos)
            break;
        std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
        std::string_view word = text.substr(begin, end - begin);
        text.remove_prefix(end);
        if (!line.empty() && indent.size() + line.size() + 1 + word.size() > page_width)
            flush();
        line += line.empty() ? "" : " ";
        line += word;
    }
    flush();
    return out;
}

// The lines of an example, each with an indent, without blank lines at its ends.
std::string indented(std::string_view text, std::string_view indent)
{
    while (text.starts_with('\n'))
        text.remove_prefix(1);
    while (text.ends_with('\n') || text.ends_with(' '))
        text.remove_suffix(1);
    std::string out;
    while (!text.empty()) {
        std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        // Examples of broken files hold what no page may.
        out += line.empty() ? "\n" : fmt::format("{}{}\n", indent, defused(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string period_text(std::int64_t seconds)
{
    constexpr std::pair<std::int64_t, char> units[] = {{604800, 'w'}, {86400, 'd'}, {3600, 'h'}, {60, 'm'}, {1, 's'}};
    std::string text;
    for (auto [length, letter] : units) {
        if (seconds >= length)
            text += fmt::format("{}{}", seconds / length, letter);
        seconds %= length;
    }
    return text.empty() ? "0" : text;
}

// The default as one would write it in the configuration.
std::string default_text(const Option& option)
{
    switch (option.kind) {
    case Option::Kind::number:
        return fmt::format("{}", option.number);
    case Option::Kind::period:
        return fmt::format("\"{}\"", period_text(option.number));
    case Option::Kind::flag:
        return option.number != 0 ? "true" : "false";
    case Option::Kind::list:
        break;
    }
    std::string text;
    std::string_view rest = option.list;
    while (true) {
        std::size_t begin = rest.find_first_not_of(' ');
        if (begin == std::string_view::npos)
            break;
        std::size_t end = std::min(rest.find(' ', begin), rest.size());
        text += fmt::format("{}\"{}\"", text.empty() ? "" : ", ", rest.substr(begin, end - begin));
        rest.remove_prefix(end);
    }
    return fmt::format("[{}]", text);
}

std::string rule_facts(const Rule& rule)
{
    return fmt::format("{} by default, family {}, profile {}, confidence {}", level_text(rule.level), rule.family,
                       profile_text(rule.profile), confidence_text(rule.confidence));
}

std::string word_list(std::string_view head, std::span<const std::string_view> words, std::string_view between)
{
    std::string text;
    for (std::string_view word : words)
        text += fmt::format("{}{}", text.empty() ? head : between, word);
    return text.empty() ? text : text + "\n";
}

std::string configuration(const Rule& rule)
{
    std::string text = fmt::format("[rules.{}]\n", rule.name);
    text += fmt::format("severity = \"{}\"\n", level_text(rule.level));
    for (const Option& option : rule.options)
        text += fmt::format("{} = {}{}{}\n", option.name, default_text(option), option.help.empty() ? "" : "  # ",
                            option.help);
    return text;
}

std::string sentence(std::string_view text)
{
    std::string out(text);
    if (!out.empty() && out.back() != '.' && out.back() != '?' && out.back() != '!')
        out += '.';
    if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
        out.front() = static_cast<char>(out.front() - 'a' + 'A');
    return out;
}

std::string acknowledgement(const Rule& rule)
{
    return fmt::format("zonevet review ... --ack {}=TICKET", rule.name);
}

bool is_about_yaml(const Rule& rule)
{
    return rule.family == "octodns";
}

std::string silence(const Rule& rule)
{
    return fmt::format("{} zonevet: ignore[{}] reason=\"...\"", is_about_yaml(rule) ? "#" : ";", rule.name);
}

} // namespace

std::string rule_page_text(const Rule& rule)
{
    std::string page = fmt::format("{}\n{}\n\n", rule.name, std::string(rule.name.size(), '='));
    page += wrapped(sentence(rule.summary), "");
    page += fmt::format("({})\n", rule_facts(rule));
    if (!rule.id.empty())
        page += fmt::format("Id: {}\n", rule.id);
    page += word_list("Only for zones with profile: ", rule.scope.profiles, " or ");
    page += word_list("Tags: ", rule.tags, ", ");
    if (!rule.why.empty())
        page += "\nWhy it matters\n" + wrapped(sentence(rule.why), "  ");
    if (!rule.effect.empty())
        page += "\nEffect\n" + wrapped(sentence(rule.effect), "  ");
    if (!rule.bad.empty())
        page += "\nReported\n" + indented(rule.bad, "  ");
    if (!rule.good.empty())
        page += "\nAccepted\n" + indented(rule.good, "  ");
    page += "\nConfiguration\n" + indented(configuration(rule), "  ");
    page += rule.takes_ack ? fmt::format("\nTo accept it in one review\n  {}\n", acknowledgement(rule))
                           : fmt::format("\nTo accept it for one record, at the end of its line or on the line "
                                         "before\n  {}\n",
                                         silence(rule));
    if (!rule.references.empty())
        page += "\nReferences\n";
    for (const Reference& reference : rule.references) {
        std::string url = reference_url(reference);
        page += fmt::format("  {}{}{}\n", reference_text(reference), url.empty() ? "" : ": ", url);
    }
    return page;
}

std::string rule_page_markdown(const Rule& rule)
{
    std::string page =
        fmt::format("# {}\n\n{}\n\n*{}*\n", rule.name, sentence(rule.summary), sentence(rule_facts(rule)));
    if (!rule.why.empty())
        page += fmt::format("\n## Why it matters\n\n{}\n", sentence(rule.why));
    if (!rule.effect.empty())
        page += fmt::format("\nEffect: {}\n", sentence(rule.effect));
    if (!rule.bad.empty())
        page += fmt::format("\n## Reported\n\n```{}\n{}```\n", is_about_yaml(rule) ? "yaml" : "dns",
                            indented(rule.bad, ""));
    if (!rule.good.empty())
        page += fmt::format("\n## Accepted\n\n```{}\n{}```\n", is_about_yaml(rule) ? "yaml" : "dns",
                            indented(rule.good, ""));
    page += fmt::format("\n## Configuration\n\n```toml\n{}```\n", configuration(rule));
    page += rule.takes_ack ? fmt::format("\nTo accept it in one review:\n\n```sh\n{}\n```\n", acknowledgement(rule))
                           : fmt::format("\nTo accept it for one record:\n\n```dns\n{}\n```\n", silence(rule));
    if (!rule.references.empty())
        page += "\n## References\n\n";
    for (const Reference& reference : rule.references) {
        std::string url = reference_url(reference);
        page += url.empty() ? fmt::format("- {}\n", reference_text(reference))
                            : fmt::format("- [{}]({})\n", reference_text(reference), url);
    }
    return page;
}

} // namespace zonevet
