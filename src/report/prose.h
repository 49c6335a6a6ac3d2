// What the formats for people share: colours, the closing line, the table of --statistics, and the
// limit on findings of one rule.
#pragma once

#include "report/report.h"

#include <map>

namespace zonevet::prose {

Ink level_ink(Level level);

// Calls `show` for every finding that may be printed and counts the others by rule.
class Shown {
public:
    void each(const RunReport& run, const ReportStyle& style,
              const std::function<void(const ZoneReport&, const Finding&)>& show);
    // "... 120 more target-missing findings are not shown; ...", one line for each rule.
    void write_hidden(const ReportStyle& style, const Write& write) const;
    bool any() const { return any_; }

private:
    std::map<std::string_view, std::size_t> hidden_;
    bool any_ = false;
};

// "  12  error    target-missing", the most frequent first.
std::string statistics_table(const RunReport& run, const ReportStyle& style);

// The lines of a message in one: "...; help: ...".
std::string one_line(std::string_view message);

// "1 error", "2 errors"
std::string counted(std::size_t count, std::string_view noun);

} // namespace zonevet::prose
