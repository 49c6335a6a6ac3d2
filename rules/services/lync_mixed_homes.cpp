#include "lint/rule.h"
#include "rules/services/shared/lync.h"
#include "rules/services/shared/near.h"
#include "rules/srv/shared/service_name.h"

#include <fmt/format.h>

namespace zonevet::rules::lync_mixed_homes {

namespace {

// The federation record says where the SIP domain lives; the others must agree with it. A host
// `sip` alone may be any telephone system, so it counts only beside a record of Lync's own.
void check(const RRset& set, Lint& lint)
{
    ServiceName name = service_name(set.owner());
    if (name.shape != ServiceName::Shape::service || !same_text(name.service, "sipfederationtls") ||
        !same_text(name.protocol, "tcp"))
        return;
    LyncDomain domain = lync_domain(set.zone(), name.domain);
    if (!domain.federation.here())
        return;
    std::string_view home = domain.federation.cloud;
    auto differs = [&](const LyncRecord& record) { return record.here() && record.cloud != home; };
    bool lync_differs = differs(domain.sign_in) || differs(domain.discover);
    for (const LyncRecord* record : {&domain.sign_in, &domain.discover, &domain.sip}) {
        if (!differs(*record) || (record == &domain.sip && !record->online() && !lync_differs))
            continue;
        Draft& draft = lint.report(record->place, "{} of {} leads to {}, but `_sipfederationtls._tcp` to {}",
                                   fmt::format("`{}`", record->record->owner().text_below(name.domain)), name.domain,
                                   home_text(record->cloud), home_text(home));
        if (!lint.describing())
            continue;
        draft.note(domain.federation.place, "the home of the SIP domain");
        if (!home.empty())
            draft.help(fmt::format(
                "{}, let {} lead to `{}.{}`",
                record->online() ? "if that cloud is the right one" : "once all users have moved there",
                record->record->type() == Type::SRV ? "the SRV record" : "a CNAME record", record->cloud_host, home));
        else
            draft.help("while users have accounts on your own servers, let all four records lead "
                       "there");
    }
}

} // namespace

extern const Rule rule{
    .name = "lync-mixed-homes",
    .summary = "The Lync records of one domain lead partly to your own servers, partly to Teams.",
    .why = "`_sipfederationtls._tcp`, `_sip._tls`, `lyncdiscover` and `sip` name the home of a "
           "domain together. When they disagree after half a migration, clients sign in where "
           "their accounts no longer are, and Teams refuses to take the domain over.",
    .effect = "some users cannot sign in or reach partners",
    .references = {{"Microsoft, DNS entries when decommissioning Skype for Business", "",
                    "https://learn.microsoft.com/skypeforbusiness/hybrid/"
                    "decommission-manage-dns-entries"},
                   {"Microsoft, plan hybrid connectivity", "",
                    "https://learn.microsoft.com/skypeforbusiness/hybrid/"
                    "plan-hybrid-connectivity"}},
    .level = Level::error,
    .confidence = Confidence::medium,
    .types = {Type::SRV},
    .bad = R"(
_sipfederationtls._tcp  SRV    100 1 5061 sipfed.online.lync.com.
_sip._tls               SRV    0 0 443 edge
lyncdiscover            A      192.0.2.11
edge                    A      192.0.2.10
)",
    .good = R"(
_sipfederationtls._tcp  SRV    100 1 5061 sipfed.online.lync.com.
_sip._tls               SRV    100 1 443 sipdir.online.lync.com.
lyncdiscover            CNAME  webdir.online.lync.com.
sip                     CNAME  sipdir.online.lync.com.
)",
    .check = check,
};

} // namespace zonevet::rules::lync_mixed_homes
