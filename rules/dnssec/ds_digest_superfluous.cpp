#include "lint/rule.h"

namespace zonevet::rules::ds_digest_superfluous {

namespace {
constexpr Field digest_type = field(Type::DS, "digest-type");

void check(const RRset& set, Lint& lint)
{
    std::optional<Record> old, strong;
    for (Record ds : set) {
        std::uint32_t type = ds.number(digest_type);
        std::optional<Record>& kind = type == 1 || type == 3 ? old : strong;
        if (!kind)
            kind = ds;
    }
    if (old && strong)
        lint.report(old->at(digest_type), "the {} digest of `{}` does nothing beside a stronger one",
                    old->number(digest_type) == 1 ? "SHA-1" : "GOST", set.owner())
            .note(strong->place(), "the stronger one")
            .help("take the record out");
}
} // namespace

extern const Rule rule{
    .name = "ds-digest-superfluous",
    .summary = "A DS record with a deprecated digest stands beside one with a stronger digest.",
    .why = "Validators ignore it, and it may not be made any more.",
    .references = {rfc("4509", "3"), rfc("8624", "3.3")},
    .level = Level::info,
    .profile = Profile::strict,
    .types = {Type::DS, Type::CDS},
    .bad = R"(
sub   NS     ns.example.net.
sub   DS     60485 13 1 2bb183af5f22588179a53b0a98631fad1a292118
sub   DS     60485 13 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a
)",
    .good = R"(
sub   NS     ns.example.net.
sub   DS     60485 13 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a
)",
    .check = check,
};

} // namespace zonevet::rules::ds_digest_superfluous
