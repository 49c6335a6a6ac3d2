// A mapping with a mistake is read without the member that holds it: one slip shall not hide what else is wrong.
#include "formats/value.h"

#include <algorithm>

namespace zonevet {

namespace {

// "name:" or "'':" in column one; comments and items of lists belong to the member above.
bool begins_member(std::string_view line)
{
    return !line.empty() && std::string_view(" \t\r\n#-").find(line[0]) == std::string_view::npos;
}

// Blanks out the member around the place, line ends excepted. False: there is nothing left of it.
bool take_out_member(std::string& text, std::uint64_t at)
{
    std::size_t begin = 0, end = text.size();
    for (std::size_t line = 0; line < text.size();) {
        std::size_t next = std::min(text.find('\n', line), text.size() - 1) + 1;
        if (begins_member(std::string_view(text).substr(line, next - line))) {
            if (line > at) {
                end = line;
                break;
            }
            begin = line;
        }
        line = next;
    }
    bool found = false;
    for (std::size_t i = begin; i < end; ++i)
        if (text[i] != '\n' && text[i] != '\r') {
            found = found || (text[i] != ' ' && text[i] != '-');
            text[i] = ' ';
        }
    return found;
}

} // namespace

ReadableParts read_yaml_in_parts(std::string_view path, std::string_view text)
{
    // A lost quote makes mistakes of one member after the other.
    constexpr std::size_t most = 3;
    ReadableParts parts;
    for (std::string left(text);;) {
        try {
            parts.root = read_yaml(path, left);
            // A quote that is lost shows at the end again and again.
            auto same = std::unique(parts.mistakes.begin(), parts.mistakes.end(),
                                    [](const UnreadableText& a, const UnreadableText& b) { return a.at == b.at; });
            parts.mistakes.erase(same, parts.mistakes.end());
            return parts;
        } catch (const UnreadableText& mistake) {
            parts.mistakes.push_back(mistake);
            if (parts.mistakes.size() > most || !take_out_member(left, mistake.at)) {
                parts.mistakes.erase(parts.mistakes.begin() + 1, parts.mistakes.end());
                return parts;
            }
        }
    }
}

} // namespace zonevet
