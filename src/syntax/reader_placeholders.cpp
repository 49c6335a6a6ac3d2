// Placeholders. Of those that are declared: what they stand for is not known, so what holds one is not judged. A record
// whose owner is known leaves that name uncertain; everything else leaves the zone incomplete.
#include "base/ascii.h"
#include "syntax/reader.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet {

namespace {

// Whether a word that may be a name in the data of the type is one that `test` is true for. Names stand before fields
// of several words, and generic data holds none.
template <class Test> const Word* find_name(Type type, std::span<const Word> words, Test test)
{
    const TypeSpec* spec = find_type(type);
    for (std::size_t i = 0; spec != nullptr && i < spec->fields.size() && i < words.size(); ++i) {
        FieldKind kind = spec->fields[i].kind;
        bool may_be_name = kind == FieldKind::name || kind == FieldKind::mailbox ||
                           (kind == FieldKind::special && type != Type::SVCB && type != Type::HTTPS);
        if (may_be_name && test(words[i]))
            return &words[i];
    }
    return nullptr;
}

bool has_relative_name(Type type, std::span<const Word> words)
{
    return find_name(type, words, [](const Word& word) { return !is_absolute(word); }) != nullptr;
}

} // namespace

// A line of nothing else: any number of records, of any owners, and perhaps directives.
bool Reader::unknown_content()
{
    bool wholly = std::all_of(entry_.words.begin(), entry_.words.end(),
                              [](const Word& word) { return word.filled == Filled::wholly; });
    if (!wholly)
        return false;
    sink_.unreadable(nullptr);
    state_.owner_unknown = true;
    state_.trap = ReaderState::Trap::none;
    owner_text_ = {};
    if (!state_.has_default_ttl) {
        state_.has_default_ttl = state_.default_ttl_unknown = true;
        state_.default_ttl = 3600;
    }
    return true;
}

bool Reader::unknown_owner(const Head& head)
{
    if (head.owner == Head::none)
        return state_.owner_unknown;
    const Word& word = entry_.words[head.owner];
    state_.owner_unknown = word.filled != Filled::no || (state_.origin_unknown && !is_absolute(word));
    if (state_.owner_unknown) {
        state_.trap = ReaderState::Trap::none;
        owner_text_ = {};
    }
    return state_.owner_unknown;
}

// Of an SOA record everything but the serial is read.
bool Reader::unknown_data(const Head& head, std::span<const Word>& words, ReadRecord& out)
{
    if (entry_.filled) {
        bool filled =
            std::any_of(words.begin(), words.end(), [](const Word& word) { return word.filled != Filled::no; });
        if (filled && (head.record_type != Type::SOA || !is_filled_serial(words)))
            return true;
        if (filled) {
            with_serial_ = with_number_for_serial(words);
            words = with_serial_;
            out.serial_known = false;
        }
    }
    return state_.origin_unknown && has_relative_name(head.record_type, words);
}

namespace {

// How templates and shells begin and end what they fill in, and the pattern to declare for it.
struct Brackets {
    std::string_view open, close, pattern;
};
constexpr Brackets brackets[] = {
    {"{{", "}}", "{{*}}"}, {"{%", "%}", "{%*%}"}, {"${", "}", "${*}"}, {"<%", "%>", "<%*%>"}, {"%%", "%%", "%%*%%"}};

bool is_capital(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// "@SERIAL@", "__DO_NOT_EDIT__", "CHANGEME", "x.x.x.x": a word that waits for its value. Asked only of a word
// that is no value.
bool is_stand_in(std::string_view text)
{
    if (text.size() < 4 || text.size() > 64)
        return false;
    if (text.find_first_not_of("xX.:") == std::string_view::npos)
        return text.find_first_of(".:") != std::string_view::npos;
    std::string_view inner = text;
    for (std::string_view mark : {"@", "%", "#", "__"})
        if (text.starts_with(mark) && text.ends_with(mark) && text.size() > 2 * mark.size())
            inner = text.substr(mark.size(), text.size() - 2 * mark.size());
    if ((text.front() == '<' && text.back() == '>') || (text.front() == '[' && text.back() == ']'))
        inner = text.substr(1, text.size() - 2);
    if (text.front() == '$' && directive_from_text(text) == Directive::unknown)
        inner = text.substr(1);
    if (inner.size() < text.size() && !inner.empty())
        return inner.find_first_not_of("0123456789.:") != std::string_view::npos;
    if (!std::all_of(text.begin(), text.end(), is_capital))
        return false;
    for (std::string_view word : {"SERIAL", "PLACEHOLDER", "CHANGEME", "CHANGE_ME", "FIXME", "TODO", "REPLACE", "XXXX"})
        if (text.find(word) != std::string_view::npos)
            return true;
    return false;
}

// "<domain>" or "$DOMAIN" as a part of a name: servers take both for labels.
std::string_view stand_in_within(std::string_view name)
{
    auto is_edge = [&](std::size_t at) { return at >= name.size() || name[at] == '.' || name[at] == '-'; };
    for (std::size_t at = name.find_first_of("<$"); at != std::string_view::npos;
         at = name.find_first_of("<$", at + 1)) {
        bool is_angle = name[at] == '<';
        std::size_t end = at + 1;
        while (end < name.size() && (is_capital(name[end]) || (is_angle && (is_letter(name[end]) || name[end] == '-'))))
            ++end;
        if (is_angle && end < name.size() && name[end] == '>')
            return name.substr(at, end + 1 - at);
        std::string_view found = name.substr(at, end - at);
        if (!is_angle && found.size() > 2 && !is_digit(found[1]) && (at == 0 || is_edge(at - 1)) && is_edge(end) &&
            directive_from_text(found) == Directive::unknown)
            return found;
    }
    return name.find("{{") != std::string_view::npos ? name : std::string_view();
}

} // namespace

bool Reader::templated_owner(const Head& head)
{
    if (head.owner == Head::none)
        return false;
    const Word& word = entry_.words[head.owner];
    bool may_be =
        std::any_of(word.text.begin(), word.text.end(), [](char c) { return c == '<' || c == '$' || c == '{'; });
    return may_be && !stand_in_within(word.text).empty() && templated(word);
}

bool Reader::templated_target(Type type, std::span<const Word> words)
{
    if (type == Type::TXT || type == Type::A || type == Type::AAAA)
        return false;
    const Word* target = find_name(type, words, [](const Word& word) {
        return !word.quoted && word.text.find_first_of("<${") != std::string_view::npos &&
               !stand_in_within(word.text).empty();
    });
    return target != nullptr && templated(*target);
}

bool Reader::templated(const Word& failed)
{
    std::string_view text = entry_.text, found, pattern;
    for (const Brackets& each : brackets) {
        std::size_t at = text.find(each.open);
        if (at == std::string_view::npos)
            continue;
        std::size_t close = text.find(each.close, at + 2);
        std::size_t end = close != std::string_view::npos ? close + each.close.size()
                                                          : std::min(text.find_first_of(" \t\r\n\"", at), text.size());
        found = text.substr(at, end - at);
        pattern = each.pattern;
        break;
    }
    if (found.empty() && is_stand_in(failed.text))
        found = pattern = failed.text;
    if (found.empty())
        found = pattern = stand_in_within(failed.text);
    if (found.empty())
        return false;
    broken_ = true;
    if (state_.template_told)
        return true;
    state_.template_told = true;
    Problem problem = make(Mistake::template_placeholder, span_of(found),
                           fmt::format("`{}` is a placeholder, and nothing was filled in", found));
    problem.help = fmt::format("check the rendered zone, or declare it in zonevet.toml: `placeholders = [\"{}\"]` in "
                               "[files]; others of this file are not reported",
                               pattern);
    tell(std::move(problem));
    return true;
}

} // namespace zonevet
