#include "lint/rule.h"

namespace zonevet::rules::tlsa_full_certificate {

namespace {
constexpr Field selector = field(Type::TLSA, "selector");
constexpr Field matching = field(Type::TLSA, "matching");
constexpr Field data = field(Type::TLSA, "data");

void check(const Record& tlsa, Lint& lint)
{
    if (tlsa.number(matching) == 0 && tlsa.number(selector) == 0)
        lint.report(tlsa.at(matching), "the record holds a whole certificate, {} octets in every answer",
                    tlsa.bytes(data).size())
            .help("a SHA-256 digest (matching type 1) does the same in 32 octets");
}
} // namespace

extern const Rule rule{
    .name = "tlsa-full-certificate",
    .summary = "A TLSA record holds a whole certificate instead of its digest.",
    .why = "Answers become so large that they fall back to TCP, and some are lost on the way.",
    .references = {rfc("7671", "10.1.2")},
    .level = Level::info,
    .profile = Profile::strict,
    .types = {Type::TLSA},
    .bad = R"(
_443._tcp.ns1 TLSA 3 0 0 3003020101
)",
    .good = R"(
_443._tcp.ns1 TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .check = check,
};

} // namespace zonevet::rules::tlsa_full_certificate
