#include "lint/rule.h"
#include "rules/srv/shared/owner_rule.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_labels_swapped {

namespace {

void check(const Record& srv, Lint& lint)
{
    ServiceName name = service_name(srv.owner());
    if (name.shape != ServiceName::Shape::swapped)
        return;
    Draft& draft = lint.report(label_place(srv, 0, 2), "`_{}` stands before `_{}`", name.protocol, name.service);
    if (!lint.describing())
        return;
    std::string right = fmt::format("_{}._{}", name.service, name.protocol);
    draft.label("the service comes first, then the protocol").help(fmt::format("write `{}`", right));
    offer_fix(draft, srv, right);
    if (const Service* service = find_service(name.service, name.protocol))
        draft.effect(std::string(effect_of(*service)));
}

} // namespace

extern const Rule rule{
    .name = "srv-labels-swapped",
    .summary = "The protocol of an SRV record stands before its service.",
    .why = "Clients ask for `_sip._tcp`, the service first. `_tcp._sip` is another name, which "
           "nobody looks up.",
    .effect = "clients do not find the service",
    .references = {rfc("2782"), rfc("8552", "2")},
    .level = Level::error,
    .types = {Type::SRV},
    .bad = R"(
_tcp._sip  SRV  0 0 5060 ns1
)",
    .good = R"(
_sip._tcp   SRV  0 0 5060 ns1
_im._xmpp   SRV  0 0 5222 ns1
)",
    .check = check,
};

} // namespace zonevet::rules::srv_labels_swapped
