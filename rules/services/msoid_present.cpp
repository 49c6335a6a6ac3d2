#include "lint/rule.h"
#include "rules/services/shared/near.h"

namespace zonevet::rules::msoid_present {

namespace {

constexpr Field target = field(Type::CNAME, "target");

void check(const Record& alias, Lint& lint)
{
    if (!same_text(alias.owner().first_label(), "msoid"))
        return;
    std::string host = alias.name(target).text();
    if (!ends_with_text(host, ".microsoftonline-p.net."))
        return;
    lint.report(alias.at(target), "{} still leads to {}, which Microsoft has retired", alias.owner(),
                alias.name(target))
        .help("remove the record");
}

} // namespace

extern const Rule rule{
    .name = "msoid-present",
    .summary = "The retired sign-in record `msoid` is still there.",
    .why = "`msoid` once told Office programs where to sign in. Outside of the cloud of 21Vianet "
           "it now keeps Microsoft 365 Apps from being activated.",
    .effect = "Office programs cannot be activated",
    .references = {{"Microsoft, external DNS records for Office 365", "",
                    "https://learn.microsoft.com/microsoft-365/enterprise/"
                    "external-domain-name-system-records"}},
    .level = Level::error,
    .types = {Type::CNAME},
    .bad = R"(
msoid  CNAME  clientconfig.microsoftonline-p.net.
)",
    .good = R"(
msoid  CNAME  clientconfig.partner.microsoftonline-p.net.cn.
)",
    .check = check,
};

} // namespace zonevet::rules::msoid_present
