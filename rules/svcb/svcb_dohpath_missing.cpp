#include "rules/svcb/shared/parameters.h"

namespace zonevet::rules::svcb_dohpath_missing {

namespace {
// Also "h1" and the like, which is no protocol but was meant as HTTP.
bool is_http(std::string_view protocol)
{
    return protocol.starts_with("http/") ||
           (protocol.size() >= 2 && protocol[0] == 'h' && protocol[1] >= '1' && protocol[1] <= '9');
}

void check(const Record& svcb, Lint& lint)
{
    std::optional<std::string_view> alpn = parameter(svcb, ServiceKey::alpn);
    if (is_alias(svcb) || !alpn || !is_dns_service(svcb.owner()) || parameter(svcb, ServiceKey::dohpath))
        return;
    std::size_t index = 0;
    for (std::string_view rest = *alpn; !rest.empty(); ++index) {
        std::string_view protocol = next_protocol(rest);
        if (!is_http(protocol))
            continue;
        lint.report(item_place(svcb, ServiceKey::alpn, index, lint),
                    "DNS over HTTPS (`{}`) is announced without `dohpath`", protocol)
            .help("add `dohpath=/dns-query{?dns}`");
        return;
    }
}
} // namespace

extern const Rule rule{
    .name = "svcb-dohpath-missing",
    .summary = "An SVCB record announces DNS over HTTPS without the path to ask at.",
    .why = "Clients cannot make a request without the path, and skip the record.",
    .effect = "clients do not find DNS over HTTPS",
    .references = {rfc("9461", "5")},
    .level = Level::error,
    .types = {Type::SVCB},
    .bad = R"(
_dns  SVCB   1 ns1 alpn=h2
)",
    .good = R"(
_dns  SVCB   1 ns1 alpn=h2,h3 dohpath=/dns-query{?dns}
_dns  SVCB   2 ns1 alpn=dot
)",
    .check = check,
};

} // namespace zonevet::rules::svcb_dohpath_missing
