#include "rules/services/shared/known_services.h"
#include "rules/services/shared/near.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet::rules {

namespace {

bool before(const Service& a, const Service& b)
{
    return a.label != b.label ? a.label < b.label : a.protocol < b.protocol;
}

struct LabelLess {
    bool operator()(const Service& a, std::string_view label) const
    {
        return compare_ignoring_case(a.label, label) < 0;
    }
    bool operator()(std::string_view label, const Service& a) const
    {
        return compare_ignoring_case(label, a.label) < 0;
    }
};

// What the packs and the user declare, and the letters of each label.
struct Known {
    std::vector<Service> services;
    std::vector<LetterSet> letters;

    explicit Known(std::span<const Service> own) : services(own.begin(), own.end())
    {
        // The first of equal ones stays: the user's.
        services.insert(services.end(), pack_services().begin(), pack_services().end());
        std::stable_sort(services.begin(), services.end(), before);
        services.erase(std::unique(services.begin(), services.end(),
                                   [](const Service& a, const Service& b) {
                                       return a.label == b.label && a.protocol == b.protocol;
                                   }),
                       services.end());
        for (const Service& service : services)
            letters.emplace_back(service.label);
    }
};

Known& known()
{
    static Known all{std::span<const Service>()};
    return all;
}

} // namespace

bool Service::accepts(std::uint32_t port) const
{
    return std::find(ports.begin(), ports.end(), port) != ports.end();
}

std::string Service::text() const
{
    return fmt::format("_{}._{}", label, protocol);
}

void set_own_services(std::span<const Service> services)
{
    known() = Known(services);
}

std::span<const Service> known_services()
{
    return known().services;
}

std::span<const Service> services_of(std::string_view label)
{
    auto [begin, end] = std::equal_range(known().services.begin(), known().services.end(), label, LabelLess());
    return {begin, end};
}

const Service* find_service(std::string_view label, std::string_view protocol)
{
    for (const Service& service : services_of(label))
        if (compare_ignoring_case(service.protocol, protocol) == 0)
            return &service;
    return nullptr;
}

bool are_siblings(const Service& a, const Service& b)
{
    auto is_voice = [](const Service& s) { return s.group == ServiceGroup::lync || s.group == ServiceGroup::sip; };
    if (a.group == ServiceGroup::lync || b.group == ServiceGroup::lync)
        return is_voice(a) && is_voice(b);
    return a.group == b.group && a.protocol == b.protocol;
}

std::string_view effect_of(const Service& service)
{
    if (service.label == "sipfederationtls")
        return "calls and messages from partners fail";
    switch (service.group) {
    case ServiceGroup::lync:
        return "Lync and Skype for Business clients cannot sign in";
    case ServiceGroup::sip:
    case ServiceGroup::h323:
        return "calls to this domain fail";
    case ServiceGroup::chat:
        return "chat clients and servers cannot connect";
    case ServiceGroup::relay:
        return "calls from behind address translation fail";
    case ServiceGroup::cisco:
        return "phones and meeting clients cannot sign in";
    case ServiceGroup::mail:
        return "mail programs cannot set up accounts by themselves";
    case ServiceGroup::calendar:
        return "calendars and address books are not found";
    case ServiceGroup::directory:
        return "logons and directory searches fail";
    case ServiceGroup::activation:
        return "Windows and Office cannot activate";
    case ServiceGroup::games:
        return "players cannot join";
    case ServiceGroup::news:
    case ServiceGroup::files:
    case ServiceGroup::network:
    case ServiceGroup::web:
    case ServiceGroup::data:
    case ServiceGroup::other:
        break;
    }
    return "clients that find the service by DNS cannot connect";
}

std::vector<NearService> near_services(std::string_view label, std::string_view protocol, std::uint32_t port)
{
    std::vector<NearService> found;
    unsigned limit = edits_allowed(label);
    if (is_token(label))
        return found;
    LetterSet set(label);
    for (std::size_t i = 0; i < known().services.size(); ++i) {
        const Service& service = known().services[i];
        if (service.policy == PortPolicy::bogus || service.label.size() < 4 ||
            !known().letters[i].may_be_near(set, limit))
            continue;
        unsigned distance = edit_distance(label, service.label, limit);
        if (distance <= limit)
            found.push_back({&service, distance});
    }
    auto rank = [&](const NearService& near) {
        bool same_protocol = compare_ignoring_case(near.service->protocol, protocol) == 0;
        return near.distance * 2 + (same_protocol ? 0u : 3u) + (near.service->accepts(port) ? 0u : 3u);
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const NearService& a, const NearService& b) { return rank(a) < rank(b); });
    // Other protocols of a label that is already there add nothing.
    std::vector<NearService> unique;
    for (const NearService& near : found)
        if (std::none_of(unique.begin(), unique.end(),
                         [&](const NearService& other) { return other.service->label == near.service->label; }))
            unique.push_back(near);
    return unique;
}

} // namespace zonevet::rules
