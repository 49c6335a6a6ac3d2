// Where name servers read the same text differently: one table of cases, what each server does with
// it, what the RFC says and what we do. The rules of the family `portability` and docs/zone-format.md
// are held to it by tests, and the servers themselves are, where they are installed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace zonevet {

enum class Server : std::uint8_t { bind, knot, nsd, powerdns };
inline constexpr Server all_servers[] = {Server::bind, Server::knot, Server::nsd, Server::powerdns};

std::string_view server_name(Server server); // "PowerDNS"
std::string_view server_word(Server server); // "powerdns", as the configuration says it
std::optional<Server> server_of_word(std::string_view word);

// Which servers load the zones; empty: nobody said.
class Servers {
public:
    constexpr void add(Server server) { bits_ = static_cast<std::uint8_t>(bits_ | bit(server)); }
    constexpr bool has(Server server) const { return (bits_ & bit(server)) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    static constexpr Servers all()
    {
        Servers servers;
        for (Server server : all_servers)
            servers.add(server);
        return servers;
    }

private:
    static constexpr std::uint8_t bit(Server server)
    {
        return static_cast<std::uint8_t>(1u << static_cast<unsigned>(server));
    }
    std::uint8_t bits_ = 0;
};

// What one server does with a text.
struct Reading {
    enum class Kind : std::uint8_t { as_we, otherwise, refused }; // the worse, the larger

    Kind kind = Kind::as_we;
    std::string_view how = ""; // what it does: a verb in the third person, "takes 3600"
};
inline constexpr Reading as_we{};
inline constexpr Reading refuses{Reading::Kind::refused, "refuses the zone"};
constexpr Reading otherwise(std::string_view how)
{
    return {Reading::Kind::otherwise, how};
}

struct PortabilityCase {
    std::string_view key;  // of one word: "origin-relative"
    std::string_view text; // Markdown: "`1h30` (a number without its unit)"
    Reading bind, knot, nsd, powerdns;
    std::string_view rfc;  // "1035 5.1: a domain name"; may be empty
    std::string_view ours; // what we do; may be empty
    std::string_view rule; // that tells it; may be empty
    // Records of example.com., as in the examples of rules; "; file: NAME" begins a file to include.
    std::string_view sample;

    constexpr const Reading& of(Server server) const
    {
        switch (server) {
        case Server::bind:
            return bind;
        case Server::knot:
            return knot;
        case Server::nsd:
            return nsd;
        default:
            return powerdns;
        }
    }
    // The worst of some servers, or of all when there are none.
    constexpr Reading::Kind worst(Servers servers) const
    {
        Reading::Kind kind = Reading::Kind::as_we;
        for (Server server : all_servers)
            if ((servers.empty() || servers.has(server)) && of(server).kind > kind)
                kind = of(server).kind;
        return kind;
    }
};

struct PortabilitySection {
    std::string_view title;
    std::span<const PortabilityCase> cases;
};

// All of it, in the order of the page.
std::span<const PortabilitySection> portability_sections();
// By key; nothing when there is none.
const PortabilityCase* find_case(std::string_view key);
// "Knot and NSD refuse the zone, PowerDNS takes 60": those of some servers, or of all when there are none,
// that do not read it as we do. Empty when all do.
std::string readings_text(const PortabilityCase& one, Servers servers);

} // namespace zonevet
