#include "lint/rule.h"
#include "rules/srv/shared/targets.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_target_missing {

namespace {

constexpr Field target = field(Type::SRV, "target");

void check(const Record& srv, Lint& lint)
{
    if (!is_missing_host(srv, target))
        return;
    lint.report(srv.at(target), "{} is offered by {}, which has no address", srv.owner(), srv.name(target))
        .help("add the A or AAAA record of the host, or name the right host");
}

} // namespace

extern const Rule rule{
    .name = "srv-target-missing",
    .summary = "An SRV record names a host of this zone that has no address.",
    .why = "Clients find the service and then have nowhere to connect to. Name servers load such a "
           "zone without a word.",
    .effect = "clients cannot connect to the service",
    .references = {rfc("2782")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::SRV},
    .bad = R"(
_imaps._tcp  SRV  0 1 993 imap
)",
    .good = R"(
_imaps._tcp  SRV  0 1 993 imap
imap         AAAA 2001:db8::143
)",
    .check = check,
};

} // namespace zonevet::rules::srv_target_missing
