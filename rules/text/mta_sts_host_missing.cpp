#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/policy_text.h"

#include <cstring>
#include <fmt/format.h>

namespace zonevet::rules::mta_sts_host_missing {

namespace {

void check(const RRset& set, Lint& lint)
{
    if (!same_text(set.owner().first_label(), "_mta-sts") || !begins_with(set.front(), "v=STSv1"))
        return;
    std::string_view domain = set.owner().parent().wire();
    std::string wire = "\x07mta-sts" + std::string(domain);
    if (wire.size() > 255)
        return;
    Name host(wire);
    if (set.zone().look_up_address(host).missing())
        lint.report(set.front().owner_place(), "{} announces a policy, but {} has no address", set.owner(), host)
            .help(fmt::format("add the web server {} that serves the policy", host));
}

} // namespace

extern const Rule rule{
    .name = "mta-sts-host-missing",
    .summary = "A domain announces MTA-STS, but the host of the policy does not exist.",
    .why = "Senders fetch the policy from the host `mta-sts` of the domain. Without an address they "
           "have no policy.",
    .effect = "senders do not use the MTA-STS policy",
    .references = {rfc("8461", "3.3")},
    .level = Level::error,
    .types = {Type::TXT},
    .bad = R"(
_mta-sts  TXT  "v=STSv1; id=20260115"
)",
    .good = R"(
_mta-sts  TXT    "v=STSv1; id=20260115"
mta-sts   CNAME  policy.example.net.
)",
    .check = check,
};

} // namespace zonevet::rules::mta_sts_host_missing
