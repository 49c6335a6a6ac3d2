#include "dns/public_suffix.h"
#include "rules/names/shared/targets.h"

#include <algorithm>
#include <array>
#include <functional>

namespace zonevet::rules::target_domain_misspelt {

namespace {

// Domains that half of all zones point into. Short ones are left out: one edit turns them into the
// names of others.
constexpr std::string_view providers[] = {
    "akam.net", "akamai.net", "akamaiedge.net", "akamaized.net", "amazonaws.com", "amazonses.com",
    "atlassian.net", "azure-api.net", "azureedge.net", "azurefd.net", "azurewebsites.net",
    "cloudapp.net", "cloudflare.com", "cloudflare.net", "cloudfront.net", "domaincontrol.com",
    "edgekey.net", "edgesuite.net", "elasticbeanstalk.com", "fastly.net", "github.io", "google.com",
    "googledomains.com", "googlehosted.com", "googlemail.com", "herokuapp.com", "herokudns.com",
    "hubspot.net", "mailgun.org", "messagingengine.com", "microsoft.com", "microsoftonline.com",
    "mimecast.com", "myshopify.com", "netlify.app", "onmicrosoft.com", "outlook.com",
    "pphosted.com", "protonmail.ch", "salesforce.com", "sendgrid.net", "squarespace.com",
    "statuspage.io", "trafficmanager.net", "ultradns.net", "wordpress.com", "wpengine.com",
    "zendesk.com"};

constexpr std::string_view top_levels[] = {"com", "net", "org", "info", "cloud", "online"};

// "cmo", "comm": no top-level domain, but one slip away from one. A letter more may as well be a
// private network's own word ("netz"), unless it is the last one twice.
std::string_view meant_top_level(std::string_view top)
{
    for (std::string_view known : top_levels)
        if (is_one_slip(top, known) &&
            (top.size() == known.size() || (top.size() > known.size() && top.back() == top[top.size() - 2])))
            return known;
    return {};
}

// The registered part of the name with its fault mended; empty when there is none.
std::string meant(Name name)
{
    std::string text = name.text();
    text.pop_back();
    std::size_t dot = text.rfind('.');
    if (dot == std::string::npos)
        return {};
    if (!ends_in_public_suffix(text)) {
        std::string_view top = meant_top_level(std::string_view(text).substr(dot + 1));
        std::size_t second = text.rfind('.', dot - 1);
        std::size_t begin = second == std::string::npos ? 0 : second + 1;
        return top.empty() ? std::string() : text.substr(begin, dot + 1 - begin).append(top);
    }
    std::string domain = registered_domain(text);
    for (std::string_view provider : providers)
        if (is_one_slip(domain, provider))
            return std::string(provider);
    return {};
}

// Cheap, and true of nearly every name: its last two labels are nowhere near a provider's.
bool is_far_off(Name name)
{
    std::string_view wire = name.ancestor(2).wire();
    char text[130];
    std::size_t first = static_cast<unsigned char>(wire[0]);
    std::size_t second = static_cast<unsigned char>(wire[1 + first]);
    std::copy_n(wire.data() + 1, first, text);
    text[first] = '.';
    std::copy_n(wire.data() + 2 + first, second, text + first + 1);
    std::string_view domain(text, first + 1 + second);
    return std::none_of(std::begin(providers), std::end(providers),
                        [&](std::string_view provider) { return is_one_slip(domain, provider); }) &&
           meant_top_level(domain.substr(first + 1)).empty();
}

// Most records of a large zone lead into one of a few domains. Those that were found sound are kept.
bool is_known_as_sound(const Zone& zone, Name domain, bool sound)
{
    struct Memo {
        std::uint64_t zone = 0;
        std::string_view domain; // in the zone's store
    };
    thread_local std::array<Memo, 256> memos;
    Memo& memo = memos[std::hash<std::string_view>()(domain.wire()) % memos.size()];
    if (sound)
        memo = {zone.serial(), domain.wire()};
    return memo.zone == zone.serial() && memo.domain == domain.wire();
}

void check(const Record& record, Lint& lint)
{
    const Zone& zone = record.zone();
    for (Field target : names_in(record.type())) {
        Name name = record.name(target);
        if (name.is_at_or_below(zone.apex()) || is_mailbox(target) || name.label_count() < 2 ||
            is_far_off(name) || is_known_as_sound(zone, name.ancestor(2), false))
            continue;
        std::string domain = meant(name);
        if (domain.empty()) {
            // Registered below a suffix of several labels, names need a look each.
            if (!is_public_suffix(name.ancestor(2).text()))
                is_known_as_sound(zone, name.ancestor(2), true);
            continue;
        }
        // The owner of the zone may have a name like a provider's.
        if (registered_domain(zone.apex().text()) == registered_domain(name.text()) ||
            is_miswritten(record, target) || repeats_line(record))
            continue;
        Draft& draft = lint.report(record.at(target), "{} is one slip away from `{}`", name, domain);
        if (lint.describing())
            draft.label(fmt::format("did you mean {}?", domain))
                .help("compare it with what the provider gave you; whoever registers the misspelt name "
                      "gets the traffic");
    }
}

} // namespace

extern const Rule rule{
    .name = "target-domain-misspelt",
    .summary = "A record leads into a domain that is one slip away from a well known one.",
    .why = "For years a payment company's zone named one of its five servers below akam.ne instead of "
           "akam.net: whoever bought that name could have answered every fifth query.",
    .effect = "the traffic goes nowhere, or to whoever registers the misspelt name",
    .references = {{"Krebs on Security", "2025-01-22",
                    "https://krebsonsecurity.com/2025/01/mastercard-dns-error-went-unnoticed-for-years/"}},
    .level = Level::error,
    .confidence = Confidence::medium,
    .types = types_with_names,
    .bad = R"(
www  CNAME d111111abcdef8.cloudfornt.net.
mail CNAME ghs.googlehosted.cmo.
)",
    .good = R"(
www  CNAME d111111abcdef8.cloudfront.net.
mail CNAME ghs.googlehosted.com.
lan  CNAME server.office.lan.
)",
    .check = check,
};

} // namespace zonevet::rules::target_domain_misspelt
