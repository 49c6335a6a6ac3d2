#include "lint/rule.h"
#include "rules/services/shared/known_services.h"
#include "rules/srv/shared/owner_rule.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_port_zero {

namespace {

constexpr Field port = field(Type::SRV, "port");
constexpr Field target = field(Type::SRV, "target");

void check(const Record& srv, Lint& lint)
{
    if (srv.number(port) != 0 || srv.name(target).is_root())
        return;
    ServiceName name = service_name(srv.owner());
    const Service* service = find_service(name.service, name.protocol);
    if (name.protocol == "ipv6" || (service && service->default_port() == 0))
        return; // Mobile IPv6 home agents have no port
    Draft& draft = lint.report(srv.at(port), "{} is offered by {} on port 0", srv.owner(), srv.name(target));
    if (!lint.describing())
        return;
    if (service && service->policy != PortPolicy::bogus) {
        std::string right = std::to_string(service->default_port());
        draft.help("change the port to " + right);
        offer_fix(draft, srv, right);
    } else {
        draft.help("write the port of the service, or the target `.` when it is not offered");
    }
}

} // namespace

extern const Rule rule{
    .name = "srv-port-zero",
    .summary = "An SRV record names a host with port 0.",
    .why = "Nothing can be reached on port 0. It belongs to the target `.`, which says that the "
           "service is not offered at all.",
    .effect = "clients cannot connect to the service",
    .references = {rfc("2782")},
    .level = Level::error,
    .types = {Type::SRV},
    .bad = R"(
_imaps._tcp  SRV  0 0 0 ns1
)",
    .good = R"(
_imaps._tcp  SRV  0 0 993 ns1
_imap._tcp   SRV  0 0 0 .
)",
    .check = check,
};

} // namespace zonevet::rules::srv_port_zero
