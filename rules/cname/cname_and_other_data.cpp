#include "lint/rule.h"

namespace zonevet::rules::cname_and_other_data {

namespace {

// RFC 2181 10.1 lets the signatures of the alias stand beside it, RFC 4034 the NSEC; KEY and NXT
// are their forerunners (RFC 3007, RFC 2535). DNAME has a rule of its own.
bool may_stand_beside(Type type)
{
    switch (type) {
    case Type::CNAME:
    case Type::RRSIG:
    case Type::NSEC:
    case Type::SIG:
    case Type::KEY:
    case Type::NXT:
    case Type::DNAME:
        return true;
    default:
        return false;
    }
}

void check(const RRset& cname, Lint& lint)
{
    Node node = cname.node();
    if (node.is_apex())
        return;
    std::string types;
    std::size_t others = 0;
    for (RRset set : node.rrsets()) {
        if (may_stand_beside(set.type()))
            continue;
        ++others;
        if (lint.describing() && others <= 6)
            types += fmt::format("{}{}", others == 1 ? "" : ", ", others == 6 ? "..." : type_text(set.type()));
    }
    if (others == 0)
        return;
    Draft& draft =
        lint.report(cname.front().place(), "{} is an alias and has other records too: {}", cname.owner(), types);
    std::size_t shown = 0;
    for (RRset set : node.rrsets())
        if (!may_stand_beside(set.type()) && ++shown <= 5)
            draft.note(set.front().place(), fmt::format("the {} data", type_text(set.type())));
    draft.help("keep either the CNAME or the other records");
}

} // namespace

extern const Rule rule{
    .name = "cname-and-other-data",
    .summary = "A name holds a CNAME record and other records.",
    .why = "An alias says that everything about the name stands elsewhere. BIND, Knot and NSD "
           "refuse the "
           "zone.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1034", "3.6.2"), rfc("2181", "10.1")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::CNAME},
    .bad = R"(
www CNAME ns1
www TXT   "the web server"
)",
    .good = R"(
www CNAME ns1
)",
    .check = check,
};

} // namespace zonevet::rules::cname_and_other_data
