#include "lint/rule.h"
#include "rules/srv/shared/owner_rule.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_owner_malformed {

namespace {

constexpr Field port = field(Type::SRV, "port");

std::string help_for(const ServiceName& name, const RRset& set)
{
    if (name.shape == ServiceName::Shape::protocol_missing)
        return fmt::format("write the protocol behind it, as in `_{}._tcp`", name.service);
    std::string_view label = set.owner().first_label();
    if (services_of(label).empty())
        return "write the service and the protocol before the domain, as in `_service._tcp`";
    return fmt::format("write the service and the protocol before the domain, as in `_{}._{}`", label,
                       likely_protocol(label, "", set.front().number(port)));
}

void check(const RRset& set, Lint& lint)
{
    using Shape = ServiceName::Shape;
    ServiceName name = service_name(set.owner());
    if (name.shape != Shape::none && name.shape != Shape::protocol_missing)
        return;
    if (set.owner().is_wildcard() || (name.shape == Shape::protocol_missing && !services_of(name.service).empty()))
        return; // the second: of srv-protocol-misspelt
    lint.report(set.front().owner_place(), "{} does not begin with a service and a protocol", set.owner())
        .help(help_for(name, set));
}

} // namespace

extern const Rule rule{
    .name = "srv-owner-malformed",
    .summary = "The owner of an SRV record is not `_service._protocol`.",
    .why = "Clients put the service and the protocol before the domain and look that name up. A "
           "record at a plain host name is found only by programs that were told to ask for it.",
    .effect = "clients do not find the service",
    .references = {rfc("2782"), rfc("8552", "4.1")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .types = {Type::SRV},
    .bad = R"(
sip  SRV  0 0 5060 ns1
)",
    .good = R"(
_sip._udp            SRV  0 0 5060 ns1
_ldap._tcp.dc._msdcs SRV  0 100 389 ns1
)",
    .check = check,
};

} // namespace zonevet::rules::srv_owner_malformed
