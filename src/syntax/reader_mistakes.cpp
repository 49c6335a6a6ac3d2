// What the reader says about the frame of an entry and about the data of a record.
#include "syntax/reader.h"

#include "dns/period.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace zonevet {

void Reader::frame()
{
    for (const LexMistake& mistake : entry_.mistakes) {
        Problem problem = make(mistake.mistake, span_of(mistake.text), "");
        switch (mistake.mistake) {
        case Mistake::quote_unclosed:
            problem.span.end = problem.span.begin + 1;
            problem.message = "this quote is not closed on its line";
            problem.label = "opened here";
            problem.help = "end the string with `\"`; long text is several strings, each in its own quotes";
            broken_ = true;
            break;
        case Mistake::parenthesis_unclosed:
            problem.message = "this parenthesis is never closed";
            problem.label = "opened here";
            problem.help = "put `)` behind the last field of the record";
            broken_ = true;
            break;
        case Mistake::parenthesis_unopened:
            problem.message = "this `)` closes nothing";
            problem.help = "remove it, or open the group with `(` on the record's first line";
            broken_ = true;
            break;
        case Mistake::parenthesis_nested:
            problem.message = "`(` stands inside a group that is open already";
            problem.help = "remove the inner parentheses: one pair is enough for any number of lines";
            break;
        case Mistake::escape_invalid:
            problem.message = "a backslash ends the line and so escapes nothing";
            problem.help = "to go on in the next line put the fields in parentheses";
            broken_ = true;
            break;
        default:
            break;
        }
        tell(std::move(problem));
    }
}

// "; www A 192.0.2.1" in column one was a record once. If the next one has no owner, it belonged to
// www then and belongs to the name above now. Prose does not parse as a record.
void Reader::note_commented_record()
{
    std::string_view text = entry_.first_comment;
    text.remove_prefix(std::min(text.find_first_not_of("; \t"), text.size()));
    if (!state_.has_owner || !looks_like_record(text) || text[0] == '$')
        return;
    Lexer lexer(text);
    EntryText commented;
    lexer.next(commented);
    Head head = read_head({commented.words.data(), commented.words.size()}, false);
    char wire[256];
    std::size_t size = 0;
    RdataBuffer data;
    RdataError error;
    if (head.type == Head::none || head.data >= commented.words.size() ||
        type_from_text(commented.words[0].text) != Type::none ||
        class_from_text(commented.words[0].text) != RecordClass::none ||
        parse_name(commented.words[0].text, state_.origin.view(), wire, size).error != NameError::none ||
        Name({wire, size}) == Name({owner_wire_, owner_size_}) ||
        !parse_rdata(head.record_type, {commented.words.data() + head.data, commented.words.size() - head.data},
                     state_.origin.view(), data, error))
        return;
    state_.trap = ReaderState::Trap::after_comment;
    state_.trap_span = span_of(entry_.first_comment);
}

// "3600m" are sixty hours. Who writes a usual number of seconds with a unit meant the seconds, or has
// not looked at the unit.
void Reader::judge_unit(const Word& word, std::uint64_t seconds)
{
    if (!is_unit_doubtful(word.text, seconds))
        return;
    std::string_view number = word.text.substr(0, word.text.size() - 1);
    Problem problem = make(Mistake::ttl_unit_doubtful, span_of(word),
                           fmt::format("`{}` is {}: {} looks like seconds", word.text, period_text(seconds), number));
    problem.help = "leave the unit out if seconds are meant";
    problem.fix = std::string(number);
    tell(std::move(problem));
}

// A blank owner behind a directive: whose record is it?
Problem Reader::blank_owner_trap() const
{
    Name before({owner_wire_, owner_size_});
    Problem problem;
    if (state_.trap == ReaderState::Trap::after_origin) {
        problem = make(Mistake::owner_blank_after_origin, words_span(0, 0),
                       fmt::format("the blank owner after $ORIGIN still means `{}`, not the new origin", before));
        problem.help = "write the owner; `@` is the new origin";
    } else if (state_.trap == ReaderState::Trap::after_include) {
        problem = make(Mistake::owner_blank_after_include, words_span(0, 0),
                       fmt::format("the blank owner after $INCLUDE means `{}`, the owner before it", before));
        problem.help = "write the owner";
    } else if (state_.trap == ReaderState::Trap::after_comment) {
        problem = make(Mistake::owner_blank_after_comment, words_span(0, 0),
                       fmt::format("this record belongs to `{}`: the record above it, of another name, is "
                                   "commented out",
                                   before));
        problem.help = "write the owner, whichever is meant";
    } else {
        problem = make(Mistake::owner_blank_in_include, words_span(0, 0),
                       fmt::format("the first record of an included file has no owner and takes `{}` from the "
                                   "file that includes it",
                                   before));
        problem.help = "write the owner; `@` is the zone itself";
    }
    return problem;
}

// Lines that tools, not people, leave in zone files, and comments of other languages.
bool Reader::not_a_record()
{
    std::string_view first = entry_.words[0].text;
    if (entry_.words[0].quoted || entry_.leading_blank)
        return false;
    if (first == "<<<<<<<" || first == "=======" || first == ">>>>>>>" || first == "|||||||") {
        if (!told_conflict_) {
            told_conflict_ = true;
            Problem problem = make(Mistake::merge_conflict, span_of(first),
                                   fmt::format("`{}` is a mark of an unfinished merge", first));
            problem.help = "decide for one side and remove the lines with the marks";
            tell(std::move(problem));
        }
        sink_.unreadable(nullptr);
        return true;
    }
    if (first[0] == '#' || first.substr(0, 2) == "//") {
        // Where a type follows, servers read a record. Instances of a service may begin like that.
        Head head = read_head(entry_.words, false);
        bool is_record = head.type != Head::none;
        if (!told_foreign_comment_ && !(is_record && first.find("._") != std::string_view::npos)) {
            told_foreign_comment_ = true;
            std::string_view mark = first.substr(0, first[0] == '#' ? 1 : 2);
            Problem problem = make(Mistake::comment_foreign, span_of(mark),
                                   fmt::format("`{}` does not begin a comment in a zone file", mark));
            if (is_record)
                problem.message += fmt::format(", and this is a record of `{}`", first);
            problem.help = "write `;`";
            problem.fix = ";";
            tell(std::move(problem));
        }
        return !is_record;
    }
    return first.substr(0, 2) == "{%" && templated(entry_.words[0]);
}

void Reader::data_mistake(const Head& head, const RdataError& error, bool soft)
{
    std::size_t first = head.data + error.first_word, last = head.data + error.last_word;
    Span span = words_span(first, last);
    if (error.first_word == error.last_word && error.to > error.from && first < entry_.words.size()) {
        const Word& word = entry_.words[first];
        span = span_of(word.text.substr(error.from, error.to - error.from));
    } else if (first >= entry_.words.size() && head.type != Head::none) {
        // A field that is missing altogether: show the last word, so that there is something to see.
        span = span_of(entry_.words.back());
    }
    Problem problem = make(error.mistake, span, error.message);
    problem.help = error.help;
    if (!error.replacement.empty())
        problem.fix = error.replacement;
    if (!soft)
        broken_ = true;
    tell(std::move(problem));
}

namespace {

// "k=rsa": a tag of a policy or a key.
bool begins_with_tag(std::string_view text)
{
    std::size_t equals = text.find('=');
    return equals != std::string_view::npos && equals > 0 && equals <= 24 && text[equals - 1] != '"';
}

// The words that begin a record of text: all unquoted and more than one.
bool are_unquoted_words(std::span<const Word> words)
{
    return words.size() > 1 && !words[0].quoted && !words[1].quoted;
}

} // namespace

// An unquoted text loses what stands behind a semicolon, and its blanks.
void Reader::text_observations(const Head& head)
{
    std::span<const Word> words(entry_.words.data() + head.data, entry_.words.size() - head.data);
    if (words.empty() || words[0].quoted || words[0].text == "\\#")
        return;
    const Word& last = words.back();
    bool is_policy = words[0].text.starts_with("v=");
    std::string_view comment = entry_.first_comment;
    bool is_cut = !comment.empty() && !last.quoted && last.text.data() + last.text.size() == comment.data();
    // Behind a tag another tag follows; other comments may be comments.
    if (is_cut && (is_policy || (begins_with_tag(words[0].text) && begins_with_tag(comment.substr(1))))) {
        Problem problem = make(Mistake::text_semicolon, span_of(comment),
                               fmt::format("the `;` begins a comment, so the text ends with `{}`", last.text));
        problem.help = "put the whole text in quotes";
        tell(std::move(problem));
        return;
    }
    if (!are_unquoted_words(words))
        return;
    std::string joined;
    for (const Word& word : words)
        joined += word.text;
    constexpr std::size_t shown = 60;
    if (joined.size() > shown)
        joined.replace(shown, joined.size(), "...");
    Problem problem =
        make(is_policy ? Mistake::text_unquoted_words : Mistake::text_words_unquoted,
             words_span(head.data, entry_.words.size() - 1),
             fmt::format("these are {} strings; readers join them without blanks, to `{}`", words.size(), joined));
    problem.help = "put the whole text in quotes";
    tell(std::move(problem));
}

// Marks that turn the direction of writing, with which a line can be made to look like another.
void Reader::comment_observations()
{
    std::size_t from = static_cast<std::size_t>(entry_.first_comment.data() - entry_.text.data());
    if (std::memchr(entry_.first_comment.data(), 0xE2, entry_.text.size() - from) == nullptr)
        return;
    for (std::size_t at = entry_.text.find('\xE2', from); at != std::string_view::npos;
         at = entry_.text.find('\xE2', at + 1)) {
        std::uint32_t point = code_point_at(entry_.text, at).value;
        if ((point < 0x202A || point > 0x202E) && (point < 0x2066 || point > 0x2069))
            continue;
        Problem problem = make(Mistake::comment_misleads, span_of(entry_.text.substr(at, 3)),
                               fmt::format("this comment holds U+{:04X}, which turns the direction of writing", point));
        problem.help = "remove it: nobody types it by accident";
        problem.fix = "";
        tell(std::move(problem));
        return;
    }
}

// What looks like a blank and divides nothing: "www<no-break space>A".
bool Reader::odd_blank()
{
    for (const Word& word : entry_.words) {
        if (word.quoted)
            continue;
        for (std::size_t at = 0; at < word.text.size();) {
            CodePoint point = code_point_at(word.text, at);
            bool is_space = point.value == 0xA0 || (point.value >= 0x2000 && point.value <= 0x200A) ||
                            point.value == 0x202F || point.value == 0x3000;
            if (is_space || point.value == '\v' || point.value == '\f') {
                std::string_view what = point.value == 0xA0   ? "a no-break space"
                                        : point.value == '\v' ? "a vertical tab"
                                        : point.value == '\f' ? "a form feed"
                                                              : "an unusual blank";
                Problem problem = make(
                    Mistake::blank_odd, span_of(word.text.substr(at, point.length)),
                    fmt::format("{} (U+{:04X}) stands where a blank is meant, and divides nothing", what, point.value));
                problem.help = "write a space or a tab";
                problem.fix = " ";
                tell(std::move(problem));
                broken_ = true;
                return true;
            }
            at += point.length;
        }
    }
    return false;
}

} // namespace zonevet
