#include "lint/rule.h"

namespace zonevet::rules::generate_meets_record {

namespace {

void check(const RRset& set, Lint& lint)
{
    if (set.size() == 1)
        return;
    std::optional<Record> made, written;
    for (Record record : set) {
        std::optional<Record>& slot = record.generated() ? made : written;
        if (!slot)
            slot = record;
    }
    if (!made || !written || made->rdata() == written->rdata()) // record-duplicate
        return;
    lint.report(written->place(), "$GENERATE makes another {} record of `{}`: {}", set.type(), set.owner(),
                made->data_text())
        .note(made->place(), "made here")
        .help("leave the name out of the range, or drop one of the two");
}

} // namespace

extern const Rule rule{
    .name = "generate-meets-record",
    .summary = "A name has a record of its own and one that $GENERATE makes.",
    .why = "The range was meant for all the other names. Now the name has two addresses or two reverse "
           "names, and every second client takes the wrong one.",
    .effect = "clients get both records in turn",
    .references = {{"BIND 9 manual", "$GENERATE",
                    "https://bind9.readthedocs.io/en/v9.18/chapter3.html#the-generate-directive"}},
    .level = Level::warning,
    .types = {Type::A, Type::AAAA, Type::PTR},
    .bad = R"(
host5 A 198.51.100.5
$GENERATE 1-9 host$ A 192.0.2.$
)",
    .good = R"(
host10 A 198.51.100.5
$GENERATE 1-9 host$ A 192.0.2.$
)",
    .check = check,
};

} // namespace zonevet::rules::generate_meets_record
