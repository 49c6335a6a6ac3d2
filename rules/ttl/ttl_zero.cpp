#include "lint/rule.h"
#include "rules/ttl/shared/sets.h"

namespace zonevet::rules::ttl_zero {

namespace {

// Signers give 0 to what only servers and parents read; 65534 is BIND's own record of its signing.
bool is_made_by_signer(Type type)
{
    return type == Type::NSEC3PARAM || type == Type::CDS || type == Type::CDNSKEY || type == Type{65534};
}

// A TTL beyond 31 bits counts as 0 as well; ttl-too-large speaks of it.
bool is_written_as_zero(Record record)
{
    const Zone& zone = record.zone();
    return !record.ttl_written() ||
           zone.sources().text(zone.span(record.ttl_place())).find_first_of("123456789") == std::string_view::npos;
}

void check(const Zone& zone, Lint& lint)
{
    auto is_zero = [](Record record) { return record.ttl() == 0 && !is_made_by_signer(record.type()); };
    each_wrong_ttl(zone, is_zero, [&](Record record, std::size_t others) {
        if (!is_written_as_zero(record))
            return;
        Draft& draft = lint.report(record.ttl_place(), "the {} records of `{}` may not be cached: their TTL is 0",
                                   record.type(), record.owner());
        draft.help("write 30 or more: that is short enough for every change");
        if (others > 0)
            draft.note(others_text(others));
    });
}
} // namespace

extern const Rule rule{
    .name = "ttl-zero",
    .summary = "A TTL is 0.",
    .why = "Each use of the name asks the name servers, and the name is gone the moment they are. "
           "Some resolvers and forwarders treat 0 badly; 30 or 60 seconds serve the same end.",
    .effect = "every use of the name is a new lookup",
    .references = {rfc("1035", "3.2.1"), rfc("2181", "8"), rfc("1912", "2.2")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .bad = R"(
www 0 A 192.0.2.3
)",
    .good = R"(
www 60 A 192.0.2.3
)",
    .check = check,
};

} // namespace zonevet::rules::ttl_zero
