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
        if (name.first_label().find('.') != std::string_view::npos || !is_plain(name.first_label()))
            return false;
    return true;
}

} // namespace

Reader::Reader(const Source& source, std::uint32_t source_number, ReaderState state, RecordSink& sink,
               const ReaderLimits& limits)
    : source_(source), number_(source_number), state_(std::move(state)), sink_(sink), limits_(limits)
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

void Reader::tell(Problem problem)
{
    sink_.problem(std::move(problem));
}

ReaderState Reader::read(std::uint64_t begin, std::uint64_t end)
{
    std::string_view text = source_.text().substr(0, end);
    Lexer lexer(text, begin, source_.placeholders());
    if (begin == 0 && text.substr(0, 3) == "\xEF\xBB\xBF") {
        entry_.text = text.substr(0, 3);
        Problem problem =
            make(Mistake::byte_order_mark, span_of(entry_.text), "the file begins with a byte order mark");
        problem.help = "save the file as UTF-8 without a byte order mark";
        problem.fix = "";
        tell(std::move(problem));
        lexer = Lexer(text, 3, source_.placeholders());
    }
    while (lexer.next(entry_))
        entry();
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
    std::size_t at = entry_.carriage_return && !told_carriage_return_ ? entry_.text.find('\r') : std::string_view::npos;
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
    if (!first.text.empty() && first.text[0] == '$' && !first.quoted && !entry_.leading_blank && first.text.size() > 1)
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

// "example.com" below `$ORIGIN example.com.` is a slip wherever a zone begins: it is told, and the zone goes on as
// it was meant, or every line below would be wrong.
bool Reader::repeats_origin(const Word& word)
{
    Name name = state_.origin.view();
    if (!zonevet::repeats_origin(word, name))
        return false;
    Problem problem = make(Mistake::zone_name_doubled, span_of(word),
                           fmt::format("`{}` has no final dot, so the zone's name would stand in it twice: `{}{}`",
                                       word.text, name, name));
    problem.help = "end it with a dot; what follows is read as if it did";
    problem.fix = std::string(word.text) + ".";
    tell(std::move(problem));
    return true;
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
        Problem problem =
            make(Mistake::owner_quoted, span_of(word), fmt::format("the owner `\"{}\"` stands in quotes", word.text));
        problem.help = fmt::format("write it without quotes: `{}`", word.text);
        problem.fix = std::string(word.text);
        tell(std::move(problem));
    }
    bool is_doubled = head.record_type == Type::SOA && repeats_origin(word);
    NameText result = parse_name(word.text, is_doubled ? Name() : state_.origin.view(), owner_wire_, owner_size_);
    if (result.error == NameError::none) {
        owner_text_ = is_doubled ? std::string_view() : word.text;
        state_.has_owner = true;
        // Here and not with the data: blank owners repeat it even when this record cannot be read.
        owner_plain_ =
            (entry_.plain || word.text == "@" || is_plain(word.text)) && (word.text.ends_with('.') || origin_plain());
        return true;
    }
    owner_text_ = {};
    owner_plain_ = false;
    state_.has_owner = false;
    owner_size_ = 1;
    owner_wire_[0] = 0;
    std::string_view piece = word.text.substr(result.from, result.to - result.from);
    Mistake mistake = Mistake::label_empty;
    std::string message, help;
    switch (result.error) {
    case NameError::escape:
        mistake = Mistake::escape_invalid;
        message = fmt::format("`{}` is not an escape: a backslash wants three digits up to 255, or one "
                              "character that is no digit",
                              piece);
        help = "for a backslash itself write `\\\\`";
        break;
    case NameError::label_too_long:
        mistake = Mistake::label_too_long;
        message = fmt::format("the label `{}` is longer than 63 octets", piece);
        break;
    case NameError::too_long:
        mistake = Mistake::name_too_long;
        message = word.text.ends_with('.') ? fmt::format("`{}` is longer than 255 octets", word.text)
                                           : fmt::format("`{}` with the origin `{}` is longer than 255 octets",
                                                         word.text, state_.origin.view());
        break;
    default:
        message = fmt::format("`{}` has an empty label: {}", word.text,
                              word.text.starts_with('.') ? "it begins with a dot" : "two dots without a name between");
        break;
    }
    Problem problem = make(mistake, span_of(piece.empty() ? word.text : piece), message);
    problem.help = help;
    tell(std::move(problem));
    broken_ = true;
    return false;
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
    if (head.record_type == Type::TXT) { // no name in it, and rules about names see many of them
        out.plain = plain;
        return;
    }
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
    if (!entry_.plain && templated_owner(head)) {
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
                  fmt::format("`{}` exists only in DNS messages and cannot stand in a zone", word.text)));
        sink_.unreadable(&owner_name);
        return;
    }
    std::span<const Word> words(entry_.words.data() + head.data, entry_.words.size() - head.data);
    if (!source_.placeholders().empty() && unknown_data(head, words, out)) {
        sink_.unreadable(&owner_name);
        return;
    }
    if (!entry_.plain && templated_target(head.record_type, words)) {
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
        Problem problem = make(
            Mistake::ttl_looks_like_owner, span_of(word),
            fmt::format("`{}` stands behind a blank and so is a TTL: this PTR belongs to {}", word.text, owner_name));
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
