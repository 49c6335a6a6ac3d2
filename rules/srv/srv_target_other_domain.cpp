#include "dns/public_suffix.h"
#include "lint/rule.h"
#include "rules/names/shared/misspelt.h"
#include "rules/services/shared/known_services.h"
#include "rules/services/shared/microsoft.h"
#include "rules/services/shared/near.h"
#include "rules/srv/shared/service_name.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_target_other_domain {

namespace {

constexpr Field port = field(Type::SRV, "port");
constexpr Field target = field(Type::SRV, "target");

// Lync's own services. `_sip._tls` on another port than those of Lync is anybody's SIP server.
const Service* strict_service(const ServiceName& name, const Record& srv)
{
    if (name.shape != ServiceName::Shape::service)
        return nullptr;
    const Service* service = find_service(name.service, name.protocol);
    if (!service || service->group != ServiceGroup::lync || service->policy != PortPolicy::fixed)
        return nullptr;
    return service->label != "sip" || srv.number(port) == 443 || srv.number(port) == 444 ? service : nullptr;
}

void check(const Record& srv, Lint& lint)
{
    ServiceName name = service_name(srv.owner());
    const Service* service = strict_service(name, srv);
    Name host = srv.name(target);
    if (!service || host.is_root() || host.is_at_or_below(name.domain) || is_microsoft(host))
        return;
    // A slip in a well known domain: target-domain-misspelt says so.
    if (!well_known_domain_meant(host).empty())
        return;
    std::string own = registered_domain(name.domain.text());
    if (own.empty() || own == registered_domain(host.text()))
        return;
    Draft& draft = lint.report(srv.at(target), "`{}` of {} leads to {}, a host of another domain", service->text(),
                               name.domain, host);
    if (lint.describing())
        draft.label(fmt::format("not in {}", own))
            .help(fmt::format("name the server by a host name in {}, such as `sip.{}`", own, name.domain))
            .effect(std::string(effect_of(*service)));
}

} // namespace

extern const Rule rule{
    .name = "srv-target-other-domain",
    .summary = "A Lync or Skype for Business record leads to a host of another domain.",
    .why = "These clients and servers compare the domain of the host with the one they asked for, "
           "so that nobody can send them elsewhere. They drop the connection when it differs. The "
           "hosts of Microsoft's own clouds are excepted.",
    .effect = "Lync and Skype for Business refuse the host",
    .references = {{"Microsoft, advanced Edge Server DNS planning", "",
                    "https://learn.microsoft.com/skypeforbusiness/plan-your-deployment/"
                    "edge-server-deployments/advanced-edge-server-dns"},
                   {"Microsoft, plan hybrid connectivity", "",
                    "https://learn.microsoft.com/skypeforbusiness/hybrid/"
                    "plan-hybrid-connectivity"}},
    .level = Level::error,
    .confidence = Confidence::medium,
    .types = {Type::SRV},
    .bad = R"(
_sipfederationtls._tcp  SRV  0 0 5061 sip.example.net.
)",
    .good = R"(
_sipfederationtls._tcp  SRV  0 0 5061 sip
_sip._tls               SRV  100 1 443 sipdir.online.lync.com.
sip                     A    192.0.2.10
)",
    .check = check,
};

} // namespace zonevet::rules::srv_target_other_domain
