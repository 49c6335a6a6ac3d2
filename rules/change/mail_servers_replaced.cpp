#include "dns/rdata.h"
#include "rules/change/shared/addresses.h"
#include "rules/change/shared/changes.h"
#include "rules/change/shared/dots.h"

#include <algorithm>

namespace zonevet::rules::mail_servers_replaced {

namespace {
constexpr Field exchange = field(Type::MX, "exchange");

bool has_host(const RRset& mx, Name host)
{
    for (Record record : mx)
        if (record.name(exchange) == host)
            return true;
    return false;
}

// A host of this zone that did not exist took no mail: a missing dot, say, which is mended now.
bool is_usable(const Zone& zone, Name host)
{
    return !zone.look_up_address(host).missing();
}

// The host still takes mail here, by its name or by another that leads to the same addresses.
bool is_left(const Change& change, Name host, const RRset& mx)
{
    if (has_host(mx, host))
        return true;
    std::vector<std::string_view> old = addresses_of(change.before(), host);
    if (old.empty())
        return false;
    for (Record record : mx) {
        std::vector<std::string_view> now = addresses_of(change.after(), record.name(exchange));
        if (std::find_first_of(old.begin(), old.end(), now.begin(), now.end()) != old.end())
            return true;
    }
    return false;
}

void check(const Change& change, Lint& lint)
{
    const ChangedSet* set = change.find(change.after().apex(), Type::MX);
    if (set == nullptr || !set->is_replaced() || !changed_dots(change, *set).empty() ||
        !set->before->front().ttl_known() || set->before->front().ttl() > long_cached) // ttl-not-lowered
        return;
    for (const RRset* mx : {&*set->before, &*set->after})
        for (Record record : *mx)
            if (record.name(exchange).is_root())
                return; // the domain takes no mail: mail-servers-removed, or a start
    bool was_usable = false;
    for (Record record : *set->before) {
        if (is_left(change, record.name(exchange), *set->after))
            return;
        was_usable = was_usable || is_usable(change.before(), record.name(exchange));
    }
    if (!was_usable)
        return;
    std::uint32_t ttl = set->before->front().ttl();
    std::size_t count = set->before->size();
    report(lint, change, *set, "{} replaced; senders may use {} for up to {}",
           count == 1 ? "the only mail server is" : fmt::format("all {} mail servers of the domain are", count),
           count == 1 ? "the old one" : "the old ones", period_text(ttl))
        .note(change.former(set->before->front().place()), "an old one, which caches still name")
        .help("let the old servers take mail until then, and see whether the SPF record names the "
              "new ones");
}
} // namespace

extern const Rule rule{
    .name = "mail-servers-replaced",
    .summary = "All mail servers of the zone are replaced at once.",
    .why = "Senders that know the old MX records go on delivering to the old servers. Mailboxes "
           "that were closed there at once bounce that mail, and mail sent through the new servers "
           "fails where the SPF record still names the old ones.",
    .effect = "mail still goes to the old servers until the old TTL has passed",
    .references = {rfc("5321", "5.1"), rfc("1034", "3.6")},
    .level = Level::info,
    .bad = R"(
@ MX 10 mail
mail A 192.0.2.25
; becomes
@ MX 10 mx.example.net.
)",
    .good = R"(
@ MX 10 mail
mail A 192.0.2.25
; becomes
@ MX 10 mx
mx A 192.0.2.25
)",
    .check = check,
};

} // namespace zonevet::rules::mail_servers_replaced
