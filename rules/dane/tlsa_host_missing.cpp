#include "rules/dane/shared/labels.h"

namespace zonevet::rules::tlsa_host_missing {

namespace {
// The whole name is a mail domain: a finding of its own.
bool is_mail_domain(const Zone& zone, Name host)
{
    return zone.look_up(host, Type::MX).is == Existence::found;
}

void check(const RRset& set, Lint& lint)
{
    TlsaOwner owner = read_tlsa_owner(set.owner());
    if (!owner.good)
        return;
    const Zone& zone = set.zone();
    Name host = set.owner().parent().parent();
    if (!zone.look_up_address(host).missing())
        return;
    if (owner.port == 25 && is_mail_domain(zone, host))
        return;
    // An HTTPS or SVCB alias sends clients elsewhere.
    if (zone.look_up(host, Type::HTTPS).is == Existence::found || zone.look_up(host, Type::SVCB).is == Existence::found)
        return;
    lint.report(set.front().owner_place(), "this TLSA record is for {}, which has no address", host)
        .help("move it below the host that clients connect to, such as the target of an MX or SRV record");
}
} // namespace

extern const Rule rule{
    .name = "tlsa-host-missing",
    .summary = "A TLSA record belongs to a host that has no address.",
    .why = "Clients ask for TLSA below the host that they connect to. After a rename, or below the "
           "domain "
           "instead of its mail server, the record is never asked for.",
    .effect = "clients do not find the record, and connect without it",
    .references = {rfc("6698", "3"), rfc("7671", "7")},
    .types = {Type::TLSA},
    .bad = R"(
_443._tcp.web TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .good = R"(
_443._tcp.ns1 TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .check = check,
};

} // namespace zonevet::rules::tlsa_host_missing
