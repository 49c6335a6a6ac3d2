#include "lint/rule.h"

namespace zonevet::rules::certificate_type_reserved {

namespace {
constexpr Field type = field(Type::CERT, "type");

constexpr const char* advice = "write the type that the certificate has: 1 (`PKIX`) for X.509, 3 (`PGP`) for OpenPGP";

void check(const Record& cert, Lint& lint)
{
    std::uint32_t value = cert.number(type);
    if (value == 0 || value == 255 || value == 65535)
        lint.report(cert.at(type), "the certificate type {} is reserved", value).help(advice);
    else if (value > 8 && value < 253)
        lint.report(cert.at(type), "there is no certificate type {}", value).help(advice);
}
} // namespace

extern const Rule rule{
    .name = "certificate-type-reserved",
    .summary = "A CERT record has a type that is reserved or not assigned.",
    .why = "No program knows how to read the certificate.",
    .effect = "the certificate cannot be used",
    .references = {rfc("4398", "2.1")},
    .types = {Type::CERT},
    .bad = R"(
@     CERT   0 1 8 AQNRU3mG
)",
    .good = R"(
@     CERT   PGP 0 0 AQNRU3mG
)",
    .check = check,
};

} // namespace zonevet::rules::certificate_type_reserved
