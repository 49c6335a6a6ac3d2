// All cases in one table, and what to say of the servers that differ.
#include "portability/portability.h"

#include "portability/cases.h"

#include <array>
#include <vector>

namespace zonevet {

namespace {

constexpr std::string_view names[] = {"BIND", "Knot", "NSD", "PowerDNS"};
constexpr std::string_view words[] = {"bind", "knot", "nsd", "powerdns"};

// "BIND", "BIND and NSD", "BIND, Knot and NSD".
std::string listed(const std::vector<std::string_view>& items)
{
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        text += i == 0 ? "" : i + 1 == items.size() ? " and " : ", ";
        text += items[i];
    }
    return text;
}

// "takes 3600" of several: "take 3600".
std::string plural(std::string_view how)
{
    std::size_t end = how.find(' ');
    std::string text(how);
    text.erase(end == std::string_view::npos ? how.size() - 1 : end - 1, 1);
    return text;
}

} // namespace

std::string_view server_name(Server server)
{
    return names[static_cast<std::size_t>(server)];
}

std::string_view server_word(Server server)
{
    return words[static_cast<std::size_t>(server)];
}

std::optional<Server> server_of_word(std::string_view word)
{
    for (Server server : all_servers)
        if (server_word(server) == word)
            return server;
    return {};
}

std::span<const PortabilitySection> portability_sections()
{
    static const std::array sections{
        PortabilitySection{"TTL and class", ttl_cases},
        PortabilitySection{"Owners, origins, included files", owner_cases},
        PortabilitySection{"$GENERATE", generate_cases},
        PortabilitySection{"Text", text_cases},
        PortabilitySection{"Characters in names", name_cases},
        PortabilitySection{"Data", data_cases},
        PortabilitySection{"Service parameters", parameter_cases},
        PortabilitySection{"Record types", type_cases},
        PortabilitySection{"The zone", zone_cases},
    };
    return sections;
}

const PortabilityCase* find_case(std::string_view key)
{
    for (const PortabilitySection& section : portability_sections())
        for (const PortabilityCase& one : section.cases)
            if (one.key == key)
                return &one;
    return nullptr;
}

std::string readings_text(const PortabilityCase& one, Servers servers)
{
    auto counts = [&](Server server) {
        return (servers.empty() || servers.has(server)) && one.of(server).kind != Reading::Kind::as_we;
    };
    std::string text;
    for (Server first : all_servers) {
        if (!counts(first))
            continue;
        std::string_view how = one.of(first).how;
        std::vector<std::string_view> alike;
        bool told = false;
        for (Server server : all_servers) {
            if (!counts(server) || one.of(server).how != how)
                continue;
            told = told || server < first;
            alike.push_back(server_name(server));
        }
        if (told)
            continue;
        text += text.empty() ? "" : ", ";
        text += listed(alike) + " " + (alike.size() == 1 ? std::string(how) : plural(how));
    }
    return text;
}

} // namespace zonevet
