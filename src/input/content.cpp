// A file found in a folder must prove that it is a zone: by an SOA record, by the name *.zone, or by a zone's name
// and records. A file that somebody named need only look like records.
#include "input/content.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "dns/public_suffix.h"
#include "formats/formats.h"
#include "syntax/lexer.h"
#include "syntax/words.h"
#include "text/tree.h"
#include "zone/build.h"
#include "zone/origin.h"

#include <algorithm>

namespace zonevet {

namespace {

constexpr std::size_t looked_at = 64 * 1024; // octets
constexpr std::size_t entries_judged = 200;

// What servers write beside their zones: journals, keys of zones added later, trust anchors.
bool is_kept_by_server(std::string_view name)
{
    return has_ending(name, {".jnl", ".jbk", ".nzd", ".nzf", ".mkeys"}) || name == "managed-keys.bind";
}

// What the entries of a text are, as far as one looks.
struct Entries {
    std::size_t records = 0, directives = 0, others = 0;
    bool soa = false;    // an SOA record, and the first entry is one of a zone
    bool begins = false; // the first entry is a record or a directive

    bool are_mostly_records() const { return records + directives > 0 && records + directives >= others; }
};

Head head_of(const EntryText& entry)
{
    Head head = read_head(entry.words, entry.leading_blank);
    // A zone that is indented as a whole: its names stand behind a blank.
    if (head.record_type == Type::none && entry.leading_blank)
        head = read_head(entry.words, false);
    return head;
}

Entries entries_of(std::string_view text)
{
    Entries entries;
    Lexer lexer(text, text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    std::size_t seen = 0;
    bool strange = false;
    for (EntryText entry; seen < entries_judged && lexer.next(entry);) {
        if (entry.words.empty())
            continue;
        std::string_view first = entry.words[0].text;
        bool is_directive = directive_from_text(first) != Directive::unknown;
        Head head = is_directive ? Head() : head_of(entry);
        // Without data the type is just a word.
        bool is_record = head.record_type != Type::none && head.data < entry.words.size();
        entries.begins = entries.begins || (seen == 0 && (is_directive || is_record));
        entries.soa = entries.soa || (is_record && head.record_type == Type::SOA && !strange);
        strange = strange || (seen == 0 && !is_directive && !is_record);
        (is_directive ? entries.directives : is_record ? entries.records : entries.others) += 1;
        ++seen;
        if (entries.soa)
            break; // that settles it
    }
    return entries;
}

bool is_text(std::string_view text)
{
    return text.find('\0') == std::string_view::npos;
}

// Notepad's "Unicode", or a zone with octets that are no text: no server reads it, and somebody should be told.
bool was_zone(std::string_view text)
{
    return text.find(std::string_view("S\0O\0A", 5)) != std::string_view::npos ||
           text.find("SOA") != std::string_view::npos;
}

bool is_zone(std::string_view name, std::string_view text, Found found)
{
    if (is_kept_by_server(name))
        return false;
    if (has_ending(name, {".zone"}) && name.front() != '.')
        return true;
    if (!is_text(text))
        return looks_like_zone_name(name) && was_zone(text);
    bool has_zone_name = looks_like_zone_name(name);
    if (is_blank(text)) // it may have been a zone
        return found == Found::by_name ? has_zone_name || is_called_zone(std::string(name))
                                       : has_zone_name && text.empty();
    Entries entries = entries_of(text);
    if (is_program(name, text))
        return entries.soa && entries.begins;
    if (found == Found::by_name)
        return entries.soa || entries.are_mostly_records() || holds_soa(text, nullptr);
    return (entries.soa && entries.begins) ||
           (has_zone_name && (entries.begins ? entries.are_mostly_records() : holds_soa(text, nullptr)));
}

// Many a file that is no zone is a template of YAML, and has values of some type.
bool can_be_read(std::string_view path, std::string_view text, const ChangeFormat& format)
{
    try {
        format.read({std::string(path), std::make_shared<Bytes>(std::string(text))}, {});
        return true;
    } catch (const Failure&) {
        return false;
    }
}

// Exports of providers are zone files by their name, and tell at their beginning.
bool begins_like_export(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    return text.starts_with(";;") || text.starts_with("; Exported") || text.starts_with("; <<>>");
}

Content content_of(const ChangeFormat& format)
{
    return {format.describes == Describes::change ? Content::Kind::change : Content::Kind::document, &format};
}

// Of the formats those that can be told for sure.
Content document_in_folder(std::string_view path, std::string_view text)
{
    const ChangeFormat* format = recognize_format(path, text);
    if (format == nullptr || format->describes == Describes::change || format->word == "registry" ||
        format->word == "csv")
        return {};
    bool may_be_template =
        text.find("{{") != std::string_view::npos || (format->word == "octodns" && !is_called_like_zone(path));
    return may_be_template && !can_be_read(path, text, *format) ? Content() : content_of(*format);
}

} // namespace

bool looks_like_zone_name(std::string_view name)
{
    if (is_kept_by_server(name))
        return false;
    return has_ending(name, {".zone", ".db", ".arpa", ".rev", ".dns"}) ||
           (name.size() > 3 && same_word(name.substr(0, 3), "db."));
}

bool is_called_zone(const std::string& path)
{
    OriginGuess guess = guess_origin("", path);
    std::string_view file = last_part(path);
    return guess.from == "file name" && guess.name.view().label_count() > 1 && !file.ends_with(".inc") &&
           (looks_like_zone_name(file) || ends_in_public_suffix(file));
}

bool looks_like_records(std::string_view text)
{
    text = text.substr(0, looked_at);
    return is_text(text) && entries_of(text).are_mostly_records();
}

bool looks_like_zone_text(std::string_view text)
{
    text = text.substr(0, looked_at);
    if (!is_text(text))
        return false;
    Entries entries = entries_of(text);
    return entries.soa && entries.begins;
}

bool holds_soa(std::string_view text, const Placeholders* placeholders)
{
    auto same = [](char a, char b) { return ascii_lower(a) == b; };
    constexpr std::string_view word = "soa";
    if (std::search(text.begin(), text.end(), word.begin(), word.end(), same) == text.end())
        return false;
    std::vector<Stretch> filled = placeholders != nullptr ? placeholders->find(text) : std::vector<Stretch>();
    Lexer lexer(text, 0, filled);
    for (EntryText entry; lexer.next(entry);)
        if (!entry.words.empty() && head_of(entry).record_type == Type::SOA)
            return true;
    return false;
}

bool is_blank(std::string_view text)
{
    Lexer lexer(text);
    for (EntryText entry; lexer.next(entry);)
        if (!entry.words.empty() || !entry.mistakes.empty())
            return false;
    return true;
}

std::string format_words()
{
    std::string list;
    for (const ChangeFormat& format : change_formats())
        list += (list.empty() ? "" : ", ") + std::string(format.word);
    return list;
}

bool may_be_document(std::string_view path)
{
    return has_ending(last_part(path), {".yaml", ".yml", ".json"});
}

Content content_of(std::string_view path, std::string_view text, Found found)
{
    std::string_view name = last_part(path);
    bool is_export = begins_like_export(text);
    std::string_view beginning = text.substr(0, looked_at);
    if (looks_like_zone_name(name) && !is_export && is_zone(name, beginning, found))
        return {Content::Kind::zone, nullptr};
    if (found == Found::in_folder && may_be_document(path))
        return document_in_folder(path, text);
    if (found == Found::by_name || is_export)
        if (const ChangeFormat* format = recognize_format(path, text))
            // The first word of a zone may be one of nsupdate's commands.
            if (format->word != "nsupdate" || !looks_like_zone_text(text))
                return content_of(*format);
    return {is_zone(name, beginning, found) ? Content::Kind::zone : Content::Kind::nothing, nullptr};
}

} // namespace zonevet
