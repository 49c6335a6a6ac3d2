#include "lint/rule.h"
#include "rules/srv/shared/port.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_port_unexpected {

namespace {

constexpr Field port = field(Type::SRV, "port");

void check(const Record& srv, Lint& lint)
{
    std::optional<PortMistake> mistake = judge_port(srv);
    if (!mistake || !mistake->certain())
        return;
    const Service& service = *mistake->service;
    Draft& draft =
        lint.report(srv.at(port), "`{}` {} port {}, found {}", service.text(),
                    service.policy == PortPolicy::fixed ? "must use" : "uses", mistake->expected, mistake->found);
    if (lint.describing())
        describe(*mistake, srv, draft);
}

} // namespace

extern const Rule rule{
    .name = "srv-port-unexpected",
    .summary = "An SRV record gives a port that its service is not on.",
    .why = "Everything looks right in the zone, and yet clients connect to a port where nobody "
           "listens. A federation record with 5601 in the place of 5061 cuts a whole company off "
           "from its partners until caches have forgotten it.",
    .effect = "clients connect to a port where the service does not listen",
    .references = {rfc("2782"),
                   {"Microsoft, external DNS records for Office 365", "",
                    "https://learn.microsoft.com/microsoft-365/enterprise/"
                    "external-domain-name-system-records"}},
    .level = Level::error,
    .types = {Type::SRV},
    .bad = R"(
_sipfederationtls._tcp  SRV  100 1 5601 sipfed.online.lync.com.
)",
    .good = R"(
_sipfederationtls._tcp  SRV  100 1 5061 sipfed.online.lync.com.
)",
    .check = check,
};

} // namespace zonevet::rules::srv_port_unexpected
