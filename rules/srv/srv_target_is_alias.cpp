#include "lint/rule.h"
#include "rules/srv/shared/targets.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_target_is_alias {

namespace {

constexpr Field target = field(Type::SRV, "target");

void check(const Record& srv, Lint& lint)
{
    std::optional<RRset> alias = alias_of_host(srv, target);
    if (!alias)
        return;
    Draft& draft =
        lint.report(srv.at(target), "{} is offered by {}, {}", srv.owner(), srv.name(target), alias_text(*alias));
    draft.note(alias->front().place(), "the alias");
    if (!lint.describing())
        return;
    if (alias->type() == Type::CNAME)
        draft.help(fmt::format("name {} itself", alias->front().name(field(Type::CNAME, "target"))));
    else if (Name moved = alias->front().name(field(Type::DNAME, "target")); !moved.is_root())
        draft.help(fmt::format("name {}.{} itself", srv.name(target).text_below(alias->owner()), moved));
}

} // namespace

extern const Rule rule{
    .name = "srv-target-is-alias",
    .summary = "An SRV record names a host that is an alias.",
    .why = "The target of an SRV record must not be an alias. Lync, Exchange and Matrix clients "
           "among others refuse it, or compare the certificate with the wrong name.",
    .effect = "some clients do not connect to the service",
    .references = {rfc("2782"), rfc("2181", "10.3")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::SRV},
    .bad = R"(
_sip._tls  SRV    0 0 443 sip
sip        CNAME  ns1
)",
    .good = R"(
_sip._tls  SRV    0 0 443 ns1
sip        CNAME  ns1
)",
    .check = check,
};

} // namespace zonevet::rules::srv_target_is_alias
