#include "lint/rule.h"
#include "rules/services/shared/known_services.h"
#include "rules/services/shared/near.h"
#include "rules/srv/shared/owner_rule.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_protocol_wrong {

namespace {

constexpr Field port = field(Type::SRV, "port");

void check(const Record& srv, Lint& lint)
{
    ServiceName name = service_name(srv.owner());
    if (name.shape != ServiceName::Shape::service)
        return;
    std::span<const Service> services = services_of(name.service);
    for (const Service& service : services)
        if (same_text(service.protocol, name.protocol) || service.policy == PortPolicy::bogus)
            return;
    if (services.empty())
        return;
    const Service* right = find_service(name.service, likely_protocol(name.service, name.protocol, srv.number(port)));
    Draft& draft = lint.report(label_place(srv, 1, 2), "`_{}` is looked up below `_{}`, not `_{}`", name.service,
                               right->protocol, name.protocol);
    if (!lint.describing())
        return;
    draft.help(fmt::format("rename it to `{}`", right->text()));
    offer_fix(draft, srv, fmt::format("_{}", right->protocol));
    draft.effect(std::string(effect_of(*right)));
}

} // namespace

extern const Rule rule{
    .name = "srv-protocol-wrong",
    .summary = "An SRV record stands below a protocol under which nobody looks its service up.",
    .why = "Clients ask for service and protocol together, `_xmpp-client._tcp` and not "
           "`_xmpp-client._udp`. Below another protocol the record is never seen.",
    .effect = "clients do not find the service",
    .references = {rfc("2782"), rfc("6335", "5")},
    .level = Level::warning,
    .types = {Type::SRV},
    .bad = R"(
_sipfederationtls._tls  SRV  0 0 5061 ns1
)",
    .good = R"(
_sipfederationtls._tcp  SRV  0 0 5061 ns1
_sip._tls               SRV  0 0 443 ns1
)",
    .check = check,
};

} // namespace zonevet::rules::srv_protocol_wrong
