// Telling zone files from other files in a folder. Names settle most; the others are opened, and
// only a file that begins like a zone and holds an SOA record counts, so that a README that quotes
// one does not.
#include "cli/files.h"

#include "dns/types.h"

#include <algorithm>

namespace zonevet {

bool looks_like_zone_name(std::string_view name)
{
    for (std::string_view ending : {".zone", ".db", ".arpa", ".rev", ".dns"})
        if (name.size() > ending.size() && name.ends_with(ending))
            return true;
    return name.size() > 3 && name.starts_with("db.");
}

namespace {

std::vector<std::string_view> first_words(std::string_view line)
{
    std::vector<std::string_view> words;
    while (words.size() < 5) {
        std::size_t begin = line.find_first_not_of(" \t\r");
        if (begin == std::string_view::npos || line[begin] == ';')
            break;
        std::size_t end = std::min(line.find_first_of(" \t\r;", begin), line.size());
        words.push_back(line.substr(begin, end - begin));
        line.remove_prefix(end);
    }
    return words;
}

bool is_class(std::string_view word)
{
    return word.size() == 2 && (type_from_text(word) == Type::none) &&
           (word[0] == 'I' || word[0] == 'i') && (word[1] == 'N' || word[1] == 'n');
}

// The type of the record that a line begins: [owner] [ttl] [class] TYPE.
Type record_type(std::string_view line, const std::vector<std::string_view>& words)
{
    bool blank_owner = line.front() == ' ' || line.front() == '\t';
    for (std::size_t i = blank_owner ? 0 : 1; i < words.size(); ++i) {
        Type type = type_from_text(words[i]);
        if (type != Type::none)
            return i + 1 < words.size() ? type : Type::none; // without data it is a word
        bool ttl = words[i].front() >= '0' && words[i].front() <= '9';
        if (!ttl && !is_class(words[i]))
            break;
    }
    return Type::none;
}

} // namespace

bool looks_like_zone_text(std::string_view text)
{
    if (text.find('\0') != std::string_view::npos)
        return false;
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    bool first = true;
    while (!text.empty()) {
        std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        std::vector<std::string_view> words = first_words(line);
        if (words.empty())
            continue;
        bool directive = false;
        for (std::string_view name : {"$ORIGIN", "$TTL", "$INCLUDE", "$GENERATE"})
            directive = directive || words[0] == name;
        if (directive) {
            first = false;
            continue;
        }
        Type type = record_type(line, words);
        if (type == Type::SOA)
            return true;
        if (first && type == Type::none)
            return false;
        first = false;
    }
    return false;
}

} // namespace zonevet
