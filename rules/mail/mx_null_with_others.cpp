#include "lint/rule.h"

#include <fmt/format.h>

namespace zonevet::rules::mx_null_with_others {

namespace {

constexpr Field exchange = field(Type::MX, "exchange");

void check(const RRset& set, Lint& lint)
{
    std::optional<Record> null, other;
    for (Record mx : set)
        (mx.name(exchange).is_root() ? null : other) = mx;
    if (!null || !other)
        return;
    lint.report(null->at(exchange), "{} accepts no mail (`.`) and has the mail server {} at once", set.owner(),
                other->name(exchange))
        .label("no mail is accepted")
        .note(other->place(), "mail is accepted")
        .help("remove this record, or the others");
}

} // namespace

extern const Rule rule{
    .name = "mx-null-with-others",
    .summary = "A null MX stands beside other MX records.",
    .why = "The target `.` says that a domain accepts no mail at all. Beside a mail server some "
           "senders refuse to send, others deliver.",
    .effect = "some senders refuse to deliver mail",
    .references = {rfc("7505", "3")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::MX},
    .bad = R"(
@  MX  0 .
@  MX  10 ns1
)",
    .good = R"(
@     MX  10 ns1
no    MX  0 .
)",
    .check = check,
};

} // namespace zonevet::rules::mx_null_with_others
