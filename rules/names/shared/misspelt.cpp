#include "rules/names/shared/misspelt.h"

#include "dns/public_suffix.h"
#include "text/source.h"

#include <algorithm>
#include <array>
#include <vector>

namespace zonevet::rules {

namespace {

// Short ones are left out: one edit turns them into the names of others.
constexpr std::string_view providers[] = {
    "akam.net",          "akamai.net",          "akamaiedge.net",    "akamaized.net",        "amazonaws.com",
    "amazonses.com",     "atlassian.net",       "azure-api.net",     "azureedge.net",        "azurefd.net",
    "azurewebsites.net", "cloudapp.net",        "cloudflare.com",    "cloudflare.net",       "cloudfront.net",
    "domaincontrol.com", "edgekey.net",         "edgesuite.net",     "elasticbeanstalk.com", "fastly.net",
    "github.io",         "google.com",          "googledomains.com", "googlehosted.com",     "googlemail.com",
    "herokuapp.com",     "herokudns.com",       "hubspot.net",       "mailgun.org",          "messagingengine.com",
    "microsoft.com",     "microsoftonline.com", "mimecast.com",      "myshopify.com",        "netlify.app",
    "onmicrosoft.com",   "outlook.com",         "pphosted.com",      "protonmail.ch",        "salesforce.com",
    "sendgrid.net",      "squarespace.com",     "statuspage.io",     "trafficmanager.net",   "ultradns.net",
    "wordpress.com",     "wpengine.com",        "zendesk.com"};

constexpr std::string_view top_levels[] = {"com", "net", "org", "info", "cloud", "online"};

// "cmo", "comm": no top-level domain, but one slip away from one. A letter more may as well be a
// private network's own word ("netz"), unless it is the last one twice.
std::string_view meant_top_level(std::string_view top)
{
    for (std::string_view known : top_levels)
        if (is_one_slip(top, known) && (top.size() == known.size() || top.back() == top[top.size() - 2]))
            return known;
    return {};
}

} // namespace

bool is_far_from_well_known(Name name)
{
    std::string_view wire = name.ancestor(2).wire();
    char text[130];
    std::size_t first = static_cast<unsigned char>(wire[0]);
    std::size_t second = static_cast<unsigned char>(wire[1 + first]);
    std::copy_n(wire.data() + 1, first, text);
    text[first] = '.';
    std::copy_n(wire.data() + 2 + first, second, text + first + 1);
    std::string_view domain(text, first + 1 + second);
    // A slip makes a name one longer or shorter at most.
    static const std::array<std::vector<std::string_view>, 132> by_size = [] {
        std::array<std::vector<std::string_view>, 132> lists;
        for (std::string_view provider : providers)
            for (std::size_t size : {provider.size() - 1, provider.size(), provider.size() + 1})
                lists[size].push_back(provider);
        return lists;
    }();
    const std::vector<std::string_view>& near = by_size[domain.size()];
    return std::none_of(near.begin(), near.end(),
                        [&](std::string_view provider) { return is_one_slip(domain, provider); }) &&
           meant_top_level(domain.substr(first + 1)).empty();
}

std::string well_known_domain_meant(Name name)
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

} // namespace zonevet::rules
