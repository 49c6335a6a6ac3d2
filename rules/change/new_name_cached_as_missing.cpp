#include "dns/rdata.h"
#include "rules/change/shared/changes.h"

#include <algorithm>

namespace zonevet::rules::new_name_cached_as_missing {

namespace {
constexpr Option max{"max", Option::Kind::period, 10800, "",
                     "how long resolvers may remember that a name does not exist"};

// RFC 2308, section 5: the lower of both.
std::optional<std::uint32_t> negative_ttl(const Zone& zone)
{
    constexpr Field minimum = field(Type::SOA, "minimum");
    std::optional<Record> soa = zone.soa();
    if (!soa || !soa->ttl_known())
        return {};
    return std::min(soa->ttl(), soa->number(minimum));
}

void check(const Change& change, Lint& lint)
{
    std::optional<std::uint32_t> ttl = negative_ttl(change.before());
    if (!change.complete() || !ttl || *ttl <= lint.option(max))
        return;
    const ChangedSet* first = nullptr;
    std::size_t names = 0;
    std::optional<Name> last;
    for (const ChangedSet& set : change.sets()) {
        if (!set.is_new() || (last && *last == set.owner()))
            continue;
        last = set.owner();
        if (set.after->node().hidden_by() || change.before().look_up(*last, set.type()).is != Existence::no_such_name)
            continue;
        ++names;
        if (first == nullptr || set.added.front().id() < first->added.front().id())
            first = &set;
    }
    if (first == nullptr)
        return;
    constexpr Field minimum = field(Type::SOA, "minimum");
    Draft& draft = lint.report(first->added.front().owner_place(),
                               "{} new: who asked for {} before the change may not see {} for up to {}",
                               names == 1 ? fmt::format("`{}` is", owner_of(*first, change))
                                          : fmt::format("`{}` and {} more {} are", owner_of(*first, change), names - 1,
                                                        names == 2 ? "name" : "names"),
                               names == 1 ? "it" : "them", names == 1 ? "it" : "them", period_text(*ttl));
    if (!lint.describing())
        return;
    Record soa = *change.before().soa();
    draft.about(first->added.front())
        .note(change.former(soa.number(minimum) <= soa.ttl() ? soa.at(minimum) : soa.ttl_place()),
              "so long resolvers remember that a name does not exist")
        .help("try a name only when it is published; a lower minimum in the SOA record shortens "
              "the wait next time");
}
} // namespace

extern const Rule rule{
    .name = "new-name-cached-as-missing",
    .summary = "Names are new, and resolvers remember for long that they did not exist.",
    .why = "Who tries a name too early makes the resolver remember that it does not exist, for the "
           "minimum of the SOA record. The name is published, works for others, and seems to be "
           "missing here for the rest of the day.",
    .effect = "the new name seems not to exist for those who asked too early",
    .references = {rfc("2308", "5")},
    .level = Level::info,
    .options = {max},
    .bad = R"(
@ 86400 SOA ns1 hostmaster 2026011500 7200 3600 1209600 86400
@ NS ns1.example.net.
@ NS ns2.example.net.
; becomes
@ 86400 SOA ns1 hostmaster 2026011501 7200 3600 1209600 86400
@ NS ns1.example.net.
@ NS ns2.example.net.
shop A 192.0.2.80
)",
    .good = R"(
@ 86400 SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1.example.net.
@ NS ns2.example.net.
; becomes
@ 86400 SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1.example.net.
@ NS ns2.example.net.
shop A 192.0.2.80
)",
    .check = check,
};

} // namespace zonevet::rules::new_name_cached_as_missing
