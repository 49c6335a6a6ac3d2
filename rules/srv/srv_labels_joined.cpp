#include "lint/rule.h"
#include "rules/srv/shared/owner_rule.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_labels_joined {

namespace {

void check(const Record& srv, Lint& lint)
{
    ServiceName name = service_name(srv.owner());
    if (name.shape != ServiceName::Shape::joined)
        return;
    Draft& draft = lint.report(label_place(srv, 0, 1), "service and protocol are joined in one label, `{}`",
                               srv.owner().first_label());
    if (!lint.describing())
        return;
    std::string right = fmt::format("_{}._{}", name.service, name.protocol);
    draft.label("the dot between them is missing").help(fmt::format("write `{}`", right));
    offer_fix(draft, srv, right);
    if (const Service* service = find_service(name.service, name.protocol))
        draft.effect(std::string(effect_of(*service)));
}

} // namespace

extern const Rule rule{
    .name = "srv-labels-joined",
    .summary = "The service and the protocol of an SRV record are one label.",
    .why = "Clients ask for `_sip._tls`, two labels with a dot between them. `_sip_tls` is another "
           "name, which nobody looks up.",
    .effect = "clients do not find the service",
    .references = {rfc("2782"), rfc("8552", "2")},
    .level = Level::error,
    .types = {Type::SRV},
    .bad = R"(
_sipfederationtls_tcp  SRV  100 1 5061 sipfed.online.lync.com.
)",
    .good = R"(
_sipfederationtls._tcp  SRV  100 1 5061 sipfed.online.lync.com.
)",
    .check = check,
};

} // namespace zonevet::rules::srv_labels_joined
