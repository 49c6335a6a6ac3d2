// Telling zone files from other files in a folder. Names settle most, but other programs have files called
// aliases.db too; of the rest only a file that begins like a zone and holds an SOA record counts, so that a
// README that quotes one does not.
#include "cli/files.h"

#include "dns/types.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace zonevet {

namespace {

bool ends_with_one_of(std::string_view name, std::initializer_list<std::string_view> endings)
{
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return name.size() > ending.size() && name.ends_with(ending);
    });
}

// What servers write beside their zones: journals, keys of zones added later, trust anchors.
bool is_kept_by_server(std::string_view name)
{
    return ends_with_one_of(name, {".jnl", ".jbk", ".nzd", ".nzf", ".mkeys"}) || name == "managed-keys.bind";
}

} // namespace

bool looks_like_zone_name(std::string_view name)
{
    if (is_kept_by_server(name))
        return false;
    return ends_with_one_of(name, {".zone", ".db", ".arpa", ".rev", ".dns"}) ||
           (name.size() > 3 && name.starts_with("db."));
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

namespace {

// Visits the first line that says something, and goes on as long as `visit` returns true.
template <class Visit> void each_line(std::string_view text, Visit visit)
{
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    while (!text.empty()) {
        std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        std::vector<std::string_view> words = first_words(line);
        if (!words.empty() && !visit(line, words))
            return;
    }
}

bool is_directive(std::string_view word)
{
    return word == "$ORIGIN" || word == "$TTL" || word == "$INCLUDE" || word == "$GENERATE";
}

// The first line is a directive or a record.
bool begins_like_zone(std::string_view text)
{
    bool found = false;
    if (text.find('\0') == std::string_view::npos)
        each_line(text, [&](std::string_view line, const std::vector<std::string_view>& words) {
            found = is_directive(words[0]) || record_type(line, words) != Type::none;
            return false;
        });
    return found;
}

} // namespace

bool looks_like_zone_text(std::string_view text)
{
    bool first = true, found = false;
    if (text.find('\0') == std::string_view::npos)
        each_line(text, [&](std::string_view line, const std::vector<std::string_view>& words) {
            bool is_first = std::exchange(first, false);
            if (is_directive(words[0]))
                return true;
            Type type = record_type(line, words);
            found = type == Type::SOA;
            return !found && !(is_first && type == Type::none);
        });
    return found;
}

bool is_zone_in_folder(std::string_view name, std::string_view beginning)
{
    if (is_kept_by_server(name))
        return false;
    if (looks_like_zone_text(beginning) || ends_with_one_of(name, {".zone"}))
        return true;
    // "aliases.db", "db.inc.php" and "zones.home.arpa" of a configuration have such names too. An empty file may have
    // been a zone.
    bool says_soa = beginning.find(std::string_view("S\0O\0A", 5)) != std::string_view::npos; // UTF-16
    for (std::string_view type : {"SOA", "soa", "Soa"})
        says_soa = says_soa || beginning.find(type) != std::string_view::npos;
    return looks_like_zone_name(name) && (beginning.empty() || says_soa || begins_like_zone(beginning));
}

} // namespace zonevet
