// The format for people: what is wrong, where exactly, what belongs to it, what to do, and what it
// would have done to whom. Modelled on the diagnostics of compilers.
#include "base/ascii.h"
#include "report/prose.h"
#include "report/review_full.h"
#include "text/quote.h"

#include <algorithm>
#include <initializer_list>

namespace zonevet {

namespace {

// Digits of the largest line number that this finding shows.
std::size_t digits_of(const Sources& sources, const Finding& finding)
{
    auto last_line = [&](Span span) {
        span = snippet::trimmed(sources, span);
        return sources.locate({span.source, span.end}).line;
    };
    std::uint64_t largest = last_line(finding.span);
    for (const RelatedPlace& note : finding.notes)
        if (note.span)
            largest = std::max(largest, last_line(*note.span));
    return fmt::formatted_size("{}", largest);
}

std::string heading(const ReportStyle& style, Ink ink, std::string_view word, std::string_view text)
{
    return paint(style, ink, word) + paint(style, Ink::bold, fmt::format(": {}", defused(text))) + "\n";
}

std::string help_of(const snippet::Drawing& drawing, const ReportStyle& style, const Sources& sources,
                    const Finding& finding)
{
    std::string help = finding.help;
    if (help.empty() && finding.fix)
        help = finding.fix->empty() ? "remove it" : "write this instead";
    if (help.empty())
        return "";
    std::string out = paint(style, Ink::cyan, "help") + ": " + defused(help) + "\n";
    if (finding.fix && style.source)
        out += drawing.replaced(sources, finding.span, *finding.fix);
    return out;
}

// JSON and tables have no comments.
std::string how_to_silence(std::string_view path, const Finding& finding)
{
    if (has_ending(path, {".json", ".tfstate", ".csv", ".tsv"})) {
        std::string entry = fmt::format("[[suppress]] in zonevet.toml: rule = [\"{}\"]", finding.rule->name);
        if (!finding.owner.empty())
            entry += fmt::format(", name = \"{}\"", defused(finding.owner));
        return entry + ", reason = \"...\"";
    }
    return fmt::format("{} zonevet: ignore[{}] reason=\"...\"", is_yaml(path) ? "#" : ";", finding.rule->name);
}

std::string described(const ReportStyle& style, const ZoneReport& zone, const Finding& finding, bool explain_accepting)
{
    const Sources& sources = *zone.sources;
    snippet::Drawing drawing(style, digits_of(sources, finding));
    Ink ink = prose::level_ink(finding.level);
    std::string out =
        heading(style, ink, fmt::format("{}[{}]", level_text(finding.level), finding.rule->name), finding.message);
    out += drawing.arrow(sources, finding.span);
    if (!zone.zone.empty())
        out += fmt::format("  (zone {})", defused(zone.zone));
    out += "\n";
    if (style.source)
        out += drawing.marked(sources, finding.span, finding.label, '^', ink);

    std::string more;
    for (const RelatedPlace& note : finding.notes) {
        if (!note.span)
            continue;
        more += paint(style, Ink::green, "note") + ": " + defused(note.text) + "\n";
        more += drawing.arrow(sources, *note.span) + "\n";
        if (style.source)
            more += drawing.marked(sources, *note.span, "", '-', Ink::blue);
    }
    more += help_of(drawing, style, sources, finding);
    if (!style.source && !finding.label.empty())
        more += drawing.fact("here", defused(finding.label));
    for (const RelatedPlace& note : finding.notes)
        if (!note.span)
            more += drawing.fact("note", defused(note.text));
    if (!finding.effect.empty())
        more += drawing.fact("effect", defused(finding.effect));
    for (auto at = sources[finding.span.source].included_at(); at; at = sources[at->source].included_at())
        more += fmt::format(" {:>{}} {} included from {}:{}\n", "", digits_of(sources, finding),
                            paint(style, Ink::blue, "="), shown_path(sources[at->source].path()),
                            sources.locate(at->position()).line);
    if (explain_accepting && finding.rule->takes_ack && finding.rule->policy == nullptr)
        more += drawing.fact("accept", fmt::format("--ack {}=TICKET", finding.rule->name));
    else if (explain_accepting && !finding.rule->takes_ack) // the help of the user's own says it
        more += drawing.fact("accept", how_to_silence(sources[finding.span.source].path(), finding));
    if (!more.empty() && style.source)
        out += drawing.bar() + "\n";
    return out + more + "\n";
}

} // namespace

void report_full(const RunReport& run, const ReportStyle& style, const Write& write)
{
    prose::Shown shown;
    std::string_view first;
    bool review = !run.review.empty();
    if (review)
        write(paint(style, Ink::bold, fmt::format("review {}", defused(run.review))) + "\n\n");
    for (const ZoneReport& zone : run.zones)
        if (zone.diff)
            write(review_zone_text(zone, style));
    shown.each(run, style, [&](const ZoneReport& zone, const Finding& finding) {
        write(described(style, zone, finding, first.empty() || style.verbose));
        if (first.empty())
            first = finding.rule->name;
    });
    shown.write_hidden(style, write);
    if (style.statistics && shown.any())
        write(prose::statistics_table(run, style) + "\n");
    if (style.summary && shown.any())
        write(fmt::format("More about a rule: zonevet explain {}\n", first));
    if (review) {
        write(review_verdict(run, style));
        return;
    }
    if (style.summary && (shown.any() || run.suppressed() > 0 || style.verbose))
        write(closing_line(run, style));
}

} // namespace zonevet
