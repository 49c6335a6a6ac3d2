#include "rules/services/shared/microsoft.h"
#include "rules/services/shared/near.h"

namespace zonevet::rules {

namespace {

// Microsoft: external-domain-name-system-records, decommission-manage-dns-entries, and the pages of
// the GCC High, DoD and 21Vianet clouds.
constexpr std::string_view clouds[] = {
    "online.lync.com.",
    "online.gov.skypeforbusiness.us.",
    "online.dod.skypeforbusiness.us.",
    "online.partner.lync.cn.",
};

constexpr std::string_view domains[] = {
    "lync.com.",      "lync.cn.",      "skypeforbusiness.us.", "skype.com.",
    "microsoft.com.", "office365.us.", "messenger.msn.com.",
};

constexpr CloudTarget hosts[] = {
#define ZV_CLOUD(n) {"sipfed", "sipfederationtls", clouds[n]}, {"sipdir", "sip", clouds[n]}, {"webdir", "", clouds[n]},
    ZV_CLOUD(0) ZV_CLOUD(1) ZV_CLOUD(2) ZV_CLOUD(3)
#undef ZV_CLOUD
};

// Whether `text` is `domain` or ends in a dot and it.
bool is_in(std::string_view text, std::string_view domain)
{
    return ends_with_text(text, domain) &&
           (text.size() == domain.size() || text[text.size() - domain.size() - 1] == '.');
}

} // namespace

const CloudTarget* find_cloud_target(Name name)
{
    for (const CloudTarget& target : hosts)
        if (same_text(name.first_label(), target.host) && same_text(name.parent().text(), target.cloud))
            return &target;
    return nullptr;
}

std::string cloud_host(std::string_view service, std::string_view cloud)
{
    for (const CloudTarget& target : hosts)
        if (same_text(target.service, service) && target.cloud == cloud)
            return std::string(target.host) + "." + std::string(cloud);
    return "";
}

bool is_microsoft(Name name)
{
    std::string text = name.text();
    for (std::string_view domain : domains)
        if (is_in(text, domain))
            return true;
    return false;
}

std::string_view cloud_of(Name name)
{
    std::string text = name.text();
    for (std::string_view cloud : clouds)
        if (is_in(text, cloud))
            return cloud;
    return "";
}

} // namespace zonevet::rules
