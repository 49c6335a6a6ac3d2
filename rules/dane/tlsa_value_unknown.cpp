#include "lint/rule.h"

namespace zonevet::rules::tlsa_value_unknown {

namespace {
// SMIMEA has the same fields.
constexpr Field usage = field(Type::TLSA, "usage");
constexpr Field selector = field(Type::TLSA, "selector");
constexpr Field matching = field(Type::TLSA, "matching");

void check_value(const Record& tlsa, Field value, std::uint32_t most, const char* what, const char* values, Lint& lint)
{
    std::uint32_t number = tlsa.number(value);
    if (number > most && number != 255)
        lint.report(tlsa.at(value), "there is no {} {}, so clients cannot use the record", what, number).help(values);
}

void check(const Record& tlsa, Lint& lint)
{
    check_value(tlsa, usage, 3, "certificate usage",
                "0 and 2 name a CA, 1 and 3 the server's certificate; 2 and 3 need no public CA", lint);
    check_value(tlsa, selector, 1, "selector", "0 is the whole certificate, 1 its public key", lint);
    check_value(tlsa, matching, 2, "matching type", "0 is no digest, 1 is SHA-256, 2 is SHA-512", lint);
}
} // namespace

extern const Rule rule{
    .name = "tlsa-value-unknown",
    .summary = "A TLSA or SMIMEA record has a usage, selector or matching type that is not assigned.",
    .why = "Clients treat the record as unusable. Mail senders that find only unusable records "
           "encrypt without "
           "checking the certificate; other clients may refuse the connection.",
    .effect = "the record protects nothing",
    .references = {rfc("6698", "2.1"), rfc("7218", "2"), rfc("8162", "2")},
    .level = Level::error,
    .types = {Type::TLSA, Type::SMIMEA},
    .bad = R"(
_443._tcp.ns1 TLSA 4 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .good = R"(
_443._tcp.ns1 TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
)",
    .check = check,
};

} // namespace zonevet::rules::tlsa_value_unknown
