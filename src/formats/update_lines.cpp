// The lines of a script: what they ask for, not yet whether it can be done.
#include "formats/update_script.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "dns/rdata.h"
#include "formats/collector.h"

namespace zonevet::update_script {

namespace {

bool is_number(const std::string& text)
{
    return !text.empty() && text.size() <= 10 && text.find_first_not_of("0123456789") == std::string::npos;
}

constexpr std::string_view commands[] = {
    "server",  "local",  "zone",       "class",       "ttl",        "key",        "gsstsig", "update",
    "add",     "delete", "del",        "prereq",      "nxdomain",   "yxdomain",   "nxrrset", "yxrrset",
    "send",    "show",   "answer",     "debug",       "quit",       "exit",       "origin",  "realm",
    "version", "help",   "oldgsstsig", "check-names", "checknames", "check-svcb", "lease",   "tkeyname"};

} // namespace

bool is_command(const std::string& word)
{
    return std::find(std::begin(commands), std::end(commands), word) != std::end(commands);
}

std::vector<Token> Script::split(std::string_view line, std::uint64_t offset) const
{
    std::vector<Token> tokens;
    for (std::size_t at = 0; (at = line.find_first_not_of(" \t", at)) != std::string_view::npos;) {
        // A comment: in knsupdate anywhere, in nsupdate only as the first word.
        if (line[at] == ';' && (knot_ || tokens.empty()))
            break;
        Token token;
        std::size_t begin = at;
        if (line[at] == '"') {
            token.quoted = true;
            for (++begin, ++at; at < line.size() && line[at] != '"'; ++at)
                if (line[at] == '\\')
                    ++at;
            token.text = line.substr(begin, std::min(at, line.size()) - begin);
            at = std::min(at + 1, line.size());
        } else {
            while (at < line.size() && line[at] != ' ' && line[at] != '\t' && !(knot_ && line[at] == ';'))
                at += line[at] == '\\' ? 2 : 1;
            at = std::min(at, line.size());
            token.text = line.substr(begin, at - begin);
        }
        token.escaped = token.text.find('\\') != std::string::npos;
        token.from = offset + begin;
        token.to = offset + begin + token.text.size();
        tokens.push_back(std::move(token));
    }
    return tokens;
}

void Script::fail(const Token& at, std::string_view message) const
{
    throw SyntaxFailure{{0, at.from, at.to}, std::string(message)};
}

OwnedName Script::name_of(const Token& token, Name origin) const
{
    OwnedName name;
    std::string text = token.text == "@" && !knot_ ? "." : token.text;
    if (text == "@")
        return OwnedName(origin);
    if (!to_name(text, name, origin))
        fail(token, fmt::format("`{}` is not a name", defused(token.text)));
    return name;
}

std::string Script::rdata_of(Type type, const std::vector<Token>& tokens, std::size_t at) const
{
    std::vector<Word> words;
    for (std::size_t i = at; i < tokens.size(); ++i)
        words.push_back({tokens[i].text, tokens[i].quoted, tokens[i].escaped, false});
    auto buffer = std::make_unique<RdataBuffer>();
    RdataError error;
    if (!parse_rdata(type, words, origin(), *buffer, error))
        fail(tokens[std::min(at + error.first_word, tokens.size() - 1)], defused(error.message));
    return std::string(buffer->view());
}

void Script::update(const std::vector<Token>& tokens, std::size_t at, FilePlace place)
{
    std::string word = at < tokens.size() ? in_lower_case(tokens[at].text) : "";
    bool is_add = word == "add";
    if (!is_add && word != "delete" && word != "del")
        fail(tokens[std::min(at, tokens.size() - 1)], "`update` is followed by add or delete");
    if (++at >= tokens.size())
        fail(tokens.back(), "a name is missing");
    Update update;
    update.place = place;
    update.owner = name_of(tokens[at++], origin());
    std::optional<std::uint32_t> ttl = default_ttl_;
    if (!ttl && knot_)
        ttl = 3600;
    auto read_ttl = [&] {
        std::uint64_t seconds = 0;
        bool plain = at < tokens.size() && is_number(tokens[at].text);
        if (plain || (knot_ && at < tokens.size() && parse_period(tokens[at].text, seconds) == PeriodError::none)) {
            parse_period(tokens[at].text, seconds);
            if (seconds > 0x7fffffff)
                fail(tokens[at], fmt::format("the TTL `{}` is too large", tokens[at].text));
            ttl = static_cast<std::uint32_t>(seconds);
            ++at;
        }
    };
    read_ttl();
    if (at < tokens.size() && in_lower_case(tokens[at].text) == "in") {
        ++at;
        if (knot_)
            read_ttl();
    }
    if (at < tokens.size()) {
        std::string type = in_lower_case(tokens[at].text);
        update.type = type == "any" ? Type::ANY : type_from_text(tokens[at].text);
        if (update.type == Type::none)
            fail(tokens[at], fmt::format("`{}` is not a record type", defused(tokens[at].text)));
        ++at;
    }
    if (is_add) {
        if (update.type == Type::none || update.type == Type::ANY)
            fail(tokens.back(), "a type and data are missing");
        if (!ttl)
            fail(tokens[at - 1], "a TTL is missing: `update add NAME TTL TYPE DATA`, or a line "
                                 "`ttl SECONDS` before");
        update.record = {rdata_of(update.type, tokens, at), *ttl, place};
    } else if (update.type == Type::none || update.type == Type::ANY) {
        update.kind = Update::Kind::remove_name;
    } else if (at >= tokens.size()) {
        update.kind = Update::Kind::remove_set;
    } else {
        update.kind = Update::Kind::remove_record;
        update.record = {rdata_of(update.type, tokens, at), 0, place};
    }
    updates_.push_back(std::move(update));
}

void Script::prerequisite(const std::vector<Token>& tokens, std::size_t at, FilePlace place)
{
    Prerequisite wanted;
    wanted.place = place;
    wanted.kind = in_lower_case(tokens[std::min(at, tokens.size() - 1)].text);
    if (++at >= tokens.size())
        fail(tokens.back(), "a name is missing");
    wanted.owner = name_of(tokens[at++], origin());
    if (wanted.kind.ends_with("rrset")) {
        if (at < tokens.size() && in_lower_case(tokens[at].text) == "in")
            ++at;
        wanted.type = at < tokens.size() ? type_from_text(tokens[at].text) : Type::none;
        if (wanted.type == Type::none)
            fail(tokens[std::min(at, tokens.size() - 1)], "a record type is missing");
        if (++at < tokens.size())
            wanted.rdata = rdata_of(wanted.type, tokens, at);
    } else if (!wanted.kind.ends_with("domain")) {
        fail(tokens[0], "a prerequisite is nxdomain, yxdomain, nxrrset or yxrrset");
    }
    prerequisites_.push_back(std::move(wanted));
}

void Script::line(std::vector<Token> tokens, FilePlace place)
{
    std::string word = in_lower_case(tokens[0].text);
    // A shell or a template fills it in before the tool sees the line.
    if (is_command(word) &&
        std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return has_placeholder(token.text); })) {
        placeholders_.push_back({"?", word, "", 0, false, place.file, place.from, place.to});
        for (std::size_t i = 1; i < tokens.size(); ++i)
            placeholders_.back().value += (i > 1 ? " " : "") + tokens[i].text;
        return;
    }
    if (word == "update")
        return update(tokens, 1, place);
    if (word == "add" || word == "delete" || word == "del")
        return update(tokens, 0, place);
    if (word == "prereq")
        return prerequisite(tokens, 1, place);
    if (word == "nxdomain" || word == "yxdomain" || word == "nxrrset" || word == "yxrrset")
        return prerequisite(tokens, 0, place);
    if (word == "send" || word == "answer") {
        if (word == "send")
            send();
        return;
    }
    if (word == "quit" || word == "exit") {
        ended_ = true;
        return;
    }
    if (word == "zone" || word == "origin") {
        if (tokens.size() < 2)
            fail(tokens[0], fmt::format("`{}` needs a name", word));
        (word == "zone" ? zone_text_ : origin_text_) = name_of(tokens[1], Name()).view().text();
        if (word == "origin")
            origin_ = name_of(tokens[1], Name());
        return;
    }
    if (word == "ttl") {
        if (tokens.size() > 1 && in_lower_case(tokens[1].text) == "none")
            default_ttl_.reset();
        else if (tokens.size() > 1 && is_number(tokens[1].text))
            default_ttl_ = static_cast<std::uint32_t>(std::stoul(tokens[1].text));
        else
            fail(tokens[0], "`ttl` needs a number of seconds");
        return;
    }
    if (!is_command(word))
        fail(tokens[0], fmt::format("`{}` is not a command", defused(tokens[0].text)));
}

} // namespace zonevet::update_script
