// Differences are shown by whole words: half a number says nothing.
#include "report/change_text.h"

#include "dns/rdata.h"
#include "report/prose.h"

#include <algorithm>

namespace zonevet {

namespace {

constexpr std::string_view dots = "...";

std::string cut_end(std::string text, std::size_t room)
{
    if (text.size() > room)
        text = text.substr(0, room - std::min(room, dots.size())) + std::string(dots);
    return text;
}

std::string cut_begin(std::string text, std::size_t room)
{
    if (text.size() > room)
        text = std::string(dots) + text.substr(text.size() - room + dots.size());
    return text;
}

// Where the words of both begin to differ, and how much they have in common from there to the end.
std::pair<std::size_t, std::size_t> common_words(std::string_view a, std::string_view b)
{
    std::size_t head = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()) && a[i] == b[i]; ++i)
        if (a[i] == ' ')
            head = i + 1;
    std::size_t tail = 0;
    for (std::size_t i = 1; i <= std::min(a.size(), b.size()) - head && a[a.size() - i] == b[b.size() - i]; ++i)
        if (a[a.size() - i] == ' ')
            tail = i;
    return {head, tail};
}

} // namespace

ChangedText changed_text(const DiffLine& line, std::size_t room)
{
    room = std::max<std::size_t>(room, 24);
    ChangedText text;
    if (line.sign != '~' || line.before == line.after) {
        (line.sign == '-'   ? text.before
         : line.sign == '+' ? text.after
                            : text.head) = cut_end(defused(line.sign == '-' ? line.before : line.after), room);
        return text;
    }
    auto [head, tail] = common_words(line.before, line.after);
    text.head = defused(line.before.substr(0, head));
    text.before = defused(line.before.substr(head, line.before.size() - head - tail));
    text.after = defused(line.after.substr(head, line.after.size() - head - tail));
    text.tail = defused(line.before.substr(line.before.size() - tail));
    if (text.head.size() + text.before.size() + text.after.size() + text.tail.size() <= room)
        return text;
    text.head = cut_begin(std::move(text.head), room / 5);
    text.tail = cut_end(std::move(text.tail), room / 5);
    text.before = cut_end(std::move(text.before), room * 2 / 5);
    text.after = cut_end(std::move(text.after), room * 2 / 5);
    return text;
}

std::string ttl_text(const DiffLine& line)
{
    auto text = [](const std::optional<std::uint32_t>& ttl) { return ttl ? fmt::format("{}", *ttl) : "?"; };
    if (line.sign == '~' && line.ttl_before != line.ttl_after)
        return fmt::format("TTL {} -> {}", text(line.ttl_before), text(line.ttl_after));
    return line.sign == '+' && line.ttl_after ? fmt::format("TTL {}", *line.ttl_after) : "";
}

std::string serial_text(const ZoneDiff& diff)
{
    if (diff.zone_removed)
        return "the zone is removed";
    if (diff.zone_added)
        return diff.serial_after ? fmt::format("a new zone, serial {}", *diff.serial_after) : "a new zone";
    if (!diff.serial_before || !diff.serial_after)
        return "";
    if (*diff.serial_before == *diff.serial_after)
        return fmt::format("serial {}, as before", *diff.serial_after);
    return fmt::format("serial {} -> {}", *diff.serial_before, *diff.serial_after);
}

std::string cached_text(const ZoneDiff& diff)
{
    if (diff.longest_cached == 0)
        return "";
    return fmt::format("caches keep old answers for up to {} ({})", period_text(diff.longest_cached),
                       defused(diff.longest_cached_of));
}

Verdict verdict_of(const RunReport& run, const ReportStyle& style)
{
    Verdict verdict;
    std::size_t lines = 0;
    for (const ZoneReport& zone : run.zones) {
        if (!zone.diff)
            continue;
        verdict.fixed += zone.diff->fixed.size();
        verdict.unchanged += zone.diff->unchanged;
        lines += zone.diff->lines.size();
    }
    verdict.changes = lines;
    std::size_t errors = run.count(Level::error), warnings = run.count(Level::warning);
    std::size_t infos = run.count(Level::info);
    verdict.counts = prose::counted(errors, "new error") + ", " + prose::counted(warnings, "new warning");
    if (infos != 0)
        verdict.counts += fmt::format(", {} to know", infos);
    verdict.counts += fmt::format(", {} fixed, {} unchanged (not counted)", verdict.fixed, verdict.unchanged);
    if (!run.unread.empty())
        verdict.counts += fmt::format(", {} not judged", prose::counted(run.unread.size(), "file"));
    if (std::size_t acknowledged = run.suppressed(); acknowledged != 0)
        verdict.counts += fmt::format(", {} accepted", acknowledged);
    verdict.advice = !run.unread.empty()     ? "Not all of the change was judged"
                     : run.zones.empty()     ? "No zone changes"
                     : style.exit_code != 0  ? "Do not publish"
                     : errors + warnings > 0 ? "Look at these before you publish"
                                             : "Nothing stands against publishing";
    return verdict;
}

std::optional<Level> worst_of(const ZoneReport& zone, const DiffLine& line)
{
    std::optional<Level> worst;
    for (std::size_t finding : line.findings)
        if (!worst || zone.findings[finding].level > *worst)
            worst = zone.findings[finding].level;
    return worst;
}

} // namespace zonevet
