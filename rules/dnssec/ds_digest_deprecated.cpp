#include "lint/rule.h"

namespace zonevet::rules::ds_digest_deprecated {

namespace {
constexpr Field digest_type = field(Type::DS, "digest-type");

bool is_deprecated(std::uint32_t type)
{
    return type == 1 || type == 3;
}

void check(const RRset& set, Lint& lint)
{
    std::optional<Record> found;
    for (Record ds : set) {
        std::uint32_t type = ds.number(digest_type);
        if (type == 2 || type == 4)
            return; // validators ignore SHA-1 beside these
        if (is_deprecated(type) && !found)
            found = ds;
    }
    if (found && !set.zone().incomplete() && !set.node().uncertain())
        lint.report(found->at(digest_type), "`{}` is vouched for by a {} digest only", set.owner(),
                    found->number(digest_type) == 1 ? "SHA-1" : "GOST")
            .help("add the SHA-256 digest (type 2) of the same key");
}
} // namespace

extern const Rule rule{
    .name = "ds-digest-deprecated",
    .summary = "A delegation has DS or CDS records with a deprecated digest only.",
    .why = "Validators give up SHA-1 and GOST; one that does treats the delegation as unsigned.",
    .effect = "validators that no longer accept the digest treat the zone as unsigned",
    .references = {rfc("8624", "3.3"), rfc("9905"), rfc("9906")},
    .types = {Type::DS, Type::CDS},
    .bad = R"(
sub   NS     ns.example.net.
sub   DS     60485 13 1 2bb183af5f22588179a53b0a98631fad1a292118
)",
    .good = R"(
sub   NS     ns.example.net.
sub   DS     60485 13 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a
)",
    .check = check,
};

} // namespace zonevet::rules::ds_digest_deprecated
