#include "lint/rule.h"

namespace zonevet::rules::sshfp_value_unknown {

namespace {
constexpr Field algorithm = field(Type::SSHFP, "algorithm");
constexpr Field fingerprint_type = field(Type::SSHFP, "fingerprint-type");

void check(const Record& sshfp, Lint& lint)
{
    std::uint32_t key = sshfp.number(algorithm), hash = sshfp.number(fingerprint_type);
    if (key == 0 || key == 5 || key > 6)
        lint.report(sshfp.at(algorithm), "there is no SSHFP key algorithm {}", key)
            .help("1 is RSA, 2 DSA, 3 ECDSA, 4 Ed25519, 6 Ed448");
    if (hash == 0 || hash > 2)
        lint.report(sshfp.at(fingerprint_type), "there is no SSHFP fingerprint type {}", hash)
            .help("1 is SHA-1, 2 is SHA-256");
}
} // namespace

extern const Rule rule{
    .name = "sshfp-value-unknown",
    .summary = "An SSHFP record has a key algorithm or fingerprint type that is not assigned.",
    .why = "Clients of SSH ignore the record and ask the user to confirm the key.",
    .effect = "ssh clients ignore the fingerprint",
    .references = {rfc("4255", "3.1"), rfc("6594", "3"), rfc("8709", "8.2")},
    .types = {Type::SSHFP},
    .bad = R"(
ns1   SSHFP  7 1 0123456789abcdef0123456789abcdef01234567
)",
    .good = R"(
ns1   SSHFP  4 2 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .check = check,
};

} // namespace zonevet::rules::sshfp_value_unknown
