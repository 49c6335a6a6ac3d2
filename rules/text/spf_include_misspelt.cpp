#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/policy_text.h"
#include "rules/text/shared/spf.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet::rules::spf_include_misspelt {

namespace {

// What customers of mail providers are told to include.
constexpr std::string_view providers[] = {
    "_spf.google.com",
    "spf.protection.outlook.com",
    "spf.protection.office365.us",
    "spf.protection.partner.outlook.cn",
    "amazonses.com",
    "sendgrid.net",
    "mailgun.org",
    "spf.mandrillapp.com",
    "servers.mcsv.net",
    "spf.messagingengine.com",
    "_spf.protonmail.ch",
    "icloud.com",
    "zoho.com",
    "zohomail.com",
    "zoho.eu",
    "zohomail.eu",
    "one.zoho.com",
    "_spf.salesforce.com",
    "mail.zendesk.com",
    "spf.mtasv.net",
    "_spf.mailspamprotection.com",
    "spf.mailjet.com",
    "spf.sendinblue.com",
    "spf.brevo.com",
    "mktomail.com",
    "email.freshdesk.com",
    "email.freshservice.com",
    "_spf.atlassian.net",
    "_netblocks.mimecast.com",
    "eu._netblocks.mimecast.com",
    "us._netblocks.mimecast.com",
    "spf.hubspot.com",
    "helpscoutemail.com",
    "_spf.intacct.com",
    "spf.migadu.com",
    "mx.ovh.com",
    "_spf.mx.cloudflare.net",
    "spf.efwd.registrar-servers.com",
    "secureserver.net",
    "relay.mailchannels.net",
    "_spf.createsend.com",
    "cmail1.com",
    "spf.improvmx.com",
    "_spf.yandex.net",
    "_spf.mail.ru",
    "stspg-customer.com",
};

// "googleogle" for "google": a part was written twice.
bool stutters(std::string_view domain, std::string_view provider)
{
    if (domain.size() < provider.size() + 2)
        return false;
    std::size_t twice = domain.size() - provider.size();
    for (std::size_t at = twice; at + twice <= domain.size(); ++at)
        if (same_text(domain.substr(at - twice, twice), domain.substr(at, twice)) &&
            same_text(domain.substr(0, at), provider.substr(0, at)) &&
            same_text(domain.substr(at + twice), provider.substr(at)))
            return true;
    return false;
}

std::string_view provider_near(std::string_view domain)
{
    if (domain.ends_with('.'))
        domain.remove_suffix(1);
    std::string_view best;
    unsigned best_distance = 4;
    for (std::string_view provider : providers) {
        if (same_text(domain, provider) ||
            (ends_with_text(domain, provider) && domain[domain.size() - provider.size() - 1] == '.'))
            return {};
        if (stutters(domain, provider))
            return provider;
        unsigned limit = provider.size() < 12 ? 1 : provider.size() < 20 ? 2 : 3;
        unsigned distance = edit_distance(domain, provider, limit);
        if (distance <= limit && distance < best_distance) {
            best = provider;
            best_distance = distance;
        }
    }
    return best;
}

// Other hosts of the same provider ("spf1.mailjet.com") differ in the first label alone.
bool same_parent(std::string_view a, std::string_view b)
{
    return std::count(a.begin(), a.end(), '.') > 1 && same_text(a.substr(a.find('.')), b.substr(b.find('.')));
}

void check(const Record& txt, Lint& lint)
{
    PolicyText text(txt);
    for (const SpfTerm& term : spf_terms(text.text())) {
        if (!term.is("include") && !(term.is_modifier && same_text(term.name, "redirect")))
            continue;
        std::string_view provider = provider_near(term.domain());
        if (provider.empty() || same_parent(term.domain(), provider))
            continue;
        std::string storage;
        Name name;
        if (term_domain(term, storage, name) && name.is_at_or_below(txt.zone().apex()))
            continue;
        Draft& draft =
            lint.report(text.place(term.domain()), "`{}` is near `{}`, but not the same", term.domain(), provider);
        if (lint.describing())
            draft.help(fmt::format("change it to `{}`", provider)).fix(std::string(provider));
    }
}

} // namespace

extern const Rule rule{
    .name = "spf-include-misspelt",
    .summary = "An SPF record includes a name that is nearly that of a mail provider.",
    .why = "A policy that does not exist is a permanent error, so that SPF fails altogether. And "
           "whoever registers the misspelt domain may send mail in your name.",
    .effect = "SPF fails for mail sent through this provider",
    .references = {rfc("7208", "5.2")},
    .level = Level::error,
    .confidence = Confidence::medium,
    .types = {Type::TXT},
    .bad = R"(
@  TXT  "v=spf1 a mx include:_spf.googleogle.com ~all"
)",
    .good = R"(
@  TXT  "v=spf1 a mx include:_spf.google.com include:spf1.mailjet.com ~all"
)",
    .unless = is_no_spf,
    .check = check,
};

} // namespace zonevet::rules::spf_include_misspelt
