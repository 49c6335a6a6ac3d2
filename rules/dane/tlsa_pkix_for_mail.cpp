#include "rules/dane/shared/labels.h"

namespace zonevet::rules::tlsa_pkix_for_mail {

namespace {
constexpr Field usage = field(Type::TLSA, "usage");

void check(const Record& tlsa, Lint& lint)
{
    TlsaOwner owner = read_tlsa_owner(tlsa.owner());
    if (tlsa.number(usage) > 1 || !owner.good || owner.port != 25)
        return;
    bool of_ca = tlsa.number(usage) == 0;
    Draft& draft =
        lint.report(tlsa.at(usage), "mail senders do not use a TLSA record with usage {}", tlsa.number(usage));
    if (of_ca) // usage 2 asks more of the server: it must send the certificate of the CA along
        draft.help("write `2` when the server sends this CA's certificate along, else `3` and the server's own");
    else
        draft.help("write `3`, which names the server's own certificate as well").fix("3");
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
