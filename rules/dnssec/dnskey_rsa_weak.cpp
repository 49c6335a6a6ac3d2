#include "lint/rule.h"

namespace zonevet::rules::dnskey_rsa_weak {

namespace {
constexpr Option bits{"bits", Option::Kind::number, 1024, "", "fewest bits of the modulus"};
constexpr Field algorithm = field(Type::DNSKEY, "algorithm");
constexpr Field public_key = field(Type::DNSKEY, "key");

void check(const Record& key, Lint& lint)
{
    std::uint32_t number = key.number(algorithm);
    std::string_view octets = key.bytes(public_key);
    bool rsa = number == 1 || number == 5 || number == 7 || number == 8 || number == 10;
    if (!rsa || octets.size() < 64 || octets[0] == 0)
        return;
    auto length = static_cast<std::size_t>(static_cast<unsigned char>(octets[0]));
    if (1 + length >= octets.size())
        return; // malformed, which has its own finding
    std::size_t size = (octets.size() - 1 - length) * 8;
    if (length == 1 && octets[1] == 3)
        lint.report(key.at(public_key), "the RSA key has the exponent 3, which is weak")
            .help("roll over to ECDSAP256SHA256 (13)");
    else if (size < static_cast<std::size_t>(lint.option(bits)))
        lint.report(key.at(public_key), "the RSA key has {} bits, which is weak", size)
            .help("roll over to ECDSAP256SHA256 (13)");
}
} // namespace

extern const Rule rule{
    .name = "dnskey-rsa-weak",
    .summary = "An RSA key of the zone has the exponent 3 or too few bits.",
    .why = "Keys of 512 bits are factored in hours; some validators refuse short keys and answer "
           "SERVFAIL.",
    .effect = "signatures can be forged, and some validators refuse them",
    .references = {rfc("6781", "3.4.2"), rfc("5702", "2")},
    .types = {Type::DNSKEY, Type::CDNSKEY},
    .options = {bits},
    .bad = R"(
@     DNSKEY 257 3 8 AwEAAbbZpF6ZF9qg4xTZmLjf2TiqrWPIYl+Xi8Ux5vlEl6WADJu+BXo3g88aGOQaFZGlszPhCTGOXcFl441qzdxDG4qXPMTcsEP/w5kB6OP1vcBUdWYnBQeOW8BONoB3q4BlbQ==
)",
    .good = R"(
@     DNSKEY 257 3 8 AwEAAbbZpF6ZF9qg4xTZmLjf2TiqrWPIYl+Xi8Ux5vlEl6WADJu+BXo3g88aGOQaFZGlszPhCTGOXcFl441qzdxDG4qXPMTcsEP/w5kB6OP1vcBUdWYnBQeOW8BONoB3q4BlbUEENtdyMea62WTSXFWmspxeEmgbV0IKgApYWRZbjk4h
)",
    .check = check,
};

} // namespace zonevet::rules::dnskey_rsa_weak
