#include "rules/names/shared/encoded.h"

namespace zonevet::rules::idn_label_disallowed {

namespace {

void check(const Node& node, Lint& lint)
{
    for_encoded_labels(node, [&](const Record&, const Place& place, std::string_view label) {
        IdnaLabel decoded = decode_label(label);
        if (decoded.fault == IdnaFault::disallowed)
            lint.report(place, "`{}` stands for `{}`, which IDNA2008 does not allow: {}", label_text(label),
                        decoded.unicode, decoded.reason)
                .note("browsers may know it by the rules of UTS 46; mail and certificates often do not")
                .help("give the host another name, at least beside this one");
    });
}

} // namespace

extern const Rule rule{
    .name = "idn-label-disallowed",
    .summary = "An international name holds what IDNA2008 does not allow.",
    .why = "Browsers go by UTS 46 and find names of emoji and symbols; programs that keep to IDNA2008 refuse "
           "them, registries do not register them, and few certificates are issued.",
    .effect = "some programs refuse the name",
    .references = {rfc("5892", "2"), rfc("5891", "4.2.2"), {"UTS 46", "", "https://www.unicode.org/reports/tr46/"}},
    .level = Level::info,
    .bad = R"(
xn--ls8h A 192.0.2.3
)",
    .good = R"(
xn--bcher-kva A 192.0.2.3
)",
    .unless = has_no_encoded_label,
    .check = check,
};

} // namespace zonevet::rules::idn_label_disallowed
