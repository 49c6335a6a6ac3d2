#include "lint/rule.h"
#include "rules/reverse/shared/lost_owner.h"

namespace zonevet::rules::ptr_multiple {

namespace {

void check(const RRset& ptr, Lint& lint)
{
    if (ptr.size() < 2 || !is_reverse_name(ptr.owner()) || has_underscore_label(ptr.owner()))
        return;
    for (Record record : ptr)
        if (has_owner_for_ttl(record))
            return;
    lint.report(ptr[1].place(), "the address {} has {} names", ptr.owner(), ptr.size())
        .note(ptr.front().place(), "the first one")
        .help("keep the one name that the host calls itself");
}

} // namespace

extern const Rule rule{
    .name = "ptr-multiple",
    .summary = "An address has several PTR records.",
    .why = "It is allowed, but most programs take the first that comes, so logs and mail checks see "
           "now one name, now another.",
    .effect = "logs and mail checks see now one name, now another",
    .references = {rfc("2181", "10.2")},
    .level = Level::info,
    .profile = Profile::strict,
    .types = {Type::PTR},
    .bad = R"(
2.0.192.in-addr.arpa. SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
2.0.192.in-addr.arpa. NS ns1.example.com.
5.2.0.192.in-addr.arpa. PTR host.example.com.
5.2.0.192.in-addr.arpa. PTR mail.example.com.
)",
    .good = R"(
2.0.192.in-addr.arpa. SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
2.0.192.in-addr.arpa. NS ns1.example.com.
5.2.0.192.in-addr.arpa. PTR host.example.com.
6.2.0.192.in-addr.arpa. PTR mail.example.com.
)",
    .check = check,
};

} // namespace zonevet::rules::ptr_multiple
