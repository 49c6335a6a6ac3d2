#include "lint/rule.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_absent_with_values {

namespace {

constexpr Field port = field(Type::SRV, "port");
constexpr Field target = field(Type::SRV, "target");

void check(const Record& srv, Lint& lint)
{
    if (!srv.name(target).is_root() || srv.number(port) == 0)
        return;
    lint.report(srv.at(target), "{} has port {} but no host: `.` says that it is not offered", srv.owner(),
                srv.number(port))
        .help("name the host, or write `0 0 0 .` when the service is not offered");
}

} // namespace

extern const Rule rule{
    .name = "srv-absent-with-values",
    .summary = "A service is declared absent, yet has a port.",
    .why = "The target `.` says that the service is not offered. A port beside it suggests that a "
           "host was meant.",
    .references = {rfc("2782"), rfc("6186", "3.4")},
    .level = Level::info,
    .confidence = Confidence::medium,
    .types = {Type::SRV},
    .bad = R"(
_imap._tcp  SRV  0 1 143 .
)",
    .good = R"(
_imap._tcp  SRV  0 1 0 .
)",
    .check = check,
};

} // namespace zonevet::rules::srv_absent_with_values
