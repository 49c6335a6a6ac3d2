#include "rules/dane/shared/labels.h"

namespace zonevet::rules::tlsa_pkix_for_mail {

namespace {
constexpr Field usage = field(Type::TLSA, "usage");

void check(const Record& tlsa, Lint& lint)
{
    TlsaOwner owner = read_tlsa_owner(tlsa.owner());
    if (tlsa.number(usage) > 1 || !owner.good || owner.port != 25)
        return;
    lint.report(tlsa.at(usage), "mail servers cannot use a TLSA record with usage {}",
                tlsa.number(usage))
        .help(tlsa.number(usage) == 0 ? "usage 2 names the CA without the public list of CAs"
                                      : "usage 3 names the server's own certificate");
}
} // namespace

extern const Rule rule{
    .name = "tlsa-pkix-for-mail",
    .summary = "A TLSA record for port 25 has usage 0 or 1.",
    .why = "Senders of mail share no list of CAs, so they treat the usages that rely on one as "
           "unusable and "
           "deliver without checking the certificate.",
    .effect = "mail senders do not check the certificate",
    .references = {rfc("7672", "3.1.3")},
    .types = {Type::TLSA},
    .bad = R"(
_25._tcp.ns1 TLSA 1 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .good = R"(
_25._tcp.ns1  TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
_443._tcp.ns1 TLSA 1 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .check = check,
};

} // namespace zonevet::rules::tlsa_pkix_for_mail
