#include "rules/cname/shared/alias.h"

namespace zonevet::rules::cname_target_without_data {

namespace {

// The name of a host; aliases of service and policy names may lead to any type.
bool is_plain(Name name)
{
    for (; !name.is_root(); name = name.parent())
        if (name.first_label().starts_with('_'))
            return false;
    return true;
}

void check(const Record& cname, Lint& lint)
{
    Name target = cname.name(cname_target);
    if (!target.is_at_or_below(cname.zone().apex()) || cname.node().hidden_by())
        return;
    Lead lead = follow(cname.zone(), target);
    if (lead.answer.is != Existence::no_such_type)
        return;
    Node node = *lead.answer.node;
    if (node.is_apex())
        return;
    if (!node.has_records()) {
        lint.report(cname.at(cname_target), "{} is an alias of {}, which holds no records", cname.owner(), target)
            .note("the name exists only because there are names below it")
            .help("give it an address, or name the host that is meant");
        return;
    }
    if (!is_plain(cname.owner()) || !is_plain(target))
        return;
    // Only types that stand beside an address and have no use of their own at a host's name.
    for (RRset set : node.rrsets())
        if (set.type() != Type::TXT && set.type() != Type::HINFO && set.type() != Type::LOC && set.type() != Type::RP &&
            set.type() != Type::SSHFP && set.type() != Type::RRSIG && set.type() != Type::NSEC)
            return;
    lint.report(cname.at(cname_target), "{} is an alias of {}, which has no address", cname.owner(), target)
        .note(node.first_record().place(), "what it has")
        .help("give it an address, or name the host that is meant");
}

} // namespace

extern const Rule rule{
    .name = "cname-target-without-data",
    .summary = "An alias leads to a name of this zone that has no address.",
    .why = "Who follows the alias gets an empty answer: the address was removed, or never entered.",
    .effect = "who follows the alias gets an empty answer",
    .references = {rfc("1034", "3.6.2")},
    .level = Level::info,
    .confidence = Confidence::medium,
    .types = {Type::CNAME},
    .bad = R"(
www CNAME web
web TXT   "address to come"
)",
    .good = R"(
www CNAME web
web A     192.0.2.3
mail._domainkey CNAME key
key  TXT  "v=DKIM1; p="
)",
    .check = check,
};

} // namespace zonevet::rules::cname_target_without_data
