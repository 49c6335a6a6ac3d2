// nsd.conf: attributes with a colon, each followed by its value; line ends mean nothing. An attribute
// that opens a section (`zone:`, `pattern:`) has none.
#include "servers/reading.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace zonevet::servers {

namespace {

class NsdLexer {
public:
    NsdLexer(Reading& reading, std::uint32_t source) : reading_(reading), source_(source), text_(reading.text(source))
    {
    }

    Token next()
    {
        constexpr std::string_view blanks = " \t\r\n";
        while (at_ < text_.size() && (blanks.find(text_[at_]) != std::string_view::npos || text_[at_] == '#'))
            at_ = text_[at_] == '#' ? std::min(text_.find('\n', at_), text_.size()) : at_ + 1;
        Token token;
        token.at = {source_, at_, at_};
        if (at_ >= text_.size())
            return token;
        std::size_t begin = at_;
        char quote = text_[at_];
        if (quote == '"' || quote == '\'') {
            token.kind = Token::quoted;
            std::size_t line = std::min(text_.find('\n', at_), text_.size());
            std::size_t end = std::min(text_.find(quote, at_ + 1), line);
            token.text = text_.substr(begin + 1, end - begin - 1);
            if (end == line)
                reading_.mistake({source_, begin, begin + 1}, "this quote is never closed",
                                 "a string ends on the line it begins on");
            at_ = end == line ? line : end + 1;
        } else {
            token.kind = Token::word;
            while (at_ < text_.size() && blanks.find(text_[at_]) == std::string_view::npos && text_[at_] != '"' &&
                   text_[at_] != '#') {
                // "name:example.com" is an attribute and its value.
                bool attribute_ends = text_[at_++] == ':' && is_known(text_.substr(begin, at_ - begin));
                if (attribute_ends)
                    break;
            }
            token.text = text_.substr(begin, at_ - begin);
        }
        token.at.end = at_;
        return token;
    }

    static bool is_section(std::string_view word)
    {
        constexpr std::array<std::string_view, 11> sections = {
            "server:", "zone:",   "pattern:", "key:",     "tls-auth:",      "remote-control:",
            "verify:", "dnstap:", "xdp:",     "metrics:", "proxy_protocol:"};
        return std::find(sections.begin(), sections.end(), word) != sections.end();
    }
    // The attributes that lead to zone files.
    static bool is_known(std::string_view word)
    {
        return is_section(word) || word == "name:" || word == "zonefile:" || word == "include-pattern:" ||
               word == "include:" || word == "zonesdir:" || word == "request-xfr:";
    }

private:
    Reading& reading_;
    std::uint32_t source_;
    std::string_view text_;
    std::size_t at_ = 0;
};

struct NsdBlock {
    std::string section;
    Token opened, name;
    std::string file;
    bool secondary = false;
};

class NsdReader {
public:
    explicit NsdReader(Reading& reading) : reading_(reading) {}

    void read(std::uint32_t source)
    {
        NsdLexer lexer(reading_, source);
        for (Token token = lexer.next(); token.kind != Token::end;) {
            bool known = token.kind == Token::word && NsdLexer::is_known(token.text);
            if (known && NsdLexer::is_section(token.text)) {
                close();
                block_ = NsdBlock();
                block_.section = token.text;
                block_.opened = token;
            } else if (known) {
                Token value = lexer.next();
                if (!value.is_value() || (value.kind == Token::word && NsdLexer::is_known(value.text))) {
                    reading_.mistake(token.at, fmt::format("`{}` has no value", token.text));
                    token = value;
                    continue;
                }
                attribute(token, value);
            }
            token = lexer.next();
        }
    }

    void finish()
    {
        close();
        for (ServedZone& zone : zones_)
            zone.folder = zonesdir_;
        for (std::size_t i = 0; i < zones_.size(); ++i)
            reading_.add_zone(std::move(zones_[i]), names_[i]);
    }

private:
    void attribute(const Token& attribute, const Token& value);
    void close();

    Reading& reading_;
    NsdBlock block_;
    std::string zonesdir_;
    std::map<std::string, NsdBlock> patterns_;
    std::vector<ServedZone> zones_;
    std::vector<Token> names_;
};

void NsdReader::attribute(const Token& attribute, const Token& value)
{
    const std::string& word = attribute.text;
    bool of_zone = block_.section == "zone:" || block_.section == "pattern:";
    if (word == "include:") {
        reading_.include(value, zonesdir_, [&](std::uint32_t source) { read(source); });
    } else if (word == "zonesdir:") {
        zonesdir_ = value.text;
    } else if (!of_zone) {
        return;
    } else if (word == "name:") {
        block_.name = value;
    } else if (word == "zonefile:") {
        block_.file = value.text;
    } else if (word == "request-xfr:") {
        block_.secondary = true;
    } else if (word == "include-pattern:") {
        auto pattern = patterns_.find(value.text);
        if (pattern == patterns_.end()) {
            reading_.mistake(value.at, fmt::format("there is no pattern `{}` above this", defused(value.text)),
                             "a pattern is written before the zones that include it");
            return;
        }
        if (!pattern->second.file.empty())
            block_.file = pattern->second.file;
        block_.secondary = block_.secondary || pattern->second.secondary;
    }
}

void NsdReader::close()
{
    bool is_zone = block_.section == "zone:";
    if (!is_zone && block_.section != "pattern:")
        return;
    if (block_.name.text.empty()) {
        reading_.mistake(block_.opened.at, fmt::format("this {} has no `name:`", is_zone ? "zone" : "pattern"));
    } else if (!is_zone) {
        patterns_.insert_or_assign(block_.name.text, block_);
    } else if (!block_.file.empty()) {
        ServedZone zone;
        zone.file = nsd_file(block_.file, block_.name.text);
        zone.role = block_.secondary ? ServedZone::Role::secondary : ServedZone::Role::primary;
        zones_.push_back(std::move(zone));
        names_.push_back(block_.name);
    }
    block_ = NsdBlock();
}

} // namespace

void read_nsd(Reading& reading, std::uint32_t source)
{
    NsdReader reader(reading);
    reader.read(source);
    reader.finish();
}

} // namespace zonevet::servers
