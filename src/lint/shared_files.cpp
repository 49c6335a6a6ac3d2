// The same octets and the same rule are the same finding, whatever the zone is called.
#include "lint/shared_files.h"

#include "text/tree.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

namespace zonevet {

namespace {

// A mistake in a file that a hundred zones include is one mistake.
class Told {
public:
    void keep_new(ZoneReport& report)
    {
        std::vector<Finding> kept;
        std::vector<std::optional<std::size_t>> now_at; // of each finding before; nothing: it was told already
        std::set<Key> of_this_zone;
        for (Finding& finding : report.findings) {
            const std::string& path = (*report.sources)[finding.span.source].path();
            Key key{path, finding.span.begin, finding.span.end, finding.rule};
            auto known = told_.find(key);
            bool again = known != told_.end() && !of_this_zone.contains(key);
            if (again) {
                ++known->second.others;
                now_at.emplace_back();
                continue;
            }
            if (known == told_.end())
                told_.emplace(key, Place{zones_, kept.size(), 0});
            of_this_zone.insert(key);
            now_at.emplace_back(kept.size());
            kept.push_back(std::move(finding));
        }
        renumber_findings(report, now_at);
        report.findings = std::move(kept);
        ++zones_;
    }

    void note_others(std::vector<ZoneReport>& zones) const
    {
        for (const auto& [key, place] : told_)
            if (place.others > 0)
                zones[place.zone].findings[place.finding].notes.push_back(
                    {std::nullopt, place.others == 1
                                       ? "the same in one other zone that has this file"
                                       : fmt::format("the same in {} other zones that have this file", place.others)});
    }

private:
    struct Key {
        std::string path;
        std::uint64_t begin, end;
        const Rule* rule;
        auto operator<=>(const Key&) const = default;
    };
    struct Place {
        std::size_t zone, finding, others;
    };
    std::map<Key, Place> told_;
    std::size_t zones_ = 0;
};

// Whether two of the zones have a file in common.
bool share_files(const std::vector<ZoneReport>& zones)
{
    std::set<std::string> seen;
    for (const ZoneReport& zone : zones)
        for (std::uint32_t source = 0; source < zone.sources->size(); ++source)
            if (const std::string& path = (*zone.sources)[source].path(); !seen.insert(path).second)
                return true;
    return false;
}

} // namespace

void renumber_findings(ZoneReport& report, const std::vector<std::optional<std::size_t>>& now_at)
{
    if (!report.diff)
        return;
    for (DiffLine& line : report.diff->lines) {
        std::vector<std::size_t> left;
        for (std::size_t at : line.findings)
            if (at < now_at.size() && now_at[at])
                left.push_back(*now_at[at]);
        line.findings = std::move(left);
    }
}

void keep_found_in(ZoneReport& report, const ZoneFile& file)
{
    const std::vector<std::string>& only_in = file.only_in;
    if (only_in.empty())
        return;
    std::map<std::uint32_t, bool> wanted; // by source
    auto elsewhere = [&](const Finding& finding) {
        std::uint32_t source = finding.span.source;
        auto [at, is_new] = wanted.emplace(source, false);
        if (is_new) {
            std::string real = file.its_tree().resolve((*report.sources)[source].path());
            at->second = std::find(only_in.begin(), only_in.end(), real) != only_in.end();
        }
        return !at->second;
    };
    for (std::vector<Finding>* list : {&report.findings, &report.suppressed})
        list->erase(std::remove_if(list->begin(), list->end(), elsewhere), list->end());
    report.hidden.clear(); // nobody knows where those stand
}

void tell_once(std::vector<ZoneReport>& zones)
{
    if (!share_files(zones))
        return;
    Told told;
    for (ZoneReport& zone : zones)
        told.keep_new(zone);
    told.note_others(zones);
}

} // namespace zonevet
