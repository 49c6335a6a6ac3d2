// One page that needs nothing but itself: it is kept with a change ticket, mailed, printed. All of
// it can be read without its few lines of script, which only filter.
#include "report/change_text.h"
#include "report/formats.h"
#include "report/html_page.h"
#include "report/prose.h"

#include <algorithm>

namespace zonevet {

namespace {

std::string escaped(std::string_view text)
{
    std::string out;
    for (char c : defused(text))
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    return out;
}

// `...` in messages quotes what the author wrote.
std::string prose_of(std::string_view text)
{
    std::string out;
    bool inside = false;
    while (!text.empty()) {
        std::size_t end = std::min(text.find('`'), text.size());
        out += escaped(text.substr(0, end));
        if (end < text.size())
            out += (inside = !inside) ? "<code>" : "</code>";
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out + (inside ? "</code>" : "");
}

std::string place_of(const Sources& sources, const Span& span)
{
    LineColumn at = sources.locate(span.position());
    return fmt::format("{}:{}:{}", escaped(sources[span.source].path()), at.line, at.column);
}

// The line of the source with the span marked.
std::string source_line(const Sources& sources, const Span& span)
{
    constexpr std::size_t most = 400;
    const Source& source = sources[span.source];
    Span line = source.line_around(span.begin, span.source);
    std::string_view text = sources.text(line);
    std::size_t begin = std::min<std::size_t>(span.begin - line.begin, text.size());
    std::size_t end = std::clamp<std::size_t>(span.end - line.begin, begin, text.size());
    std::size_t from = begin > most / 2 ? begin - most / 2 : 0;
    std::size_t to = std::min(text.size(), std::max(end, from + most));
    if (to - from > 2 * most)
        to = end = from + 2 * most;
    return fmt::format("<pre>{}{}<mark>{}</mark>{}{}</pre>", from > 0 ? "&#8230;" : "",
                       escaped(text.substr(from, begin - from)), escaped(text.substr(begin, end - begin)),
                       escaped(text.substr(end, to - end)), to < text.size() ? "&#8230;" : "");
}

std::string finding_text(const ZoneReport& zone, const Finding& finding)
{
    std::string out = fmt::format("<article class=\"finding {0}\"><p><b class=\"level\">{0}</b> {1} <span "
                                  "class=\"rule\">{2}</span></p>",
                                  level_text(finding.level), prose_of(finding.message), finding.rule->name);
    out += fmt::format("<p class=\"place\">{}</p>{}", place_of(*zone.sources, finding.span),
                       source_line(*zone.sources, finding.span));
    if (!finding.label.empty())
        out += fmt::format("<p class=\"label\">{}</p>", prose_of(finding.label));
    for (const RelatedPlace& note : finding.notes) {
        out += fmt::format("<p class=\"note\">{}</p>", prose_of(note.text));
        if (note.span)
            out += fmt::format("<p class=\"place\">{}</p>{}", place_of(*zone.sources, *note.span),
                               source_line(*zone.sources, *note.span));
    }
    if (!finding.help.empty())
        out += fmt::format("<p><b>help</b> {}</p>", prose_of(finding.help));
    if (finding.fix)
        out += fmt::format("<p><b>write</b> <code>{}</code></p>", escaped(*finding.fix));
    if (!finding.effect.empty())
        out += fmt::format("<p><b>effect</b> {}</p>", prose_of(finding.effect));
    return out + "</article>";
}

std::string data_text(const DiffLine& line)
{
    constexpr std::size_t room = 2000;
    ChangedText text = changed_text(line, room);
    std::string out = escaped(text.head);
    if (line.sign == '~' && line.before != line.after)
        out += fmt::format("<del>{}</del> <ins>{}</ins>", escaped(text.before), escaped(text.after));
    else
        out += escaped(text.before + text.after);
    return out + escaped(text.tail) + (line.unreadable ? " <i>(not all records of this name can be read)</i>" : "");
}

void write_lines(const ZoneReport& zone, const Write& write)
{
    if (zone.diff->lines.empty()) {
        write("<p>No record changes.</p>\n");
        return;
    }
    write("<table><thead><tr><th></th><th>name</th><th>type</th><th>TTL</th><th>data</th></tr></"
          "thead>\n");
    for (const DiffLine& line : zone.diff->lines) {
        std::string_view kind = line.sign == '+' ? "added" : line.sign == '-' ? "removed" : "changed";
        std::optional<Level> worst = worst_of(zone, line);
        auto ttl_text = [](const std::optional<std::uint32_t>& one) { return one ? std::to_string(*one) : ""; };
        std::string ttl =
            line.sign == '~' && line.ttl_before != line.ttl_after
                ? fmt::format("<del>{}</del> <ins>{}</ins>", ttl_text(line.ttl_before), ttl_text(line.ttl_after))
                : ttl_text(line.sign == '-' ? line.ttl_before : line.ttl_after);
        write(fmt::format("<tbody class=\"line {} {}\"><tr><td class=\"sign\" "
                          "title=\"{}\">{}</td><td>{}</td><td>{}</td><td>{}</td>"
                          "<td class=\"data\">{}</td></tr>\n",
                          kind, worst ? level_text(*worst) : "quiet", kind,
                          line.sign == '-' ? "&#8722;" : std::string(1, line.sign), escaped(line.owner),
                          escaped(line.type), ttl, data_text(line)));
        for (std::size_t i : line.findings)
            write(fmt::format("<tr><td></td><td colspan=\"4\">{}</td></tr>\n", finding_text(zone, zone.findings[i])));
        write("</tbody>\n");
    }
    write("</table>\n");
}

// The zones of a large review, to jump to.
void write_contents(const RunReport& run, const Write& write)
{
    if (run.zones.size() < 2)
        return;
    write("<nav aria-label=\"zones\">");
    for (std::size_t i = 0; i < run.zones.size(); ++i) {
        const ZoneReport& zone = run.zones[i];
        std::string counts;
        for (Level level : {Level::error, Level::warning})
            if (std::size_t count = zone.count(level); count > 0)
                counts += fmt::format(" <span class=\"{}\">{}</span>", level_text(level),
                                      prose::counted(count, level_text(level)));
        write(fmt::format("<span><a href=\"#z{}\">{}</a>{}</span>\n", i, escaped(zone.is_zone ? zone.zone : zone.path),
                          counts));
    }
    write("</nav>\n");
}

void write_zone(const ZoneReport& zone, std::size_t number, const Write& write)
{
    std::string serial = zone.diff ? serial_text(*zone.diff) : "";
    write(fmt::format("<section class=\"zone\" id=\"z{}\"><h2>{}</h2><p class=\"place\">{}{}{}</p>\n", number,
                      escaped(zone.zone), escaped(zone.path), serial.empty() ? "" : " &#183; ", escaped(serial)));
    std::vector<bool> told(zone.findings.size(), false);
    if (zone.diff) {
        for (const DiffLine& line : zone.diff->lines)
            for (std::size_t i : line.findings)
                told[i] = true;
    }
    for (std::size_t i = 0; i < zone.findings.size(); ++i)
        if (!told[i])
            write(finding_text(zone, zone.findings[i]) + "\n");
    if (zone.diff) {
        write_lines(zone, write);
        if (!zone.diff->complete)
            write("<p class=\"note\">The input shows only what it changes; nothing else of the "
                  "zone is known.</p>\n");
        if (std::string cached = cached_text(*zone.diff); !cached.empty())
            write(fmt::format("<p class=\"note\">{}</p>\n", escaped(cached)));
        for (const Finding& finding : zone.diff->fixed)
            write(fmt::format("<p class=\"fixed\">fixed: {} <span class=\"rule\">{}</span></p>\n",
                              prose_of(finding.message), finding.rule->name));
    }
    for (const Finding& finding : zone.suppressed)
        write(fmt::format("<p class=\"note\">accepted{}: {} <span class=\"rule\">{}</span></p>\n",
                          finding.suppressed && !finding.suppressed->reason.empty()
                              ? " (" + escaped(finding.suppressed->reason) + ")"
                              : "",
                          prose_of(finding.message), finding.rule->name));
    write("</section>\n");
}

} // namespace

void report_html(const RunReport& run, const ReportStyle& style, const Write& write)
{
    bool review = !run.review.empty();
    Verdict verdict = verdict_of(run, style);
    std::string title = review ? fmt::format("zonevet review {}", run.review) : "zonevet check";
    std::string_view risk = style.exit_code != 0 ? "error" : run.count(Level::warning) != 0 ? "warning" : "good";
    write(html_page::beginning(escaped(title)));
    write(fmt::format("<header class=\"{}\"><h1>{}</h1><p class=\"verdict\">{}</p><p>{}</p></header>\n", risk,
                      escaped(title),
                      review                 ? verdict.advice
                      : style.exit_code != 0 ? "Do not publish"
                                             : "Nothing stands against publishing",
                      escaped(review ? verdict.counts : closing_line(run, {}))));
    write("<ul class=\"tiles\">");
    auto tile = [&](std::size_t count, std::string_view one, std::string_view many, std::string_view kind) {
        write(fmt::format("<li class=\"{}\"><b>{}</b> {}</li>", kind, count, count == 1 ? one : many));
    };
    tile(run.count(Level::error), "error", "errors", "error");
    tile(run.count(Level::warning), "warning", "warnings", "warning");
    tile(run.zone_count(), "zone", "zones", "");
    if (review) {
        tile(verdict.changes, "record changes", "records change", "");
        tile(verdict.fixed, "finding fixed", "findings fixed", "");
    }
    write("</ul>\n");
    for (const Unread& file : run.unread)
        write(fmt::format("<p class=\"note unread\"><b>not judged:</b> {}</p>\n",
                          escaped(prose::one_line(file.message))));
    for (const std::string& note : run.notes)
        write(fmt::format("<p class=\"note\">note: {}</p>\n", escaped(note)));
    write(html_page::filter());
    write_contents(run, write);
    for (std::size_t i = 0; i < run.zones.size(); ++i)
        write_zone(run.zones[i], i, write);
    if (run.zones.empty() && run.unread.empty())
        write("<p>No zone changes.</p>\n");
    write(html_page::end());
}

} // namespace zonevet
