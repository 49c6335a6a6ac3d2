#include "lint/rule.h"

namespace zonevet::rules::tlsa_value_unknown {

namespace {
// SMIMEA has the same fields.
constexpr Field usage = field(Type::TLSA, "usage");
constexpr Field selector = field(Type::TLSA, "selector");
constexpr Field matching = field(Type::TLSA, "matching");

void check_value(const Record& tlsa, Field value, std::uint32_t most, const char* what, Lint& lint)
{
    std::uint32_t number = tlsa.number(value);
    if (number > most && number != 255)
        lint.report(tlsa.at(value), "there is no {} {}, so clients cannot use the record", what,
                    number)
            .help(fmt::format("the values are 0 to {}", most));
}

void check(const Record& tlsa, Lint& lint)
{
    check_value(tlsa, usage, 3, "certificate usage", lint);
    check_value(tlsa, selector, 1, "selector", lint);
    check_value(tlsa, matching, 2, "matching type", lint);
}
} // namespace

extern const Rule rule{
    .name = "tlsa-value-unknown",
    .summary =
        "A TLSA or SMIMEA record has a usage, selector or matching type that is not assigned.",
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
