#include "lint/rule.h"

namespace zonevet::rules::owner_read_as_ttl {

extern const Rule rule{
    .name = "owner-read-as-ttl",
    .summary = "A blank before a number turns an owner of a reverse zone into a TTL.",
    .why = "The line ` 10 PTR host.` gives the name above a second PTR with a TTL of 10 "
           "seconds, and the address 10 has none. BIND, Knot and NSD load it without a "
           "word.",
    .effect = "the address has no name, and its neighbour has two",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .bad = R"(
$ORIGIN 2.0.192.in-addr.arpa.
@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
@ NS ns1.example.com.
9 PTR nine.example.com.
 10 PTR ten.example.com.
)",
    .good = R"(
$ORIGIN 2.0.192.in-addr.arpa.
@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
@ NS ns1.example.com.
9 PTR nine.example.com.
10 PTR ten.example.com.
)",
    .check = Mistake::ttl_looks_like_owner,
};

} // namespace zonevet::rules::owner_read_as_ttl
