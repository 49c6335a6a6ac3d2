#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/dmarc.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet::rules::dmarc_report_address {

namespace {

void judge(const PolicyText& text, std::string_view uri, Lint& lint)
{
    uri = trimmed(uri);
    if (uri.empty())
        return;
    bool mail = starts_with_text(uri, "mailto:");
    std::size_t colon = uri.find(':');
    std::string_view scheme = uri.substr(0, colon == std::string_view::npos ? 0 : colon);
    if (!mail && (scheme.empty() || same_text(scheme, "email") || edit_distance(scheme, "mailto", 2) <= 2)) {
        std::string_view address = uri.substr(scheme.empty() ? 0 : colon + 1);
        while (address.starts_with('/'))
            address.remove_prefix(1);
        Draft& draft = lint.report(text.place(uri), "the report address `{}` lacks `mailto:`", uri);
        draft.help(fmt::format("write `mailto:{}`", address)).fix(fmt::format("mailto:{}", address));
        return;
    }
    if (!mail)
        return;
    std::string_view address = uri.substr(7);
    address = address.substr(0, address.find_first_of("!?"));
    std::size_t at = address.find('@');
    if (at == 0 || address.find_first_of(" <>@", at + 1) != std::string_view::npos ||
        address.find('.', at) == std::string_view::npos)
        lint.report(text.place(uri), "`{}` is no mail address", uri)
            .help("write `mailto:` and the address; separate several by commas");
}

void check(const Record& txt, Lint& lint)
{
    if (!is_dmarc_owner(txt.owner()) || !is_dmarc(txt))
        return;
    PolicyText text(txt);
    for (const Tag& tag : tags_of(text.text())) {
        if (!same_text(tag.name, "rua") && !same_text(tag.name, "ruf"))
            continue;
        std::string_view rest = tag.value;
        while (!rest.empty()) {
            std::size_t end = std::min(rest.find(','), rest.size());
            judge(text, rest.substr(0, end), lint);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
}

} // namespace

extern const Rule rule{
    .name = "dmarc-report-address",
    .summary = "A DMARC record asks for reports to something that is no `mailto:` address.",
    .why = "Report addresses are URIs. Without `mailto:` no receiver sends a report, and nobody "
           "notices who sends mail in the name of the domain.",
    .effect = "no DMARC reports arrive at this address",
    .references = {rfc("7489", "6.2"), rfc("7489", "6.4"), rfc("9989")},
    .level = Level::error,
    .types = {Type::TXT},
    .bad = R"(
_dmarc  TXT  "v=DMARC1; p=none; rua=dmarc@example.com"
)",
    .good = R"(
_dmarc  TXT  "v=DMARC1; p=none; rua=mailto:dmarc@example.com!10m,mailto:a@example.net"
)",
    .check = check,
};

} // namespace zonevet::rules::dmarc_report_address
