// The order of things in one entry: what is wrong with its frame (quotes, parentheses), whether it is
// a record at all, its owner, its TTL, its data. One entry gets one report about its grammar: a lost
// quote makes the fields look wrong too, and saying both would hide the cause.
#include "syntax/reader.h"

#include "dns/octets.h"

#include <cstring>
#include <fmt/format.h>

namespace zonevet {

namespace {

// A name as hosts have it: labels of letters, digits and inner hyphens.
bool is_plain(std::string_view text)
{
    bool label_start = true;
    for (char c : text) {
        char lower = static_cast<char>(c | 0x20);
        bool inner = (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
        if (!inner && c != '.' && (c != '-' || label_start))
            return false;
        label_start = c == '.';
    }
    return text.empty() || (text.back() != '-' && text.find("-.") == std::string_view::npos);
}

bool is_plain(Name name)
{
    for (; !name.is_root(); name = name.parent())
        if (!is_plain(name.first_label()))
            return false;
    return true;
}

} // namespace

Reader::Reader(const Source& source, std::uint32_t source_number, ReaderState state,
               RecordSink& sink, const ReaderLimits& limits)
    : source_(source), number_(source_number), state_(std::move(state)), sink_(sink),
      limits_(limits)
{
    Name owner = state_.owner.view();
    owner_size_ = owner.wire().size();
    std::memcpy(owner_wire_, owner.wire().data(), owner_size_);
    owner_plain_ = state_.has_owner && is_plain(owner);
}

Span Reader::span_of(std::string_view text) const
{
    std::uint64_t begin = static_cast<std::uint64_t>(text.data() - source_.text().data());
    return {number_, begin, begin + text.size()};
}

Span Reader::words_span(std::size_t first, std::size_t last) const
{
    if (entry_.words.empty())
        return span_of(entry_.text);
    Span begin = span_of(entry_.words[std::min(first, entry_.words.size() - 1)]);
    Span end = span_of(entry_.words[std::min(last, entry_.words.size() - 1)]);
    // Something that is missing at the end is shown behind the last word.
    if (first >= entry_.words.size())
        return {number_, end.end, end.end};
    return {number_, begin.begin, end.end};
}

Problem Reader::make(Mistake mistake, Span span, std::string message) const
{
    Problem problem;
    problem.mistake = mistake;
    problem.span = span;
    problem.message = std::move(message);
    problem.entry = Position(number_, entry_offset());
    return problem;
}

void Reader::tell(Problem problem) { sink_.problem(std::move(problem)); }

ReaderState Reader::read(std::uint64_t begin, std::uint64_t end)
{
    std::string_view text = source_.text().substr(0, end);
    Lexer lexer(text, begin, source_.placeholders());
    if (begin == 0 && text.substr(0, 3) == "\xEF\xBB\xBF") {
        entry_.text = text.substr(0, 3);
        Problem problem = make(Mistake::byte_order_mark, span_of(entry_.text),
                               "the file begins with a byte order mark");
        problem.help = "save the file as UTF-8 without a byte order mark";
        problem.fix = "";
        tell(std::move(problem));
        lexer = Lexer(text, 3, source_.placeholders());
    }
    constexpr std::uint64_t release_step = 4u << 20;
    std::uint64_t released = begin;
    while (lexer.next(entry_)) {
        entry();
        if (lexer.offset() - released > release_step) {
            // Pages behind the reader are in the page cache if anybody asks again.
            released = lexer.offset();
            source_.bytes().release(released - release_step);
        }
    }
    flush_comments(false);
    state_.owner = OwnedName(Name({owner_wire_, owner_size_}));
    return std::move(state_);
}

void Reader::entry()
{
    broken_ = false;
    if (!entry_.comment.empty()) {
        ControlComment comment;
        comment.span = span_of(entry_.comment);
        comment.own_line = entry_.words.empty();
        comment.covers = Position(number_, entry_offset());
        if (comment.own_line)
            waiting_.push_back(comment);
        else
            sink_.comment(comment);
    }
    if (!entry_.first_comment.empty())
        comment_observations();
    // Of an entry whose parenthesis is never closed only the first line may be left.
    std::size_t at = entry_.carriage_return && !told_carriage_return_ ? entry_.text.find('\r')
                                                                      : std::string_view::npos;
    if (at != std::string_view::npos) {
        told_carriage_return_ = true;
        Problem problem = make(Mistake::line_ends_mixed, span_of(entry_.text.substr(at, 1)),
                               "the lines of this file end with carriage return and line feed");
        problem.help = "convert the file to plain line feeds";
        tell(std::move(problem));
    }
    if (entry_.words.empty() && entry_.mistakes.empty()) {
        if (!state_.owner_in_file)
            blank_line();
        if (!entry_.first_comment.empty() && !entry_.leading_blank)
            note_commented_record();
        return;
    }
    if (!waiting_.empty())
        flush_comments(true);
    if (!entry_.mistakes.empty())
        frame();
    if (entry_.words.empty())
        return;
    if ((entry_.filled && unknown_content()) || not_a_record()) {
        state_.unused_ttl.reset();
        return;
    }
    const Word& first = entry_.words[0];
    if (!first.text.empty() && first.text[0] == '$' && !first.quoted && !entry_.leading_blank &&
        first.text.size() > 1)
        directive();
    else
        record();
}

void Reader::flush_comments(bool at_entry)
{
    for (ControlComment& comment : waiting_) {
        comment.covers = at_entry ? Position(number_, entry_offset()) : Position();
        sink_.comment(comment);
    }
    waiting_.clear();
}

bool Reader::owner(const Head& head, ReadRecord& out)
{
    if (head.owner == Head::none) {
        out.owner_written = false;
        out.same_owner = true;
        if (!state_.has_owner) {
            Problem problem = make(Mistake::owner_missing, words_span(0, 0),
                                   "the first record of the zone begins with a blank and so has no owner name");
            problem.help = "write the owner in column one, or `@` for the zone itself";
            tell(std::move(problem));
            broken_ = true;
            return false;
        }
        if (state_.trap != ReaderState::Trap::none) {
            Problem problem = blank_owner_trap();
            problem.related = state_.trap_span;
            problem.related_text = state_.trap == ReaderState::Trap::after_origin    ? "the origin changed here"
                                   : state_.trap == ReaderState::Trap::after_comment ? "this one is no record any more"
                                                                                     : "included here";
            tell(std::move(problem));
            state_.trap = ReaderState::Trap::none;
        }
        return true;
    }
    const Word& word = entry_.words[head.owner];
    state_.trap = ReaderState::Trap::none;
    state_.owner_in_file = true;
    if (word.text == owner_text_ && state_.has_owner && !word.quoted) {
        out.same_owner = true;
        return true;
    }
    if (word.quoted) {
        Problem problem = make(Mistake::owner_quoted, span_of(word),
                               fmt::format("the owner `\"{}\"` stands in quotes", word.text));
        problem.help = fmt::format("write it without quotes: `{}`", word.text);
        problem.fix = std::string(word.text);
        tell(std::move(problem));
    }
    NameText result = parse_name(word.text, state_.origin.view(), owner_wire_, owner_size_);
    if (result.error == NameError::none) {
        owner_text_ = word.text;
        state_.has_owner = true;
        // Here and not with the data: blank owners repeat it even when this record cannot be read.
        owner_plain_ = (entry_.plain || word.text == "@" || is_plain(word.text)) &&
                       (word.text.ends_with('.') || origin_plain());
        return true;
    }
    owner_text_ = {};
    owner_plain_ = false;
    state_.has_owner = false;
    owner_size_ = 1;
    owner_wire_[0] = 0;
    std::string_view piece = word.text.substr(result.from, result.to - result.from);
    Mistake mistake = Mistake::label_empty;
    std::string message;
    std::string help;
    switch (result.error) {
    case NameError::escape:
        mistake = Mistake::escape_invalid;
        message = fmt::format("`{}` is not an escape: a backslash takes one character or three "
                              "digits up to 255", piece);
        break;
    case NameError::label_too_long:
        mistake = Mistake::label_too_long;
        message = fmt::format("a label of `{}` has more than 63 octets", word.text);
        break;
    case NameError::too_long:
        mistake = Mistake::name_too_long;
        message = fmt::format("`{}` with the origin `{}` has more than 255 octets", word.text,
                              state_.origin.view());
        break;
    default:
        message = fmt::format("`{}` has an empty label: two dots without a name between, or a dot "
                              "at its start", word.text);
        break;
    }
    Problem problem = make(mistake, span_of(piece.empty() ? word.text : piece), message);
    tell(std::move(problem));
    broken_ = true;
    return false;
}

namespace {

constexpr std::uint32_t unknown_ttl = 3600; // a harmless one; nobody may ask

}

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
            Problem problem = make(Mistake::ttl_invalid, span_of(word),
                                   fmt::format("`{}` is not a TTL", word.text));
            problem.help = "write seconds (`3600`) or numbers each with a unit (`1h30m`)";
            tell(std::move(problem));
            broken_ = true;
            return false;
        }
        if (head.ttl_error == PeriodError::overflow || head.ttl_seconds > 2147483647) {
            Problem problem = make(Mistake::ttl_too_large, span_of(word),
                                   fmt::format("the TTL `{}` is larger than 2147483647, the most that a "
                                               "TTL can be; caches take it as 0", word.text));
            problem.help = "a week is 604800";
            tell(std::move(problem));
            out.ttl = 0;
            out.ttl_written = true;
            return true;
        }
        out.ttl = static_cast<std::uint32_t>(head.ttl_seconds);
        out.ttl_written = true;
        if (word.text.back() > '9')
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
            problem.help = "put `$TTL` on the first line; other records of this file may have the same";
            tell(std::move(problem));
        }
    } else {
        if (!state_.wanted_ttl)
            state_.wanted_ttl = words_span(shown, shown);
        out.ttl = 3600; // what Knot, NSD and ldns take; an SOA puts its minimum here, as BIND does
    }
    return true;
}

bool Reader::head_mistakes(const Head& head)
{
    if (head.type == Head::none && entry_.filled)
        return false; // the placeholder may be the type
    if (head.second_ttl != Head::none || head.second_class != Head::none) {
        bool is_class = head.second_class != Head::none;
        std::size_t at = is_class ? head.second_class : head.second_ttl;
        tell(make(Mistake::ttl_repeated, span_of(entry_.words[at]),
                  fmt::format("`{}` states the {} of this record a second time", entry_.words[at].text,
                              is_class ? "class" : "TTL")));
        broken_ = true;
    }
    if (head.record_class != Head::none && head.class_value != RecordClass::in) {
        const Word& word = entry_.words[head.record_class];
        Problem problem = make(Mistake::class_wrong, span_of(word),
                               fmt::format("class `{}` does not belong into an IN zone", word.text));
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
    bool owner_is_other = !owner.empty() &&
                          (type_from_text(owner) != Type::none || class_from_text(owner) != RecordClass::none);
    if (owner_is_other) {
        Problem problem = make(Mistake::owner_looks_like_type, span_of(entry_.words[head.owner]),
                               fmt::format("`{}` stands in column one and so is read as an owner name", owner));
        problem.help = "put the owner before it, or a blank to go on with the owner of the record above";
        tell(std::move(problem));
        return false;
    }
    if (head.wrong == Head::none) {
        Problem problem = make(Mistake::type_missing, words_span(entry_.words.size() - 1, entry_.words.size() - 1),
                               fmt::format("the record ends after `{}`: there is no type and no data",
                                           entry_.words.back().text));
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
        } else if (std::string_view near = nearest_type(word.text); !near.empty()) {
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

bool Reader::origin_plain()
{
    if (origin_wire_ != state_.origin.view().wire().data()) {
        origin_wire_ = state_.origin.view().wire().data();
        origin_plain_ = is_plain(state_.origin.view());
    }
    return origin_plain_;
}

// What most rules about names want to know first. It is cheap here, where the text is at hand, and
// lets them leave all but a few records alone.
void Reader::name_facts(const Head& head, ReadRecord& out)
{
    out.relative = false;
    bool plain = owner_plain_ && origin_plain();
    for (std::size_t i = head.data; i < entry_.words.size(); ++i) {
        std::string_view text = entry_.words[i].text;
        out.relative = out.relative || (text.empty() || text.back() != '.');
        if (!entry_.plain && plain && text != "@")
            plain = is_plain(text);
    }
    out.plain = plain;
}

void Reader::record()
{
    const Head& head = this->head();
    ReadRecord out;
    state_.unused_ttl.reset();
    if (!source_.placeholders().empty() && unknown_owner(head)) {
        sink_.unreadable(nullptr);
        return;
    }
    // An owner that is no name is nobody's target, so it leaves nothing unknown.
    if (!owner(head, out))
        return;
    if (!entry_.plain && head.owner != Head::none &&
        entry_.words[head.owner].text.find("{{") != std::string_view::npos && templated(entry_.words[head.owner])) {
        sink_.unreadable(nullptr);
        return;
    }
    Name owner_name({owner_wire_, owner_size_});
    bool was_broken = broken_;
    broken_ = false;
    if (!head_mistakes(head)) {
        sink_.unreadable(&owner_name);
        return;
    }
    if (!ttl(head, out)) {
        sink_.unreadable(&owner_name);
        return;
    }
    broken_ = was_broken;
    const TypeSpec* spec = find_type(head.record_type);
    if (head.record_type == Type::none || (spec != nullptr && !spec->data)) {
        const Word& word = entry_.words[head.type];
        tell(make(Mistake::type_not_data, span_of(word),
                  fmt::format("`{}` exists only in messages between servers and cannot stand in a zone",
                              word.text)));
        sink_.unreadable(&owner_name);
        return;
    }
    std::span<const Word> words(entry_.words.data() + head.data, entry_.words.size() - head.data);
    if (!source_.placeholders().empty() && unknown_data(head, words, out)) {
        sink_.unreadable(&owner_name);
        return;
    }
    notes_.clear();
    if (!parse_rdata(head.record_type, words, state_.origin.view(), data_, error_, &notes_)) {
        std::size_t failed = std::min(head.data + error_.first_word, entry_.words.size() - 1);
        if (!broken_ && !templated(entry_.words[failed]) && !odd_blank())
            data_mistake(head, error_, false);
        sink_.unreadable(&owner_name);
        return;
    }
    if (!broken_)
        for (const RdataError& note : notes_)
            data_mistake(head, note, true);
    if (head.record_type == Type::TXT || head.record_type == Type::SPF)
        text_observations(head);
    if (head.record_type == Type::SOA && !out.ttl_written && !state_.has_default_ttl && !state_.has_last_ttl) {
        out.ttl = rdata_number(Type::SOA, data_.view(), 6);
        out.ttl_known = true;
        state_.has_default_ttl = true; // BIND: from here on as if it were $TTL
        state_.default_ttl = out.ttl;
    }
    if (!out.owner_written && head.ttl != Head::none && head.record_type == Type::PTR && out.ttl < 256 &&
        head.ttl == 0 && state_.origin.view().wire().ends_with(std::string_view("\4arpa\0", 6))) {
        const Word& word = entry_.words[head.ttl];
        Problem problem = make(Mistake::ttl_looks_like_owner, span_of(word),
                               fmt::format("`{}` stands behind a blank and so is a TTL: this PTR belongs to {}",
                                           word.text, owner_name));
        problem.help = fmt::format("remove the blank before it, so that `{}` is the owner", word.text);
        tell(std::move(problem));
    }
    out.owner = owner_name;
    out.type = head.record_type;
    out.rdata = data_.view();
    out.entry = entry_offset();
    name_facts(head, out);
    if (!broken_ && !entry_.filled)
        portability(head);
    if (state_.origin_of_include || state_.ttl_of_include)
        after_include(head, out);
    sink_.record(out);
}

} // namespace zonevet
