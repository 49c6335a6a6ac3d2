#include "lint/rule.h"
#include "text/utf8.h"

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

std::string_view name_of(std::uint32_t code_point)
{
    switch (code_point) {
    case 0xA0: return "a no-break space";
    case 0x2013:
    case 0x2014: return "a dash, which is no hyphen";
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x201E: return "a typographic quote";
    case 0x2026: return "an ellipsis";
    default: return {};
    }
}

void check(const Record& record, Lint& lint)
{
    // Lengths of strings may be as large as odd letters, but then the strings are looked at.
    std::string_view data = record.rdata();
    if (std::none_of(data.begin(), data.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return;
    for (std::size_t number = 0; std::string_view value : record.strings(text)) {
        std::size_t string = number++;
        if (std::none_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
            continue;
        bool for_programs = is_for_programs(record.joined_text(text));
        for (std::size_t at = 0; at < value.size();) {
            CodePoint point = code_point_at(value, at);
            std::string_view what = point.valid && point.value >= 0x80
                                        ? for_programs && !name_of(point.value).empty() ? name_of(point.value)
                                          : is_invisible(point.value) && point.value != 0xA0 ? "a character that nobody sees"
                                                                                             : std::string_view()
                                        : std::string_view();
            if (!what.empty()) {
                lint.report(record.at(text, string), "the text holds {} (U+{:04X})", what, point.value)
                    .help("type it anew instead of pasting it from a document or a web page");
                return;
            }
            at += point.length;
        }
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
