#include "rules/caa/shared/caa.h"

namespace zonevet::rules::caa_tag_unknown {

namespace {
void check(const Record& caa, Lint& lint)
{
    std::string_view tag = caa.bytes(caa_tag);
    if ((caa.number(caa_flags) & 128) != 0 || is_known_tag(tag) || !intended_tag(tag).empty())
        return;
    lint.report(caa.at(caa_tag), "`{}` is not a registered CAA property; CAs ignore the record", tag)
        .help("write a registered one, such as `issue`, `issuewild` or `iodef`, or remove the record");
}
} // namespace

extern const Rule rule{
    .name = "caa-tag-unknown",
    .summary = "The tag of a CAA record is not a registered property.",
    .why = "CAs ignore a property that they do not know, so the record has no effect.",
    .effect = "the record restricts nobody",
    .references = {rfc("8659", "4.1"), rfc("9495")},
    .confidence = Confidence::medium,
    .types = {Type::CAA},
    .bad = R"(
@     CAA    0 policy "1.3.6.1.4.1.35405"
)",
    .good = R"(
@     CAA    0 issuemail "digicert.com"
@     CAA    0 contactemail "hostmaster@example.com"
)",
    .check = check,
};

} // namespace zonevet::rules::caa_tag_unknown
