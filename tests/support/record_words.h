// The entries of a little master-file text, cut into words: enough of RFC 1035 5.1 to test what
// comes after the lexer, and independent of it. Quotes, escapes, comments and parentheses are
// understood.
#pragma once

#include "dns/rdata.h"

#include <string>
#include <string_view>
#include <vector>

namespace zonevet::test {

struct Entry {
    std::vector<Word> words; // views into the text
    bool blank_owner = false;
    std::string_view comment;
};

// False: a quote or parenthesis does not close, or a quote crosses a line.
inline bool split_entries(std::string_view text, std::vector<Entry>& entries)
{
    Entry entry;
    int depth = 0;
    bool fresh = true;      // nothing of this entry was seen
    bool line_start = true; // in column one
    bool touching = false;  // the last octet belonged to a word
    auto finish = [&] {
        if (!entry.words.empty())
            entries.push_back(entry);
        entry = Entry();
        fresh = true;
    };
    for (std::size_t i = 0; i < text.size();) {
        char c = text[i];
        if (c == '\n' || c == '\r') {
            if (depth == 0)
                finish();
            line_start = true;
            touching = false;
            ++i;
            continue;
        }
        if (c == ' ' || c == '\t') {
            if (fresh && line_start)
                entry.blank_owner = true;
            fresh = line_start = touching = false;
            ++i;
            continue;
        }
        line_start = fresh = false;
        if (c == ';') {
            std::size_t end = std::min(text.find('\n', i), text.size());
            entry.comment = text.substr(i + 1, end - i - 1);
            i = end;
            continue;
        }
        if (c == '(' || c == ')') {
            depth += c == '(' ? 1 : -1;
            if (depth < 0)
                return false;
            touching = false;
            ++i;
            continue;
        }
        Word word;
        word.joined = touching;
        std::size_t begin = i;
        if (c == '"') {
            word.quoted = true;
            for (begin = ++i; i < text.size() && text[i] != '"' && text[i] != '\n'; ++i)
                if (text[i] == '\\') {
                    word.escaped = true;
                    ++i;
                }
            if (i >= text.size() || text[i] == '\n')
                return false;
            word.text = text.substr(begin, i - begin);
            ++i;
        } else {
            constexpr std::string_view ends = " \t\r\n;()\"";
            for (; i < text.size() && ends.find(text[i]) == std::string_view::npos; ++i)
                if (text[i] == '\\') {
                    word.escaped = true;
                    ++i;
                    if (i >= text.size() || text[i] == '\n')
                        return false;
                }
            word.text = text.substr(begin, i - begin);
        }
        entry.words.push_back(word);
        touching = true;
    }
    finish();
    return depth == 0;
}

// The words of one record's data.
inline std::vector<Word> record_words(std::string_view text)
{
    std::vector<Entry> entries;
    if (!split_entries(text, entries) || entries.empty())
        return {};
    return entries.front().words;
}

inline std::string hex(std::string_view octets)
{
    std::string text;
    for (char c : octets)
        text += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return text;
}

} // namespace zonevet::test
