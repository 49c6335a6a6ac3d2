#include "base/ascii.h"
#include "rules/names/shared/targets.h"

#include <algorithm>

namespace zonevet::rules::owner_case_differs {

namespace {

// The part of the owner that is spelt out; the origin's spelling is not this record's doing.
bool same_spelling(std::string_view a, std::string_view b)
{
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (ascii_lower(a[i]) != ascii_lower(b[i]))
            return true; // escapes, or one relative and one not
        if (a[i] != b[i])
            return false;
    }
    return true;
}

// The owner is the first word of its entry: up to the first blank, unless it is written oddly.
std::string_view owner_as_written(const Record& record)
{
    Position at = record.entry();
    std::string_view text = record.zone().sources()[at.source()].text().substr(at.offset(), 256);
    if (!record.plain())
        return written(record, record.owner_place());
    return text.substr(0, text.find_first_of(" \t"));
}

void check(const Node& node, Lint& lint)
{
    if (node.record_count() < 2)
        return;
    Record first = node.first_record();
    std::string_view spelling;
    for (RRset set : node.rrsets())
        for (Record record : set) {
            if (!record.owner_written() || record.generated())
                continue;
            // The owner is the first thing of its entry, so its text needs no reading of the entry.
            Position at = record.entry();
            std::string_view text = node.zone().sources()[at.source()].text().substr(at.offset(), 1);
            if (text == "@")
                continue;
            text = owner_as_written(record);
            if (spelling.empty()) {
                spelling = text;
                first = record;
            } else if (!same_spelling(spelling, text)) {
                lint.report(record.owner_place(), "`{}` is also spelt `{}`", text, spelling)
                    .note(first.owner_place(), "the other spelling");
                return;
            }
        }
}

} // namespace

extern const Rule rule{
    .name = "owner-case-differs",
    .summary = "One name is spelt with capital letters here and without them there.",
    .why = "To the DNS it is the same name, but searches and comparisons of the file miss one of "
           "the two.",
    .references = {rfc("4343", "4.1")},
    .level = Level::info,
    .profile = Profile::strict,
    .bad = R"(
www A   192.0.2.3
WWW TXT "the web server"
)",
    .good = R"(
WWW A   192.0.2.3
WWW TXT "the web server"
)",
    .check = check,
};

} // namespace zonevet::rules::owner_case_differs
