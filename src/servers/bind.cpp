// named.conf: statements of words and braces, each ended by a semicolon. Only what leads to zone files
// is understood: options (directory), view, zone, template, include; the rest is skipped by counting
// braces. A mistake costs the statement it stands in.
#include "base/ascii.h"
#include "servers/reading.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace zonevet::servers {

namespace {

class BindLexer {
public:
    BindLexer(Reading& reading, std::uint32_t source) : reading_(reading), source_(source), text_(reading.text(source))
    {
    }

    Token next();

private:
    bool skip_comment();
    Token quoted();

    Reading& reading_;
    std::uint32_t source_;
    std::string_view text_;
    std::size_t at_ = 0;
};

bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

// True when a comment stood here.
bool BindLexer::skip_comment()
{
    std::string_view rest = text_.substr(at_);
    if (rest.starts_with('#') || rest.starts_with("//")) {
        at_ = std::min(text_.find('\n', at_), text_.size());
        return true;
    }
    if (!rest.starts_with("/*"))
        return false;
    std::size_t end = text_.find("*/", at_ + 2);
    if (end == std::string_view::npos) {
        reading_.mistake({source_, at_, at_ + 2}, "this comment is never closed", "end it with `*/`");
        at_ = text_.size();
    } else {
        at_ = end + 2;
    }
    return true;
}

Token BindLexer::quoted()
{
    Token token;
    token.kind = Token::quoted;
    std::size_t begin = at_++;
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\n') {
        if (text_[at_] == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\'))
            ++at_;
        token.text += text_[at_++];
    }
    token.at = {source_, begin, at_};
    if (at_ < text_.size() && text_[at_] == '"')
        token.at.end = ++at_;
    else
        reading_.mistake({source_, begin, begin + 1}, "this quote is never closed",
                         "a string ends on the line it begins on");
    return token;
}

Token BindLexer::next()
{
    while (at_ < text_.size() && (is_space(text_[at_]) || skip_comment()))
        if (at_ < text_.size() && is_space(text_[at_]))
            ++at_;
    Token token;
    token.at = {source_, at_, at_ + 1};
    if (at_ >= text_.size()) {
        token.at = {source_, text_.size(), text_.size()};
        return token;
    }
    switch (text_[at_]) {
    case '"':
        return quoted();
    case '{':
        token.kind = Token::open;
        ++at_;
        return token;
    case '}':
        token.kind = Token::close;
        ++at_;
        return token;
    case ';':
        token.kind = Token::semicolon;
        ++at_;
        return token;
    default:
        break;
    }
    token.kind = Token::word;
    std::size_t begin = at_;
    while (at_ < text_.size() && !is_space(text_[at_]) &&
           std::string_view("{};\"#").find(text_[at_]) == std::string_view::npos &&
           !text_.substr(at_).starts_with("//") && !text_.substr(at_).starts_with("/*"))
        ++at_;
    token.text = text_.substr(begin, at_ - begin);
    token.at = {source_, begin, at_};
    return token;
}

// Where a statement stands decides what it may be.
enum class Block : std::uint8_t { top, options, view, zone, zone_template };

struct BindZone {
    std::string type, file, format, zone_template;
    bool elsewhere = false; // in-view: the zone is written in another view
};

class BindReader {
public:
    explicit BindReader(Reading& reading) : reading_(reading) {}

    void read(std::uint32_t source)
    {
        BindLexer lexer(reading_, source);
        statements(lexer, Block::top, {});
    }
    void finish();

private:
    struct Served {
        BindZone zone;
        Token name;
        std::string view;
    };

    void statements(BindLexer& lexer, Block block, const Token& opened);
    bool statement(BindLexer& lexer, Block block, const Token& keyword);
    void zone_statement(BindLexer& lexer);
    bool value(BindLexer& lexer, const Token& keyword, std::string& to);
    bool enter(BindLexer& lexer, Token& brace);
    void end_of_statement(BindLexer& lexer);
    void skip(BindLexer& lexer, Token token);
    void include(BindLexer& lexer, Block block, const Token& keyword);

    Reading& reading_;
    std::string directory_, view_;
    BindZone zone_;
    std::map<std::string, BindZone> templates_;
    std::vector<Served> served_;
};

// To the semicolon that ends the statement `token` belongs to.
void BindReader::skip(BindLexer& lexer, Token token)
{
    std::vector<Span> open;
    for (;; token = lexer.next()) {
        if (token.kind == Token::end) {
            if (!open.empty())
                reading_.mistake(open.back(), "this brace is never closed", "close it with `};`");
            return;
        }
        if (token.kind == Token::open)
            open.push_back(token.at);
        else if (token.kind == Token::close && !open.empty())
            open.pop_back();
        else if (token.kind == Token::semicolon && open.empty())
            return;
    }
}

void BindReader::end_of_statement(BindLexer& lexer)
{
    Token token = lexer.next();
    if (token.kind == Token::semicolon)
        return;
    reading_.mistake(token.at, "a `;` is missing before this", "every statement ends with a semicolon");
    if (token.kind != Token::end)
        skip(lexer, token);
}

bool BindReader::value(BindLexer& lexer, const Token& keyword, std::string& to)
{
    Token token = lexer.next();
    if (token.is_value()) {
        to = token.text;
        end_of_statement(lexer);
        return true;
    }
    reading_.mistake(keyword.at, fmt::format("`{}` has no value", defused(keyword.text)));
    skip(lexer, token);
    return false;
}

// The brace that opens a block; what else stands there is skipped.
bool BindReader::enter(BindLexer& lexer, Token& brace)
{
    brace = lexer.next();
    if (brace.kind == Token::open)
        return true;
    skip(lexer, brace);
    return false;
}

void BindReader::include(BindLexer& lexer, Block block, const Token& keyword)
{
    Token path = lexer.next();
    if (!path.is_value()) {
        reading_.mistake(keyword.at, "`include` names no file");
        skip(lexer, path);
        return;
    }
    end_of_statement(lexer);
    reading_.include(path, directory_, [&](std::uint32_t source) {
        BindLexer inner(reading_, source);
        statements(inner, block, {});
    });
}

void BindReader::zone_statement(BindLexer& lexer)
{
    Token name = lexer.next();
    if (!name.is_value()) {
        reading_.mistake(name.at, "a zone has a name here", "zone \"example.com\" { ... };");
        skip(lexer, name);
        return;
    }
    Token token = lexer.next();
    bool internet = true;
    if (token.kind == Token::word) {
        internet = same_word(token.text, "in") || same_word(token.text, "internet");
        token = lexer.next();
    }
    // "zone "x" in-view y;" of old, or a mistake.
    if (token.kind != Token::open) {
        skip(lexer, token);
        return;
    }
    zone_ = BindZone();
    statements(lexer, Block::zone, token);
    end_of_statement(lexer);
    if (internet && !zone_.elsewhere)
        served_.push_back({zone_, name, view_});
}

bool BindReader::statement(BindLexer& lexer, Block block, const Token& keyword)
{
    const std::string& word = keyword.text;
    Token token;
    if (word == "include") {
        include(lexer, block, keyword);
    } else if (block == Block::options && word == "directory") {
        value(lexer, keyword, directory_);
    } else if (block == Block::zone || block == Block::zone_template) {
        if (word == "type")
            return value(lexer, keyword, zone_.type);
        if (word == "file")
            return value(lexer, keyword, zone_.file);
        if (word == "masterfile-format")
            return value(lexer, keyword, zone_.format);
        if (word == "template")
            return value(lexer, keyword, zone_.zone_template);
        if (word == "in-view")
            zone_.elsewhere = true;
        return false;
    } else if (block == Block::options) {
        return false;
    } else if (word == "zone") {
        zone_statement(lexer);
    } else if (block == Block::top && word == "options") {
        if (enter(lexer, token)) {
            statements(lexer, Block::options, token);
            end_of_statement(lexer);
        }
    } else if (block == Block::top && (word == "view" || word == "template")) {
        Token name = lexer.next();
        token = lexer.next();
        if (word == "view" && token.kind == Token::word) // its class
            token = lexer.next();
        if (!name.is_value() || token.kind != Token::open) {
            reading_.mistake(keyword.at, fmt::format("`{}` is followed by a name and a block", word));
            skip(lexer, token);
            return true;
        }
        if (word == "view") {
            view_ = name.text;
            statements(lexer, Block::view, token);
            view_.clear();
        } else {
            zone_ = BindZone();
            statements(lexer, Block::zone_template, token);
            templates_.insert_or_assign(name.text, zone_);
        }
        end_of_statement(lexer);
    } else {
        return false;
    }
    return true;
}

// Up to the brace that closes the block; at the top of a file up to its end.
void BindReader::statements(BindLexer& lexer, Block block, const Token& opened)
{
    bool in_braces = opened.kind == Token::open;
    for (;;) {
        Token token = lexer.next();
        if (token.kind == Token::end) {
            if (in_braces)
                reading_.mistake(opened.at, "this brace is never closed", "close it with `};`");
            return;
        }
        if (token.kind == Token::close) {
            if (in_braces)
                return;
            reading_.mistake(token.at, "this brace closes nothing");
            continue;
        }
        if (token.kind == Token::semicolon)
            continue;
        if (token.kind != Token::word || !statement(lexer, block, token))
            skip(lexer, lexer.next());
    }
}

void BindReader::finish()
{
    for (Served& served : served_) {
        BindZone zone = served.zone;
        auto base = templates_.find(zone.zone_template);
        if (base != templates_.end()) {
            for (auto field : {&BindZone::type, &BindZone::file, &BindZone::format})
                if ((zone.*field).empty())
                    zone.*field = base->second.*field;
        } else if (!zone.zone_template.empty()) {
            reading_.mistake(served.name.at,
                             fmt::format("there is no template `{}` for this zone", defused(zone.zone_template)));
        }
        bool primary = zone.type == "primary" || zone.type == "master" || zone.type == "redirect";
        bool secondary = zone.type == "secondary" || zone.type == "slave" || zone.type == "mirror";
        bool is_text = zone.format.empty() || zone.format == "text";
        // Others (forward, stub, ...) have no zone file that somebody wrote.
        if (zone.file.empty() || !is_text || (!primary && !secondary && zone.type != "hint"))
            continue;
        ServedZone one;
        one.file = bind_file(zone.file, served.name.text, zone.type, served.view);
        one.folder = directory_;
        one.view = served.view;
        one.role = primary     ? ServedZone::Role::primary
                   : secondary ? ServedZone::Role::secondary
                               : ServedZone::Role::hints;
        reading_.add_zone(std::move(one), served.name);
    }
}

} // namespace

void read_bind(Reading& reading, std::uint32_t source)
{
    BindReader reader(reading);
    reader.read(source);
    reader.finish();
}

} // namespace zonevet::servers
