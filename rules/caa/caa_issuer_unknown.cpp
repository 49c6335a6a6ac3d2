#include "rules/caa/shared/caa.h"
#include "rules/caa/shared/issuers.h"

#include <algorithm>

namespace zonevet::rules::caa_issuer_unknown {

namespace {
constexpr Option allow{"allow", Option::Kind::list, 0, "", "names of private CAs that are right here"};

void check(const Record& caa, Lint& lint)
{
    if (!names_issuer(caa.bytes(caa_tag)))
        return;
    std::string_view value = caa.bytes(caa_value);
    Issuer issuer = read_issuer(value);
    if (issuer.domain.empty() || issuer.mistake || is_known_issuer(issuer.domain) ||
        !intended_issuer(issuer.domain).empty())
        return;
    const std::vector<std::string>& private_names = lint.list(allow);
    if (std::any_of(private_names.begin(), private_names.end(),
                    [&](const std::string& name) { return same_tag(name, issuer.domain); }))
        return;
    auto from = static_cast<std::size_t>(issuer.domain.data() - value.data());
    lint.report(caa.at(caa_value).within(from, from + issuer.domain.size()),
                "`{}` is not the CAA name of a public CA known to zonevet", issuer.domain)
        .help("look it up in the CA's practice statement; a private CA goes into the option `allow`");
}
} // namespace

extern const Rule rule{
    .name = "caa-issuer-unknown",
    .summary = "A CAA record names a CA that is in no public list.",
    .why = "A CA looks for its own CAA name only; another name permits nobody.",
    .references = {rfc("8659", "4.2"), {"CCADB: CAA identifiers", "", "https://www.ccadb.org/resources"}},
    .level = Level::info,
    .confidence = Confidence::low,
    .profile = Profile::strict,
    .types = {Type::CAA},
    .options = {allow},
    .bad = R"(
@     CAA    0 issue "ca.example.net"
)",
    .good = R"(
@     CAA    0 issue "sectigo.com"
)",
    .check = check,
};

} // namespace zonevet::rules::caa_issuer_unknown
