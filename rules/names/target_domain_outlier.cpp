#include "dns/public_suffix.h"
#include "rules/names/shared/targets.h"
#include "text/source.h"

#include <algorithm>

namespace zonevet::rules::target_domain_outlier {

namespace {

constexpr std::size_t looked_at = 32;

std::string without_digits(std::string_view text)
{
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c < '0' || c > '9'; });
    return out;
}

// "provder.com" beside "provider.com". Providers number their domains, and have them below several suffixes.
bool is_slip_of(std::string_view domain, std::string_view other)
{
    std::size_t dot = domain.find('.'), its_dot = other.find('.');
    if (dot == std::string_view::npos || its_dot == std::string_view::npos || dot < 4 ||
        domain.substr(dot) != other.substr(its_dot))
        return false;
    domain = domain.substr(0, dot);
    other = other.substr(0, its_dot);
    return is_one_slip(domain, other) && without_digits(domain) != without_digits(other);
}

// A slip has two siblings at least below the same top-level domain, and not all of them have one parent. Zones
// of delegations have millions of sets, and nearly all of them end here.
bool may_hold_slip(const RRset& set, Field field)
{
    Name first = set.front().name(field);
    bool one_parent = true;
    for (Record record : set)
        one_parent = one_parent && record.name(field).parent() == first.parent();
    if (one_parent)
        return false;
    for (Record one : set) {
        Name top = one.name(field).ancestor(1);
        int below = 0;
        for (Record other : set)
            below += other.name(field).ancestor(1) == top;
        if (below >= 3)
            return true;
    }
    return false;
}

void check(const RRset& set, Lint& lint)
{
    const Few<Field, 2>& fields = names_in(set.type());
    if (set.size() < 3 || set.size() > looked_at || !may_hold_slip(set, fields[0]))
        return;
    const Zone& zone = set.zone();
    std::vector<std::pair<std::string, Record>> domains;
    for (Record record : set) {
        Name name = record.name(fields[0]);
        if (name.label_count() >= 2 && !name.is_at_or_below(zone.apex()))
            domains.emplace_back(registered_domain(name.text()), record);
    }
    auto count = [&](std::string_view domain) {
        return std::count_if(domains.begin(), domains.end(), [&](const auto& each) { return each.first == domain; });
    };
    for (const auto& [domain, record] : domains)
        for (const auto& [other, sibling] : domains)
            if (count(other) >= 2 && count(domain) == 1 && is_slip_of(domain, other)) {
                lint.report(record.at(fields[0]), "`{}` is one slip away from `{}`, where the others are", domain,
                            other)
                    .note(sibling.at(fields[0]), "one of them")
                    .help("compare it with what the provider gave you");
                break;
            }
}

} // namespace

extern const Rule rule{
    .name = "target-domain-outlier",
    .summary = "One of several servers is in a domain that is one slip away from that of the others.",
    .why = "The misspelt name works as long as the others do: resolvers and mailers go on to the next, and nobody "
           "notices, until somebody registers the domain and gets his share of the traffic.",
    .effect = "part of the traffic goes nowhere, or to whoever registers the misspelt name",
    .references = {{"Krebs on Security", "2025-01-22",
                    "https://krebsonsecurity.com/2025/01/mastercard-dns-error-went-unnoticed-for-years/"}},
    .level = Level::error,
    .confidence = Confidence::medium,
    .types = {Type::NS, Type::MX, Type::SRV},
    .bad = R"(
@ MX 10 mx1.provider.com.
@ MX 20 mx2.provider.com.
@ MX 30 mx3.provder.com.
)",
    .good = R"(
@ MX 10 mx1.provider.com.
@ MX 20 mx2.provider.com.
@ MX 30 mx3.provider2.com.
@ MX 30 mx3.provider.net.
)",
    .check = check,
};

} // namespace zonevet::rules::target_domain_outlier
