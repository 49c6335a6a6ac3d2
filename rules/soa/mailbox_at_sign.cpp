#include "lint/rule.h"

namespace zonevet::rules::mailbox_at_sign {

extern const Rule rule{
    .name = "mailbox-at-sign",
    .summary = "The mailbox of a record is written with an at sign.",
    .why = "The first dot of the name stands for the at sign. With a real one Knot and "
           "validns refuse the zone; BIND and NSD publish a mailbox that does not exist.",
    .effect = "nobody can write to the zone's contact",
    .references = {rfc("1035", "3.3.13"), rfc("1035", "5.3")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
@ SOA ns1 hostmaster@example.com. 1 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .good = R"(
@ SOA ns1 hostmaster.example.com. 1 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .check = Mistake::mailbox_at_sign,
};

} // namespace zonevet::rules::mailbox_at_sign
