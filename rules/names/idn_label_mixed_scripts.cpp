#include "rules/names/shared/encoded.h"

namespace zonevet::rules::idn_label_mixed_scripts {

namespace {

void check(const Node& node, Lint& lint)
{
    for_encoded_labels(node, [&](const Record&, const Place& place, std::string_view label) {
        IdnaLabel decoded = decode_label(label);
        MixedScripts mixed = mixed_scripts(decoded.unicode);
        if (decoded.fault != IdnaFault::undecodable && !mixed.letter.empty())
            lint.report(place, "`{}` stands for `{}`, in which `{}` (U+{:04X}) is {} and the others are {}",
                        label_text(label), decoded.unicode, mixed.letter, mixed.code_point, mixed.script, mixed.others)
                .help("encode the name again from text that was typed, not pasted");
    });
}

} // namespace

extern const Rule rule{
    .name = "idn-label-mixed-scripts",
    .summary = "An international name mixes letters of alphabets that look alike.",
    .why = "A Cyrillic or Greek letter among Latin ones looks right and is another name: it came with pasted text, or "
           "was registered to be taken for the name it imitates. Browsers show such names encoded.",
    .effect = "people see one name and get another",
    .references = {{"UTS 39", "5.1", "https://www.unicode.org/reports/tr39/#Mixed_Script_Detection"},
                   rfc("5890", "4.4")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .bad = R"(
xn--pple-43d A 192.0.2.3
)",
    .good = R"(
xn--80ak6aa92e A 192.0.2.3
)",
    .unless = has_no_encoded_label,
    .check = check,
};

} // namespace zonevet::rules::idn_label_mixed_scripts
