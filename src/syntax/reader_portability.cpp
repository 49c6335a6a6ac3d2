// Sound text that not all servers read, or not alike. Which server does what stands in src/portability;
// here it is only seen. Nothing of this is asked of a line of letters, digits, dots and hyphens.
#include "syntax/reader.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace zonevet {

namespace {

// Octets over 127, control octets and the tab, eight at a time: the careful look comes after.
bool may_be_odd(std::string_view text)
{
    constexpr std::uint64_t ones = ~std::uint64_t{0} / 255, high = ones * 0x80;
    auto odd = [](std::uint64_t x) {
        std::uint64_t low = (x - ones * 0x20) & ~x;                              // below the blank
        std::uint64_t deleted = ((x ^ ones * 0x7f) - ones) & ~(x ^ ones * 0x7f); // 127
        return ((x | low | deleted) & high) != 0;
    };
    std::uint64_t part = 0;
    for (; text.size() >= 8; text.remove_prefix(8)) {
        std::memcpy(&part, text.data(), 8);
        if (odd(part))
            return true;
    }
    part = ones * 'a';
    std::memcpy(&part, text.data(), text.size());
    return odd(part);
}

bool is_odd_octet(char c)
{
    auto octet = static_cast<unsigned char>(c);
    return octet > 126 || (octet < 32 && c != '\t');
}

// Where names stand in the data that PowerDNS keeps as they are written; none: past the last word.
struct KeptNames {
    Type type;
    std::size_t first, second;
};
constexpr std::size_t no_word = ~std::size_t{0};
constexpr KeptNames kept_names[] = {
    {Type::KX, 1, no_word},    {Type::LP, 1, no_word},    {Type::MINFO, 0, 1},      {Type::NAPTR, 5, no_word},
    {Type::SVCB, 1, no_word},  {Type::HTTPS, 1, no_word}, {Type::NSEC, 0, no_word}, {Type::IPSECKEY, 3, no_word},
    {Type::RRSIG, 7, no_word}, {Type::MB, 0, no_word},    {Type::MG, 0, no_word},   {Type::MR, 0, no_word},
};

bool is_figure(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

void Reader::tell_case(std::string_view key, Mistake mistake, Span span, std::string message, std::string help)
{
    Problem problem = make(mistake, span, std::move(message));
    problem.help = std::move(help);
    problem.portability_case = key;
    tell(std::move(problem));
}

// A line without words before the first owner of its file.
void Reader::blank_line()
{
    char c = entry_.text[0];
    if ((c != ' ' && c != '\t') || state_.blank_before_owner_told)
        return;
    state_.blank_before_owner_told = true;
    std::size_t size = std::min(entry_.text.find_first_not_of(" \t"), entry_.text.size());
    tell_case("blank-line-before-owner", Mistake::blank_before_owner, span_of(entry_.text.substr(0, size)),
              "a blank begins this line, and no owner stands above it",
              entry_.first_comment.empty() ? "empty the line" : "begin the comment in column one");
}

// Whether a group opens between two words, or before the first (from = 0, to = 0).
bool Reader::opens_group(std::size_t from, std::size_t to) const
{
    const char* p = entry_.text.data();
    for (std::size_t i = 0; i <= to; ++i) {
        std::string_view word = outer_text(entry_.words[i], source_.text());
        for (; p < word.data(); ++p) {
            if (*p == ';')
                p = std::find(p, word.data(), '\n');
            if (p < word.data() && *p == '(' && i >= from)
                return true;
        }
        p = word.data() + word.size();
    }
    return false;
}

void Reader::group_places(const Head& head)
{
    bool before = opens_group(0, 0);
    if (before)
        tell_case(head.owner == Head::none ? "parenthesis-behind-blank" : "owner-in-parenthesis",
                  Mistake::owner_in_parenthesis, words_span(0, 0), "a parenthesis opens before this word",
                  "put `(` behind the type");
    else if (head.type > 0 && opens_group(1, head.type))
        tell_case("type-in-parenthesis", Mistake::type_in_parenthesis, words_span(head.type, head.type),
                  fmt::format("a parenthesis opens before the type `{}`", entry_.words[head.type].text),
                  "put `(` behind the type");
}

void Reader::ttl_units(const Word& word, bool in_record)
{
    std::string_view text = word.text;
    auto letters = text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_figure));
    std::uint64_t seconds = 0;
    if (letters < 2 || parse_period(text, seconds) != PeriodError::none)
        return;
    tell_case(in_record ? "ttl-units-several" : "period-units-several", Mistake::ttl_units_several, span_of(word),
              fmt::format("`{}` has more than one unit", text), fmt::format("write `{}`", seconds));
}

void Reader::portability(const Head& head)
{
    if (head.record_class != Head::none && entry_.words[head.record_class].text.size() != 2)
        tell_case("class-generic", Mistake::class_generic, span_of(entry_.words[head.record_class]),
                  fmt::format("the class is written as `{}`", entry_.words[head.record_class].text), "write `IN`");
    if (entry_.group)
        group_places(head);
    if (head.record_type == Type::SOA)
        for (std::size_t i = head.data + 3; i < std::min(entry_.words.size(), head.data + 7); ++i)
            if (entry_.words[i].text.back() > '9')
                ttl_units(entry_.words[i], false);
    switch (head.record_type) {
    case Type::A:
    case Type::AAAA:
    case Type::SOA:
        return;
    case Type::NS:
    case Type::CNAME:
    case Type::DNAME:
    case Type::PTR:
    case Type::MX:
    case Type::SRV: // sound in any form but the generic one
        if (!entry_.plain)
            data_form(head);
        return;
    case Type::TXT:
    case Type::SPF:
    case Type::HINFO:
    case Type::ISDN:
    case Type::X25:
    case Type::AVC:
    case Type::NINFO:
        texts(head);
        return;
    case Type::CAA:
    case Type::URI:
    case Type::NAPTR:
        texts(head);
        break;
    default:
        break;
    }
    names_in_data(head);
    data_form(head);
}

void Reader::texts(const Head& head)
{
    std::string_view source = source_.text();
    for (std::size_t i = head.data; i < entry_.words.size(); ++i) {
        const Word& word = entry_.words[i];
        const char* behind = word.text.data() + word.text.size();
        bool text_without_quotes = head.record_type == Type::CAA ? i == head.data + 2 : head.record_type != Type::NAPTR;
        if (entry_.group && !word.quoted && text_without_quotes && behind < source.data() + source.size() &&
            (*behind == '(' || *behind == ')')) {
            bool inside =
                *behind == '(' || (i + 1 < entry_.words.size() && entry_.words[i + 1].text.data() == behind + 1);
            tell_case(inside ? "parenthesis-in-text" : "parenthesis-behind-text", Mistake::parenthesis_touches_text,
                      span_of(word), fmt::format("a parenthesis touches the text `{}`", word.text),
                      "put the text in quotes, or a blank between the two");
        }
        if (entry_.plain || !may_be_odd(word.text))
            continue;
        auto odd = std::find_if(word.text.begin(), word.text.end(), is_odd_octet);
        if (odd == word.text.end())
            continue;
        auto octet = static_cast<unsigned char>(*odd);
        auto size =
            static_cast<std::size_t>(std::find_if(odd, word.text.end(), [](char c) { return !is_odd_octet(c); }) - odd);
        std::string_view run = word.text.substr(static_cast<std::size_t>(odd - word.text.begin()), size);
        tell_case(octet > 127 ? "text-non-ascii" : "text-control", Mistake::text_octet_unescaped, span_of(run),
                  octet > 127 ? fmt::format("`{}` is not ASCII and not escaped", run)
                              : fmt::format("the control octet {} is not escaped", octet),
                  fmt::format("write each such octet as `\\DDD`, the first is `\\{:03}`", octet));
    }
}

void Reader::names_in_data(const Head& head)
{
    for (const KeptNames& kept : kept_names) {
        if (kept.type != head.record_type)
            continue;
        for (std::size_t place : {kept.first, kept.second}) {
            if (place == no_word || head.data + place >= entry_.words.size())
                continue;
            const Word& word = entry_.words[head.data + place];
            if (word.text.ends_with('.') || word.text.starts_with("\\#"))
                continue;
            if (head.record_type == Type::IPSECKEY && entry_.words[head.data + 1].text != "3")
                continue;
            tell_case("name-not-completed", Mistake::name_not_completed, span_of(word),
                      fmt::format("the origin has to be added to the name `{}`", word.text),
                      word.text == "@" ? "write the whole name" : "write the whole name, with its final dot");
        }
        return;
    }
}

// A relative owner, or a record without TTL, behind an $INCLUDE whose file changed what is in force.
void Reader::after_include(const Head& head, const ReadRecord& record)
{
    if (state_.ttl_of_include && !record.ttl_written) {
        Problem problem =
            make(Mistake::include_sets_ttl, words_span(head.type, head.type),
                 fmt::format("this record has the TTL {} from a $TTL inside of an included file", record.ttl));
        problem.help = "state `$TTL` again behind the $INCLUDE";
        problem.related = state_.ttl_of_include;
        problem.related_text = "included here";
        tell(std::move(problem));
        state_.ttl_of_include.reset();
    }
    if (state_.origin_of_include && head.owner != Head::none && !entry_.words[head.owner].text.ends_with('.')) {
        Problem problem =
            make(Mistake::include_sets_origin, span_of(entry_.words[head.owner]),
                 fmt::format("this is `{}`: an $ORIGIN inside of the file included above ends with it", record.owner));
        problem.help = "state `$ORIGIN` again behind the $INCLUDE";
        problem.related = state_.origin_of_include;
        problem.related_text = "included here";
        tell(std::move(problem));
        state_.origin_of_include.reset();
    }
}

void Reader::include_forms(const Word& path, const Word* origin)
{
    if (path.quoted)
        tell_case("include-quoted", Mistake::include_quoted, span_of(path),
                  fmt::format("the file name `\"{}\"` is in quotes", path.text), fmt::format("write `{}`", path.text));
    if (origin == nullptr)
        return;
    char wire[256];
    std::size_t size = 0;
    parse_name(origin->text, state_.origin.view(), wire, size);
    Name name({wire, size});
    if (origin->text == "@")
        tell_case("include-at-sign", Mistake::origin_at_sign, span_of(*origin),
                  "`@` stands for the origin that is in force already", "leave it out");
    else if (!origin->text.ends_with('.'))
        tell_case("include-origin-relative", Mistake::origin_relative, span_of(*origin),
                  fmt::format("`{}` has no final dot, so the origin of the file becomes `{}`", origin->text, name),
                  fmt::format("write `{}` if that is meant", name));
    else if (!(name == state_.origin.view()))
        tell_case("include-with-origin", Mistake::include_with_origin, span_of(*origin),
                  fmt::format("`{}` becomes the origin of the included file", origin->text),
                  fmt::format("begin the file with `$ORIGIN {}`, and return to the old origin behind the $INCLUDE",
                              origin->text));
}

void Reader::generate_forms(const Word& owner, const Word& data)
{
    if (!told_generate_)
        tell_case("generate", Mistake::generate_used, span_of(entry_.words[0]), "$GENERATE is an extension of BIND",
                  "write the records themselves; other $GENERATE lines of this file are not reported");
    told_generate_ = true;
    auto otherwise = [&](std::string_view key, Span at, std::string message, std::string help) {
        tell_case(key, Mistake::generate_read_otherwise, at, std::move(message), std::move(help));
    };
    if (data.quoted) {
        bool number = !data.text.empty() && is_figure(data.text[0]);
        otherwise(number ? "generate-quoted-number" : "generate-quoted", span_of(data),
                  "the quotes round the data are not part of it", "write the records themselves");
    }
    for (std::string_view text : {owner.text, data.text}) {
        if (std::size_t at = text.find("$$"); at != std::string_view::npos)
            return otherwise("generate-dollars", span_of(text.substr(at, 2)), "`$$` stands for one `$`", "write `\\$`");
        for (std::string_view nibbles : {",n}", ",N}"})
            if (std::size_t at = text.find(nibbles); at != std::string_view::npos) {
                std::size_t begin = std::min(text.rfind("${", at), at);
                return otherwise("generate-nibbles", span_of(text.substr(begin, at + nibbles.size() - begin)),
                                 "the modifier writes the nibbles of the number", "write the records themselves");
            }
    }
}

} // namespace zonevet
