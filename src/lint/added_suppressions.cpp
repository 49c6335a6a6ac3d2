// What a comment of the state before silenced already is no news. A comment about one record or name is new where it
// silences something that was not silenced; one about a range or a file is new when the file did not hold these
// comments before, for what is added below an old one is what it was written for.
#include "lint/added_suppressions.h"

#include "lint/fingerprint.h"
#include "lint/judge.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace zonevet {

namespace {

std::vector<std::string_view> texts_of(const BuiltZone& built)
{
    std::vector<std::string_view> texts;
    for (const ControlComment& comment : built.comments)
        texts.push_back(built.zone->sources().text(comment.span));
    return texts;
}

bool is_about_one(std::string_view comment)
{
    for (std::string_view verb : {"off[", "off [", "ignore-file"})
        if (comment.find(verb) != std::string_view::npos)
            return false;
    return true;
}

std::string names_of(const std::vector<const Finding*>& findings)
{
    std::vector<std::string_view> names;
    for (const Finding* finding : findings)
        if (std::find(names.begin(), names.end(), finding->rule->name) == names.end())
            names.push_back(finding->rule->name);
    constexpr std::size_t enough = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), enough); ++i)
        text += fmt::format("{}`{}`", i == 0 ? "" : ", ", names[i]);
    return names.size() > enough ? fmt::format("{} and {} more rules", text, names.size() - enough) : text;
}

} // namespace

void judge_added_suppressions(ZoneReport& now, const ZoneReport& former, const BuiltZone& built_now,
                              const BuiltZone& built_former, const Settings& settings)
{
    if (now.suppressed.empty())
        return;
    std::set<std::string_view> silenced_before;
    for (const Finding& finding : former.suppressed)
        silenced_before.insert(finding.fingerprint);
    bool are_same_comments = texts_of(built_now) == texts_of(built_former);
    std::map<std::uint64_t, std::vector<const Finding*>> by_comment; // by its place
    std::vector<Finding> in_force;
    std::vector<Finding> kept;
    for (const Finding& finding : now.suppressed) {
        const std::optional<Span>& comment = finding.suppressed->comment;
        bool is_new = comment && !silenced_before.contains(finding.fingerprint) &&
                      (!are_same_comments || is_about_one(now.sources->text(*comment)));
        if (is_new)
            by_comment[comment->position().bits()].push_back(&finding);
        if (is_new && settings.only_former_comments) {
            kept.push_back(finding);
            kept.back().suppressed.reset();
            kept.back().notes.push_back({*comment, "this comment is part of the change: it silences nothing yet"});
        } else {
            in_force.push_back(finding);
        }
    }
    const Rule* rule = find_rule("suppression-added", settings.catalogue());
    std::optional<Level> level =
        level_in_zone(static_cast<std::size_t>(rule - settings.catalogue().data()), settings, now);
    std::vector<Finding> told;
    if (level && !settings.only_former_comments)
        for (const auto& [place, findings] : by_comment) {
            Finding finding;
            finding.rule = rule;
            finding.level = *level;
            finding.span = *findings.front()->suppressed->comment;
            finding.message = findings.size() == 1
                                  ? fmt::format("this comment comes with the change and silences {}: {}",
                                                names_of(findings), findings.front()->message)
                                  : fmt::format("this comment comes with the change and silences {} findings of {}",
                                                findings.size(), names_of(findings));
            constexpr std::size_t shown = 3;
            for (std::size_t i = 0; i < std::min(findings.size(), shown); ++i)
                finding.notes.push_back(
                    {findings[i]->span, std::string(findings[i]->rule->name) + " is silenced here"});
            finding.effect = rule->effect;
            finding.help = "whoever approves the change accepts this with it; `[review] suppressions = \"base\"` takes "
                           "no comment of a change";
            finding.fingerprint = fingerprint(finding, built_now.zone->apex(), now.sources->text(finding.span));
            told.push_back(std::move(finding));
        }
    now.suppressed = std::move(in_force);
    for (std::vector<Finding>* list : {&kept, &told})
        for (Finding& finding : *list)
            now.findings.push_back(std::move(finding));
}

} // namespace zonevet
