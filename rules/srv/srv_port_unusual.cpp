#include "lint/rule.h"
#include "rules/srv/shared/port.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_port_unusual {

namespace {

constexpr Field port = field(Type::SRV, "port");

// Where one often chooses a port of one's own, another one alone says nothing.
bool is_often_moved(ServiceGroup group)
{
    switch (group) {
    case ServiceGroup::sip:
    case ServiceGroup::relay:
    case ServiceGroup::files:
    case ServiceGroup::network:
    case ServiceGroup::web:
    case ServiceGroup::data:
    case ServiceGroup::games:
        return true;
    default:
        return false;
    }
}

void check(const Record& srv, Lint& lint)
{
    std::optional<PortMistake> mistake = judge_port(srv);
    if (!mistake || mistake->certain())
        return;
    if (is_often_moved(mistake->service->group) && mistake->slip == Slip::none && !mistake->other)
        return;
    Draft& draft = lint.report(srv.at(port), "`{}` is usually on port {}, found {}", mistake->service->text(),
                               mistake->expected, mistake->found);
    if (lint.describing())
        describe(*mistake, srv, draft);
}

} // namespace

extern const Rule rule{
    .name = "srv-port-unusual",
    .summary = "An SRV record gives a port on which its service is rarely found.",
    .why = "An SRV record may name any port, so this one may be meant. More often a digit is wrong, "
           "or the port was copied from the record of another service.",
    .effect = "clients connect to a port where the service does not listen",
    .references = {rfc("2782"), rfc("6335")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .types = {Type::SRV},
    .bad = R"(
_xmpp-client._tcp  SRV  0 5 5232 ns1
_xmpp-server._tcp  SRV  0 5 5369 ns1
)",
    .good = R"(
_xmpp-client._tcp  SRV  0 5 5222 ns1
_xmpp-server._tcp  SRV  0 5 5269 ns1
_minecraft._tcp    SRV  0 5 25583 ns1
)",
    .check = check,
};

} // namespace zonevet::rules::srv_port_unusual
