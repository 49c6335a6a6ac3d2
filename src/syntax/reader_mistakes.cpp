// What the reader says about the frame of an entry and about the data of a record.
#include "syntax/reader.h"

#include <algorithm>
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
        default: break;
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
    std::string_view text = word.text;
    char unit = static_cast<char>(text.back() | 0x20);
    if (seconds < 86400 || text.size() < 4 || std::string_view("mhdw").find(unit) == std::string_view::npos)
        return;
    std::string_view number = text.substr(0, text.size() - 1);
    for (std::string_view usual : {"1800", "3600", "7200", "10800", "14400", "21600", "28800", "43200", "86400",
                                   "172800", "259200", "604800"})
        if (number == usual) {
            Problem problem = make(Mistake::ttl_unit_doubtful, span_of(word),
                                   fmt::format("`{}` is {}: {} looks like seconds", text, period_text(seconds), number));
            problem.help = "leave the unit out if seconds are meant";
            problem.fix = std::string(number);
            tell(std::move(problem));
        }
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
                                   "commented out", before));
        problem.help = "write the owner, whichever is meant";
    } else {
        problem = make(Mistake::owner_blank_in_include, words_span(0, 0),
                       fmt::format("the first record of an included file has no owner and takes `{}` from the "
                                   "file that includes it", before));
        problem.help = "write the owner; `@` is the zone itself";
    }
    return problem;
}

bool Reader::templated()
{
    std::string_view text = entry_.text;
    for (std::string_view mark : {"{{", "{%", "${", "<%", "%%"}) {
        std::size_t at = text.find(mark);
        if (at == std::string_view::npos)
            continue;
        std::size_t end = text.find_first_of(" \t\r\n\"", at);
        std::string_view close = mark == "${" ? "}" : mark == "<%" ? "%>" : mark == "{%" ? "%}" : mark == "{{" ? "}}" : "%%";
        if (std::size_t closing = text.find(close, at + 2); closing != std::string_view::npos)
            end = closing + close.size();
        if (end == std::string_view::npos)
            end = text.size();
        broken_ = true;
        if (state_.template_told)
            return true;
        state_.template_told = true;
        Problem problem = make(Mistake::template_placeholder, span_of(text.substr(at, end - at)),
                               fmt::format("`{}` is a placeholder of a template: this file was not rendered",
                                           text.substr(at, end - at)));
        problem.help = "check the rendered zone; other placeholders of this file are not reported";
        tell(std::move(problem));
        return true;
    }
    return false;
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
        // "#" may begin an owner; then a type follows.
        Head head = read_head(entry_.words, false);
        if (head.type != Head::none)
            return false;
        if (!told_foreign_comment_) {
            told_foreign_comment_ = true;
            std::string_view mark = first.substr(0, first[0] == '#' ? 1 : 2);
            Problem problem = make(Mistake::comment_foreign, span_of(mark),
                                   fmt::format("`{}` does not begin a comment in a zone file", mark));
            problem.help = "write `;`";
            problem.fix = ";";
            tell(std::move(problem));
        }
        return true;
    }
    return first.substr(0, 2) == "{%" && templated();
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

// An unquoted text loses what stands behind a semicolon, and its blanks.
void Reader::text_observations(const Head& head)
{
    std::size_t count = entry_.words.size() - head.data;
    if (count == 0)
        return;
    const Word& first = entry_.words[head.data];
    if (first.quoted || first.text.substr(0, 2) != "v=")
        return;
    const Word& last = entry_.words.back();
    if (!entry_.first_comment.empty() && !last.quoted && last.text.data() + last.text.size() == entry_.first_comment.data()) {
        Problem problem = make(Mistake::text_semicolon, span_of(entry_.first_comment),
                               fmt::format("the `;` begins a comment, so the text ends with `{}`", last.text));
        problem.help = "put the whole text in quotes";
        tell(std::move(problem));
        return;
    }
    if (count > 1 && !entry_.words[head.data + 1].quoted) {
        std::string joined;
        for (std::size_t i = head.data; i < entry_.words.size(); ++i)
            joined += entry_.words[i].text;
        Problem problem = make(Mistake::text_unquoted_words, words_span(head.data, entry_.words.size() - 1),
                               fmt::format("these are {} strings; readers join them without blanks, to `{}`", count, joined));
        problem.help = "put the whole text in quotes";
        tell(std::move(problem));
    }
}

} // namespace zonevet
