#include "rules/caa/shared/caa.h"

namespace zonevet::rules::caa_iodef_malformed {

namespace {
bool has_scheme(std::string_view url, std::string_view scheme)
{
    return url.size() > scheme.size() && same_tag(url.substr(0, scheme.size()), scheme);
}

bool is_report_url(std::string_view url)
{
    if (url.find_first_of(" \t<>\"") != std::string_view::npos)
        return false;
    if (has_scheme(url, "mailto:")) {
        std::size_t at = url.find('@');
        return at != std::string_view::npos && at > 7 && at + 1 < url.size();
    }
    return has_scheme(url, "https://") || has_scheme(url, "http://");
}

void check(const Record& caa, Lint& lint)
{
    std::string_view url = caa.bytes(caa_value);
    if (!same_tag(caa.bytes(caa_tag), "iodef") || is_report_url(url))
        return;
    bool bare_address = url.find('@') != std::string_view::npos && url.find(':') == std::string_view::npos &&
                        url.find(' ') == std::string_view::npos;
    Draft& draft =
        lint.report(caa.at(caa_value), "`{}` is not a `mailto:` or `https:` URL, so CAs cannot report to it", url);
    if (bare_address)
        draft.fix(fmt::format("\"mailto:{}\"", url));
    else
        draft.help("write `mailto:` and a mail address, or an `https://` address, without blanks");
}
} // namespace

extern const Rule rule{
    .name = "caa-iodef-malformed",
    .summary = "The value of a CAA iodef property is not a URL that reports can be sent to.",
    .why = "CAs that refuse a request have nowhere to say so.",
    .effect = "nobody is told when a certificate is requested against the policy",
    .references = {rfc("8659", "4.4")},
    .types = {Type::CAA},
    .bad = R"(
@     CAA    0 iodef "security@example.com"
)",
    .good = R"(
@     CAA    0 iodef "mailto:security@example.com"
@     CAA    0 iodef "https://iodef.example.com/"
)",
    .check = check,
};

} // namespace zonevet::rules::caa_iodef_malformed
