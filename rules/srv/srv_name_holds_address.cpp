#include "lint/rule.h"
#include "rules/services/shared/known_services.h"
#include "rules/srv/shared/owner_rule.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_name_holds_address {

namespace {

void check(const RRset& set, Lint& lint)
{
    if (!set.owner().first_label().starts_with('_'))
        return;
    ServiceName name = service_name(set.owner());
    if (name.shape != ServiceName::Shape::service)
        return;
    const Service* service = find_service(name.service, name.protocol);
    // Beside an SRV record the address does no harm.
    if (!service || !set.zone().look_up(set.owner(), Type::SRV).missing())
        return;
    Draft& draft =
        lint.report(set.front().type_place(), "`{}` has an address instead of an SRV record", service->text());
    if (lint.describing())
        draft.label("clients ask for SRV records here")
            .help(fmt::format("give the address to a host, and write `SRV 0 0 {} HOST` here", service->default_port()))
            .effect(std::string(effect_of(*service)));
}

} // namespace

extern const Rule rule{
    .name = "srv-name-holds-address",
    .summary = "A service name such as `_sip._tls` has an address record.",
    .why = "Clients ask for the SRV record of a service name and never for its address.",
    .effect = "clients do not find the service",
    .references = {rfc("2782")},
    .level = Level::error,
    .types = {Type::A, Type::AAAA},
    .bad = R"(
_sipinternaltls._tcp  A  192.0.2.10
)",
    .good = R"(
_sipinternaltls._tcp  SRV  0 0 5061 ns1
)",
    .check = check,
};

} // namespace zonevet::rules::srv_name_holds_address
