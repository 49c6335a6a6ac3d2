// Reporters turn what a run found into text. Each is one function in one table; adding a format is
// a file and a line. They write piece by piece, so that a report of any size needs no memory of its
// size.
#pragma once

#include "lint/finding.h"
#include "text/quote.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

struct ReportStyle : PrintStyle {
    bool source = true;  // show the lines (`full`)
    bool summary = true; // the closing line (`full`, `concise`)
    int exit_code = 0;   // said in the closing line
    bool statistics = false;
    bool verbose = false;         // repeat what is otherwise said once per run
    std::size_t max_per_rule = 0; // findings of one rule that are printed; 0: all
};

using Write = std::function<void(std::string_view)>;

struct ReportFormat {
    std::string_view name;
    bool structured; // owns its stream: no prose may be mixed in
    void (*report)(const RunReport&, const ReportStyle&, const Write&);
};

const std::vector<ReportFormat>& report_formats();
const ReportFormat* find_report_format(std::string_view name);

// "1 error, 0 warnings, 0 suppressed in 2 zones, 12 records (4 ms). Exit 1."
std::string closing_line(const RunReport& run, const ReportStyle& style);

// The page of one rule, for `zonevet explain` and SARIF help.
std::string rule_page_text(const Rule& rule);
std::string rule_page_markdown(const Rule& rule);

} // namespace zonevet
