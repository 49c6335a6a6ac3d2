// $ORIGIN, $TTL and $INCLUDE (RFC 1035 5.1, RFC 2308 4). An include does not change the origin or the
// owner of the file that includes; a $TTL inside it stays in force, as BIND and NSD do.
#include "syntax/reader.h"

#include <fmt/format.h>

namespace zonevet {

void Reader::directive()
{
    const Word& first = entry_.words[0];
    switch (directive_from_text(first.text)) {
    case Directive::origin:
        origin_directive();
        return;
    case Directive::ttl:
        ttl_directive();
        return;
    case Directive::include:
        include_directive();
        return;
    case Directive::generate:
        generate_directive();
        return;
    case Directive::unknown:
        break;
    }
    // With a type behind it, it was meant for an owner; so it is read, or its name would be missed elsewhere.
    Head head = read_head(entry_.words, false);
    if (entry_.filled) {
        if (head.type != Head::none)
            record();
        else
            sink_.unreadable(nullptr);
        return;
    }
    if (broken_ || (head.type != Head::none && templated_owner(head)) || templated(Word()))
        return;
    Problem problem =
        make(Mistake::directive_unknown, span_of(first), fmt::format("`{}` is not a directive", first.text));
    if (std::string_view near = nearest_directive(first.text); !near.empty()) {
        problem.help = fmt::format("did you mean {}", near);
        problem.fix = std::string(near);
    }
    if (head.type == Head::none) {
        if (problem.help.empty())
            problem.help = "zone files know $ORIGIN, $TTL, $INCLUDE and $GENERATE";
        tell(std::move(problem));
        return;
    }
    problem.help = fmt::format("for a name that begins with a dollar write `\\{}`", first.text);
    problem.fix = "\\" + std::string(first.text);
    tell(std::move(problem));
    record();
}

void Reader::origin_directive()
{
    if (entry_.words.size() < 2) {
        tell(make(Mistake::directive_incomplete, span_of(entry_.words[0]), "$ORIGIN needs a name"));
        return;
    }
    const Word& word = entry_.words[1];
    if (word.filled != Filled::no) {
        state_.origin_unknown = true;
        state_.trap = ReaderState::Trap::none;
        owner_text_ = {};
        return;
    }
    char wire[256];
    std::size_t size = 0;
    bool is_doubled = repeats_origin(word);
    NameText result = parse_name(word.text, is_doubled ? Name() : state_.origin.view(), wire, size);
    if (result.error != NameError::none) {
        if (templated(word))
            return;
        tell(make(Mistake::directive_incomplete, span_of(word),
                  fmt::format("`{}` is not a domain name that can be an origin", word.text)));
        return;
    }
    if (entry_.words.size() > 2) {
        Problem problem = make(Mistake::directive_incomplete, words_span(2, entry_.words.size() - 1),
                               fmt::format("`{}` stands after the name of $ORIGIN", entry_.words[2].text));
        problem.help = "a directive takes a line of its own";
        tell(std::move(problem));
    }
    if (word.quoted) {
        Problem problem = make(Mistake::directive_incomplete, span_of(word), "the name of $ORIGIN is in quotes");
        problem.help = fmt::format("write it without quotes: `{}`", word.text);
        problem.fix = std::string(word.text);
        tell(std::move(problem));
    } else if (word.text == "@") {
        tell_case("origin-at-sign", Mistake::origin_at_sign, span_of(word),
                  "`@` stands for the origin that is in force already",
                  fmt::format("leave the line out, or write `{}`", Name({wire, size})));
    } else if (!is_doubled && !word.text.ends_with('.')) {
        tell_case("origin-relative", Mistake::origin_relative, span_of(word),
                  fmt::format("`{}` has no final dot, so the origin becomes `{}`", word.text, Name({wire, size})),
                  fmt::format("write `{}` if that is meant", Name({wire, size})));
    }
    state_.origin_of_include.reset();
    if (is_absolute(word))
        state_.origin_unknown = false;
    state_.origin = OwnedName(Name({wire, size}));
    owner_text_ = {}; // the same word means another name now
    origin_wire_ = nullptr;
    state_.trap = ReaderState::Trap::after_origin;
    state_.trap_span = words_span(0, 1);
}

void Reader::ttl_directive()
{
    if (entry_.words.size() < 2) {
        tell(make(Mistake::directive_incomplete, span_of(entry_.words[0]), "$TTL needs a time"));
        return;
    }
    const Word& word = entry_.words[1];
    if (word.filled != Filled::no) {
        state_.has_default_ttl = state_.default_ttl_unknown = true;
        state_.unused_ttl.reset();
        return;
    }
    std::uint64_t seconds = 0;
    PeriodError error = parse_period(word.text, seconds);
    if (error == PeriodError::syntax) {
        if (templated(word))
            return;
        Problem problem = make(Mistake::ttl_invalid, span_of(word), fmt::format("`{}` is not a TTL", word.text));
        problem.help = "write seconds (`3600`) or numbers each with a unit (`1h30m`)";
        tell(std::move(problem));
        return;
    }
    if (entry_.words.size() > 2) {
        Problem problem = make(Mistake::directive_incomplete, words_span(2, entry_.words.size() - 1),
                               fmt::format("`{}` stands after the time of $TTL", entry_.words[2].text));
        problem.help = "a directive takes a line of its own";
        tell(std::move(problem));
    }
    if (error == PeriodError::overflow || seconds > 2147483647) {
        Problem problem = make(Mistake::ttl_too_large, span_of(word),
                               fmt::format("the TTL `{}` is larger than 2147483647, the most that a TTL can be; "
                                           "caches take it as 0",
                                           word.text));
        problem.help = "a week is 604800";
        tell(std::move(problem));
        seconds = 0;
    }
    judge_unit(word, seconds);
    if (error == PeriodError::none && word.text.back() > '9')
        ttl_units(word, false);
    state_.ttl_of_include.reset();
    if (state_.unused_ttl) {
        Problem problem =
            make(Mistake::ttl_default_unused, *state_.unused_ttl, "no record takes this $TTL: another one follows");
        problem.help = "remove the one that is not meant";
        problem.related = words_span(0, 1);
        problem.related_text = "this one counts";
        tell(std::move(problem));
    }
    state_.unused_ttl = words_span(0, 1);
    if (state_.wanted_ttl && !state_.wanted_ttl_told) {
        Problem problem =
            make(Mistake::ttl_default_late, words_span(0, 1), "this $TTL comes after a record that has no TTL");
        problem.help = "put $TTL on the first line of the zone";
        problem.related = state_.wanted_ttl;
        problem.related_text = "this record did not get it";
        tell(std::move(problem));
        state_.wanted_ttl_told = true;
    }
    state_.has_default_ttl = true;
    state_.default_ttl = static_cast<std::uint32_t>(seconds);
    state_.default_ttl_unknown = false;
}

void Reader::include_directive()
{
    if (entry_.words.size() < 2) {
        tell(make(Mistake::directive_incomplete, span_of(entry_.words[0]), "$INCLUDE needs a file name"));
        return;
    }
    if (entry_.filled) {
        sink_.unreadable(nullptr);
        return;
    }
    const Word& path = entry_.words[1];
    IncludeRequest request;
    request.path = path.text;
    request.path_span = span_of(path);
    request.entry_span = words_span(0, entry_.words.size() - 1);
    char wire[256];
    std::size_t size = 0;
    if (entry_.words.size() > 2) {
        const Word& origin = entry_.words[2];
        if (parse_name(origin.text, repeats_origin(origin) ? Name() : state_.origin.view(), wire, size).error !=
            NameError::none) {
            tell(make(Mistake::directive_incomplete, span_of(origin),
                      fmt::format("`{}` is not a domain name that can be an origin", origin.text)));
            return;
        }
        request.origin = Name({wire, size});
    }
    if (entry_.words.size() > 3)
        tell(make(Mistake::directive_incomplete, words_span(3, entry_.words.size() - 1),
                  fmt::format("`{}` stands after the origin of $INCLUDE", entry_.words[3].text)));
    if (templated(path))
        return;
    include_forms(path, entry_.words.size() > 2 ? &entry_.words[2] : nullptr);
    state_.owner = OwnedName(Name({owner_wire_, owner_size_}));
    ReaderState inside = state_;
    if (request.origin) {
        inside.origin = OwnedName(*request.origin);
        inside.origin_unknown = inside.origin_unknown && !is_absolute(entry_.words[2]);
    }
    inside.trap = ReaderState::Trap::in_include;
    inside.trap_span = request.entry_span;
    inside.template_told = false;
    inside.owner_in_file = inside.blank_before_owner_told = false;
    OwnedName origin_before = inside.origin;
    state_.unused_ttl.reset(); // the file has records that take it
    inside.unused_ttl.reset();
    sink_.include(request, inside);
    if (!(inside.origin.view() == origin_before.view()))
        state_.origin_of_include = request.entry_span;
    if (inside.has_default_ttl && !inside.default_ttl_unknown &&
        (!state_.has_default_ttl || inside.default_ttl != state_.default_ttl))
        state_.ttl_of_include = request.entry_span;
    state_.generated = inside.generated;
    state_.has_default_ttl = inside.has_default_ttl;
    state_.default_ttl = inside.default_ttl;
    state_.has_last_ttl = inside.has_last_ttl;
    state_.last_ttl = inside.last_ttl;
    state_.default_ttl_unknown = inside.default_ttl_unknown;
    state_.last_ttl_unknown = inside.last_ttl_unknown;
    state_.wanted_ttl = inside.wanted_ttl;
    state_.wanted_ttl_told = inside.wanted_ttl_told;
    state_.inherited_ttl_told = inside.inherited_ttl_told;
    state_.trap = ReaderState::Trap::after_include;
    state_.trap_span = request.entry_span;
}

} // namespace zonevet
