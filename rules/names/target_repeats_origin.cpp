#include "rules/names/shared/targets.h"
#include "rules/reverse/shared/reverse_name.h"

namespace zonevet::rules::target_repeats_origin {

namespace {

void check(const Record& record, Lint& lint)
{
    const Zone& zone = record.zone();
    for (Field target : names_in(record.type())) {
        Name name = record.name(target);
        if (!holds_twice(name, zone.apex(), true) || repeats_line(record))
            continue;
        std::string_view text = written_name(record, target);
        if (record.type() == Type::PTR && is_reverse_name(name))
            continue; // ptr-dot-missing
        if (!repeats_origin(zone, name, text))
            continue;
        if (is_relative(text))
            lint.report(record.at(target), "`{}` has no final dot: the origin is appended and it becomes {}", text,
                        name)
                .label("ends with the zone's own name")
                .help("end it with a dot")
                .fix(fmt::format("{}.", text));
        else
            lint.report(record.at(target), "the zone's name stands twice in {}", name)
                .help(fmt::format("leave one `{}` off", zone.apex()));
    }
}

} // namespace

extern const Rule rule{
    .name = "target-repeats-origin",
    .summary = "A name in the data ends with the zone's name but not with a dot, so the zone's name "
               "is appended once more.",
    .why = "`mail.example.com` in example.com is mail.example.com.example.com. No server says a word; "
           "mail, calls or pages go to a name that does not exist.",
    .effect = "the record leads to a name that does not exist",
    .references = {rfc("1035", "5.1"), rfc("1034", "3.6.1")},
    .level = Level::error,
    .types = types_with_names,
    .bad = R"(
@ MX 10 mail.example.com
mail A 192.0.2.3
)",
    .good = R"(
@ MX 10 mail.example.com.
mail A 192.0.2.3
)",
    .check = check,
};

} // namespace zonevet::rules::target_repeats_origin
