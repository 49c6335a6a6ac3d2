#include "rules/svcb/shared/parameters.h"
#include "text/source.h"

#include <algorithm>

namespace zonevet::rules::svcb_alpn_unknown {

namespace {
// IANA "TLS Application-Layer Protocol Negotiation (ALPN) Protocol IDs".
constexpr std::string_view registered[] = {
    "http/0.9", "http/1.0", "http/1.1",    "spdy/1",      "spdy/2",     "spdy/3", "stun.turn", "stun.nat-discovery",
    "h2",       "h2c",      "webrtc",      "c-webrtc",    "ftp",        "imap",   "pop3",      "managesieve",
    "coap",     "co",       "xmpp-client", "xmpp-server", "acme-tls/1", "mqtt",   "dot",       "ntske/1",
    "sunrpc",   "h3",       "smb",         "irc",         "nntp",       "nnsp",   "doq",       "sip/2",
    "tds/8.0",  "dicom",    "postgresql",  "radius/1.0",  "radius/1.1"};

struct Confusion {
    std::string_view written, meant;
};
constexpr Confusion confusions[] = {
    {"http2", "h2"},        {"http/2", "h2"},     {"http/2.0", "h2"},      {"h/2", "h2"},      {"http3", "h3"},
    {"http/3", "h3"},       {"http/3.0", "h3"},   {"quic", "h3"},          {"h1", "http/1.1"}, {"http1", "http/1.1"},
    {"http/1", "http/1.1"}, {"http", "http/1.1"}, {"dns-over-tls", "dot"}, {"tls", "dot"},     {"doh", "h2"}};

bool is_registered(std::string_view protocol)
{
    return std::find(std::begin(registered), std::end(registered), protocol) != std::end(registered);
}

// Identifiers are octets: the case counts (RFC 7301 3.2).
std::string_view intended(std::string_view protocol)
{
    for (std::string_view known : registered)
        if (edit_distance(known, protocol, 0) == 0)
            return known;
    for (const Confusion& one : confusions)
        if (edit_distance(one.written, protocol, 0) == 0)
            return one.meant;
    return protocol.size() < 5 ? std::string_view{}
                               : nearest(protocol, {std::begin(registered), std::end(registered)}, 1);
}

void check(const Record& svcb, Lint& lint)
{
    std::optional<std::string_view> alpn = parameter(svcb, ServiceKey::alpn);
    if (!alpn || is_alias(svcb))
        return;
    std::size_t index = 0;
    for (std::string_view rest = *alpn; !rest.empty(); ++index) {
        std::string_view protocol = next_protocol(rest);
        if (is_registered(protocol))
            continue;
        std::string_view meant = intended(protocol);
        bool comma = protocol.find(',') != std::string_view::npos;
        // Services of other kinds than HTTP and DNS may speak a protocol of their own.
        if (meant.empty() && !comma)
            continue;
        Place place = item_place(svcb, ServiceKey::alpn, index, lint);
        if (comma)
            lint.report(place, "`{}` is read as one protocol with a comma in its name", protocol)
                .help("write the comma without backslashes before it");
        else
            lint.report(place, "no client knows the protocol `{}`", protocol).help(fmt::format("write `{}`", meant));
    }
}
} // namespace

extern const Rule rule{
    .name = "svcb-alpn-unknown",
    .summary = "The alpn parameter holds a protocol by a name that is not its identifier.",
    .why = "Clients compare the identifier octet by octet. They ignore one that they do not know, "
           "so HTTP/2 or "
           "HTTP/3 is never used, or the whole record is skipped.",
    .effect = "clients do not use the protocol",
    .references = {rfc("9460", "7.1"),
                   rfc("7301", "3.2"),
                   {"IANA: ALPN protocol IDs", "",
                    "https://www.iana.org/assignments/tls-extensiontype-values/"
                    "tls-extensiontype-values.xhtml#alpn-protocol-ids"}},
    .types = {Type::SVCB, Type::HTTPS},
    .bad = R"(
@     HTTPS  1 ns1 alpn=http2
)",
    .good = R"(
@     HTTPS  1 ns1 alpn=h2,h3
)",
    .check = check,
};

} // namespace zonevet::rules::svcb_alpn_unknown
