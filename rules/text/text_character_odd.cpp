#include "lint/rule.h"
#include "rules/text/shared/odd_character.h"
#include "rules/text/shared/policy_text.h"
#include "rules/text/shared/policy_version.h"
#include "rules/text/shared/spf.h"

#include <algorithm>

namespace zonevet::rules::text_character_odd {

namespace {

constexpr Field text = field(Type::TXT, "text");

// What programs read letter by letter: a policy, a key or a verification of somebody.
bool is_for_programs(std::string_view value)
{
    std::size_t equals = value.substr(0, 40).find('=');
    return equals != std::string_view::npos && value.substr(0, equals).find(' ') == std::string_view::npos;
}

// One that the version or a term is spoilt by is told with that: policy-version-misspelt, spf-syntax.
bool is_told_otherwise(const Record& record, std::size_t begin)
{
    PolicyText policy(record);
    if (!is_spf(record))
        return !version_meant(record).empty();
    for (const SpfTerm& term : spf_terms(policy.text())) {
        auto from = static_cast<std::size_t>(term.whole.data() - policy.text().data());
        if (begin < from + term.whole.size())
            return check_term(term).has_value();
    }
    return false;
}

void check(const Record& record, Lint& lint)
{
    // Lengths of strings may be as large as odd letters, but then the strings are looked at.
    std::string_view data = record.rdata();
    if (std::none_of(data.begin(), data.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return;
    bool for_programs = is_for_programs(record.joined_text(text));
    std::size_t begin = 0; // of the string in the joined text
    for (std::size_t number = 0; std::string_view value : record.strings(text)) {
        if (std::optional<OddCharacter> odd = odd_character(value, for_programs)) {
            if (is_told_otherwise(record, begin + odd->at))
                return;
            Draft& draft = lint.report(record.at(text, number).within(odd->at, odd->at + odd->length),
                                       "the text holds {} (U+{:04X})", odd->what, odd->code_point);
            draft.help("type it anew instead of pasting it from a document or a web page");
            if (for_programs && odd->instead)
                draft.fix(std::string(*odd->instead));
            return;
        }
        begin += value.size();
        ++number;
    }
}

} // namespace

extern const Rule rule{
    .name = "text-character-odd",
    .summary = "A text holds a character of word processors, or one that nobody sees.",
    .why = "Copied from a document or a web page, a quote, a dash or a blank is often another character "
           "than the one on the keyboard. The eye sees no difference, a program does.",
    .effect = "programs that read the text do not understand it",
    .references = {rfc("7208", "12"), {"Unicode", "UTS #39", "https://www.unicode.org/reports/tr39/"}},
    .level = Level::warning,
    .types = {Type::TXT},
    .bad = "_dmarc TXT \"v=DMARC1;\xC2\xA0p=none\"\n"
           "key    TXT \"a zero\xE2\x80\x8B width space\"\n",
    .good = "_dmarc TXT \"v=DMARC1; p=none\"\n"
            "note   TXT \"Gr\xC3\xBC\xC3\x9F \xE2\x80\x93 and welcome\"\n",
    .check = check,
};

} // namespace zonevet::rules::text_character_odd
