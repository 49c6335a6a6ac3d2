// What a file is, told by what it holds: the name of a file settles little, for other programs have files
// called aliases.db and db.py too.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zonevet {

struct ChangeFormat;

struct Content {
    enum class Kind : std::uint8_t {
        nothing,  // neither zone nor document
        zone,     // a master file, or a part of one
        document, // one of another format that describes zones
        change,   // one of another format that describes what is to become of zones
    };
    Kind kind = Kind::nothing;
    const ChangeFormat* format = nullptr; // of a document or a change

    bool is_judged() const { return kind == Kind::zone || kind == Kind::document; }
};

// How a file came to be looked at.
enum class Found : std::uint8_t {
    in_folder, // nobody named it: only what is a zone for sure
    by_name,   // a person or a hook named it: what may be a zone is one
};

// `path` is only asked for its last part, and its ending.
Content content_of(std::string_view path, std::string_view text, Found found);

// The name of a zone file: *.zone, *.db, db.*, *.arpa, *.rev, *.dns.
bool looks_like_zone_name(std::string_view file_name);
// The name says that the file is a whole zone: "example.com.zone", or "example.com" itself.
bool is_called_zone(const std::string& path);
// It begins like a zone and holds an SOA record.
bool looks_like_zone_text(std::string_view text);
// An SOA record stands in the text itself, wherever.
bool holds_soa(std::string_view text, const class Placeholders* placeholders);
// Nothing but blanks and comments: a file that was emptied or cut off.
bool is_blank(std::string_view text);
// Whether a file of this name may hold a document of another format, so that it is worth to be opened.
bool may_be_document(std::string_view path);

// "nsupdate, diff, ...": the words that name formats.
std::string format_words();

// What a file that is no zone seems to be, and what to do about it.
struct Seeming {
    std::string what; // "Terraform's language"
    std::string help; // "give us ..."; may be empty
};
Seeming what_it_seems(std::string_view path, std::string_view text);
// A program or a page, by its ending or its first octets: zones that it quotes are none.
bool is_program(std::string_view path, std::string_view text);
// Records and directives, mostly: what may be a part of a zone.
bool looks_like_records(std::string_view text);

} // namespace zonevet
