// The table of formats.
#include "report/report.h"

#include "report/formats.h"

namespace zonevet {

const std::vector<ReportFormat>& report_formats()
{
    static const std::vector<ReportFormat> formats{
        {"full", false, report_full},  {"concise", false, report_concise}, {"json", true, report_json},
        {"sarif", true, report_sarif}, {"github", false, report_github},   {"markdown", true, report_markdown},
        {"html", true, report_html},
    };
    return formats;
}

const ReportFormat* find_report_format(std::string_view name)
{
    for (const ReportFormat& format : report_formats())
        if (format.name == name)
            return &format;
    return nullptr;
}

} // namespace zonevet
