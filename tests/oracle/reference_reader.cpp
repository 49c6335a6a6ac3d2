#include "reference_reader.h"

#include "reference_data.h"

#include <cctype>
#include <optional>

namespace zonevet::test {
namespace reference {
namespace {

constexpr std::uint64_t largest_ttl = 2147483647; // RFC 2181 8

struct TextEntry {
    std::size_t at = 0;
    bool blank = false; // a blank stands in its first column
    std::vector<Token> tokens;
};

std::uint32_t read_ttl(const std::string& text)
{
    std::uint64_t seconds = read_period(text);
    return seconds > largest_ttl ? 0 : static_cast<std::uint32_t>(seconds);
}

// ---- $GENERATE ----

// What stands between the braces: offset, width, base.
std::string read_modifier(const std::string& inside, std::uint64_t value)
{
    std::size_t first = inside.find(','), second = first == std::string::npos ? first : inside.find(',', first + 1);
    std::uint64_t number = value + std::stoull(inside.substr(0, first));
    std::size_t width = first == std::string::npos ? 0 : std::stoul(inside.substr(first + 1));
    char base = second == std::string::npos ? 'd' : inside.at(second + 1);
    bool is_nibbles = base == 'n' || base == 'N';
    unsigned radix = base == 'd' ? 10 : base == 'o' ? 8 : 16;
    const char* digits = base == 'X' || base == 'N' ? "0123456789ABCDEF" : "0123456789abcdef";
    std::string text;
    while (number > 0 || text.size() < width || text.empty()) {
        if (is_nibbles)
            text += digits[number % radix];
        else
            text.insert(text.begin(), digits[number % radix]);
        number /= radix;
        if (is_nibbles && (number > 0 || text.size() < width))
            text += '.';
    }
    return text;
}

std::string expand(const std::string& pattern, std::uint64_t value)
{
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        char next = i + 1 < pattern.size() ? pattern[i + 1] : '\0';
        if (pattern[i] == '\\') {
            text += next == '$' ? "" : "\\";
            text += next;
            ++i;
        } else if (pattern[i] != '$') {
            text += pattern[i];
        } else if (next == '$') {
            text += '$';
            ++i;
        } else if (next == '{') {
            std::size_t end = pattern.find('}', i);
            text += read_modifier(pattern.substr(i + 2, end - i - 2), value);
            i = end;
        } else {
            text += std::to_string(value);
        }
    }
    return text;
}

// ---- Entries ----

class EntryReader {
public:
    EntryReader(const std::string& text, std::size_t begin) : text_(text), at_(begin) {}

    bool next(TextEntry& entry)
    {
        if (at_ == text_.size())
            return false;
        entry = {at_, text_[at_] == ' ' || text_[at_] == '\t', {}};
        for (int depth = 0; at_ < text_.size();) {
            char c = text_[at_];
            if (c == '"') {
                quoted(entry);
            } else if (c == '\n' || c == ' ' || c == '\t' || c == '\r' || c == '(' || c == ')') {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth < 0)
                    refuse("a parenthesis that closes nothing");
                ++at_;
                if (c == '\n' && depth == 0)
                    return true;
            } else if (c == ';') {
                while (at_ < text_.size() && text_[at_] != '\n')
                    ++at_;
            } else {
                bare(entry);
            }
            if (at_ == text_.size() && depth > 0)
                refuse("an open parenthesis");
        }
        return true;
    }

private:
    void quoted(TextEntry& entry)
    {
        Token token{"", true};
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\n')
                refuse("an open quote");
            if (text_[at_] == '\\')
                token.text += text_[at_++];
            if (at_ < text_.size())
                token.text += text_[at_];
        }
        if (at_ >= text_.size())
            refuse("an open quote");
        ++at_;
        entry.tokens.push_back(token);
    }

    void bare(TextEntry& entry)
    {
        Token token;
        while (at_ < text_.size() && std::string_view(" \t\r\n();\"").find(text_[at_]) == std::string_view::npos) {
            if (text_[at_] == '\\')
                token.text += text_[at_++];
            if (at_ == text_.size() || text_[at_] == '\n' || text_[at_] == '\r')
                refuse("a backslash at the end of a line");
            token.text += text_[at_++];
        }
        entry.tokens.push_back(token);
    }

    const std::string& text_;
    std::size_t at_;
};

// ---- Plain names ----

bool is_plain_label(std::string_view label)
{
    for (char c : label)
        if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '-')
            return false;
    return label.empty() || (label.front() != '-' && label.back() != '-');
}

bool is_plain_name(const std::string& wire)
{
    for (std::size_t at = 0; wire[at] != 0; at += static_cast<unsigned char>(wire[at]) + 1u)
        if (!is_plain_label(std::string_view(wire).substr(at + 1, static_cast<unsigned char>(wire[at]))))
            return false;
    return true;
}

bool is_plain_word(const std::string& text)
{
    if (text == "@")
        return true;
    std::size_t begin = 0;
    for (std::size_t dot; (dot = text.find('.', begin)) != std::string::npos; begin = dot + 1)
        if (!is_plain_label(std::string_view(text).substr(begin, dot - begin)))
            return false;
    return is_plain_label(std::string_view(text).substr(begin));
}

// ---- Files ----

struct State {
    std::string origin;
    std::optional<std::string> owner;
    std::optional<std::uint32_t> default_ttl, last_ttl;
};

struct Stated {
    std::optional<std::uint32_t> ttl;
    std::uint16_t type = 0;
    std::size_t data = 0; // the first token of it
};

constexpr std::uint16_t soa = 6, txt = 16;

class FileReader {
public:
    FileReader(const ReferenceFiles& files, std::vector<ReferenceRecord>& records) : files_(files), records_(records) {}

    void read(const std::string& name, State& state)
    {
        auto found = files_.find(name);
        if (found == files_.end())
            refuse("no file " + name);
        bool has_mark = found->second.starts_with("\xEF\xBB\xBF");
        EntryReader entries(found->second, has_mark ? 3 : 0);
        for (TextEntry entry; entries.next(entry);) {
            if (entry.tokens.empty())
                continue;
            bool is_directive = !entry.blank && !entry.tokens[0].quoted && entry.tokens[0].text.starts_with("$");
            if (is_directive)
                directive(entry, state);
            else
                record(entry, state);
        }
    }

private:
    void directive(const TextEntry& entry, State& state)
    {
        const std::vector<Token>& tokens = entry.tokens;
        std::string word = lower(tokens[0].text);
        if (tokens.size() < 2)
            refuse("a directive without a value");
        if (word == "$origin")
            state.origin = read_name(tokens[1].text, state.origin);
        else if (word == "$ttl")
            state.default_ttl = read_ttl(tokens[1].text);
        else if (word == "$include")
            include(tokens, state);
        else if (word == "$generate")
            generate(entry, state);
        else
            refuse("no directive: " + word);
    }

    // Origin and owner are the same behind it as before it; the TTLs are not.
    void include(const std::vector<Token>& tokens, State& state)
    {
        State inside = state;
        if (tokens.size() > 2)
            inside.origin = read_name(tokens[2].text, state.origin);
        read(tokens[1].text, inside);
        state.default_ttl = inside.default_ttl;
        state.last_ttl = inside.last_ttl;
    }

    // [TTL] [class] type, the first two in either order.
    static Stated read_stated(const std::vector<Token>& tokens, std::size_t first)
    {
        Stated stated;
        bool has_class = false;
        for (std::size_t i = first; i < tokens.size(); ++i) {
            std::string word = lower(tokens[i].text);
            if (tokens[i].quoted)
                refuse("quotes before the data");
            if ((word == "in" || word == "class1") && !has_class) {
                has_class = true;
            } else if (is_digit(word[0]) && !stated.ttl) {
                stated.ttl = read_ttl(word);
            } else {
                stated.type = read_type(word);
                stated.data = i + 1;
                if (stated.type == 0)
                    refuse("no type: " + word);
                return stated;
            }
        }
        refuse("no type");
    }

    static std::uint32_t ttl_of(const Stated& stated, State& state)
    {
        if (stated.ttl)
            state.last_ttl = stated.ttl;
        constexpr std::uint32_t untold = 3600;
        return stated.ttl          ? *stated.ttl
               : state.default_ttl ? *state.default_ttl
               : state.last_ttl    ? *state.last_ttl
                                   : untold;
    }

    void record(const TextEntry& entry, State& state)
    {
        const std::vector<Token>& tokens = entry.tokens;
        if (!entry.blank)
            state.owner = read_name(tokens[0].text, state.origin);
        if (!state.owner)
            refuse("the first record has no owner");
        Stated stated = read_stated(tokens, entry.blank ? 0 : 1);
        ReferenceRecord record;
        record.owner = lower(*state.owner); // length octets are no letters
        record.owner_written = !entry.blank;
        record.type = stated.type;
        record.ttl_written = stated.ttl.has_value();
        record.entry = entry.at;
        bool has_ttl = stated.ttl || state.default_ttl || state.last_ttl;
        record.ttl = ttl_of(stated, state);
        try {
            record.data = read_data(stated.type, tokens, stated.data, state.origin);
        } catch (const WrongData&) {
            return;
        }
        if (stated.type == soa && !has_ttl) { // the minimum, for this one and those below
            record.ttl = static_cast<std::uint32_t>(read_period(tokens.back().text));
            state.default_ttl = record.ttl;
        }
        look(tokens, stated, state, record);
        records_.push_back(record);
    }

    static void look(const std::vector<Token>& tokens, const Stated& stated, const State& state,
                     ReferenceRecord& record)
    {
        record.plain = is_plain_name(record.owner) && is_plain_name(state.origin);
        record.relative = false;
        for (std::size_t i = stated.data; i < tokens.size() && stated.type != txt; ++i) {
            record.plain = record.plain && is_plain_word(tokens[i].text);
            record.relative = record.relative || !tokens[i].text.ends_with('.');
        }
    }

    void generate(const TextEntry& entry, State& state)
    {
        const std::vector<Token>& tokens = entry.tokens;
        if (tokens.size() < 5)
            refuse("$GENERATE is not complete");
        const std::string& range = tokens[1].text;
        std::size_t dash = range.find('-'), slash = range.find('/');
        std::uint64_t step = slash == std::string::npos ? 1 : std::stoull(range.substr(slash + 1));
        Stated stated = read_stated(tokens, 3);
        if (stated.data + 1 != tokens.size())
            refuse("the data of $GENERATE are one word");
        std::string pattern = tokens[stated.data].text;
        for (std::size_t at = 0; tokens[stated.data].quoted && (at = pattern.find("\\\"", at)) != std::string::npos;)
            pattern.erase(at, 1);
        ReferenceRecord record;
        record.type = stated.type;
        record.ttl_written = stated.ttl.has_value();
        record.ttl = ttl_of(stated, state);
        record.generated = true;
        record.entry = entry.at;
        for (std::uint64_t value = std::stoull(range); value <= std::stoull(range.substr(dash + 1)); value += step) {
            record.owner = lower(read_name(expand(tokens[2].text, value), state.origin));
            std::string text = expand(pattern, value);
            TextEntry data;
            EntryReader(text, 0).next(data);
            record.data = read_data(stated.type, data.tokens, 0, state.origin);
            records_.push_back(record);
        }
    }

    const ReferenceFiles& files_;
    std::vector<ReferenceRecord>& records_;
};

} // namespace
} // namespace reference

std::vector<ReferenceRecord> read_reference(const ReferenceFiles& files, const std::string& file,
                                            const std::string& origin)
{
    std::vector<ReferenceRecord> records;
    reference::State state;
    state.origin = origin;
    reference::FileReader(files, records).read(file, state);
    return records;
}

} // namespace zonevet::test
