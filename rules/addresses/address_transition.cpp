#include "rules/addresses/shared/purpose.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::address_transition {

namespace {

std::string_view what_it_needs(Purpose purpose)
{
    if (purpose == Purpose::six_to_four)
        return "a relay of 6to4, and few are left";
    return purpose == Purpose::teredo ? "a Teredo server, and those are switched off"
                                      : "the translator of one network (NAT64)";
}

void check(const Record& record, Lint& lint)
{
    Purpose purpose = purpose_of(record.rdata());
    if (!(purpose == Purpose::six_to_four || purpose == Purpose::teredo || purpose == Purpose::translated) ||
        repeats_line(record))
        return;
    lint.report(record.data_place(), "{} has the address {}, which depends on {}", record.owner(),
                address_text(record.rdata()), what_it_needs(purpose))
        .help("write an IPv6 address of the host's own network, or remove the record");
}

} // namespace

extern const Rule rule{
    .name = "address-transition",
    .summary = "An AAAA record holds an address of 6to4, Teredo or NAT64.",
    .why = "6to4 relays are gone from the internet, Teredo is switched off, NAT64 is local to a "
           "network: most clients cannot connect.",
    .effect = "most hosts with IPv6 fail to connect",
    .references = {rfc("7526", "1"), rfc("4380", "2.6"), rfc("6052", "2.1")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .types = address_types,
    .bad = R"(
www AAAA 2002:c000:203::1
)",
    .good = R"(
www AAAA 2001:db8::3
)",
    .unless = is_global_address,
    .check = check,
};

} // namespace zonevet::rules::address_transition
