#include "rules/caa/shared/caa.h"
#include "rules/caa/shared/issuers.h"

namespace zonevet::rules::caa_issuer_misspelt {

namespace {
void check(const Record& caa, Lint& lint)
{
    if (!names_issuer(caa.bytes(caa_tag)))
        return;
    std::string_view value = caa.bytes(caa_value);
    Issuer issuer = read_issuer(value);
    if (issuer.domain.empty() || issuer.mistake)
        return;
    std::string_view meant = intended_issuer(issuer.domain);
    if (meant.empty())
        return;
    auto from = static_cast<std::size_t>(issuer.domain.data() - value.data());
    lint.report(caa.at(caa_value).within(from, from + issuer.domain.size()),
                "no CA answers to `{}` in CAA records; `{}` is near", issuer.domain, meant)
        .fix(std::string(meant));
}
} // namespace

extern const Rule rule{
    .name = "caa-issuer-misspelt",
    .summary = "A CAA record names a CA by a name that is not the one it uses in CAA records.",
    .why = "A CA looks for its own CAA name only. Its web site or a name with a slip permits "
           "nobody, which "
           "shows weeks later when the certificate is to be renewed.",
    .effect = "the CA that was meant refuses to issue or renew certificates",
    .references = {rfc("8659", "4.2"),
                   {"CCADB: CAA identifiers", "", "https://www.ccadb.org/resources"},
                   {"Let's Encrypt: CAA", "", "https://letsencrypt.org/docs/caa/"}},
    .confidence = Confidence::medium,
    .types = {Type::CAA},
    .bad = R"(
@     CAA    0 issue "letsencrypt.com"
)",
    .good = R"(
@     CAA    0 issue "letsencrypt.org"
www   CAA    0 issue "ca.example.net"
)",
    .check = check,
};

} // namespace zonevet::rules::caa_issuer_misspelt
