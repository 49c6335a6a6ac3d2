// What stands between the owner and the data: TTL, class and type.
#include "syntax/reader.h"

#include "dns/octets.h"

#include <cstring>
#include <fmt/format.h>

namespace zonevet {

namespace {

constexpr std::uint32_t unknown_ttl = 3600; // a harmless one; nobody may ask

} // namespace

bool Reader::ttl(const Head& head, ReadRecord& out)
{
    if (head.ttl_filled) {
        out.ttl = unknown_ttl;
        out.ttl_written = true;
        out.ttl_known = false;
        state_.has_last_ttl = state_.last_ttl_unknown = true;
        return true;
    }
    if (head.ttl != Head::none) {
        const Word& word = entry_.words[head.ttl];
        if (head.ttl_error == PeriodError::syntax) {
            Problem problem = make(Mistake::ttl_invalid, span_of(word), fmt::format("`{}` is not a TTL", word.text));
            problem.help = "write seconds (`3600`) or numbers each with a unit (`1h30m`)";
            tell(std::move(problem));
            broken_ = true;
            return false;
        }
        bool too_large = head.ttl_error == PeriodError::overflow || head.ttl_seconds > 2147483647;
        if (too_large) {
            Problem problem = make(Mistake::ttl_too_large, span_of(word),
                                   fmt::format("the TTL `{}` is larger than 2147483647, the most that a "
                                               "TTL can be; caches take it as 0",
                                               word.text));
            problem.help = "a week is 604800";
            tell(std::move(problem));
        }
        out.ttl = too_large ? 0 : static_cast<std::uint32_t>(head.ttl_seconds);
        out.ttl_written = true;
        if (!too_large && word.text.back() > '9')
            ttl_units(word, true);
        if (out.ttl >= 86400)
            judge_unit(word, out.ttl);
        state_.has_last_ttl = true;
        state_.last_ttl = out.ttl;
        state_.last_ttl_unknown = false;
        return true;
    }
    std::size_t shown = head.type == Head::none ? 0 : head.type;
    if (state_.has_default_ttl) {
        out.ttl = state_.default_ttl;
        out.ttl_known = !state_.default_ttl_unknown;
    } else if (state_.has_last_ttl) {
        out.ttl = state_.last_ttl;
        out.ttl_known = !state_.last_ttl_unknown;
        if (out.ttl_known && out.ttl != 3600 && !state_.inherited_ttl_told) {
            state_.inherited_ttl_told = true;
            Problem problem = make(Mistake::ttl_inherited, words_span(shown, shown),
                                   fmt::format("this record has no TTL and takes the {} of a record above", out.ttl));
            problem.help =
                fmt::format("put `$TTL {}` on the first line; other records of this file may have the same", out.ttl);
            tell(std::move(problem));
        }
    } else {
        if (!state_.wanted_ttl)
            state_.wanted_ttl = words_span(shown, shown);
        out.ttl = 3600; // what Knot, NSD and ldns take; an SOA puts its minimum here, as BIND does
    }
    return true;
}

// What a misspelt type is meant to be. `AA` and `AAA` may be either type of address; the address tells.
std::string_view Reader::type_meant(std::string_view text, std::size_t at) const
{
    std::string_view near = nearest_type(text);
    if (text.find_first_not_of("Aa") != std::string_view::npos || at + 1 >= entry_.words.size())
        return near;
    std::string_view data = entry_.words[at + 1].text;
    if (data.find(':') != std::string_view::npos)
        return "AAAA";
    return data.find_first_not_of("0123456789.") == std::string_view::npos ? "A" : near;
}

bool Reader::head_mistakes(const Head& head)
{
    if (head.type == Head::none && entry_.filled)
        return false; // the placeholder may be the type
    if (head.second_ttl != Head::none || head.second_class != Head::none) {
        bool is_class = head.second_class != Head::none;
        std::size_t at = is_class ? head.second_class : head.second_ttl;
        Problem problem = make(Mistake::ttl_repeated, span_of(entry_.words[at]),
                               fmt::format("`{}` states the {} of this record a second time", entry_.words[at].text,
                                           is_class ? "class" : "TTL"));
        problem.help =
            is_class ? "remove one of the two" : "remove one of the two; a number of the data belongs behind the type";
        tell(std::move(problem));
        broken_ = true;
    }
    if (head.record_class != Head::none && head.class_value != RecordClass::in) {
        const Word& word = entry_.words[head.record_class];
        Problem problem = make(Mistake::class_wrong, span_of(word),
                               fmt::format("class `{}` does not belong in an IN zone", word.text));
        problem.help = "write IN, or leave the class out";
        tell(std::move(problem));
        broken_ = true;
    }
    if (head.type != Head::none)
        return !broken_;
    if (broken_ || templated(entry_.words[head.wrong == Head::none ? entry_.words.size() - 1 : head.wrong]))
        return false;
    broken_ = true;
    if (odd_blank())
        return false;

    std::string_view owner = head.owner == Head::none ? std::string_view() : entry_.words[head.owner].text;
    bool owner_is_other =
        !owner.empty() && (type_from_text(owner) != Type::none || class_from_text(owner) != RecordClass::none);
    if (owner_is_other) {
        Problem problem = make(Mistake::owner_looks_like_type, span_of(entry_.words[head.owner]),
                               fmt::format("`{}` stands in column one and so is read as an owner name", owner));
        problem.help = "put the owner before it, or a blank to go on with the owner of the record above";
        tell(std::move(problem));
        return false;
    }
    if (head.wrong == Head::none) {
        Problem problem =
            make(Mistake::type_missing, words_span(entry_.words.size() - 1, entry_.words.size() - 1),
                 fmt::format("the record ends after `{}`: there is no type and no data", entry_.words.back().text));
        tell(std::move(problem));
        return false;
    }
    const Word& word = entry_.words[head.wrong];
    if (!word.text.empty() && word.text[0] == '$' && directive_from_text(word.text) != Directive::unknown) {
        Problem problem = make(Mistake::directive_incomplete, span_of(word),
                               fmt::format("`{}` does not begin in column one and so is no directive", word.text));
        problem.help = "remove the blanks before it";
        tell(std::move(problem));
        return false;
    }
    if (same_word(word.text, "DYNA") || same_word(word.text, "DYNC")) {
        if (!told_gdnsd_) // one who serves with gdnsd knows; one who does not has to know once
            tell(make(Mistake::type_of_gdnsd, span_of(word),
                      fmt::format("`{}` is a record type of gdnsd alone", word.text)));
        told_gdnsd_ = true;
        return false;
    }
    if (!word.quoted && (same_word(word.text, "ALIAS") || same_word(word.text, "LUA"))) {
        tell_case(same_word(word.text, "LUA") ? "type-LUA" : "type-ALIAS", Mistake::type_of_powerdns, span_of(word),
                  fmt::format("`{}` is a record type of one server, PowerDNS", word.text),
                  "write the addresses themselves, if other servers load the zone");
        return false;
    }
    Problem problem = make(Mistake::type_unknown, span_of(word),
                           word.quoted ? fmt::format("`\"{}\"` stands where a record type is expected", word.text)
                                       : fmt::format("`{}` is not a record type", word.text));
    if (!word.quoted) {
        bool is_of_provider = false;
        for (std::string_view type : {"ALIAS", "ANAME", "LUA", "REDIRECT", "URL", "FRAME"})
            is_of_provider = is_of_provider || same_word(word.text, type);
        if (is_of_provider) {
            problem.help = "PowerDNS and some providers have it for themselves; no zone file can hold it elsewhere";
        } else if (std::string_view near = type_meant(word.text, head.wrong); !near.empty()) {
            problem.help = fmt::format("did you mean {}", near);
            problem.fix = std::string(near);
        }
    }
    tell(std::move(problem));
    return false;
}

// Most records repeat TTL, class and type of the one before, letter by letter.
const Head& Reader::head()
{
    std::size_t first = entry_.leading_blank ? 0 : 1;
    auto text_to = [&](std::size_t data) {
        const char* begin = entry_.words[first].text.data();
        return std::string_view(begin, static_cast<std::size_t>(entry_.words[data].text.data() - begin));
    };
    if (!head_text_.empty() && head_blank_ == entry_.leading_blank && entry_.words.size() > head_.data) {
        const char* begin = entry_.words[first].text.data();
        const char* data = entry_.words[head_.data].text.data();
        if (static_cast<std::size_t>(data - begin) == head_text_.size() &&
            std::memcmp(begin, head_text_.data(), head_text_.size()) == 0)
            return head_;
    }
    head_ = read_head(entry_.words, entry_.leading_blank);
    head_blank_ = entry_.leading_blank;
    // A quote or an escape in it would have to be compared too; such heads are not kept.
    bool simple = head_.type != Head::none && head_.data < entry_.words.size() && head_.data > first &&
                  !entry_.words[head_.data].quoted && entry_.words.size() > first && !entry_.group;
    head_text_ = simple ? text_to(head_.data) : std::string_view();
    return head_;
}

} // namespace zonevet
