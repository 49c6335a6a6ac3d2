#include "lint/rule.h"
#include "rules/services/shared/known_services.h"
#include "rules/services/shared/near.h"
#include "rules/srv/shared/owner_rule.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet::rules::srv_service_misspelt {

namespace {

constexpr Field port = field(Type::SRV, "port");
constexpr Field target = field(Type::SRV, "target");

// IANA names and common private ones that happen to look like a known service.
constexpr std::string_view neighbours[] = {
    "amqp-ws", "hkp6", "imap2", "imap3", "imap4", "mqtt-sn", "mqttsn", "mysqlx", "postgres", "sftp", "spop3",
};

// Made from a known label on purpose: "_redis2", "_mongodbs", "_x-mysql" are services of one's own.
bool is_variant(std::string_view label, std::string_view known)
{
    for (std::string_view neighbour : neighbours)
        if (same_text(label, neighbour))
            return true;
    std::string_view stem = label.substr(0, label.find_last_not_of("0123456789-") + 1); // npos + 1 is 0
    std::string_view known_stem = known.substr(0, known.find_last_not_of("0123456789") + 1);
    if (stem.size() < label.size() && same_text(stem, known_stem))
        return true;
    return same_text(label, std::string(known) + "s");
}

void check(const Record& srv, Lint& lint)
{
    ServiceName name = service_name(srv.owner());
    if (name.shape != ServiceName::Shape::service || !services_of(name.service).empty())
        return;
    std::uint32_t found = srv.number(port);
    std::vector<NearService> near = near_services(name.service, name.protocol, found);
    std::erase_if(near, [&](const NearService& candidate) {
        bool port_agrees = candidate.service->accepts(found);
        if (is_variant(name.service, candidate.service->label))
            return !port_agrees || candidate.service->policy == PortPolicy::any;
        return name.service.size() < 6 && !port_agrees && !srv.name(target).is_root();
    });
    if (near.empty())
        return;
    const Service& best = *near.front().service;
    Draft& draft =
        lint.report(label_place(srv, 0, 1), "`_{}` is no known service, but near `_{}`", name.service, best.label);
    if (!lint.describing())
        return;
    std::string others;
    for (std::size_t i = 1; i < near.size() && i < 4; ++i)
        others += fmt::format("{}`{}`", i == 1 ? "" : " or ", near[i].service->text());
    draft.label(fmt::format("did you mean `_{}`?", best.label))
        .help(others.empty() ? fmt::format("rename it to `{}`", best.text())
                             : fmt::format("rename it to `{}`, or to {} if that is meant", best.text(), others));
    if (same_text(best.protocol, name.protocol)) // else the protocol is to be changed too
        offer_fix(draft, srv, fmt::format("_{}", best.label));
    if (best.accepts(found))
        draft.note(fmt::format("port {} is that of `{}`, {}", found, best.text(), best.name));
    draft.effect(std::string(effect_of(best)));
}

} // namespace

extern const Rule rule{
    .name = "srv-service-misspelt",
    .summary = "An SRV record's service is not known, but a known one is spelt nearly alike.",
    .why = "Clients look up the name they know. A record under a misspelt name is never asked for, "
           "and the service seems not to exist.",
    .effect = "clients do not find the service",
    .references = {rfc("2782"), rfc("6335", "5")},
    .level = Level::error,
    .confidence = Confidence::medium,
    .types = {Type::SRV},
    .bad = R"(
_sipfederatiltls._tcp  SRV  0 0 5061 ns1
)",
    .good = R"(
_sipfederationtls._tcp  SRV  0 0 5061 ns1
_myapp._tcp             SRV  0 0 8080 ns1
)",
    .check = check,
};

} // namespace zonevet::rules::srv_service_misspelt
