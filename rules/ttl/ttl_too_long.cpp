#include "dns/rdata.h"
#include "lint/rule.h"
#include "rules/ttl/shared/sets.h"

namespace zonevet::rules::ttl_too_long {

namespace {
constexpr Option max{"max", Option::Kind::period, 604800, "", "longest TTL allowed"};

void check(const Zone& zone, Lint& lint)
{
    std::int64_t longest = lint.option(max);
    auto is_long = [&](Record record) { return record.ttl() > longest && !has_doubtful_unit(record); };
    each_wrong_ttl(zone, is_long, [&](Record record, std::size_t others) {
        Draft& draft = lint.report(record.ttl_place(), "a mistake in the {} records of `{}` stays in caches for {}",
                                   record.type(), record.owner(), period_text(record.ttl()));
        if (lint.describing())
            draft.help(fmt::format("write `{}` or less", period_text(static_cast<std::uint64_t>(longest))));
        if (others > 0)
            draft.note(others_text(others));
    });
}
} // namespace

extern const Rule rule{
    .name = "ttl-too-long",
    .summary = "A TTL is longer than a week.",
    .why = "Nobody can call back what caches hold. When the address moves, or a mistake was "
           "published, some users keep the old record until its time is over.",
    .effect = "some users keep the old data for as long after a change",
    .references = {rfc("1912", "2.2"), rfc("8767", "4")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .options = {max},
    .bad = R"(
www 30d A 192.0.2.3
)",
    .good = R"(
www 1w A 192.0.2.3
)",
    .check = check,
};

} // namespace zonevet::rules::ttl_too_long
