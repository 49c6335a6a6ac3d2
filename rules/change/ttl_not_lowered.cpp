#include "rules/change/shared/changes.h"

#include "dns/rdata.h"

namespace zonevet::rules::ttl_not_lowered {

namespace {
constexpr Option max{"max", Option::Kind::period, long_cached, "", "TTL with which an answer may be replaced"};

bool leads_somewhere(Type type)
{
    return type == Type::A || type == Type::AAAA || type == Type::CNAME || type == Type::MX || type == Type::SRV ||
           type == Type::HTTPS || type == Type::SVCB;
}

void check(const Change& change, Lint& lint)
{
    for (const ChangedSet& set : change.sets()) {
        if (!leads_somewhere(set.type()) || !set.is_replaced() || !set.before->front().ttl_known())
            continue;
        std::uint32_t ttl = set.before->front().ttl();
        if (ttl <= lint.option(max))
            continue;
        report(lint, change, set, "caches keep the old answer of `{}` for up to {}", words_of(set, change),
               period_text(ttl))
            .note(change.former(set.before->front().ttl_place()), "its TTL")
            .help(fmt::format("lower the TTL first, wait {}, then change the value; or keep the "
                              "old host running for as long",
                              period_text(ttl)));
    }
}
} // namespace

extern const Rule rule{
    .name = "ttl-not-lowered",
    .summary = "An answer is replaced that caches keep for long.",
    .why = "Resolvers asked shortly before keep the old answer for its whole TTL, and nothing "
           "calls it back. Until then both old and new hosts are in use; if the old one is "
           "switched off, part of the users are cut off.",
    .effect = "some users reach the old host until their caches forget it",
    .references = {rfc("1912", "2.2"), rfc("1034", "3.6")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .options = {max},
    .bad = R"(
www 86400 A 192.0.2.80
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

} // namespace zonevet::rules::ttl_not_lowered
