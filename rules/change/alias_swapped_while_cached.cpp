#include "dns/rdata.h"
#include "rules/change/shared/addresses.h"
#include "rules/change/shared/changes.h"

#include <algorithm>

namespace zonevet::rules::alias_swapped_while_cached {

namespace {
constexpr Option max{"max", Option::Kind::period, long_cached, "",
                     "TTL with which addresses and alias may replace each other"};

// Of the two address sets of the name the one that caches keep longest, if both are replaced.
const ChangedSet* addresses_that(bool (ChangedSet::*changed)() const, const Change& change, Name owner)
{
    const ChangedSet* found = nullptr;
    for (Type type : {Type::A, Type::AAAA}) {
        const ChangedSet* set = change.find(owner, type);
        if (set == nullptr || !(set->*changed)())
            continue;
        auto ttl = [](const ChangedSet& of) { return of.before ? of.before->front().ttl() : 0; };
        if (found == nullptr || ttl(*set) > ttl(*found))
            found = set;
    }
    return found;
}

void check(const Change& change, Lint& lint)
{
    for (const ChangedSet& alias : change.sets()) {
        if (alias.type() != Type::CNAME || (!alias.is_new() && !alias.is_gone()))
            continue;
        bool becomes_alias = alias.is_new();
        const ChangedSet* addresses =
            addresses_that(becomes_alias ? &ChangedSet::is_gone : &ChangedSet::is_new, change, alias.owner());
        if (addresses == nullptr)
            continue;
        const RRset& old = becomes_alias ? *addresses->before : *alias.before;
        std::uint32_t ttl = old.front().ttl();
        if (!old.front().ttl_known() || ttl <= lint.option(max) ||
            keeps_addresses(change.before(), change.after(), alias.owner()))
            continue;
        Draft& draft = becomes_alias ? report(lint, change, alias,
                                              "`{}` becomes an alias, but caches keep its address for up to {}",
                                              owner_of(alias, change), period_text(ttl))
                                     : report(lint, change, *addresses,
                                              "`{}` is no alias any more, but caches follow the old one for up to {}",
                                              owner_of(alias, change), period_text(ttl));
        draft.note(change.former(old.front().ttl_place()), "its TTL")
            .help(fmt::format("lower the TTL first, wait {}, then make the change; or keep the old "
                              "host running for as long",
                              period_text(ttl)));
    }
}
} // namespace

extern const Rule rule{
    .name = "alias-swapped-while-cached",
    .summary = "A name turns from addresses into an alias, or back, while caches keep the old "
               "answer for long.",
    .why = "A resolver that knows the old address does not learn of the alias, and one that knows "
           "the alias follows it for every type: mail and text records added in its place are not "
           "seen either. Old and new hosts are in use side by side until the old TTL has passed.",
    .effect = "some users reach the old host until their caches forget it",
    .references = {rfc("1034", "3.6.2"), rfc("1912", "2.2")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .options = {max},
    .bad = R"(
www 86400 A 192.0.2.80
; becomes
www 300 CNAME shop.example.net.
)",
    .good = R"(
www 300 A 192.0.2.80
; becomes
www 300 CNAME shop.example.net.
)",
    .check = check,
};

} // namespace zonevet::rules::alias_swapped_while_cached
