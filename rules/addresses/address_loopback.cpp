#include "base/ascii.h"
#include "rules/addresses/shared/purpose.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::address_loopback {

namespace {

// What a distribution ships for names that shall lead nowhere: "@ SOA @ rname.invalid."
bool is_shipped(const Zone& zone)
{
    std::optional<Record> soa = zone.soa();
    Name mailbox = soa ? soa->name(field(Type::SOA, "rname")) : Name();
    return same_word(mailbox.ancestor(1).first_label(), "invalid");
}

void check(const Record& record, Lint& lint)
{
    Purpose purpose = purpose_of(record.rdata());
    if (purpose != Purpose::loopback || repeats_line(record) || is_shipped(record.zone()))
        return;
    // `localhost`, names below it and the old `loopback` mean the machine itself.
    for (Name rest = record.owner(); !rest.is_root(); rest = rest.parent())
        if (same_word(rest.first_label(), "localhost") || same_word(rest.first_label(), "loopback"))
            return;
    lint.report(record.data_place(), "{} has the address {}: everybody who asks is sent to his own machine",
                record.owner(), address_text(record.rdata()))
        .help("write the address of the host in its network, or remove the record");
}

} // namespace

extern const Rule rule{
    .name = "address-loopback",
    .summary = "A name other than localhost has a loopback address.",
    .why = "Everybody who asks connects to his own machine: a line copied from a hosts file, or a "
           "test that stayed.",
    .effect = "nobody can reach the host",
    .references = {rfc("1122", "3.2.1.3"), rfc("4291", "2.5.3")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .types = address_types,
    .bad = R"(
www A 127.0.0.1
)",
    .good = R"(
localhost A 127.0.0.1
localhost AAAA ::1
)",
    .unless = is_global_address,
    .check = check,
};

} // namespace zonevet::rules::address_loopback
