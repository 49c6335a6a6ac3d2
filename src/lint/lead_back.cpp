// Places of a written zone file become those of the document it was made from.
#include "lint/lead_back.h"

#include <fmt/format.h>

namespace zonevet {

void lead_back(Span& span, const Origins& origins, std::uint32_t text, std::uint32_t first)
{
    if (span.source != text)
        return;
    span = origins.back(span);
    span.source += first;
}

void lead_back(ZoneReport& report, const Origins& origins, std::uint32_t text, std::uint32_t first)
{
    auto back = [&](Span& span) { lead_back(span, origins, text, first); };
    auto finding_back = [&](Finding& finding) {
        // A fix can only be applied where each octet of the place is one of the file.
        if (finding.fix && finding.span.source == text && !origins.is_exact(finding.span)) {
            if (finding.help.find(*finding.fix) == std::string::npos)
                finding.help += fmt::format("{}write `{}`", finding.help.empty() ? "" : ": ", *finding.fix);
            finding.fix.reset();
        }
        back(finding.span);
        for (RelatedPlace& note : finding.notes)
            if (note.span)
                back(*note.span);
    };
    for (std::vector<Finding>* list : {&report.findings, &report.suppressed})
        for (Finding& finding : *list)
            finding_back(finding);
    if (!report.diff)
        return;
    for (Finding& finding : report.diff->fixed)
        finding_back(finding);
    for (DiffLine& line : report.diff->lines)
        if (line.span)
            back(*line.span);
}

} // namespace zonevet
