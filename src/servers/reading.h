// What the readers of the three configuration languages have in common: the files that are open,
// what was found, and the limits. Private to src/servers.
#pragma once

#include "servers/servers.h"
#include "text/local_paths.h"

#include <functional>

namespace zonevet::servers {

// One word of a configuration with its place; quotes are taken off and escapes undone.
struct Token {
    enum Kind : std::uint8_t { end, word, quoted, open, close, semicolon } kind = end;
    std::string text;
    Span at;

    bool is_value() const { return kind == word || kind == quoted; }
};

class Reading {
public:
    // `paths` null: nothing can be included.
    Reading(ServerConfig& config, LocalPaths* paths) : config_(config), paths_(paths) {}

    std::uint32_t add(std::string shown, std::shared_ptr<const Bytes> bytes, std::optional<Span> included_at = {});
    std::string_view text(std::uint32_t source) const { return (*config_.sources)[source].text(); }
    void mistake(const Span& at, std::string message, std::string help = "");
    // Calls `read` for each file that `pattern` means; `folder` as in LocalPaths.
    void include(const Token& pattern, const std::string& folder, const std::function<void(std::uint32_t)>& read);
    // Takes the zone when its name is one; false when it is not.
    bool add_zone(ServedZone zone, const Token& name);
    ServerConfig& config() { return config_; }

private:
    ServerConfig& config_;
    LocalPaths* paths_;
    std::vector<std::string> open_; // real paths, outermost first
    std::size_t files_ = 0;
    bool told_limit_ = false;
};

void read_bind(Reading& reading, std::uint32_t source);
void read_nsd(Reading& reading, std::uint32_t source);
void read_knot(Reading& reading, std::uint32_t source);

// The file names that a pattern makes for a zone; `name` is absolute. BIND: $name $type $view.
// NSD: %s %1 %2 %3 %z %y %x. Knot: %s %c[0-1] %l[0] %%.
std::string bind_file(std::string_view pattern, std::string_view name, std::string_view type, std::string_view view);
std::string nsd_file(std::string_view pattern, std::string_view name);
std::string knot_file(std::string_view pattern, std::string_view name);

} // namespace zonevet::servers
