#include "rules/svcb/shared/parameters.h"

namespace zonevet::rules::svcb_dns_alpn_missing {

namespace {
void check(const Record& svcb, Lint& lint)
{
    if (is_alias(svcb) || !is_dns_service(svcb.owner()) || parameter(svcb, ServiceKey::alpn))
        return;
    lint.report(svcb.owner_place(), "{} announces a DNS server without `alpn`, so no client knows how to talk to it",
                svcb.owner())
        .help("add `alpn=dot`, `alpn=doq` or `alpn=h2 dohpath=/dns-query{?dns}`");
}
} // namespace

extern const Rule rule{
    .name = "svcb-dns-alpn-missing",
    .summary = "An SVCB record that announces a DNS server has no alpn parameter.",
    .why = "There is no default protocol for encrypted DNS; clients skip a record that names none.",
    .effect = "clients do not find the encrypted resolver",
    .references = {rfc("9461", "4.1")},
    .level = Level::error,
    .types = {Type::SVCB},
    .bad = R"(
_dns  SVCB   1 ns1 port=853
)",
    .good = R"(
_dns  SVCB   1 ns1 alpn=dot
_dns.old SVCB 0 ns1
)",
    .check = check,
};

} // namespace zonevet::rules::svcb_dns_alpn_missing
