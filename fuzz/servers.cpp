// Any text as named.conf, nsd.conf and knot.conf: read to its end, with every place inside of it.
#include "servers/servers.h"

#include "dns/name.h"
#include "fuzz/targets.h"

namespace zonevet::fuzz {

void servers(std::string_view text)
{
    server_of_text(text);
    for (ServerKind kind : {ServerKind::bind, ServerKind::nsd, ServerKind::knot}) {
        ServerConfig config = read_server_text(kind, text, "server.conf");
        auto inside = [&](const Span& at) { return at.source == 0 && at.begin <= at.end && at.end <= text.size(); };
        for (const ServedZone& zone : config.zones) {
            OwnedName name;
            require(inside(zone.at) && !zone.file.empty() && zone.here.empty());
            require(to_name(zone.name, name) && zone.name.ends_with('.'));
        }
        for (const ServerMistake& mistake : config.mistakes)
            require(inside(mistake.at) && !mistake.message.empty());
        for (const Span& at : config.missing)
            require(inside(at));
    }
}

} // namespace zonevet::fuzz
