// Scripts of nsupdate, and of knsupdate where a line `origin` says so. Names are relative to the
// root in the one, to the origin in the other; an empty line sends in the one only.
#include "base/ascii.h"
#include "formats/readers.h"
#include "formats/update_script.h"

namespace zonevet {

namespace {

// A statement of named.conf, `zone "example.com" {`; placeholders have braces too.
bool opens_block(std::string_view line)
{
    std::size_t at = line.find('{');
    if (at == std::string_view::npos)
        return false;
    bool is_placeholder =
        (at > 0 && line[at - 1] == '$') || line.substr(at).starts_with("{{") || line.substr(at).starts_with("{%");
    return !is_placeholder;
}

} // namespace

bool is_nsupdate(std::string_view, std::string_view text)
{
    while (!text.empty()) {
        std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        std::size_t begin = line.find_first_not_of(" \t\r");
        if (begin == std::string_view::npos || line[begin] == ';')
            continue;
        std::size_t stop = std::min(line.find_first_of(" \t\r", begin), line.size());
        return update_script::is_command(in_lower_case(std::string(line.substr(begin, stop - begin)))) &&
               !opens_block(line);
    }
    return false;
}

std::vector<ReadZone> read_nsupdate(const Document& change, const ReadOptions& options)
{
    return update_script::Script(change, options, false).run();
}

std::vector<ReadZone> read_knsupdate(const Document& change, const ReadOptions& options)
{
    return update_script::Script(change, options, true).run();
}

} // namespace zonevet
