#include "lint/rule.h"
#include "rules/srv/shared/owner_rule.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_underscore_missing {

namespace {

void check(const Record& srv, Lint& lint)
{
    using Shape = ServiceName::Shape;
    ServiceName name = service_name(srv.owner());
    if (name.shape != Shape::service_bare && name.shape != Shape::protocol_bare && name.shape != Shape::both_bare)
        return;
    std::size_t first = name.shape == Shape::protocol_bare ? 1 : 0;
    std::size_t last = name.shape == Shape::service_bare ? 1 : 2;
    std::string_view label = srv.owner().label(first);
    Draft& draft =
        last - first == 2
            ? lint.report(label_place(srv, 0, 2), "`{}.{}` has lost its underscores", label, srv.owner().label(1))
            : lint.report(label_place(srv, first, last), "`{}` has lost its underscore", label);
    if (!lint.describing())
        return;
    std::string both = fmt::format("_{}._{}", name.service, name.protocol);
    draft.help(fmt::format("write `{}`", both));
    offer_fix(draft, srv, last - first == 2 ? both : fmt::format("_{}", label));
    if (const Service* service = find_service(name.service, name.protocol))
        draft.effect(std::string(effect_of(*service)));
}

} // namespace

extern const Rule rule{
    .name = "srv-underscore-missing",
    .summary = "The service or the protocol of an SRV record lacks its underscore.",
    .why = "Clients ask for `_sip._tcp`. `_sip.tcp` and `sip._tcp` are other names, which nobody "
           "looks up.",
    .effect = "clients do not find the service",
    .references = {rfc("2782"), rfc("8552", "2")},
    .level = Level::error,
    .types = {Type::SRV},
    .bad = R"(
_sipfederationtls.tcp  SRV  100 1 5061 sipfed.online.lync.com.
)",
    .good = R"(
_sipfederationtls._tcp  SRV  100 1 5061 sipfed.online.lync.com.
Printer._ipp._tcp       SRV  0 0 631 ns1
)",
    .check = check,
};

} // namespace zonevet::rules::srv_underscore_missing
