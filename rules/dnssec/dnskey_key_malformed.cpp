#include "rules/dnssec/shared/algorithms.h"
#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::dnskey_key_malformed {

namespace {
constexpr Field algorithm = field(Type::DNSKEY, "algorithm");
constexpr Field public_key = field(Type::DNSKEY, "key");

// The length that a key of the algorithm has; 0 where it varies.
std::size_t fixed_length(std::uint32_t number)
{
    switch (number) {
    case 12: // RFC 5933 2
    case 13: // RFC 6605 4
        return 64;
    case 14:
        return 96;
    case 15: // RFC 8080 3
        return 32;
    case 16:
        return 57;
    default:
        return 0;
    }
}

bool is_rsa(std::uint32_t number)
{
    return number == 1 || number == 5 || number == 7 || number == 8 || number == 10;
}

// RFC 3110 2: the length of the exponent in one octet, or in two behind a zero.
std::string_view rsa_flaw(std::string_view key, std::uint32_t number)
{
    auto octet = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(key[i])); };
    if (key.size() < 3)
        return "is too short for an RSA key";
    std::size_t head = octet(0) != 0 ? 1 : 3;
    std::size_t exponent = octet(0) != 0 ? octet(0) : octet(1) << 8 | octet(2);
    if (exponent == 0 || head + exponent >= key.size())
        return "ends before its exponent does";
    bool small = exponent == 1 && octet(head) < 3;
    if (small || octet(head + exponent - 1) % 2 == 0)
        return "has an exponent that no RSA key has";
    std::size_t bits = (key.size() - head - exponent) * 8;
    if (bits < 512 || (number == 10 && bits < 1024))
        return "has a modulus that is too short";
    if (bits > 4096)
        return "has a modulus of more than 4096 bits";
    return {};
}

constexpr const char* remedy = "copy the whole key again from the `.key` file of the signer";

void check(const Record& key, Lint& lint)
{
    std::uint32_t number = key.number(algorithm);
    std::string_view octets = key.bytes(public_key);
    std::size_t length = fixed_length(number);
    if (length != 0 && octets.size() != length)
        lint.report(key.at(public_key), "a key of {} has {} octets, but {} are written", algorithm_text(number), length,
                    octets.size())
            .help(remedy);
    else if (is_rsa(number))
        if (std::string_view flaw = rsa_flaw(octets, number); !flaw.empty())
            lint.report(key.at(public_key), "the key {}", flaw).help(remedy);
}
} // namespace

extern const Rule rule{
    .name = "dnskey-key-malformed",
    .summary = "The public key in a DNSKEY or CDNSKEY record cannot be one of its algorithm.",
    .why = "Validators cannot use the key: it was cut short when it was pasted, or the algorithm "
           "is another.",
    .effect = "validators refuse all answers that the key signed",
    .references = {rfc("3110", "2"), rfc("5702", "2"), rfc("6605", "4"), rfc("8080", "3")},
    .level = Level::error,
    .types = {Type::DNSKEY, Type::CDNSKEY},
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0d
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .check = check,
};

} // namespace zonevet::rules::dnskey_key_malformed
