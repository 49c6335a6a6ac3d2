// Workflow commands of GitHub Actions: each becomes a note at its line in the pull request. GitHub
// shows ten of a level for a step, so the worst come first and the rest is said in plain words.
#include "report/formats.h"
#include "report/prose.h"

#include <algorithm>

namespace zonevet {

namespace {

constexpr std::size_t most_per_level = 10;

std::string_view command(Level level)
{
    return level == Level::error ? "error" : level == Level::warning ? "warning" : "notice";
}

// The runner undoes exactly these; ':' and ',' mean something in properties only.
std::string escaped(std::string_view text, bool property)
{
    std::string out;
    for (char c : text) {
        if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
            out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        else
            out += c;
    }
    return out;
}

std::string annotation(const ZoneReport& zone, const Finding& finding)
{
    const Sources& sources = *zone.sources;
    LineColumn begin = sources.locate(finding.span.position());
    LineColumn end = sources.locate({finding.span.source, finding.span.end});
    std::string where =
        fmt::format("file={},line={}", escaped(defused(sources[finding.span.source].path()), true), begin.line);
    // Columns of a span over several lines are refused.
    if (begin.line == end.line)
        where += fmt::format(",col={},endLine={},endColumn={}", begin.column, end.line,
                             std::max(end.column, begin.column + 1));
    else
        where += fmt::format(",endLine={}", end.line);

    std::string text = defused(finding.message);
    if (!finding.label.empty())
        text += "\n" + defused(finding.label);
    if (!finding.help.empty())
        text += "\nhelp: " + defused(finding.help);
    for (const RelatedPlace& note : finding.notes) {
        text += "\nnote: ";
        if (note.span)
            text += fmt::format("{}:{}: ", defused(sources[note.span->source].path()),
                                sources.locate(note.span->position()).line);
        text += defused(note.text);
    }
    if (!finding.effect.empty())
        text += "\neffect: " + defused(finding.effect);
    std::string title = fmt::format("zonevet: {}", finding.rule->name);
    return fmt::format("::{} title={},{}::{}\n", command(finding.level), escaped(title, true), where,
                       escaped(text, false));
}

} // namespace

void report_github(const RunReport& run, const ReportStyle& style, const Write& write)
{
    for (const Unread& file : run.unread)
        write(fmt::format("::error title=zonevet: not judged,file={}::{}\n", escaped(defused(file.path), true),
                          escaped(file.message, false)));
    for (Level level : {Level::error, Level::warning, Level::info}) {
        std::size_t said = 0, count = run.count(level);
        for (const ZoneReport& zone : run.zones)
            for (const Finding& finding : zone.findings) {
                if (finding.level != level || said == most_per_level)
                    continue;
                write(annotation(zone, finding));
                ++said;
            }
        if (count > said)
            write(fmt::format("{} more {}{} not annotated; `zonevet check -o full` shows all\n", count - said,
                              command(level), count - said == 1 ? " is" : "s are"));
    }
    if (style.statistics)
        write(prose::statistics_table(run, style));
    if (style.summary)
        write(closing_line(run, style));
}

} // namespace zonevet
