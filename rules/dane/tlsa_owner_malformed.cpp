#include "rules/dane/shared/labels.h"

namespace zonevet::rules::tlsa_owner_malformed {

namespace {
void check(const RRset& set, Lint& lint)
{
    TlsaOwner owner = read_tlsa_owner(set.owner());
    if (owner.good || owner.dane_host)
        return;
    Node node = set.node();
    // Another name may be what the aliases of several hosts point at; one that is a host is not.
    if (!owner.attempt && !node.has(Type::A) && !node.has(Type::AAAA) && !node.has(Type::MX))
        return;
    Draft& draft = lint.report(set.front().owner_place().within(owner.from, owner.to),
                               "clients never ask for TLSA at {}: it {}", set.owner(), owner.what);
    draft.help("the form is `_443._tcp.host` with the port and transport of the service");
    if (!owner.instead.empty())
        draft.help(fmt::format("write `{}`", owner.instead)).fix(owner.instead);
}
} // namespace

extern const Rule rule{
    .name = "tlsa-owner-malformed",
    .summary = "The owner of a TLSA record is not of the form _port._transport.host.",
    .why = "Clients build the name from port and transport; a record at another name is never "
           "found, and the "
           "service goes without its protection.",
    .effect = "clients do not find the record, and connect without it",
    .references = {rfc("6698", "3")},
    .level = Level::error,
    .types = {Type::TLSA},
    .bad = R"(
_https._tcp.ns1 TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .good = R"(
_443._tcp.ns1   TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
*._tcp.ns2      TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .check = check,
};

} // namespace zonevet::rules::tlsa_owner_malformed
