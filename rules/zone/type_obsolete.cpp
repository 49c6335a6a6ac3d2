#include "lint/rule.h"

namespace zonevet::rules::type_obsolete {

namespace {
void check(const RRset& set, Lint& lint)
{
    lint.report(set.front().type_place(), "{} records are out of use; no client asks for this one", set.type())
        .help("remove it");
}
} // namespace

extern const Rule rule{
    .name = "type-obsolete",
    .summary = "A record is of a type that nobody uses any more.",
    .why = "The data is dead weight, and Knot refuses zones that hold some of these types.",
    .references = {rfc("1035", "3.3"), rfc("6563", "1"), rfc("3755"),
                   Reference{"IANA", "DNS resource record types", "https://www.iana.org/assignments/dns-parameters"}},
    .level = Level::info,
    .types = {Type::MB, Type::MG, Type::MR, Type::NUL, Type::WKS, Type::X25, Type::GPOS, Type::NXT, Type::A6, Type::EID,
              Type::NIMLOC, Type::ATMA, Type::SINK, Type::DLV, Type::SIG, Type::UNSPEC},
    .bad = R"(
www A6 0 2001:db8::1
)",
    .good = R"(
www AAAA 2001:db8::1
)",
    .check = check,
};

} // namespace zonevet::rules::type_obsolete
