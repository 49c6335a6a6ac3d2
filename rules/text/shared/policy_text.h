// Texts with a meaning: the strings of a TXT record joined, and the way back from an octet of the
// joined text to a place in the file.
#pragma once

#include "lint/rule.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet::rules {

// Whether the first string begins with `head`, ignoring case: cheap, for every TXT record.
bool begins_with(const Record& txt, std::string_view head);
// Its first string.
std::string_view first_string(const Record& txt);

class PolicyText {
public:
    explicit PolicyText(const Record& txt);

    std::string_view text() const { return text_; }
    Place place(std::size_t begin, std::size_t end) const;
    Place place(std::string_view part) const; // a view into text()
    // Where one string ends and the next begins, in octets of text().
    std::vector<std::size_t> seams() const;

private:
    Record txt_;
    std::string text_;
    std::vector<std::size_t> begins_; // of each string in text_
};

// `name=value` pairs between semicolons: DKIM, DMARC, MTA-STS, TLS-RPT, BIMI.
struct Tag {
    std::string_view name, value; // without blanks around them
    std::string_view whole;
    bool has_equals = false;
};
std::vector<Tag> tags_of(std::string_view text);
// The first of that name (in lower case), or nothing.
const Tag* find_tag(const std::vector<Tag>& tags, std::string_view name);

// Written without quotes, so that a semicolon may have cut it short (text-semicolon says so). Reads
// the entry again: ask only when there is a suspicion.
bool is_written_bare(const Record& txt);

std::string_view trimmed(std::string_view text);

// Its only string as it should be written when quotes stand inside of its quotes; nothing when it cannot be told.
std::optional<std::string> without_inner_quotes(const Record& txt);

} // namespace zonevet::rules
