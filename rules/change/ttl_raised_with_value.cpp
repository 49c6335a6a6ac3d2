#include "rules/change/shared/changes.h"

namespace zonevet::rules::ttl_raised_with_value {

namespace {
void check(const Change& change, Lint& lint)
{
    for (const ChangedSet& set : change.sets()) {
        if (!set.is_replaced() || set.type() == Type::SOA || !set.before->front().ttl_known() ||
            !set.after->front().ttl_known())
            continue;
        std::uint32_t before = set.before->front().ttl(), after = set.after->front().ttl();
        constexpr std::uint32_t quickly_forgotten = 3600;
        if (after <= before || after <= quickly_forgotten)
            continue;
        Draft& draft = lint.report(set.after->front().ttl_place(),
                                   "the TTL of `{}` is raised from {} to {} together with the value",
                                   words_of(set, change), before, after);
        if (lint.describing())
            draft.about(set.added.front()).help("keep the short TTL until the new value has proved right");
    }
}
} // namespace

extern const Rule rule{
    .name = "ttl-raised-with-value",
    .summary = "A value is changed and its TTL raised in one step.",
    .why = "If the new value is wrong, caches keep the mistake for the new, longer time. Raise "
           "the TTL when the new value has proved right.",
    .effect = "a mistake in the new value stays in caches for longer",
    .references = {rfc("1912", "2.2")},
    .level = Level::warning,
    .bad = R"(
www 300 A 192.0.2.80
; becomes
www 86400 A 192.0.2.81
)",
    .good = R"(
www 300 A 192.0.2.80
; becomes
www 300 A 192.0.2.81
)",
    .check = check,
};

} // namespace zonevet::rules::ttl_raised_with_value
