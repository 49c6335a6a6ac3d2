#include "rules/caa/shared/caa.h"

#include <array>

namespace zonevet::rules::caa_forbids_and_permits {

namespace {
constexpr std::array<std::string_view, 4> tags = {"issue", "issuewild", "issuemail", "issuevmc"};

void check(const RRset& set, Lint& lint)
{
    if (set.size() < 2)
        return;
    for (std::string_view tag : tags) {
        std::optional<Record> forbids, permits;
        for (Record caa : set) {
            if (!same_tag(caa.bytes(caa_tag), tag))
                continue;
            Issuer issuer = read_issuer(caa.bytes(caa_value));
            if (issuer.mistake)
                continue;
            std::optional<Record>& kind = issuer.domain.empty() ? forbids : permits;
            if (!kind)
                kind = caa;
        }
        if (forbids && permits)
            lint.report(forbids->at(caa_value), "`{} \"{}\"` forbids nothing, because another `{}` of {} permits a CA",
                        tag, forbids->bytes(caa_value), tag, forbids->owner())
                .note(permits->at(caa_value), "this CA may issue")
                .help(fmt::format("remove this record, or every other `{}` of the name when no CA may issue", tag));
    }
}
} // namespace

extern const Rule rule{
    .name = "caa-forbids-and-permits",
    .summary = "One CAA record forbids issuance and another at the same name permits it.",
    .why = "The records of one property add up: a CA that is named may issue, whatever `;` says "
           "beside it.",
    .effect = "the record that forbids has no effect",
    .references = {rfc("8659", "4.2")},
    .types = {Type::CAA},
    .bad = R"(
@     CAA    0 issue ";"
@     CAA    0 issue "letsencrypt.org"
)",
    .good = R"(
@     CAA    0 issue "letsencrypt.org"
@     CAA    0 issuewild ";"
)",
    .check = check,
};

} // namespace zonevet::rules::caa_forbids_and_permits
