#include "rules/dnssec/shared/algorithms.h"

#include <fmt/format.h>
#include <string_view>

namespace zonevet::rules {

namespace {

struct Algorithm {
    std::uint8_t number;
    std::string_view mnemonic;
    bool deprecated;
};
// IANA "DNS Security Algorithm Numbers"; deprecated: MUST NOT be used for signing (RFC 8624 3.1,
// RFC 9905, RFC 9906).
constexpr Algorithm algorithms[] = {{1, "RSAMD5", true},
                                    {3, "DSA", true},
                                    {5, "RSASHA1", true},
                                    {6, "DSA-NSEC3-SHA1", true},
                                    {7, "RSASHA1-NSEC3-SHA1", true},
                                    {8, "RSASHA256", false},
                                    {10, "RSASHA512", false},
                                    {12, "ECC-GOST", true},
                                    {13, "ECDSAP256SHA256", false},
                                    {14, "ECDSAP384SHA384", false},
                                    {15, "ED25519", false},
                                    {16, "ED448", false},
                                    {17, "SM2SM3", false},
                                    {23, "ECC-GOST12", false},
                                    {252, "INDIRECT", false},
                                    {253, "PRIVATEDNS", false},
                                    {254, "PRIVATEOID", false}};

const Algorithm* find_algorithm(std::uint32_t number)
{
    for (const Algorithm& one : algorithms)
        if (one.number == number)
            return &one;
    return nullptr;
}

} // namespace

std::string algorithm_text(std::uint32_t number)
{
    const Algorithm* algorithm = find_algorithm(number);
    return algorithm ? fmt::format("{} ({})", algorithm->mnemonic, number) : fmt::format("algorithm {}", number);
}

bool is_assigned_algorithm(std::uint32_t number)
{
    return find_algorithm(number) != nullptr;
}

bool is_deprecated_algorithm(std::uint32_t number)
{
    const Algorithm* algorithm = find_algorithm(number);
    return algorithm && algorithm->deprecated;
}

} // namespace zonevet::rules
