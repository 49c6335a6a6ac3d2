#include "rules/names/shared/encoded.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::idn_label_invalid {

namespace {

void report(const Record& record, const Place& place, std::string_view label, Lint& lint)
{
    IdnaLabel decoded = decode_label(label);
    if (decoded.fault == IdnaFault::undecodable) {
        lint.report(place, "`{}` begins like an encoded name, but is the encoded form of none", label_text(label))
            .help("copy the encoded name again: a letter was lost or changed");
        return;
    }
    if (decoded.fault != IdnaFault::other_form)
        return;
    Draft& draft = lint.report(place, "`{}` stands for `{}`, which programs ask for as `{}`", label_text(label),
                               decoded.unicode, decoded.other);
    if (!lint.describing())
        return;
    draft.help(fmt::format("write `{}`", decoded.other));
    if (std::string fixed = with_label(written(record, place), label, decoded.other); !fixed.empty())
        draft.fix(fixed);
}

void check(const Node& node, Lint& lint)
{
    for_encoded_labels(node, [&](const Record& record, const Place& place, std::string_view label) {
        report(record, place, label, lint);
    });
}

} // namespace

extern const Rule rule{
    .name = "idn-label-invalid",
    .summary = "A label that begins with `xn--` is not the encoded form of any name.",
    .why = "Programs encode what people type and ask for that. A label that does not decode, or that "
           "another label stands for, is never asked for, or shown as it is.",
    .effect = "the name is not found under what it should stand for",
    .references = {rfc("5891", "5.4"), rfc("3492", "6.2")},
    .level = Level::warning,
    .bad = R"(
xn--bcher-kv A 192.0.2.3
)",
    .good = R"(
xn--bcher-kva A 192.0.2.3
)",
    .unless = has_no_encoded_label,
    .check = check,
};

} // namespace zonevet::rules::idn_label_invalid
