#include "lint/rule.h"

#include <fmt/format.h>

namespace zonevet::rules::srv_absent_and_present {

namespace {

constexpr Field target = field(Type::SRV, "target");

void check(const RRset& set, Lint& lint)
{
    std::optional<Record> absent, present;
    for (Record srv : set)
        (srv.name(target).is_root() ? absent : present) = srv;
    if (!absent || !present)
        return;
    lint.report(absent->at(target), "{} is not offered (`.`) and offered by {} at once", set.owner(),
                present->name(target))
        .note(present->place(), "here it is offered")
        .help("remove this record, or the others");
}

} // namespace

extern const Rule rule{
    .name = "srv-absent-and-present",
    .summary = "A service is declared absent beside records that offer it.",
    .why = "The target `.` says that the service is decidedly not offered. Beside other records "
           "some clients give up and others connect, depending on the order they see.",
    .effect = "some clients do not connect to the service",
    .references = {rfc("2782")},
    .level = Level::error,
    .types = {Type::SRV},
    .bad = R"(
_imap._tcp  SRV  0 0 0 .
_imap._tcp  SRV  10 0 143 ns1
)",
    .good = R"(
_imap._tcp   SRV  0 0 0 .
_imaps._tcp  SRV  10 0 993 ns1
)",
    .check = check,
};

} // namespace zonevet::rules::srv_absent_and_present
