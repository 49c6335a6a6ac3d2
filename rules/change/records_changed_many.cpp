#include "rules/change/shared/changes.h"

namespace zonevet::rules::records_changed_many {

namespace {
constexpr Option at_least{"at-least", Option::Kind::number, 20, "", "fewer changed records are never too many"};
constexpr Option max_percent{"max-percent", Option::Kind::number, 30, "", "part of the zone that may change its data"};
constexpr Option min_before{"min-before", Option::Kind::number, 0, "",
                            "the part of a zone of fewer records says nothing"};

// Records that stand in the place of others; a TTL alone is no other answer.
std::size_t replaced(const ChangedSet& set)
{
    std::size_t count = 0;
    if (!is_made_by_signer(set.type()) && !set.uncertain)
        for (const ChangedRecord& record : set.records())
            count += record.before && record.after && record.before->rdata() != record.after->rdata();
    return count;
}

void check(const Change& change, Lint& lint)
{
    if (!change.complete())
        return;
    std::size_t changed = 0;
    const ChangedSet* first = nullptr;
    for (const ChangedSet& set : change.sets()) {
        if (set.type() == Type::SOA)
            continue;
        std::size_t count = replaced(set);
        changed += count;
        if (count > 0 && first == nullptr)
            first = &set;
    }
    if (!is_too_large(changed, change, lint, {at_least, max_percent, min_before}))
        return;
    std::size_t all = records_by_hand(change.before());
    report(lint, change, *first, "the change gives {} of {} records other data; this is the first", changed, all)
        .help("see whether a search and replace took more than it should, or the file is of another environment");
}
} // namespace

extern const Rule rule{
    .name = "records-changed-many",
    .summary = "The change gives a large part of the zone other data.",
    .why = "A search and replace that caught more than it should, an export of the wrong environment: each line "
           "is valid, and half of the hosts answer with addresses of somebody else.",
    .effect = "hosts that nobody meant to touch lead elsewhere",
    .references = {rfc("1035", "5.2")},
    .level = Level::warning,
    .options = {at_least, max_percent, min_before},
    .bad = R"(
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 198.51.100.1
ns2 A 203.0.113.2
h0 A 192.0.2.10
h1 A 192.0.2.11
h2 A 192.0.2.12
h3 A 192.0.2.13
h4 A 192.0.2.14
h5 A 192.0.2.15
h6 A 192.0.2.16
h7 A 192.0.2.17
h8 A 192.0.2.18
h9 A 192.0.2.19
h10 A 192.0.2.20
h11 A 192.0.2.21
h12 A 192.0.2.22
h13 A 192.0.2.23
h14 A 192.0.2.24
h15 A 192.0.2.25
h16 A 192.0.2.26
h17 A 192.0.2.27
h18 A 192.0.2.28
h19 A 192.0.2.29
; becomes
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 198.51.100.1
ns2 A 203.0.113.2
h0 A 192.0.2.110
h1 A 192.0.2.111
h2 A 192.0.2.112
h3 A 192.0.2.113
h4 A 192.0.2.114
h5 A 192.0.2.115
h6 A 192.0.2.116
h7 A 192.0.2.117
h8 A 192.0.2.118
h9 A 192.0.2.119
h10 A 192.0.2.120
h11 A 192.0.2.121
h12 A 192.0.2.122
h13 A 192.0.2.123
h14 A 192.0.2.124
h15 A 192.0.2.125
h16 A 192.0.2.126
h17 A 192.0.2.127
h18 A 192.0.2.128
h19 A 192.0.2.129
)",
    .good = R"(
@ SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 198.51.100.1
ns2 A 203.0.113.2
h0 A 192.0.2.10
h1 A 192.0.2.11
h2 A 192.0.2.12
h3 A 192.0.2.13
h4 A 192.0.2.14
h5 A 192.0.2.15
h6 A 192.0.2.16
h7 A 192.0.2.17
; becomes
@ SOA ns1 hostmaster 2026011501 7200 3600 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 198.51.100.1
ns2 A 203.0.113.2
h0 A 192.0.2.110
h1 A 192.0.2.111
h2 A 192.0.2.112
h3 A 192.0.2.113
h4 A 192.0.2.114
h5 A 192.0.2.115
h6 A 192.0.2.116
h7 A 192.0.2.117
)",
    .check = check,
};

} // namespace zonevet::rules::records_changed_many
