#include "rules/svcb/shared/parameters.h"

namespace zonevet::rules::svcb_alias_loop {

namespace {
// Clients give up long before (RFC 9460 3.1).
constexpr int longest_chain = 16;

std::optional<Record> alias_at(const Answer& answer)
{
    if (answer.is == Existence::found)
        for (Record svcb : *answer.rrset)
            if (is_alias(svcb))
                return svcb;
    return {};
}

void check(const Record& svcb, Lint& lint)
{
    if (!is_alias(svcb))
        return;
    if (svcb.name(svcb_target) == svcb.owner()) {
        lint.report(svcb.at(svcb_target), "{} is an alias of itself", svcb.owner())
            .help("write `1 .` if the name serves itself, else name the host that does");
        return;
    }
    std::optional<Record> next = svcb, last;
    RecordId first = svcb.id();
    std::string way;
    for (int steps = 1; steps < longest_chain; ++steps) {
        last = next;
        next = alias_at(svcb.zone().look_up(next->name(svcb_target), svcb.type()));
        if (!next || next->name(svcb_target) == next->owner())
            return;
        first = std::min(first, next->id());
        if (next->owner() != svcb.owner()) {
            if (lint.describing())
                way += fmt::format("{}{}", way.empty() ? "" : ", ", next->owner());
            continue;
        }
        // Once for the whole loop.
        if (first == svcb.id())
            lint.report(svcb.at(svcb_target), "the alias of {} leads back to it by way of {}", svcb.owner(), way)
                .note(last->at(svcb_target), "here it leads back")
                .help("let one of them name the host that serves");
        return;
    }
}
} // namespace

extern const Rule rule{
    .name = "svcb-alias-loop",
    .summary = "An SVCB or HTTPS alias leads back to its own name.",
    .why = "Clients that follow the alias never reach a server; they give up or fall back to the "
           "bare name.",
    .effect = "clients that use the record cannot connect",
    .references = {rfc("9460", "2.4.2"), rfc("9460", "3.1")},
    .level = Level::error,
    .types = {Type::SVCB, Type::HTTPS},
    .bad = R"(
@     HTTPS  0 @
)",
    .good = R"(
@     HTTPS  0 ns1
ns1   HTTPS  1 . alpn=h2
)",
    .check = check,
};

} // namespace zonevet::rules::svcb_alias_loop
