#include "base/ascii.h"
#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/dmarc.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace zonevet::rules::dmarc_tag_invalid {

namespace {

bool is_percentage(std::string_view text)
{
    const char* end = text.data() + text.size();
    unsigned number = 0;
    auto [read, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && read == end && number <= 100;
}

// "strict" and "s,": the letter that was meant is the first.
bool is_one_word(std::string_view value)
{
    value = value.substr(0, value.find_last_not_of(" ,") + 1);
    return std::all_of(value.begin(), value.end(), is_letter);
}

void judge(const PolicyText& text, const Tag& tag, Lint& lint)
{
    if (same_text(tag.name, "p") || same_text(tag.name, "sp") || same_text(tag.name, "np"))
        return; // of dmarc-policy-invalid
    // "fo=1, adkim=s": the value swallows the next tag.
    std::size_t blank = tag.value.find_first_of(" ,");
    if (!same_text(tag.name, "rua") && !same_text(tag.name, "ruf")) {
        std::string_view rest = tag.value.substr(std::min(tag.value.find_first_not_of(" ,", blank), tag.value.size()));
        if (std::size_t equals = rest.find('=');
            equals != std::string_view::npos && find_dmarc_tag(rest.substr(0, equals))) {
            std::size_t gap = tag.value.size() - rest.size() - blank;
            lint.report(text.place(tag.value.substr(blank, gap)),
                        "`{}` is not a tag of its own: a semicolon is missing", rest)
                .help("put a semicolon between the tags")
                .fix("; ");
            return;
        }
    }
    const DmarcTag* known = find_dmarc_tag(tag.name);
    if (!known) {
        if (std::string_view near = dmarc_tag_near(tag.name); !near.empty())
            lint.report(text.place(tag.name), "DMARC has no tag `{}`", tag.name)
                .help(fmt::format("write `{}`", near))
                .fix(std::string(near));
        return; // unknown tags are to be ignored
    }
    if (tag.value.empty()) {
        lint.report(text.place(tag.whole), "the DMARC tag `{}` has no value", tag.name)
            .help(fmt::format("write `{}=` and the value, or remove it", tag.name));
        return;
    }
    bool unknown = !known->values.empty() &&
                   (tag.value.size() != 1 || known->values.find(ascii_lower(tag.value[0])) == std::string_view::npos);
    bool percent = same_text(tag.name, "pct") && !is_percentage(tag.value);
    if (!unknown && !percent)
        return;
    Draft& draft = lint.report(text.place(tag.value), "`{}` is no value of the DMARC tag `{}`", tag.value, tag.name);
    char letter = ascii_lower(tag.value[0]);
    if (percent)
        draft.help("write a number from 0 to 100");
    else if (known->values.find(letter) != std::string_view::npos && is_one_word(tag.value))
        draft.help(fmt::format("write `{}={}`", tag.name, letter)).fix(std::string(1, letter));
    else
        draft.help(fmt::format("write one of the letters `{}`", fmt::join(known->values, "`, `")));
}

void check(const Record& txt, Lint& lint)
{
    if (!is_dmarc_owner(txt.owner()) || !is_dmarc(txt))
        return;
    PolicyText text(txt);
    std::vector<Tag> tags = tags_of(text.text());
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const Tag* first = find_tag(tags, tags[i].name);
        if (first != &tags[i] && find_dmarc_tag(tags[i].name))
            lint.report(text.place(tags[i].whole), "the DMARC tag `{}` stands twice", tags[i].name)
                .note(text.place(first->whole), "the first one")
                .help("keep one of them");
        else
            judge(text, tags[i], lint);
    }
}

} // namespace

extern const Rule rule{
    .name = "dmarc-tag-invalid",
    .summary = "A tag of a DMARC record is misspelt, repeated or has a value it cannot have.",
    .why = "Receivers ignore a tag they do not understand, and some the whole record. What was asked "
           "for by the tag does not happen.",
    .effect = "part of the DMARC policy is ignored",
    .references = {rfc("7489", "6.3"), rfc("7489", "6.4"), rfc("9989")},
    .level = Level::warning,
    .types = {Type::TXT},
    .bad = R"(
_dmarc    TXT  "v=DMARC1; p=reject; adkim=strict"
_dmarc.a  TXT  "v=DMARC1; p=reject; fo=1, rua=mailto:dmarc@example.com"
)",
    .good = R"(
_dmarc  TXT  "v=DMARC1; p=reject; adkim=s; aspf=r; fo=1; x-own=1"
)",
    .check = check,
};

} // namespace zonevet::rules::dmarc_tag_invalid
