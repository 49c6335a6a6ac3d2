#include "base/ascii.h"
#include "rules/svcb/shared/parameters.h"

namespace zonevet::rules::https_owner_unusable {

namespace {
void check(const Record& record, Lint& lint)
{
    Name owner = record.owner();
    std::string_view first = owner.first_label();
    bool port = is_port_label(first);
    Name rest = port ? owner.parent() : owner;
    std::string_view scheme = rest.first_label();
    bool http = same_word(scheme, "_http");
    if (!http && !same_word(scheme, "_https"))
        return;
    if (!http && record.type() == Type::SVCB) {
        Draft& draft = lint.report(record.type_place(), "clients ask for the HTTPS record of {}, not for SVCB", owner);
        draft.help("write `HTTPS`");
        if (!record.generated())
            draft.fix("HTTPS");
        return;
    }
    Name host = rest.parent();
    bool protocol = same_word(host.first_label(), "_tcp") || same_word(host.first_label(), "_udp");
    // http: URLs use the record of the https: URL, in which port 80 is 443.
    bool own_port = port && first != "_443" && !(http && first == "_80");
    if (!http && own_port && !protocol)
        return;
    Draft& draft = lint.report(record.owner_place(), "clients never ask for {}", owner);
    if (!lint.describing())
        return;
    Name bare = protocol ? host.parent() : host;
    std::string right = own_port ? fmt::format("{}._https.{}", label_text(first), bare) : bare.text();
    draft
        .label(http       ? "http: URLs use the record of the https: URL"
               : own_port ? fmt::format("they ask without `{}`", label_text(host.first_label()))
                          : "on port 443 they ask at the host itself")
        .help(fmt::format("put the record at {}", right));
}
} // namespace

extern const Rule rule{
    .name = "https-owner-unusable",
    .summary = "An HTTPS record stands where no client looks for it.",
    .why = "For the port 443 clients ask at the host itself, for others at _PORT._https.HOST, and "
           "only for the "
           "type HTTPS. A record elsewhere is never found.",
    .effect = "clients never see the record",
    .references = {rfc("9460", "9.1"), rfc("9460", "2.3")},
    .types = {Type::HTTPS, Type::SVCB},
    .bad = R"(
_443._https.www  HTTPS  1 ns1 alpn=h2
)",
    .good = R"(
www              HTTPS  1 ns1 alpn=h2
_8443._https.www HTTPS  1 ns1 alpn=h2
_dns             SVCB   1 ns1 alpn=dot
)",
    .check = check,
};

} // namespace zonevet::rules::https_owner_unusable
