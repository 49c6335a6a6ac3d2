#include "lint/rule.h"
#include "rules/services/shared/known_services.h"
#include "rules/services/shared/microsoft.h"
#include "rules/services/shared/near.h"
#include "rules/srv/shared/service_name.h"

#include <fmt/format.h>

namespace zonevet::rules::lync_cloud_host_wrong {

namespace {

constexpr Field srv_target = field(Type::SRV, "target");
constexpr Field srv_port = field(Type::SRV, "port");
constexpr Field cname_target = field(Type::CNAME, "target");

// Which host of the cloud belongs at this owner; empty when it is none of Lync's names.
std::string_view host_for(const Record& record)
{
    if (record.type() == Type::CNAME) {
        std::string_view label = record.owner().first_label();
        return same_text(label, "lyncdiscover") ? "webdir" : same_text(label, "sip") ? "sipdir" : "";
    }
    ServiceName name = service_name(record.owner());
    if (name.shape != ServiceName::Shape::service)
        return "";
    if (same_text(name.service, "sip") && same_text(name.protocol, "tls"))
        return "sipdir";
    return same_text(name.service, "sipfederationtls") ? "sipfed" : "";
}

void check(const Record& record, Lint& lint)
{
    Field target = record.type() == Type::SRV ? srv_target : cname_target;
    std::string_view right = host_for(record);
    if (right.empty())
        return;
    Name host = record.name(target);
    std::string_view cloud = cloud_of(host);
    if (cloud.empty() || (same_text(host.first_label(), right) && same_text(host.parent().text(), cloud)))
        return;
    const CloudTarget* known = find_cloud_target(host);
    // Port and target of the other record: srv-port-unexpected says so at the port.
    if (record.type() == Type::SRV && known &&
        ((same_text(known->host, "sipfed") && record.number(srv_port) == 5061) ||
         (same_text(known->host, "sipdir") && record.number(srv_port) == 443)))
        return;
    std::string wanted = fmt::format("{}.{}", right, cloud);
    Draft& draft = lint.report(record.at(target), "{} leads to {} instead of {}", record.owner(), host, wanted);
    if (!lint.describing())
        return;
    draft.label(known ? "the host of another record" : "no host of this cloud")
        .help(fmt::format("change the target to `{}`", wanted))
        .effect(right == "sipfed" ? "calls and messages from partners fail"
                                  : "Skype for Business clients cannot sign in");
    if (!record.generated())
        draft.fix(wanted);
}

} // namespace

extern const Rule rule{
    .name = "lync-cloud-host-wrong",
    .summary = "A Teams or Skype for Business record leads to the wrong host of Microsoft's cloud.",
    .why = "Federation goes to `sipfed`, sign-in to `sipdir` and discovery to `webdir`. Each host "
           "answers for its own purpose alone.",
    .effect = "federation or sign-in fails",
    .references = {{"Microsoft, external DNS records for Office 365", "",
                    "https://learn.microsoft.com/microsoft-365/enterprise/"
                    "external-domain-name-system-records"}},
    .level = Level::error,
    .types = {Type::SRV, Type::CNAME},
    .bad = R"(
_sipfederationtls._tcp  SRV    100 1 5061 sipdir.online.lync.com.
lyncdiscover            CNAME  sipdir.online.lync.com.
)",
    .good = R"(
_sipfederationtls._tcp  SRV    100 1 5061 sipfed.online.lync.com.
lyncdiscover            CNAME  webdir.online.lync.com.
)",
    .check = check,
};

} // namespace zonevet::rules::lync_cloud_host_wrong
