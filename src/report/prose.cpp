// Words and colours that the formats for people have in common.
#include "report/prose.h"

#include <algorithm>

namespace zonevet::prose {

Ink level_ink(Level level)
{
    return level == Level::error ? Ink::red : level == Level::warning ? Ink::yellow : Ink::cyan;
}

void Shown::each(const RunReport& run, const ReportStyle& style,
                 const std::function<void(const ZoneReport&, const Finding&)>& show)
{
    std::map<std::string_view, std::size_t> shown;
    for (const ZoneReport& zone : run.zones) {
        for (const Finding& finding : zone.findings) {
            std::size_t number = ++shown[finding.rule->name];
            if (style.max_per_rule != 0 && number > style.max_per_rule) {
                ++hidden_[finding.rule->name];
                continue;
            }
            any_ = true;
            show(zone, finding);
        }
        for (const ZoneReport::Hidden& some : zone.hidden)
            if (some.count != 0)
                hidden_[some.rule->name] += some.count;
    }
}

void Shown::write_hidden(const ReportStyle& style, const Write& write) const
{
    for (const auto& [rule, count] : hidden_) {
        std::string line =
            count == 1 ? fmt::format("\u2026 1 more {} finding is not shown; see it with --max-per-rule 0", rule)
                       : fmt::format("\u2026 {} more {} findings are not shown; see more with "
                                     "--max-per-rule 0",
                                     count, rule);
        write(paint(style, Ink::bold, line) + "\n");
    }
    if (!hidden_.empty())
        write("\n");
}

std::string counted(std::size_t count, std::string_view noun)
{
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string statistics_table(const RunReport& run, const ReportStyle& style)
{
    struct Row {
        std::string_view rule;
        Level level;
        std::size_t count;
    };
    std::map<std::pair<std::string_view, Level>, std::size_t> counts;
    for (const ZoneReport& zone : run.zones) {
        for (const Finding& finding : zone.findings)
            ++counts[{finding.rule->name, finding.level}];
        for (const ZoneReport::Hidden& some : zone.hidden)
            counts[{some.rule->name, some.level}] += some.count;
    }
    std::vector<Row> rows;
    for (const auto& [key, count] : counts)
        if (count != 0)
            rows.push_back({key.first, key.second, count});
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.count > b.count; });
    std::size_t width = rows.empty() ? 0 : std::max<std::size_t>(4, fmt::format("{}", rows[0].count).size());
    std::string table;
    for (const Row& row : rows) {
        std::string level = fmt::format("{:<7}", level_text(row.level));
        table += fmt::format("{:>{}}  {}  {}\n", row.count, width, paint(style, level_ink(row.level), level), row.rule);
    }
    return table;
}

std::string one_line(std::string_view message)
{
    std::string line;
    while (!message.empty()) {
        std::size_t end = std::min(message.find('\n'), message.size());
        line += fmt::format("{}{}", line.empty() ? "" : "; ", message.substr(0, end));
        message.remove_prefix(std::min(end + 1, message.size()));
    }
    return line;
}

} // namespace zonevet::prose

namespace zonevet {

std::string closing_line(const RunReport& run, const ReportStyle& style)
{
    std::size_t errors = run.count(Level::error);
    std::size_t warnings = run.count(Level::warning);
    std::size_t infos = run.count(Level::info);
    std::string line = paint(style, errors ? Ink::red : Ink::plain, prose::counted(errors, "error"));
    line += ", " + paint(style, warnings ? Ink::yellow : Ink::plain, prose::counted(warnings, "warning"));
    if (infos != 0)
        line += ", " + paint(style, Ink::cyan, prose::counted(infos, "info"));
    std::string time =
        run.seconds < 10 ? fmt::format("{:.0f} ms", run.seconds * 1000) : fmt::format("{:.1f} s", run.seconds);
    if (!run.unread.empty())
        line += ", " + paint(style, Ink::red, prose::counted(run.unread.size(), "file") + " not judged");
    line += fmt::format(", {} suppressed in {}, {} ({}). Exit {}.\n", run.suppressed(),
                        prose::counted(run.zone_count(), "zone"), prose::counted(run.records(), "record"), time,
                        style.exit_code);
    return line;
}

} // namespace zonevet
