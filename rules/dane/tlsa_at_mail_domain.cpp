#include "rules/dane/shared/labels.h"
#include "rules/zone/shared/may_hold_more.h"

namespace zonevet::rules::tlsa_at_mail_domain {

namespace {
constexpr Field exchange = field(Type::MX, "exchange");

void check(const RRset& set, Lint& lint)
{
    TlsaOwner owner = read_tlsa_owner(set.owner());
    if (!owner.good || owner.port != 25)
        return;
    Name domain = set.owner().parent().parent();
    Answer mail = set.zone().look_up(domain, Type::MX);
    if (mail.is != Existence::found || mail.by_wildcard)
        return;
    // An MX record that is not shown may name the domain itself.
    if (may_hold_more(*mail.rrset))
        return;
    for (Record mx : *mail.rrset)
        if (mx.name(exchange) == domain || mx.name(exchange).is_root())
            return;
    // A host whose own mail goes elsewhere may be the mail server of others.
    if (domain != set.zone().apex() && !set.zone().look_up_address(domain).missing())
        return;
    Name first = mail.rrset->front().name(exchange);
    lint.report(set.front().owner_place(), "senders ask for TLSA at the mail servers of {}, not at the domain itself",
                domain)
        .note(mail.rrset->front().place(), "its mail goes here")
        .help(fmt::format("put the record at `_25._tcp.{}`", first));
}
} // namespace

extern const Rule rule{
    .name = "tlsa-at-mail-domain",
    .summary = "A TLSA record for port 25 stands below a mail domain instead of its mail server.",
    .why = "Senders look for TLSA below each MX host; below the domain it is never asked for.",
    .effect = "mail senders do not check the certificate",
    .references = {rfc("7672", "3.2"), rfc("7672", "2.2.1")},
    .confidence = Confidence::medium,
    .types = {Type::TLSA},
    .bad = R"(
@            MX   10 ns1
_25._tcp     TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .good = R"(
@            MX   10 ns1
_25._tcp.ns1 TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .check = check,
};

} // namespace zonevet::rules::tlsa_at_mail_domain
