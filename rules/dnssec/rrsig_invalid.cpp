#include "dnssec/validate.h"
#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::rrsig_invalid {

namespace {
constexpr Field key_flags = field(Type::DNSKEY, "flags");

void check(const Record& signature, Lint& lint)
{
    const Zone& zone = signature.zone();
    Node node = signature.node();
    if (!has_signatures(zone) || signature.name(rrsig::signer) != zone.apex() || node.uncertain() || zone.incomplete())
        return;
    Name owner = signature.owner();
    std::size_t labels = owner.label_count() - (owner.is_wildcard() ? 1 : 0);
    std::optional<RRset> set = node.find(covered_type(signature));
    if (!set || signature.number(rrsig::labels) != labels)
        return;
    std::optional<Record> tried;
    for (Record key : keys_for(signature)) {
        if ((key.number(key_flags) & 256) == 0)
            continue;
        if (dnssec::verify(*set, signature, key) != dnssec::Verdict::bad)
            return;
        tried = key;
    }
    if (tried)
        lint.report(signature.at(rrsig::covered), "the signature over `{} {}` by the key {} does not fit the data",
                    owner, set->type(), signature.number(rrsig::key_tag))
            .note(set->front().place(), "the data")
            .note(tried->place(), "the key")
            .help("the data, its TTL at signing or the key was changed: sign the zone again");
}
} // namespace

extern const Rule rule{
    .name = "rrsig-invalid",
    .summary = "A signature does not fit the records that it covers.",
    .why = "A validating resolver refuses the data as forged. Most often a signed zone was edited "
           "by hand.",
    .effect = "validating resolvers answer SERVFAIL",
    .references = {rfc("4035", "5.3.3"), rfc("4034", "3.1.8.1")},
    .level = Level::error,
    .types = {Type::RRSIG},
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .check = check,
};

} // namespace zonevet::rules::rrsig_invalid
