#include "lint/rule.h"
#include "rules/srv/shared/targets.h"

#include <fmt/format.h>

namespace zonevet::rules::mx_target_is_alias {

namespace {

constexpr Field exchange = field(Type::MX, "exchange");

void check(const Record& mx, Lint& lint)
{
    std::optional<RRset> alias = alias_of_host(mx, exchange);
    if (!alias)
        return;
    Draft& draft =
        lint.report(mx.at(exchange), "mail for {} goes to {}, {}", mx.owner(), mx.name(exchange), alias_text(*alias));
    bool cname = alias->type() == Type::CNAME;
    draft.note(alias->front().place(), cname ? "the alias" : "the DNAME");
    if (!lint.describing())
        return;
    draft.help(cname ? fmt::format("name {} itself", alias->front().name(field(Type::CNAME, "target")))
                     : fmt::format("name the host below {} itself", alias->front().name(field(Type::DNAME, "target"))));
}

} // namespace

extern const Rule rule{
    .name = "mx-target-is-alias",
    .summary = "An MX record leads to a name that is an alias.",
    .why = "A mail server must have an address record of its own. Some senders refuse an alias, and "
           "the server behind it may not know itself by that name and send the mail round in "
           "circles.",
    .effect = "some senders cannot deliver mail",
    .references = {rfc("2181", "10.3"), rfc("5321", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::MX},
    .bad = R"(
@     MX     10 mail
mail  CNAME  ns1
)",
    .good = R"(
@     MX     10 ns1
mail  CNAME  ns1
)",
    .check = check,
};

} // namespace zonevet::rules::mx_target_is_alias
