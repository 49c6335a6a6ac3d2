// Which zone a file holds, from the file alone: an absolute owner of its SOA record, else the $ORIGIN
// in force there, else the file's name in the forms people use. A fixed number of entries is looked
// at: zones have their SOA near the start.
#include "zone/origin.h"
#include "dns/public_suffix.h"
#include "syntax/lexer.h"
#include "syntax/words.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <functional>
#include <vector>

namespace zonevet {

namespace {

constexpr std::size_t look_at = std::size_t{1} << 20;

bool plausible_name(std::string_view text)
{
    if (text.empty() || text.find('.') == std::string_view::npos)
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' || c == '_' || c == '/';
    });
}

// "corp" of db.corp: better than nothing, so it comes last.
bool plausible_label(std::string_view text)
{
    return !text.empty() && std::isalnum(static_cast<unsigned char>(text[0])) != 0 &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_'; });
}

std::vector<std::string> octets_of(std::string_view network)
{
    std::vector<std::string> octets;
    while (!network.empty()) {
        std::size_t dot = std::min(network.find('.'), network.size());
        if (dot > 0)
            octets.emplace_back(network.substr(0, dot));
        network.remove_prefix(std::min(dot + 1, network.size()));
    }
    return octets;
}

// A network of RFC 1918, as far as it is written: "192.168.1" is one, "1.168.192" is the same backwards.
bool is_private(const std::vector<std::string>& octets)
{
    if (octets.empty())
        return false;
    if (octets[0] == "10")
        return true;
    if (octets.size() < 2 || octets[1].size() > 3)
        return false;
    int second = std::atoi(octets[1].c_str());
    return (octets[0] == "192" && second == 168) || (octets[0] == "172" && second >= 16 && second < 32);
}

std::string name_from_path(const std::string& path)
{
    std::size_t slash = path.rfind('/');
    std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    for (char& c : name)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (name == "db.local")
        return "localhost"; // as Debian ships it
    if (name.starts_with("db."))
        name = name.substr(3);
    for (std::string_view ending : {".zone", ".db", ".dns", ".hosts", ".signed", ".txt", ".zonefile"})
        if (name.size() > ending.size() && name.ends_with(ending)) {
            name.resize(name.size() - ending.size());
            break;
        }
    // "rev.2.0.192.in-addr.arpa": the word before the network is none of its labels.
    if (name.ends_with(".in-addr.arpa"))
        while (std::isalpha(static_cast<unsigned char>(name[0])) != 0 && !name.starts_with("in-addr."))
            name = name.substr(name.find('.') + 1);
    // "192.0.2" and "192.0.2.rev" are networks written forwards.
    std::string network = name.ends_with(".rev") ? name.substr(0, name.size() - 4) : name;
    bool digits = !network.empty() && std::all_of(network.begin(), network.end(), [](char c) {
        return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.';
    });
    if (digits && std::count(network.begin(), network.end(), '.') <= 2) {
        std::vector<std::string> octets = octets_of(network);
        std::vector<std::string> backwards(octets.rbegin(), octets.rend());
        bool is_zone_already = is_private(backwards) && !is_private(octets);
        return fmt::format("{}.in-addr.arpa", fmt::join(is_zone_already ? octets : backwards, "."));
    }
    return name;
}

// "master_db.example.com" and "internal.example.com" are files of example.com when every owner that is written in
// full is below that, and none below what the file's name says.
OwnedName fitting(Name by_path, std::string_view text)
{
    constexpr int enough = 64;
    Lexer lexer(text);
    EntryText entry;
    OwnedName found(by_path), owner;
    int seen = 0;
    while (seen < enough && lexer.next(entry)) {
        if (entry.words.empty() || entry.leading_blank)
            continue;
        std::string_view first = entry.words[0].text;
        if (!first.ends_with('.') || read_head(entry.words, false).type == Head::none || !to_name(first, owner))
            continue;
        ++seen;
        if (owner.view().is_at_or_below(by_path))
            return OwnedName(by_path);
        while (!found.view().is_root() && !owner.view().is_at_or_below(found))
            found = OwnedName(found.view().parent());
    }
    bool is_zone = seen > 0 && !found.view().is_root() && !is_public_suffix(found.view().text());
    return is_zone ? found : OwnedName(by_path);
}

} // namespace

std::uint64_t digest_of_words(std::string_view text)
{
    Lexer lexer(text);
    EntryText entry;
    std::uint64_t digest = 0;
    auto mix = [&](std::uint64_t value) { digest = (digest ^ value) * 0x9E3779B97F4A7C15U + (digest >> 29); };
    while (lexer.next(entry)) {
        if (entry.words.empty())
            continue;
        mix(entry.leading_blank ? 1 : 2);
        for (const Word& word : entry.words)
            mix(std::hash<std::string_view>()(word.text));
    }
    return digest;
}

std::string_view serial_in(std::string_view text)
{
    constexpr std::size_t behind_names = 2;
    Lexer lexer(text.substr(0, look_at));
    EntryText entry;
    while (lexer.next(entry)) {
        Head head = read_head(entry.words, entry.leading_blank);
        if (head.record_type == Type::SOA)
            return entry.words.size() > head.data + behind_names ? entry.words[head.data + behind_names].text
                                                                 : std::string_view();
    }
    return {};
}

OriginGuess guess_origin(std::string_view text, const std::string& path, const Placeholders* placeholders)
{
    OriginGuess guess;
    std::string from_path = name_from_path(path);
    OwnedName by_path;
    bool has_path = plausible_name(from_path) && to_name(from_path, by_path);
    text = text.substr(0, look_at);
    std::vector<Stretch> filled = placeholders != nullptr ? placeholders->find(text) : std::vector<Stretch>();
    Lexer lexer(text, text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0, filled);
    EntryText entry;
    OwnedName origin;
    bool has_origin = false, includes = false;
    std::string_view owner, origin_word;
    while (lexer.next(entry)) {
        if (entry.words.empty())
            continue;
        std::string_view first = entry.words[0].text;
        if (!first.empty() && first[0] == '$' && !entry.leading_blank) {
            Directive directive = directive_from_text(first);
            // The SOA record may come from there, below the origin that is given to it.
            if (directive == Directive::include && !has_origin && entry.words.size() > 2 &&
                entry.words[2].text.ends_with('.')) {
                origin_word = entry.words[2].text;
                has_origin = to_name(origin_word, origin);
            }
            includes = includes || (directive == Directive::include && has_origin && !origin.view().is_root());
            if (directive == Directive::origin && entry.words.size() > 1 && !includes) {
                std::string_view name = origin_word = entry.words[1].text;
                if (entry.filled)
                    has_origin = false;
                else if (name.ends_with('.')) {
                    has_origin = to_name(name, origin);
                } else if (has_origin || has_path) {
                    Name base = has_origin ? origin.view() : by_path.view();
                    OwnedName joined;
                    // "$ORIGIN example.com" in the file of example.com means the zone, not a part of it.
                    if (to_name(name, joined, repeats_origin(entry.words[1], base) ? Name() : base))
                        has_origin = true, origin = joined;
                }
            }
            continue;
        }
        if (!entry.leading_blank)
            owner = first;
        Head head = read_head(entry.words, entry.leading_blank);
        if (head.record_type != Type::SOA)
            continue;
        guess.at = owner.empty() ? first : owner;
        if (head.owner != Head::none && entry.words[head.owner].filled != Filled::no)
            break;
        if (owner == "@" || owner.empty()) {
            // Some providers export every zone below `$ORIGIN .`; the root's own file has no such name.
            if (has_origin && !(origin.view().is_root() && has_path)) {
                guess.name = origin;
                guess.from = "$ORIGIN";
                guess.at = origin_word;
                return guess;
            }
            break;
        }
        if (owner.ends_with('.')) {
            to_name(owner, guess.name);
            guess.from = "SOA record";
            return guess;
        }
        if (has_origin && to_name(owner, guess.name, repeats_origin(entry.words[0], origin) ? Name() : origin.view())) {
            guess.from = "SOA record";
            return guess;
        }
        break;
    }
    if (includes && guess.at.empty()) { // the SOA record comes with what is included there
        guess.name = origin;
        guess.from = "$ORIGIN";
        guess.at = origin_word;
    } else if (has_path) {
        guess.name = fitting(by_path, text);
        guess.from = "file name";
    } else if (has_origin) {
        guess.name = origin;
        guess.from = "$ORIGIN";
    } else if (to_name(from_path, by_path) && plausible_label(from_path)) {
        guess.name = by_path;
        guess.from = "file name";
    } else {
        to_name("unnamed.invalid.", guess.name);
    }
    return guess;
}

} // namespace zonevet
