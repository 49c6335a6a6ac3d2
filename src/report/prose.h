// What the formats for people share: colours, the closing line, the table of --statistics, and the
// limit on findings of one rule.
#pragma once

#include "report/report.h"

#include <map>

namespace zonevet::prose {

enum class Ink : std::uint8_t { plain, bold, red, yellow, cyan, green, blue };

// `text` in a colour, when colours are on.
std::string paint(const ReportStyle& style, Ink ink, std::string_view text);
Ink level_ink(Level level);

// "path" so that it cannot begin a line with a command for a CI log, defused.
std::string shown_path(std::string_view path);

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

// "1 error", "2 errors"
std::string counted(std::size_t count, std::string_view noun);

} // namespace zonevet::prose
