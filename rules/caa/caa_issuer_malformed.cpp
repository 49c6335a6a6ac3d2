#include "rules/caa/shared/caa.h"

namespace zonevet::rules::caa_issuer_malformed {

namespace {
void check(const Record& caa, Lint& lint)
{
    if (!names_issuer(caa.bytes(caa_tag)))
        return;
    Issuer issuer = read_issuer(caa.bytes(caa_value));
    if (!issuer.mistake)
        return;
    const IssuerMistake& mistake = *issuer.mistake;
    Draft& draft = lint.report(caa.at(caa_value).within(mistake.from, mistake.to),
                               "`{}` {}, so the record permits nobody", caa.bytes(caa_value), mistake.what);
    if (mistake.fixable)
        draft.fix(std::string(mistake.fix));
    else
        draft.help(std::string(mistake.help));
}
} // namespace

extern const Rule rule{
    .name = "caa-issuer-malformed",
    .summary = "The value of a CAA issue property does not follow its grammar.",
    .why = "A CA treats a malformed value like one that names no CA: it counts as a restriction "
           "that nobody "
           "meets, and issuance fails.",
    .effect = "the CA that was meant refuses to issue or renew certificates",
    .references = {rfc("8659", "4.2"), rfc("8657", "3")},
    .level = Level::error,
    .types = {Type::CAA},
    .bad = R"(
@     CAA    0 issue "https://letsencrypt.org"
)",
    .good = R"(
@     CAA    0 issue "letsencrypt.org; validationmethods=dns-01"
@     CAA    0 issuewild ";"
)",
    .check = check,
};

} // namespace zonevet::rules::caa_issuer_malformed
