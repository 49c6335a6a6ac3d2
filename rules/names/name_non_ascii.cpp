#include "rules/names/shared/targets.h"
#include "text/idna.h"
#include "text/utf8.h"

#include <algorithm>

namespace zonevet::rules::name_non_ascii {

namespace {

bool has_high_octet(std::string_view octets)
{
    return std::any_of(octets.begin(), octets.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// As it was written, in the form that programs ask for; empty when a label has none.
std::string encoded(std::string_view text)
{
    if (text.find('\\') != std::string_view::npos)
        return {};
    std::string name;
    for (;;) {
        std::size_t dot = std::min(text.find('.'), text.size());
        std::string_view label = text.substr(0, dot);
        std::string other = has_high_octet(label) ? encode_label(label) : std::string(label);
        if (other.empty() != label.empty())
            return {};
        name += other;
        if (dot == text.size())
            return name;
        name += '.';
        text.remove_prefix(dot + 1);
    }
}

// What of it was certainly not typed.
std::string stranger_in(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        CodePoint point = code_point_at(text, at);
        if (point.valid && point.value >= 0x80 && is_invisible(point.value))
            return fmt::format("a character that nobody sees (U+{:04X})", point.value);
        at += point.length;
    }
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find('.', begin), text.size());
        if (MixedScripts mixed = mixed_scripts(text.substr(begin, end - begin)); !mixed.letter.empty())
            return fmt::format("the {} letter `{}` (U+{:04X}) among {} ones", mixed.script, mixed.letter,
                               mixed.code_point, mixed.others);
        begin = end + 1;
    }
    return {};
}

void report(const Record& record, const Place& place, Lint& lint)
{
    if (!lint.describing()) {
        lint.report(place, "");
        return;
    }
    std::string_view text = written(record, place);
    if (std::string stranger = stranger_in(text); !stranger.empty()) {
        lint.report(place, "`{}` holds {}", text, stranger)
            .help("type the name anew: it came with text that was pasted, or means to deceive");
        return;
    }
    Draft& draft =
        lint.report(place, "`{}` holds characters outside of ASCII, and programs ask for its encoded form", text);
    std::string fixed = encoded(text);
    if (fixed.empty())
        draft.help("write the name in its encoded form, which begins with `xn--`");
    else
        draft.help(fmt::format("write `{}`", fixed)).fix(fixed);
}

void check(const Node& node, Lint& lint)
{
    Name owner = node.name();
    if (has_high_octet(owner.wire()) && !has_high_octet(node.zone().apex().wire()) && !is_service_instance(owner) &&
        !repeats_line(node.first_record()))
        report(node.first_record(), node.first_record().owner_place(), lint);
    for (RRset set : node.rrsets()) {
        const Few<Field, 2>& names = names_in(set.type());
        for (Record record : set)
            for (Field field : names)
                if (has_high_octet(record.name(field).wire()) && !is_service_instance(record.name(field)) &&
                    !repeats_line(record))
                    report(record, record.at(field), lint);
    }
}

} // namespace

extern const Rule rule{
    .name = "name-non-ascii",
    .summary = "A name holds characters outside of ASCII.",
    .why = "Programs turn international names into their encoded form (`xn--...`) before they ask, "
           "so the name "
           "as it stands is never found. Knot refuses such names unless they are escaped.",
    .effect = "the name does not resolve",
    .references = {rfc("5890", "2.3.2.1"), rfc("5891", "5")},
    .level = Level::warning,
    .bad = "b\303\274cher A 192.0.2.3\n",
    .good = R"(
xn--bcher-kva A 192.0.2.3
)",
    .unless = has_plain_records,
    .check = check,
};

} // namespace zonevet::rules::name_non_ascii
