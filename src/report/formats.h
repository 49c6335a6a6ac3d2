// The functions behind the table of formats; only the table names them.
#pragma once

#include "report/report.h"

namespace zonevet {

void report_full(const RunReport& run, const ReportStyle& style, const Write& write);
void report_concise(const RunReport& run, const ReportStyle& style, const Write& write);
void report_json(const RunReport& run, const ReportStyle& style, const Write& write);
void report_sarif(const RunReport& run, const ReportStyle& style, const Write& write);
void report_github(const RunReport& run, const ReportStyle& style, const Write& write);
void report_markdown(const RunReport& run, const ReportStyle& style, const Write& write);
void report_html(const RunReport& run, const ReportStyle& style, const Write& write);

} // namespace zonevet
