#include "lint/rule.h"

namespace zonevet::rules::tlsa_certificate_malformed {

namespace {
constexpr Field selector = field(Type::TLSA, "selector");
constexpr Field matching = field(Type::TLSA, "matching");
constexpr Field data = field(Type::TLSA, "data");

// The length that a DER value claims for itself, its own head included; 0 when it does not begin
// like a SEQUENCE, as certificates and public keys do.
std::size_t der_length(std::string_view der)
{
    auto octet = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(der[i])); };
    if (der.size() < 2 || octet(0) != 0x30)
        return 0;
    if (octet(1) < 0x80)
        return 2 + octet(1);
    std::size_t count = octet(1) - 0x80;
    if (count == 0 || count > 3 || der.size() < 2 + count)
        return 0;
    std::size_t length = 0;
    for (std::size_t i = 0; i < count; ++i)
        length = length << 8 | octet(2 + i);
    return 2 + count + length;
}

void check(const Record& tlsa, Lint& lint)
{
    if (tlsa.number(matching) != 0)
        return;
    std::string_view der = tlsa.bytes(data);
    std::size_t length = der_length(der);
    if (length == der.size())
        return;
    std::string_view what = tlsa.number(selector) == 0   ? "certificate"
                            : tlsa.number(selector) == 1 ? "public key"
                                                         : "certificate or key";
    if (length == 0)
        lint.report(tlsa.at(data), "matching type 0 means a whole {}, which these {} octets are not", what, der.size())
            .help(der.size() == 32   ? "for a SHA-256 digest the matching type is 1"
                  : der.size() == 64 ? "for a SHA-512 digest the matching type is 2"
                                     : "write its DER form in hexadecimal");
    else
        lint.report(tlsa.at(data), "the {} should have {} octets, but {} are written", what, length, der.size())
            .help("copy the whole of its DER form in hexadecimal");
}
} // namespace

extern const Rule rule{
    .name = "tlsa-certificate-malformed",
    .summary = "A TLSA or SMIMEA record with matching type 0 does not hold a whole certificate or key.",
    .why = "No certificate can match, so clients that check it refuse the connection.",
    .effect = "clients that use DANE refuse the connection",
    .references = {rfc("6698", "2.1.3"), rfc("7671", "10.1.2")},
    .level = Level::error,
    .types = {Type::TLSA, Type::SMIMEA},
    .bad = R"(
_443._tcp.ns1 TLSA 3 1 0 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .good = R"(
_443._tcp.ns1 TLSA 3 1 0 302a300506032b6570032100 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .check = check,
};

} // namespace zonevet::rules::tlsa_certificate_malformed
