// One line for each finding, the same in every release: for grep, editors and logs.
#include "report/prose.h"

namespace zonevet {

void report_concise(const RunReport& run, const ReportStyle& style, const Write& write)
{
    prose::Shown shown;
    shown.each(run, style, [&](const ZoneReport& zone, const Finding& finding) {
        LineColumn at = zone.sources->locate(finding.span.position());
        std::string rule = fmt::format("{}[{}]", level_text(finding.level), finding.rule->name);
        write(fmt::format("{}:{}:{}: {} {}\n", shown_path((*zone.sources)[finding.span.source].path()), at.line,
                          at.column, paint(style, prose::level_ink(finding.level), rule), defused(finding.message)));
    });
    shown.write_hidden(style, write);
    if (style.statistics && shown.any())
        write(prose::statistics_table(run, style));
    if (style.summary && (shown.any() || run.suppressed() > 0 || style.verbose))
        write(closing_line(run, style));
}

} // namespace zonevet
