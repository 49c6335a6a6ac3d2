#include "rules/names/shared/targets.h"
#include "rules/reverse/shared/reverse_name.h"

namespace zonevet::rules::target_dot_missing {

namespace {

void check(const Record& record, Lint& lint)
{
    for (Field target : names_in(record.type())) {
        if (!lacks_final_dot(record, target) || holds_foreign_text(record, target))
            continue;
        if (record.type() == Type::PTR && is_reverse_name(record.name(target)))
            continue; // ptr-dot-missing
        std::string_view text = written_name(record, target);
        lint.report(record.at(target), "`{}` has no final dot: it becomes {}, which does not exist", text,
                    record.name(target))
            .label("looks like a whole name")
            .help("end it with a dot if it is meant as a whole name")
            .fix(fmt::format("{}.", text));
    }
}

} // namespace

extern const Rule rule{
    .name = "target-dot-missing",
    .summary = "A name in the data looks like a whole one but has no final dot, and what it becomes "
               "does not exist.",
    .why = "`sipfed.online.lync.com` in example.com is sipfed.online.lync.com.example.com. Servers "
           "load it without a word, and nobody reaches the service.",
    .effect = "the record leads to a name that does not exist",
    .references = {rfc("1035", "5.1"), rfc("1034", "3.6.1")},
    .level = Level::error,
    .types = types_with_names,
    .bad = R"(
_sipfederationtls._tcp SRV 100 1 5061 sipfed.online.lync.com
)",
    .good = R"(
_sipfederationtls._tcp SRV 100 1 5061 sipfed.online.lync.com.
www CNAME web.eu
web.eu A 192.0.2.3
)",
    .unless = is_absolute,
    .check = check,
};

} // namespace zonevet::rules::target_dot_missing
