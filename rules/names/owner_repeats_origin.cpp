#include "rules/names/shared/targets.h"

namespace zonevet::rules::owner_repeats_origin {

namespace {

// An origin that went wrong spoils all names below it; the one at its top speaks for them.
bool is_below_reported(Name name, const Zone& zone)
{
    Name twice = name.ancestor(2 * zone.apex().label_count());
    std::optional<Node> top = zone.find(twice);
    return twice != name && top && top->has_records();
}

// Empty where a blank owner repeats another one, and for a pattern of $GENERATE that says nothing about its dot.
std::string_view owner_as_written(const Record& record)
{
    if (!record.owner_written())
        return {};
    std::string_view text = written(record, record.owner_place());
    bool repeats = repeats_origin(record.zone(), record.owner(), text);
    return record.generated() && !repeats ? std::string_view() : text;
}

void check(const Node& node, Lint& lint)
{
    Name name = node.name(), apex = node.zone().apex();
    // Without the text first, which is dear: does the apex stand in the name twice?
    if (!holds_twice(name, apex, true))
        return;
    Record record = node.first_record();
    if (repeats_line(record))
        return;
    std::string_view text = owner_as_written(record);
    bool has_text = !text.empty() && !record.generated();
    if (text != "@" && repeats_origin(node.zone(), name, text)) {
        Draft& draft = is_relative(text)
                           ? lint.report(record.owner_place(),
                                         "`{}` has no final dot: the origin is appended and it becomes {}", text, name)
                           : lint.report(record.owner_place(), "the zone's name stands twice in {}", name);
        if (is_relative(text))
            draft.label("ends with the zone's own name").help("end it with a dot").fix(fmt::format("{}.", text));
        else
            draft.help(fmt::format("leave one `{}` off", apex));
    } else if (has_text && repeats_origin(node.zone(), name, {}) && !is_below_reported(name, node.zone())) {
        lint.report(record.owner_place(), "`{}` becomes {}: the origin in force here holds the zone's name twice", text,
                    name)
            .help("look at the $ORIGIN above: its final dot is missing, or was missing in the file it "
                  "was made from");
    }
}

} // namespace

extern const Rule rule{
    .name = "owner-repeats-origin",
    .summary = "An owner ends with the zone's name but not with a dot, so the zone's name is "
               "appended once more.",
    .why = "`www.example.com` in example.com is www.example.com.example.com. No server says a word; "
           "www.example.com does not exist. One such dot took all of .se off the net in 2009.",
    .effect = "the name that was meant does not resolve",
    .references = {rfc("1035", "5.1"), rfc("1034", "3.6.1")},
    .level = Level::error,
    .bad = R"(
www.example.com A 192.0.2.3
)",
    .good = R"(
www.example.com. A 192.0.2.3
)",
    .check = check,
};

} // namespace zonevet::rules::owner_repeats_origin
