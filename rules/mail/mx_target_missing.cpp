#include "lint/rule.h"
#include "rules/srv/shared/targets.h"

#include <fmt/format.h>

namespace zonevet::rules::mx_target_missing {

namespace {

constexpr Field exchange = field(Type::MX, "exchange");

void check(const Record& mx, Lint& lint)
{
    if (!is_missing_host(mx, exchange))
        return;
    lint.report(mx.at(exchange), "mail for {} goes to {}, which has no address", mx.owner(), mx.name(exchange))
        .help("add the A or AAAA record of the host, or name the right host");
}

} // namespace

extern const Rule rule{
    .name = "mx-target-missing",
    .summary = "An MX record names a host of this zone that has no address.",
    .why = "Senders have nowhere to deliver to. When all mail servers of a domain are like this, "
           "its mail comes back after days.",
    .effect = "senders cannot deliver mail to this server",
    .references = {rfc("2181", "10.3"), rfc("5321", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::MX},
    .bad = R"(
@     MX    10 mail
)",
    .good = R"(
@     MX    10 mail
mail  AAAA  2001:db8::25
)",
    .check = check,
};

} // namespace zonevet::rules::mx_target_missing
