// Cuts a master file into entries, and an entry into words (RFC 1035 5.1). An entry is one record,
// directive, comment or blank line; parentheses let it run over several lines. The lexer never fails:
// what is unbalanced is noted, and the entry ends where a reader would say it ends, so that a lost
// quote or parenthesis costs one record and no more:
//   - a quote ends with its line, unless it closes a few lines below and no line between looks like
//     the head of a record (then it is one string over several lines, still a mistake);
//   - an open parenthesis ends before the first line that looks like the head of a record, when it
//     is not closed at all or another opens first.
#pragma once

#include "base/pod_vector.h"
#include "dns/mistake.h"
#include "dns/rdata.h"
#include "text/placeholders.h"

#include <span>
#include <string_view>
#include <vector>

namespace zonevet {

struct LexMistake {
    Mistake mistake = Mistake::quote_unclosed;
    std::string_view text; // the octets it is about, a view into the source
};

struct EntryText {
    std::string_view text; // all its lines, with the last line end
    PodVector<Word> words;
    bool leading_blank = false;     // the first word does not stand in column one
    bool carriage_return = false;   // a line ends in CR LF
    std::string_view comment;       // a "zonevet:" comment, from ";" to the end of its line
    std::string_view first_comment; // any comment, for rules about what a ";" cut off
    std::vector<LexMistake> mistakes;

    bool filled = false; // a word of it holds a placeholder
    bool group = false;  // it holds a parenthesis
    // Letters, digits, dots and hyphens inside of labels, nothing else. False when not known.
    bool plain = false;
};

// Where the text of a quoted word begins and ends with its quotes.
std::string_view outer_text(const Word& word, std::string_view source);

class Lexer {
public:
    // `text` is the whole source; reading begins at `begin`. What stands in a placeholder belongs to
    // its word, whatever it is.
    explicit Lexer(std::string_view text, std::size_t begin = 0, std::span<const Stretch> placeholders = {})
        : text_(text), at_(begin), placeholders_(placeholders)
    {
    }

    std::size_t offset() const { return at_; }
    // Reads the entry at offset(); false at the end of the text.
    bool next(EntryText& entry);

private:
    struct Group;
    bool plain_line(EntryText& entry);
    const char* quoted_word(const char* p, EntryText& entry);
    void seek_placeholder(std::size_t offset);
    const char* pass_placeholder(EntryText& entry);

    std::string_view text_;
    std::size_t at_;
    std::span<const Stretch> placeholders_;
    const char* placeholder_ = nullptr; // the next one
    const char* placeholder_end_ = nullptr;
};

// Whether the line reads as the head of a record or as a directive: `name [ttl] [class] TYPE data`
// from column one, or a class and a type after a blank.
bool looks_like_record(std::string_view line);

} // namespace zonevet
