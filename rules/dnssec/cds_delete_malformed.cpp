#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::cds_delete_malformed {

namespace {

// "0 0 0 00" and "0 3 0 AA==" (RFC 8078 4).
bool is_exact(const Record& record)
{
    using namespace std::string_view_literals;
    return record.rdata() == (record.type() == Type::CDS ? "\0\0\0\0\0"sv : "\0\0\3\0\0"sv);
}

void check(const RRset& set, Lint& lint)
{
    std::optional<Record> removes, keeps;
    for (Record record : set) {
        std::optional<Record>& kind = asks_for_removal(record) ? removes : keeps;
        if (!kind)
            kind = record;
        if (asks_for_removal(record) && !is_exact(record))
            lint.report(record.data_place(), "algorithm 0 asks the parent to remove DS, but not in this form")
                .fix(record.type() == Type::CDS ? "0 0 0 00" : "0 3 0 AA==");
    }
    if (removes && keeps)
        lint.report(removes->data_place(), "this asks the parent to remove DS while another {} names a key to keep",
                    set.type())
            .note(keeps->place(), "the key to keep")
            .help("keep the one that is meant");
}
} // namespace

extern const Rule rule{
    .name = "cds-delete-malformed",
    .summary = "A CDS or CDNSKEY record that asks for removal has another form, or does not stand alone.",
    .why = "The parent ignores the set, or does something else than was meant.",
    .effect = "the parent does not act on the records",
    .references = {rfc("8078", "4")},
    .level = Level::error,
    .types = {Type::CDS, Type::CDNSKEY},
    .bad = R"(
@     CDS    1 0 0 00
)",
    .good = R"(
@     CDS     0 0 0 00
@     CDNSKEY 0 3 0 AA==
)",
    .check = check,
};

} // namespace zonevet::rules::cds_delete_malformed
