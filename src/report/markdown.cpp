// For the summary of a CI job, a comment on a pull request, or a change ticket: the verdict first,
// since that is what the mail about the comment shows.
#include "report/change_text.h"
#include "report/formats.h"
#include "report/prose.h"

#include <algorithm>

namespace zonevet {

namespace {

constexpr std::size_t most_lines = 200; // of one zone; comments of code hosts are limited

// Text in a paragraph or a cell of a table: nothing in it is markup, and nobody is notified.
std::string plain(std::string_view text)
{
    std::string out;
    for (char c : defused(text)) {
        if (std::string_view("\\`*_{}[]<>#|~!@$&").find(c) != std::string_view::npos)
            out += fmt::format("&#{};", static_cast<int>(c));
        else
            out += c == '\n' ? ' ' : c;
    }
    return out;
}

// Text of messages, in which `...` quotes what the author wrote.
std::string marked_up(std::string_view text)
{
    std::string out;
    bool inside = false;
    while (!text.empty()) {
        std::size_t end = std::min(text.find('`'), text.size());
        out += plain(text.substr(0, end));
        if (end < text.size())
            out += (inside = !inside) ? "<code>" : "</code>";
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out + (inside ? "</code>" : "");
}

std::string code(std::string_view text)
{
    return text.empty() ? "" : fmt::format("<code>{}</code>", plain(text));
}

std::string_view mark(Level level)
{
    return level == Level::error ? "\u274c" : level == Level::warning ? "\u26a0\ufe0f" : "\u2139\ufe0f";
}

std::string data_cell(const DiffLine& line)
{
    constexpr std::size_t room = 160;
    ChangedText text = changed_text(line, room);
    std::string cell;
    if (line.sign == '~' && line.before != line.after)
        cell = fmt::format("{}~~{}~~ **{}**{}", code(text.head), code(text.before), code(text.after), code(text.tail));
    else
        cell = code(text.head + text.before + text.after);
    if (line.unreadable)
        cell += " (not all records of this name can be read)";
    std::string ttl = ttl_text(line);
    return ttl.empty() || line.sign != '~' ? cell : cell + " " + plain(ttl);
}

void write_diff(const ZoneReport& zone, const Write& write)
{
    const ZoneDiff& diff = *zone.diff;
    std::string serial = serial_text(diff);
    write(fmt::format("\n### {}\n\n{}{}{}\n\n", plain(zone.zone), code(zone.path), serial.empty() ? "" : ", ",
                      plain(serial)));
    if (!diff.lines.empty())
        write("| | name | type | data | |\n|---|---|---|---|---|\n");
    std::size_t quiet = 0, left_out = 0;
    for (const DiffLine& line : diff.lines) {
        if (line.findings.empty() && ++quiet > most_lines) {
            ++left_out;
            continue;
        }
        std::string said;
        for (std::size_t i : line.findings)
            said += fmt::format("{}{} {}", said.empty() ? "" : "<br>", mark(zone.findings[i].level),
                                zone.findings[i].rule->name);
        write(fmt::format("| `{}` | {} | {} | {} | {} |\n", line.sign, code(line.owner), line.type, data_cell(line),
                          said));
    }
    if (left_out > 0)
        write(fmt::format("\n{} more changes without findings.\n", left_out));
    if (diff.lines.empty())
        write("No record changes.\n");
    if (std::string cached = cached_text(diff); !cached.empty())
        write(fmt::format("\n{}.\n", plain(cached)));
}

} // namespace

void report_markdown(const RunReport& run, const ReportStyle& style, const Write& write)
{
    bool review = !run.review.empty();
    if (review) {
        Verdict verdict = verdict_of(run, style);
        write(fmt::format("## {} {}\n\n{}: {}.\n", style.exit_code != 0 ? mark(Level::error) : "\u2705", verdict.advice,
                          code(run.review), verdict.counts));
    } else {
        std::string line = closing_line(run, style);
        line.pop_back(); // its line end is not text
        write(fmt::format("## zonevet\n\n{}\n", plain(line)));
    }
    prose::Shown shown;
    std::string list;
    shown.each(run, style, [&](const ZoneReport& zone, const Finding& finding) {
        LineColumn at = zone.sources->locate(finding.span.position());
        list += fmt::format("- {} **{}** {} ({}:{})\n", mark(finding.level), finding.rule->name,
                            marked_up(finding.message), code((*zone.sources)[finding.span.source].path()), at.line);
        if (!finding.help.empty())
            list += fmt::format("  - {}\n", marked_up(finding.help));
        if (!finding.effect.empty())
            list += fmt::format("  - effect: {}\n", marked_up(finding.effect));
    });
    if (!list.empty())
        write("\n" + list);
    if (!run.unread.empty())
        write("\n");
    for (const Unread& file : run.unread)
        write(fmt::format("- {} **not judged** {}\n", mark(Level::error), plain(prose::one_line(file.message))));
    if (!run.notes.empty())
        write("\n");
    for (const std::string& note : run.notes)
        write(fmt::format("> note: {}  \n", plain(note)));
    for (const ZoneReport& zone : run.zones)
        if (zone.diff)
            write_diff(zone, write);
}

} // namespace zonevet
