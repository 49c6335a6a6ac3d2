// What the formats of a review share: the words of one line of the record diff, and the verdict.
#pragma once

#include "report/report.h"

#include <string>

namespace zonevet {

// The data of a line, taken apart where the states differ: "100 1 ", "5061", "5601", "
// sip.example.".
struct ChangedText {
    std::string head, before, after, tail;
};
// For '+' and '-' all of it is in `after` or `before`. Long data is cut around what differs.
ChangedText changed_text(const DiffLine& line, std::size_t room);

// "TTL 1d -> 5m", "TTL 3600"; empty when the line need not say it.
std::string ttl_text(const DiffLine& line);
// "serial 2026112101 -> 2026112201", "a new zone", ...
std::string serial_text(const ZoneDiff& diff);
// "caches keep old answers for up to 1d (www A)"; empty when nothing is taken away.
std::string cached_text(const ZoneDiff& diff);

struct Verdict {
    std::size_t fixed = 0, unchanged = 0, changes = 0;
    std::string counts; // "3 new errors, 1 new warning, 0 fixed, 4 unchanged (not counted)"
    std::string advice; // "Do not publish"
};
Verdict verdict_of(const RunReport& run, const ReportStyle& style);

// The worst level among the findings of a line; nothing when it has none.
std::optional<Level> worst_of(const ZoneReport& zone, const DiffLine& line);

} // namespace zonevet
