#include "rules/change/shared/changes.h"

namespace zonevet::rules::apex_ns_replaced {

namespace {
void check(const Change& change, Lint& lint)
{
    const ChangedSet* set = change.find(change.after().apex(), Type::NS);
    if (set == nullptr || !set->is_replaced())
        return;
    std::size_t count = set->before->size();
    report(lint, change, *set, "{} left",
           count == 1 ? "the only old name server is not" : fmt::format("none of the {} old name servers is", count))
        .note(change.former(set->before->front().place()), "an old one, which the parent still names")
        .help("add the new ones first, change the parent, and remove the old ones when their TTL "
              "has passed");
}
} // namespace

extern const Rule rule{
    .name = "apex-ns-replaced",
    .summary = "All name servers of the zone are replaced at once.",
    .why = "Parent and caches still name the old servers, for days. When those stop answering "
           "before the parent has the new ones, the zone is gone.",
    .effect = "the zone does not resolve for anybody who still knows the old servers only",
    .references = {rfc("1034", "4.2.2"), rfc("1912", "2.8")},
    .level = Level::error,
    .bad = R"(
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
; becomes
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS a.ns.example.net.
@ NS b.ns.example.net.
)",
    .good = R"(
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
; becomes
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
@ NS a.ns.example.net.
)",
    .check = check,
};

} // namespace zonevet::rules::apex_ns_replaced
