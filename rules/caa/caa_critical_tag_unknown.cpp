#include "rules/caa/shared/caa.h"

namespace zonevet::rules::caa_critical_tag_unknown {

namespace {
void check(const Record& caa, Lint& lint)
{
    std::string_view tag = caa.bytes(caa_tag);
    if ((caa.number(caa_flags) & 128) == 0 || is_known_tag(tag) || !intended_tag(tag).empty())
        return;
    lint.report(caa.at(caa_tag), "`{}` is marked critical and no CA knows it: none may issue for {}", tag, caa.owner())
        .help("take the record out, or set its flags to 0");
}
} // namespace

extern const Rule rule{
    .name = "caa-critical-tag-unknown",
    .summary = "A CAA record marks a property as critical that is not registered.",
    .why = "A CA must not issue when it meets a critical property that it does not understand, so "
           "the next "
           "renewal of every certificate below this name fails.",
    .effect = "certificates cannot be issued or renewed",
    .references = {rfc("8659", "4.1")},
    .level = Level::error,
    .types = {Type::CAA},
    .bad = R"(
@     CAA    128 tbs "Unknown"
)",
    .good = R"(
@     CAA    128 issue "letsencrypt.org"
)",
    .check = check,
};

} // namespace zonevet::rules::caa_critical_tag_unknown
