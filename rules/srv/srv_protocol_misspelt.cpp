#include "lint/rule.h"
#include "rules/srv/shared/owner_rule.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_protocol_misspelt {

namespace {

constexpr Field port = field(Type::SRV, "port");

void check(const Record& srv, Lint& lint)
{
    using Shape = ServiceName::Shape;
    ServiceName name = service_name(srv.owner());
    if (name.shape != Shape::protocol_misspelt && name.shape != Shape::protocol_missing)
        return;
    bool missing = name.shape == Shape::protocol_missing;
    std::string_view right = likely_protocol(name.service, name.protocol, srv.number(port));
    if (right.empty())
        return;
    Draft& draft = missing ? lint.report(label_place(srv, 0, 1), "`_{}` is not followed by a protocol", name.service)
                           : lint.report(label_place(srv, 1, 2), "`_{}` is no protocol", name.protocol);
    if (!lint.describing())
        return;
    std::string both = fmt::format("_{}._{}", name.service, right);
    draft.label(missing ? "" : fmt::format("did you mean `_{}`?", right)).help(fmt::format("write `{}`", both));
    offer_fix(draft, srv, missing ? both : fmt::format("_{}", right));
    if (const Service* service = find_service(name.service, right))
        draft.effect(std::string(effect_of(*service)));
}

} // namespace

extern const Rule rule{
    .name = "srv-protocol-misspelt",
    .summary = "The protocol of an SRV record is missing or misspelt.",
    .why = "Clients ask for service and protocol, `_sip._tcp`. Under `_sip._tpc` or `_sip` alone "
           "they do not look.",
    .effect = "clients do not find the service",
    .references = {rfc("2782"), rfc("8552", "4.1")},
    .level = Level::error,
    .types = {Type::SRV},
    .bad = R"(
_sipfederationtls._tpc  SRV  0 0 5061 ns1
_sipinternaltls         SRV  0 0 5061 ns1
)",
    .good = R"(
_sipfederationtls._tcp  SRV  0 0 5061 ns1
_pres._sip              SRV  0 0 5060 ns1
)",
    .check = check,
};

} // namespace zonevet::rules::srv_protocol_misspelt
