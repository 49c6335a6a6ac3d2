#include "rules/change/shared/changes.h"
#include "rules/change/shared/lines.h"
#include "rules/change/shared/renamed.h"
#include "rules/names/shared/targets.h"

#include <map>
#include <unordered_set>

namespace zonevet::rules::unedited_record_renamed {

namespace {
constexpr Option at_least{"at-least", Option::Kind::number, 2, "",
                          "records with a written owner that move to another origin; fewer are "
                          "taken for meant"};

using Lines = std::unordered_set<std::string_view>;

Lines lines_in(const Zone& zone)
{
    Lines lines;
    for (std::uint32_t i = 0; i < zone.record_count(); ++i)
        lines.insert(line_of(zone.record(RecordId{i})));
    return lines;
}

// In the old file the line that named the old owner stood right behind a record of the new one.
bool was_next_to(Record head, Name owner)
{
    auto id = static_cast<std::uint32_t>(head.id());
    return id > 0 && head.zone().record(RecordId{id - 1}).owner() == owner;
}

bool follows_comment(const Record& record)
{
    Span line = line_span(record);
    if (line.begin == 0)
        return false;
    const Source& source = record.zone().sources()[line.source];
    std::string_view above = record.zone().sources().text(source.line_around(line.begin - 1, line.source));
    std::size_t at = above.find_first_not_of(" \t");
    return at != std::string_view::npos && above[at] == ';';
}

// The line that named the owner is gone, and the one before it, which was there before, names it
// now. If the new owner's line is new, a host was renamed; if the old one's is left, a line was
// moved.
bool lost_its_owner(const Renamed& renamed, const Lines& before, const Lines& after)
{
    Record old_head = head_of(renamed.before);
    return !follows_comment(renamed.after) && // owner-blank-after-comment
           was_next_to(old_head, renamed.after.owner()) && !after.contains(line_of(old_head)) &&
           before.contains(line_of(head_of(renamed.after)));
}

using Group = std::vector<Renamed>;

std::string count_text(std::string_view first, std::size_t count)
{
    return count == 1 ? fmt::format("`{}` has", first)
                      : fmt::format("`{}` and {} more {} have", first, count - 1, count == 2 ? "record" : "records");
}

void report_group(Lint& lint, const Change& change, const Group& group, std::string_view reason, std::string help)
{
    const Renamed& first = group.front();
    Name apex = change.after().apex();
    Draft& draft = lint.report(
        first.after.owner_place(), "{} another owner, `{}`, though no line was edited: {}",
        count_text(fmt::format("{} {}", first.before.owner().text_below(apex), first.before.type()), group.size()),
        first.after.owner().text_below(apex), reason);
    if (lint.describing())
        draft.about(first.after)
            .note(change.former(first.before.place()), "the same line before")
            .help(std::move(help));
}

void check(const Change& change, Lint& lint)
{
    if (!change.complete())
        return;
    std::map<std::pair<std::string, std::string>, Group> by_origins, by_owners;
    for (const Renamed& renamed : renamed_records(change)) {
        if (renamed.before.owner_written() && renamed.after.owner_written()) {
            Name before = origin_of(renamed.before), after = origin_of(renamed.after);
            if (!before.is_root() && !after.is_root() && before != after && is_move(change, renamed))
                by_origins[{before.text(), after.text()}].push_back(renamed);
        } else if (!renamed.before.owner_written() && !renamed.after.owner_written()) {
            by_owners[{renamed.before.owner().text(), renamed.after.owner().text()}].push_back(renamed);
        }
    }
    // An $ORIGIN that is renamed is directive-changes-records.
    if (!by_origins.empty() && (!edited_directive(change) || inserts_origin(change)))
        for (const auto& [origins, group] : by_origins)
            if (group.size() >= static_cast<std::size_t>(lint.option(at_least)))
                report_group(lint, change, group, fmt::format("the origin is `{}` now", origins.second),
                             fmt::format("if they were to stay in `{}`, move them back below its "
                                         "$ORIGIN",
                                         origins.first));
    if (by_owners.empty())
        return;
    Lines before = lines_in(change.before()), after = lines_in(change.after());
    for (const auto& [owners, group] : by_owners)
        if (lost_its_owner(group.front(), before, after))
            report_group(lint, change, group, "the line above that named the old one is gone",
                         fmt::format("if it is to stay with `{}`, write that owner here; else remove "
                                     "this line too",
                                     owners.first));
}
} // namespace

extern const Rule rule{
    .name = "unedited-record-renamed",
    .summary = "A record moves to another name although its line is the same as before.",
    .why = "A line without an owner takes that of the line above, and a relative owner ends in the "
           "$ORIGIN above. With that line removed, or the block moved, the record silently belongs "
           "to another name: the mail of a retired host goes to its neighbour.",
    .effect = "the old name lost the record, and another name has it",
    .references = {rfc("1035", "5.1")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .options = {at_least},
    .bad = R"(
www A 192.0.2.80
old A 192.0.2.81
    TXT "retired"
; becomes
www A 192.0.2.80
    TXT "retired"
)",
    .good = R"(
www A 192.0.2.80
old A 192.0.2.81
    TXT "retired"
; becomes
www A 192.0.2.80
new A 192.0.2.81
    TXT "retired"
)",
    .check = check,
};

} // namespace zonevet::rules::unedited_record_renamed
