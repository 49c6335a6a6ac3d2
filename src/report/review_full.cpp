// One line a record, in columns, what differs in brackets, and behind it what is said about it.
#include "report/review_full.h"

#include "report/change_text.h"
#include "report/prose.h"

#include <algorithm>

namespace zonevet {

namespace {

constexpr std::size_t most_quiet_lines = 100; // lines without findings; the others are always shown

Ink sign_ink(char sign)
{
    return sign == '+' ? Ink::green : sign == '-' ? Ink::red : Ink::yellow;
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

std::string findings_text(const ZoneReport& zone, const DiffLine& line, const ReportStyle& style)
{
    std::string text;
    for (std::size_t i : line.findings) {
        const Finding& finding = zone.findings[i];
        std::string name = fmt::format("{} {}", level_text(finding.level), finding.rule->name);
        if (text.find(name) == std::string::npos)
            text += (text.empty() ? "" : ", ") + paint(style, prose::level_ink(finding.level), name);
    }
    return text;
}

std::string data_text(const DiffLine& line, const ReportStyle& style, std::size_t room)
{
    ChangedText text = changed_text(line, room);
    std::string data = text.head;
    if (line.sign == '~' && line.before != line.after)
        data += "[" + paint(style, Ink::red, text.before) + " -> " + paint(style, Ink::green, text.after) + "]";
    else
        data += text.before + text.after;
    data += text.tail;
    if (line.unreadable)
        data += "  (not all records of this name can be read)";
    if (std::string ttl = ttl_text(line); !ttl.empty() && line.sign == '~')
        data += fmt::format("  [{}]", ttl);
    return data;
}

} // namespace

std::string review_zone_text(const ZoneReport& zone, const ReportStyle& style)
{
    const ZoneDiff& diff = *zone.diff;
    std::string out = paint(style, Ink::bold, fmt::format("zone {}", defused(zone.zone)));
    out += "  " + shown_path(zone.path);
    if (std::string serial = serial_text(diff); !serial.empty())
        out += "  " + serial;
    out += "\n\n";
    std::size_t owner_width = 0, type_width = 0;
    for (const DiffLine& line : diff.lines) {
        owner_width = std::max(owner_width, std::min<std::size_t>(defused(line.owner).size(), 32));
        type_width = std::max(type_width, line.type.size());
    }
    std::size_t used = 4 + owner_width + 2 + type_width + 2;
    std::size_t room = style.width > used + 30 ? style.width - used : 30;
    std::size_t quiet = 0, left_out = 0;
    for (const DiffLine& line : diff.lines) {
        if (line.findings.empty() && ++quiet > most_quiet_lines && !style.verbose) {
            ++left_out;
            continue;
        }
        out += fmt::format("  {} {}  {}  {}", paint(style, sign_ink(line.sign), std::string(1, line.sign)),
                           padded(defused(line.owner), owner_width), padded(line.type, type_width),
                           data_text(line, style, room));
        if (std::string said = findings_text(zone, line, style); !said.empty())
            out += "  <- " + said;
        out += "\n";
    }
    if (left_out > 0)
        out += fmt::format("    {} more without findings; see them all with --verbose\n", left_out);
    if (diff.lines.empty())
        out += "    no record changes\n";
    if (!diff.complete)
        out += "    (the input shows only what it changes; nothing else of the zone is known)\n";
    if (std::string cached = cached_text(diff); !cached.empty())
        out += "    " + cached + "\n";
    return out + "\n";
}

std::string review_verdict(const RunReport& run, const ReportStyle& style)
{
    Verdict verdict = verdict_of(run, style);
    std::string out;
    for (const ZoneReport& zone : run.zones)
        for (const Finding& finding : zone.suppressed)
            if (finding.suppressed && finding.suppressed->kind == "acknowledged")
                out += fmt::format("acknowledged with {}: {} ({})\n", defused(finding.suppressed->reason),
                                   defused(finding.message), finding.rule->name);
    Ink ink = style.exit_code != 0 ? Ink::red : run.count(Level::warning) > 0 ? Ink::yellow : Ink::green;
    return out + fmt::format("{}: {}. {}. Exit {}.\n", paint(style, Ink::bold, "verdict"), verdict.counts,
                             paint(style, ink, verdict.advice), style.exit_code);
}

} // namespace zonevet
