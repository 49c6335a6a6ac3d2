#include "rules/change/shared/changes.h"

namespace zonevet::rules::mail_servers_removed {

namespace {
bool is_null(const RRset& mx)
{
    constexpr Field exchange = field(Type::MX, "exchange");
    return mx.size() == 1 && mx.front().name(exchange).is_root();
}

void check(const Change& change, Lint& lint)
{
    const ChangedSet* set = change.find(change.after().apex(), Type::MX);
    if (set == nullptr || !set->before || is_null(*set->before) || change.zone_removed())
        return;
    if (set->is_gone())
        report(lint, change, *set, "the last MX record of the domain is removed")
            .help("put it back; a domain that takes no mail says so with `@ MX 0 .`");
    else if (set->after && is_null(*set->after))
        report(lint, change, *set, "the null MX tells senders that the domain takes no mail")
            .help("put the MX records back if somebody has an address there");
}
} // namespace

extern const Rule rule{
    .name = "mail-servers-removed",
    .summary = "The zone has no mail servers any more.",
    .why = "Without MX records senders try the address of the domain itself, which is a web "
           "server most of the time; with a null MX they give up at once. Either way mail "
           "comes back.",
    .effect = "mail for the domain is no longer delivered",
    .references = {rfc("5321", "5.1"), rfc("7505")},
    .level = Level::error,
    .bad = R"(
@ MX 10 mail
mail A 192.0.2.25
; becomes
mail A 192.0.2.25
)",
    .good = R"(
@ MX 10 mail
mail A 192.0.2.25
; becomes
@ MX 10 mx
mx A 192.0.2.26
)",
    .check = check,
};

} // namespace zonevet::rules::mail_servers_removed
