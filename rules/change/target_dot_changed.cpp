#include "base/ascii.h"
#include "rules/change/shared/changes.h"
#include "rules/names/shared/targets.h"
#include "rules/reverse/shared/reverse_name.h"

#include "dns/public_suffix.h"

#include <map>

namespace zonevet::rules::target_dot_changed {

namespace {

struct Written {
    Record record;
    std::string_view text;
};

// In lower case and without the final dot.
std::string bare(std::string_view text)
{
    std::string key(text);
    if (!is_relative(text) && key.ends_with('.'))
        key.pop_back();
    return in_lower_case(key);
}

bool exists(const Zone& zone, Name name)
{
    std::optional<Node> node = zone.find(name);
    return node && node->in_zone() && !node->hidden_by();
}

// The name was one of this zone, which is still there, and is a foreign one now. Where the old name
// did not exist, the dot is a repair.
bool is_wrongly_gained(const Change& change, Name before, Name after)
{
    return exists(change.before(), before) && exists(change.after(), before) &&
           !after.is_at_or_below(change.after().apex());
}

// The name is one of this zone now, which only a wildcard answers for. Where nothing does, a rule
// about missing targets or missing dots has the word; where the name exists, the dot was wrong.
bool is_wrongly_lost(const Change& change, const Record& record, Field field, Name before,
                     Name after)
{
    return !before.is_at_or_below(change.after().apex()) &&
           change.after().look_up_address(after).by_wildcard && !exists(change.after(), after) &&
           !repeats_origin(change.after(), after, written_name(record, field));
}

void report_dot(Lint& lint, const Change& change, const ChangedSet& set, Field field,
                const Written& old, const Written& now)
{
    bool gained = is_relative(old.text);
    Name after = now.record.name(field);
    Draft& draft =
        gained ? lint.report(now.record.at(field),
                             "`{}` has a final dot now: it was {}, which still exists", now.text,
                             old.record.name(field))
               : lint.report(now.record.at(field),
                             "`{}` lost its final dot: it becomes {}, which only a wildcard "
                             "answers for",
                             now.text, after);
    if (!lint.describing())
        return;
    draft.about(now.record)
        .note(change.former(old.record.at(field)),
              fmt::format("before, in `{}`", words_of(set, change)))
        .help(gained ? "take the dot away again if the name of this zone is meant"
                     : "end it with the dot again")
        .fix(std::string(old.text));
}

void judge_field(const Change& change, Lint& lint, const ChangedSet& set, Field field)
{
    std::map<std::string, Written> olds;
    for (const Record& record : set.removed)
        if (std::string_view text = written_name(record, field); !text.empty())
            olds.emplace(bare(text), Written{record, text});
    for (const Record& record : set.added) {
        Written now{record, written_name(record, field)};
        auto old = now.text.empty() ? olds.end() : olds.find(bare(now.text));
        if (old == olds.end() || is_relative(old->second.text) == is_relative(now.text))
            continue;
        Name before = old->second.record.name(field), after = record.name(field);
        if (before == after || is_reverse_name(after))
            continue; // ptr-dot-missing
        if (is_relative(now.text) ? is_wrongly_lost(change, record, field, before, after)
                                  : is_wrongly_gained(change, before, after))
            report_dot(lint, change, set, field, old->second, now);
    }
}

// A dot at an owner needs no look: with it the record lands outside of the zone, without it the
// zone's name stands there twice, and a check of the new state sees both.
void check(const Change& change, Lint& lint)
{
    for (const ChangedSet& set : change.sets()) {
        if (set.removed.empty() || set.added.empty() || set.uncertain)
            continue;
        for (Field field : names_in(set.type()))
            if (!is_mailbox(field))
                judge_field(change, lint, set, field);
    }
}
} // namespace

extern const Rule rule{
    .name = "target-dot-changed",
    .summary = "A name in the data gained or lost its final dot and is another name now.",
    .why = "`mail` is mail.example.com, `mail.` is a top-level domain that does not exist. One "
           "character makes the difference, and both load without a word. In 2009 a dot that was "
           "lost in a script took all of .se off the net.",
    .effect = "the record leads to another name than before",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .confidence = Confidence::medium,
    .bad = R"(
@ MX 10 mail
mail A 192.0.2.25
; becomes
@ MX 10 mail.
mail A 192.0.2.25
)",
    .good = R"(
@ MX 10 mail.example.net
mail A 192.0.2.25
; becomes
@ MX 10 mail.example.net.
mail A 192.0.2.25
)",
    .check = check,
};

} // namespace zonevet::rules::target_dot_changed
