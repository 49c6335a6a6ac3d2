#include "dns/rdata.h"
#include "lint/rule.h"
#include "rules/ttl/shared/sets.h"

namespace zonevet::rules::ttl_too_short {

namespace {
constexpr Option min{"min", Option::Kind::period, 30, "", "shortest TTL allowed"};
constexpr Option min_servers{"min-ns", Option::Kind::period, 300, "", "shortest TTL of NS and DS records"};

void check(const Zone& zone, Lint& lint)
{
    std::int64_t shortest = lint.option(min), shortest_of_servers = lint.option(min_servers);
    // 0 has a rule of its own.
    auto shortest_for = [&](Record record) {
        bool server = record.type() == Type::NS || record.type() == Type::DS;
        return server ? shortest_of_servers : shortest;
    };
    auto is_short = [&](Record record) { return record.ttl() != 0 && record.ttl() < shortest_for(record); };
    each_wrong_ttl(zone, is_short, [&](Record record, std::size_t others) {
        Draft& draft = lint.report(record.ttl_place(), "the {} records of `{}` may be cached only for {}",
                                   record.type(), record.owner(), period_text(record.ttl()));
        if (lint.describing())
            draft.help(
                fmt::format("write `{}` or more", period_text(static_cast<std::uint64_t>(shortest_for(record)))));
        if (others > 0)
            draft.note(others_text(others));
    });
}
} // namespace

extern const Rule rule{
    .name = "ttl-too-short",
    .summary = "A TTL is shorter than half a minute, or than five minutes for NS and DS.",
    .why = "Nearly every use asks the name servers; a short outage of theirs is felt at once. Low "
           "TTLs are often left over from a move.",
    .references = {rfc("1912", "2.2"), rfc("1034", "3.6")},
    .level = Level::info,
    .profile = Profile::strict,
    .options = {min, min_servers},
    .bad = R"(
www 5 A 192.0.2.3
)",
    .good = R"(
www 60 A 192.0.2.3
)",
    .check = check,
};

} // namespace zonevet::rules::ttl_too_short
