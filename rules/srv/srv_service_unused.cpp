#include "lint/rule.h"
#include "rules/services/shared/known_services.h"
#include "rules/srv/shared/owner_rule.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_service_unused {

namespace {

void check(const RRset& set, Lint& lint)
{
    ServiceName name = service_name(set.owner());
    if (name.shape != ServiceName::Shape::service)
        return;
    std::span<const Service> services = services_of(name.service);
    if (services.empty() || services.front().policy != PortPolicy::bogus)
        return;
    lint.report(label_place(set.front(), 0, 2), "nothing looks up `_{}._{}`", name.service, name.protocol)
        .help("rename it to `_sip._tls` (sign-in from outside) or `_sipfederationtls._tcp` (partners); `sipexternal` "
              "is the name of a host");
}

} // namespace

extern const Rule rule{
    .name = "srv-service-unused",
    .summary = "An SRV record stands under a service name that was never one.",
    .why = "`_sipexternal` and `_sipexternaltls` look like the names of Lync's internal records, but "
           "no client asks for them. Outside it asks for `_sip._tls`.",
    .effect = "clients do not find the service",
    .references = {{"Microsoft, advanced Edge Server DNS planning", "",
                    "https://learn.microsoft.com/skypeforbusiness/plan-your-deployment/"
                    "edge-server-deployments/advanced-edge-server-dns"}},
    .level = Level::warning,
    .types = {Type::SRV},
    .bad = R"(
_sipexternaltls._tcp  SRV  0 0 5061 ns1
)",
    .good = R"(
_sip._tls    SRV  0 0 443 ns1
sipexternal  A    192.0.2.10
)",
    .check = check,
};

} // namespace zonevet::rules::srv_service_unused
