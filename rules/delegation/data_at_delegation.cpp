#include "rules/delegation/shared/glue.h"

#include "lint/rule.h"

namespace zonevet::rules::data_at_delegation {

namespace {

// The parent's side of a cut: the referral, its security, and the proof that there is no more
// (RFC 4035 2.2 to 2.4). CNAME and DNAME have rules of their own, and so has what only the apex of a
// zone can hold: apex-record-below-apex.
bool belongs_there(Type type)
{
    switch (type) {
    case Type::NS:
    case Type::DS:
    case Type::NSEC:
    case Type::RRSIG:
    case Type::NXT:
    case Type::SIG:
    case Type::KEY:
    case Type::SOA:
    case Type::CNAME:
    case Type::DNAME:
    case Type::DNSKEY:
    case Type::NSEC3PARAM:
    case Type::CDS:
    case Type::CDNSKEY:
    case Type::ZONEMD:
        return true;
    default:
        return false;
    }
}

void check(const Zone& zone, Lint& lint)
{
    std::optional<GlueNames> glue;
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node = zone.node(NameId{id});
        if (!node.is_delegation() || !node.in_zone() || node.name().is_wildcard())
            continue;
        for (RRset set : node.rrsets()) {
            if (belongs_there(set.type()))
                continue;
            if (is_address(set.type())) {
                if (!glue)
                    glue.emplace(zone);
                if (glue->may_have(node, node))
                    continue;
            }
            lint.report(set.front().place(), "this {} record is never served: `{}` is delegated", set.type(),
                        node.name())
                .note(node.find(Type::NS)->front().place(), "delegated here")
                .help("it belongs in the zone of the delegation");
            break;
        }
    }
}

} // namespace

extern const Rule rule{
    .name = "data-at-delegation",
    .summary = "A delegated name holds other records than the delegation.",
    .why = "Whoever asks for them is sent to the servers of the delegated zone, so they are never "
           "served from here. Often the NS record was meant for another name.",
    .effect = "the record is never served",
    .references = {rfc("1034", "4.2.1"), rfc("2181", "6.1")},
    .level = Level::warning,
    .bad = R"(
lab NS ns1
lab NS ns2
lab A  192.0.2.80
)",
    .good = R"(
lab NS lab
lab NS ns2
lab A  192.0.2.53
)",
    .check = check,
};

} // namespace zonevet::rules::data_at_delegation
