#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::rrsig_labels_wrong {

namespace {
void check(const Record& signature, Lint& lint)
{
    if (!has_signatures(signature.zone()))
        return;
    Name owner = signature.owner();
    std::size_t count = owner.label_count() - (owner.is_wildcard() ? 1 : 0);
    std::uint32_t labels = signature.number(rrsig::labels);
    if (labels != count)
        lint.report(signature.at(rrsig::labels), "`{}` has {} labels, but its signature is made for {}", owner, count,
                    labels)
            .help("sign the zone again; the root and a leading `*` do not count as labels");
}
} // namespace

extern const Rule rule{
    .name = "rrsig-labels-wrong",
    .summary = "The number of labels in an RRSIG record is not that of its owner.",
    .why = "More labels than the owner has make the signature invalid; fewer make it the signature "
           "of a "
           "wildcard, and validators want a proof that the name itself does not exist.",
    .effect = "validating resolvers refuse the data",
    .references = {rfc("4034", "3.1.3"), rfc("4035", "5.3.1")},
    .level = Level::error,
    .types = {Type::RRSIG},
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 3 3600 20360101000000 20260101000000 2371 @ AAAA
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
*     RRSIG  TXT 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
)",
    .check = check,
};

} // namespace zonevet::rules::rrsig_labels_wrong
