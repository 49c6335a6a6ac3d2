// The configurations of name servers: which zones they name, and what is said about what cannot be read.
#include "servers/servers.h"

#include "../program.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace zonevet::test {
namespace {

std::string zones_in(ServerKind kind, std::string_view text)
{
    ServerConfig config = read_server_text(kind, text, "server.conf");
    std::string all;
    for (const ServedZone& zone : config.zones)
        all +=
            fmt::format("{}{} {}{}{}{}{}", all.empty() ? "" : "; ", zone.name, zone.file,
                        zone.folder.empty() ? "" : " in " + zone.folder, zone.view.empty() ? "" : " view " + zone.view,
                        zone.role == ServedZone::Role::secondary ? " secondary" : "",
                        zone.role == ServedZone::Role::hints ? " hints" : "");
    for (const ServerMistake& mistake : config.mistakes)
        all += fmt::format("{}{}: {}", all.empty() ? "" : "; ", config.place(mistake.at), mistake.message);
    return all;
}

std::string bind(std::string_view text)
{
    return zones_in(ServerKind::bind, text);
}
std::string nsd(std::string_view text)
{
    return zones_in(ServerKind::nsd, text);
}
std::string knot(std::string_view text)
{
    return zones_in(ServerKind::knot, text);
}

} // namespace

TEST_CASE("named.conf: zones and their files", "[unit][servers]")
{
    CHECK(bind("zone \"example.com\" { type master; file \"db.example.com\"; };") == "example.com. db.example.com");
    CHECK(bind("zone example.com. IN { type primary; file \"a\"; };") == "example.com. a");
    CHECK(bind("options { directory \"/var/named\"; allow-query { any; }; };\n"
               "zone \"a.example\" { type slave; masters { 192.0.2.1; }; file \"slaves/a\"; };") ==
          "a.example. slaves/a in /var/named secondary");
    // The directory holds wherever it is written.
    CHECK(bind("zone a { type primary; file b; }; options { directory x; };") == "a. b in x");
    CHECK(bind("zone \".\" { type hint; file \"named.ca\"; };") == ". named.ca hints");
    CHECK(bind("zone \"0/25.2.0.192.in-addr.arpa\" { type primary; file \"x\"; };") == "0/25.2.0.192.in-addr.arpa. x");
    // What somebody else wrote, or nobody, is no zone file.
    CHECK(bind("zone a { type forward; forwarders { 192.0.2.1; }; };").empty());
    CHECK(bind("zone a { type primary; file b; masterfile-format raw; };").empty());
    CHECK(bind("zone bind CH { type primary; file b; };").empty());
    CHECK(bind("zone a { in-view other; };").empty());
}

TEST_CASE("named.conf: views and templates", "[unit][servers]")
{
    CHECK(bind("view \"inside\" { match-clients { 10/8; }; zone a { type primary; file \"in/a\"; }; };\n"
               "view outside IN { zone a { type primary; file \"out/a\"; }; };") ==
          "a. in/a view inside; a. out/a view outside");
    CHECK(bind("template own { type primary; file \"zones/$name.db\"; };\n"
               "zone example.com { template own; };\nzone example.net { template own; file other; };") ==
          "example.com. zones/example.com.db; example.net. other");
    CHECK(bind("zone a { template own; type primary; file b; };") ==
          "a. b; server.conf:1:6: there is no template `own` for this zone");
}

TEST_CASE("named.conf: comments and strings", "[unit][servers]")
{
    CHECK(bind("# zone x { type primary; file y; };\n// zone x { type primary; file y; };\n"
               "/* zone x { type primary;\n file y; }; */ zone a { type primary; // } \n file \"b//c#d\"; };") ==
          "a. b//c#d");
    CHECK(bind("acl local { 10.0.0.0/8; !{ 192.0.2.1; }; };\nzone a { type primary; file b; };") == "a. b");
}

TEST_CASE("named.conf: mistakes cost their statement", "[unit][servers]")
{
    CHECK(bind("zone a { type primary; file b; }\nzone c { type primary; file d; };") ==
          "a. b; server.conf:2:1: a `;` is missing before this");
    CHECK(bind("zone a { type primary; file b;") ==
          "a. b; server.conf:1:8: this brace is never closed; server.conf:1:31: a `;` is missing before this");
    CHECK(bind("options { directory; };") == "server.conf:1:11: `directory` has no value");
    CHECK(bind("/* a") == "server.conf:1:1: this comment is never closed");
    CHECK(bind("zone { type primary; };") == "server.conf:1:6: a zone has a name here");
    CHECK(bind("zone a..b { type primary; file c; };") == "server.conf:1:6: `a..b` is no zone name");
    CHECK(bind("logging { channel x { file y; }") == "server.conf:1:9: this brace is never closed");
}

TEST_CASE("nsd.conf: zones, patterns, files", "[unit][servers]")
{
    CHECK(nsd("server:\n  zonesdir: \"/etc/nsd\"\nzone:\n  name: \"example.com\"\n  zonefile: example.com.zone\n") ==
          "example.com. example.com.zone in /etc/nsd");
    CHECK(nsd("pattern:\n name: p\n zonefile: \"%s.zone\"\nzone:\n name: a.example\n include-pattern: p\n") ==
          "a.example. a.example.zone");
    CHECK(nsd("pattern: name: p zonefile: \"%z/%1/%2/%x/%s\" request-xfr: 192.0.2.1 NOKEY\n"
              "zone: name: example.com include-pattern: \"p\"") == "example.com. com/e/x/./example.com secondary");
    CHECK(nsd("key:\n name: k\n secret: x\nzone:\n name: a # b\n zonefile: 'c d'\n") == "a. c d");
    CHECK(nsd("zone:\n zonefile: a\n") == "server.conf:1:1: this zone has no `name:`");
    CHECK(nsd("zone:\n name: a\n include-pattern: q\n") == "server.conf:3:19: there is no pattern `q` above this");
    CHECK(nsd("zone:\n name: zonefile: a\n") == "server.conf:2:2: `name:` has no value; server.conf:1:1: this zone has "
                                                "no `name:`");
    CHECK(nsd("zone:\n name: \"a\n zonefile: b\n") == "a. b; server.conf:2:8: this quote is never closed");
}

TEST_CASE("knot.conf: zones, templates, files", "[unit][servers]")
{
    CHECK(knot("zone:\n  - domain: example.com\n    file: example.com.zone\n    storage: \"/srv\"\n") ==
          "example.com. example.com.zone in /srv");
    // No YAML: a bare value may begin with a percent sign, and # needs no blank in front.
    CHECK(knot("template:\n  - id: default\n    storage: /srv#x\n    file: %s.zone\nzone:\n  - domain: a.example\n") ==
          "a.example. a.example.zone in /srv");
    CHECK(knot("template:\n- id: t\n  master: m\n  file: \"%c[0]/%c[0-1]/%l[1]/%s%%\"\nzone:\n- domain: ab.example.\n"
               "  template: t\n") == "ab.example. a/ab/example/ab.example% secondary");
    CHECK(knot("zone:\n  - domain: a\n  - domain: 0/25.2.0.192.in-addr.arpa\n") ==
          "a. a.zone; 0/25.2.0.192.in-addr.arpa. 0_25.2.0.192.in-addr.arpa.zone");
    CHECK(knot("zone:\n  - domain: a\n    template: t\n") == "a. a.zone; server.conf:3:15: there is no template `t`");
    CHECK(knot("zone:\n  - file: a\n") == "server.conf:2:5: an item of `zone` begins with `domain` and a name");
    CHECK(knot("zone:\n  domain a\n") == "server.conf:2:3: a `:` is missing after this");
    CHECK(knot("remote:\n  - id: a\n    address: [192.0.2.1@53, ::1]\nzone:\n  - domain: [a, b]\n") == "a. a.zone");
}

TEST_CASE("which server a configuration is for", "[unit][servers]")
{
    CHECK(server_of_name("named.conf.local") == ServerKind::bind);
    CHECK(server_of_name("knot.conf") == ServerKind::knot);
    CHECK(!server_of_name("example.com.zone"));
    CHECK(server_of_text("# x\nzone:\n  - domain: a\n") == ServerKind::knot);
    CHECK(server_of_text("zone:\n  name: a\n") == ServerKind::nsd);
    CHECK(server_of_text("zone a { };") == ServerKind::bind);
}

TEST_CASE("every word that only one kind has tells the kind", "[unit][servers]")
{
    auto kind = [](std::string line) { return server_of_text("# a comment\n" + line + "\n"); };
    for (const char* word : {"name: a", "zonesdir: a", "zonefile: a", "pattern:", "include-pattern: a"})
        CHECK(kind(std::string("  ") + word) == ServerKind::nsd);
    for (const char* word : {"template:", "file: a", "storage: a", "log:", "- id: a", "domain: a"})
        CHECK(kind(std::string("  ") + word) == ServerKind::knot);
    for (const char* word : {"zone \"a\" {", "// bind", "/* bind */"})
        CHECK(kind(word) == ServerKind::bind);
}

TEST_CASE("configurations of others are read without a mistake", "[unit][servers]")
{
    std::size_t read = 0;
    if (fs::exists(SHARED_DIR "/corpus"))
        for (const fs::path& path : files_below(SHARED_DIR "/corpus", {".conf", ".local"})) {
            std::optional<ServerKind> kind = server_of_name(path.filename().string());
            if (!kind)
                continue;
            ++read;
            ServerConfig config = read_server_text(*kind, slurp(path), path.filename().string());
            for (const ServerMistake& mistake : config.mistakes)
                FAIL_CHECK(path.string() << ": " << config.place(mistake.at) << ": " << mistake.message);
        }
    if (read == 0)
        WARN("the corpus holds no configuration of a name server: nothing was read");
}

TEST_CASE("files of a server are found in a working copy", "[unit][servers]")
{
    TemporaryFolder temporary;
    fs::path root = fs::canonical(temporary.path()) / "repository";
    auto write = [&](const char* path, std::string_view text) {
        fs::create_directories((root / path).parent_path());
        spill(root / path, std::string(text));
    };
    write("bind/named.conf", "options { directory \"/var/lib/bind\"; };\n"
                             "include \"/etc/bind/zones.d/*.conf\"; include \"/etc/bind/keys\";\n"
                             "zone deep { type primary; file \"/etc/bind/zones/db.deep\"; };\n"
                             "zone flat { type primary; file \"db.flat\"; };\n"
                             "zone none { type secondary; file \"none\"; };\n"
                             "zone out { type primary; file \"../../outside\"; };\n"
                             "zone link { type primary; file \"link\"; };\n");
    write("bind/zones.d/a.conf", "zone a { type primary; file \"a\"; };");
    write("bind/zones.d/.b.conf", "zone b { type primary; file \"a\"; };");
    write("bind/zones.d/self.conf", "include \"/etc/bind/zones.d/self.conf\";");
    for (const char* file : {"zones/db.deep", "bind/db.flat", "bind/a", "../outside"})
        write(file, "");
    fs::create_symlink(root / "../outside", root / "bind/link");

    ServerConfig config =
        read_server_config((root / "bind/named.conf").string(), "named.conf", fs::canonical(root).string());
    std::string here;
    for (const ServedZone& zone : config.zones)
        here += fmt::format("{} {}; ", zone.name,
                            zone.here.empty() ? "-" : fs::path(zone.here).lexically_relative(root).string());
    CHECK(here == "a. bind/a; deep. zones/db.deep; flat. bind/db.flat; none. -; out. -; link. -; ");
    REQUIRE(config.missing.size() == 1);
    CHECK(config.place(config.missing[0]) == "named.conf:2:45");
    REQUIRE(config.mistakes.size() == 1);
    CHECK(config.mistakes[0].message == "`/etc/bind/zones.d/self.conf` includes itself");
}

} // namespace zonevet::test
