#include "lint/rule.h"

namespace zonevet::rules::cname_at_apex {

namespace {

void check(const RRset& cname, Lint& lint)
{
    if (!cname.node().is_apex())
        return;
    Draft& draft =
        lint.report(cname.front().place(), "{} is the apex of the zone and cannot be an alias", cname.owner());
    if (std::optional<Record> soa = cname.zone().soa())
        draft.note(soa->type_place(), "the SOA record that a CNAME may not stand beside");
    draft.help("use A and AAAA records, or an HTTPS record in alias mode");
}

} // namespace

extern const Rule rule{
    .name = "cname-at-apex",
    .summary = "The top of the zone has a CNAME record.",
    .why = "The SOA and NS records stand there, and nothing may stand beside a CNAME. Servers refuse "
           "the zone; one that does not loses the domain's mail.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1912", "2.4"), rfc("2181", "10.1")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::CNAME},
    .bad = R"(
@ CNAME web.example.net.
)",
    .good = R"(
www CNAME web.example.net.
)",
    .check = check,
};

} // namespace zonevet::rules::cname_at_apex
