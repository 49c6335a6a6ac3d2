#include "rules/dnssec/shared/denial.h"
#include "rules/dnssec/shared/signed.h"

namespace zonevet::rules::rrsig_missing {

namespace {
// A name that was added after signing has neither signatures nor a place in the chain, which is told
// once: nsec-missing, nsec3-missing.
class Chain {
public:
    explicit Chain(const Zone& zone) : zone_(zone) {}
    bool lacks(const Node& node)
    {
        if (node.has(Type::RRSIG) || !has_own_data(node))
            return false;
        if (zone_.apex_node().has(Type::NSEC))
            return !node.has(Type::NSEC);
        if (!hashed_)
            hashed_ = nsec3_chain(zone_);
        return hashed_->present && !hashed_->has(dnssec::hash_name(node.name(), hashed_->salt, hashed_->iterations));
    }

private:
    const Zone& zone_;
    std::optional<Nsec3Chain> hashed_;
};

// It is a leftover, and so needs no signature: nsec-orphan.
bool is_orphan(const RRset& set)
{
    return set.type() == Type::NSEC && !has_own_data(set.node());
}

void check(const Zone& zone, Lint& lint)
{
    if (!has_signatures(zone) || zone.incomplete())
        return;
    Chain chain(zone);
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node = zone.node(NameId{id});
        if (!node.in_zone() || node.uncertain())
            continue;
        for (RRset set : node.rrsets())
            if (set.type() != Type::RRSIG && is_authoritative(node, set.type()) &&
                signatures_over(node, set.type()).empty() && !is_orphan(set) && !chain.lacks(node))
                lint.report(set.front().type_place(), "`{} {}` has no signature, though the zone is signed",
                            set.owner(), set.type())
                    .help("sign the zone again");
    }
}
} // namespace

extern const Rule rule{
    .name = "rrsig-missing",
    .summary = "Records of a signed zone have no signature.",
    .why = "A validating resolver expects a signature on all data of a signed zone and refuses "
           "what has none. "
           "The records were added after signing.",
    .effect = "validating resolvers answer SERVFAIL",
    .references = {rfc("4035", "2.2")},
    .level = Level::error,
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
)",
    .check = check,
};

} // namespace zonevet::rules::rrsig_missing
