#include "rules/change/shared/changes.h"
#include "rules/change/shared/dots.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::target_dot_changed {

namespace {

void report_dot(Lint& lint, const Change& change, const ChangedSet& set, const ChangedDot& dot)
{
    bool gained = is_relative(dot.old_text);
    Draft& draft =
        gained ? lint.report(dot.after.at(dot.field), "`{}` has a final dot now: it was `{}`, which still exists",
                             dot.new_text, dot.before.name(dot.field))
               : lint.report(dot.after.at(dot.field),
                             "`{}` lost its final dot: it becomes `{}`, which only a wildcard "
                             "answers for",
                             dot.new_text, dot.after.name(dot.field));
    if (!lint.describing())
        return;
    std::string right(dot.new_text);
    if (gained)
        right.pop_back();
    else
        right += '.';
    draft.about(dot.after)
        .note(change.former(dot.before.at(dot.field)), fmt::format("before, in `{}`", words_of(set, change)))
        .help(gained ? "take the dot away again if the name of this zone is meant" : "end it with the dot again")
        .fix(right);
}

void check(const Change& change, Lint& lint)
{
    for (const ChangedSet& set : change.sets())
        for (const ChangedDot& dot : changed_dots(change, set))
            report_dot(lint, change, set, dot);
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
