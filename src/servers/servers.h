// What the configuration of a name server says about zones: which ones it serves, from which files.
// Everything else in it is skipped. Reading never throws because of what a file holds and reads
// nothing outside of the tree that it is given: a configuration names paths of the server, and here
// is mostly a copy of a part of it.
#pragma once

#include "text/source.h"
#include "text/tree.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

enum class ServerKind : std::uint8_t { bind, nsd, knot };

struct ServedZone {
    enum class Role : std::uint8_t { primary, secondary, hints };

    std::string name;   // absolute: "example.com."
    std::string file;   // as the server would open it, patterns filled in
    std::string folder; // what a relative `file` is relative to, as written; may be empty
    std::string view;   // empty: none
    Role role = Role::primary;
    Span at;          // the name, where it is written
    std::string here; // the file in this tree, symbolic links followed; empty: it is not here
};

struct ServerMistake {
    Span at;
    std::string message, help;
};

struct ServerConfig {
    ServerKind kind = ServerKind::bind;
    std::shared_ptr<Sources> sources = std::make_shared<Sources>();
    std::vector<ServedZone> zones;       // in the order of the text
    std::vector<ServerMistake> mistakes; // what cannot be read; the zones of the rest are there
    std::vector<Span> missing;           // includes that lead to no file of this tree

    // "named.conf:12:6"
    std::string place(const Span& at) const;
};

// Which server a file of this name configures: named.conf, named.conf.local, nsd.conf, knot.conf and
// the like; nothing for other names.
std::optional<ServerKind> server_of_name(std::string_view file_name);
// The same from the text, for a file of another name; BIND when nothing tells.
ServerKind server_of_text(std::string_view text);

// Reads `path` and what it includes, as far as it lies below `root` (as the tree calls it, symbolic links
// followed; empty: all of the tree). `shown` is the path as a user would write it. Throws Failure when `path`
// itself cannot be read.
ServerConfig read_server_config(const std::string& path, const std::string& shown, const std::string& root,
                                const FileTree& tree = disk());
// One text that can include nothing; for fuzzing and tests.
ServerConfig read_server_text(ServerKind kind, std::string_view text, const std::string& shown);

} // namespace zonevet
