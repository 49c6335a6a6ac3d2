#include "lint/rule.h"

#include <fmt/format.h>

namespace zonevet::rules::mx_null_preference {

namespace {

constexpr Field preference = field(Type::MX, "preference");
constexpr Field exchange = field(Type::MX, "exchange");

void check(const RRset& set, Lint& lint)
{
    Record mx = set.front();
    if (set.size() != 1 || !mx.name(exchange).is_root() || mx.number(preference) == 0)
        return;
    lint.report(mx.at(preference), "{} says that it accepts no mail, but with preference {}", mx.owner(),
                mx.number(preference))
        .help("write `0 .` when no mail is accepted, else name the mail server")
        .fix("0");
}

} // namespace

extern const Rule rule{
    .name = "mx-null-preference",
    .summary = "A null MX has another preference than 0.",
    .why = "The record that says that a domain accepts no mail is `0 .`. With another preference it "
           "looks as if the name of the mail server were missing.",
    .effect = "senders may not take the domain for one without mail",
    .references = {rfc("7505", "3")},
    .level = Level::warning,
    .types = {Type::MX},
    .bad = R"(
@  MX  10 .
)",
    .good = R"(
@  MX  0 .
)",
    .check = check,
};

} // namespace zonevet::rules::mx_null_preference
