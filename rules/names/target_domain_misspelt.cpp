#include "dns/public_suffix.h"
#include "rules/names/shared/misspelt.h"
#include "rules/names/shared/targets.h"

#include <array>
#include <functional>

namespace zonevet::rules::target_domain_misspelt {

namespace {

// Most records of a large zone lead into one of a few domains. Those that were found sound are kept.
bool is_known_as_sound(const Zone& zone, Name domain, bool sound)
{
    struct Memo {
        std::uint64_t zone = 0;
        std::string_view domain; // in the zone's store
    };
    thread_local std::array<Memo, 256> memos;
    Memo& memo = memos[std::hash<std::string_view>()(domain.wire()) % memos.size()];
    if (sound)
        memo = {zone.serial(), domain.wire()};
    return memo.zone == zone.serial() && memo.domain == domain.wire();
}

void check(const Record& record, Lint& lint)
{
    const Zone& zone = record.zone();
    for (Field target : names_in(record.type())) {
        Name name = record.name(target);
        if (name.is_at_or_below(zone.apex()) || is_mailbox(target) || name.label_count() < 2 ||
            is_known_as_sound(zone, name.ancestor(2), false))
            continue;
        if (is_far_from_well_known(name)) {
            is_known_as_sound(zone, name.ancestor(2), true);
            continue;
        }
        std::string domain = well_known_domain_meant(name);
        if (domain.empty()) {
            // Registered below a suffix of several labels, names need a look each.
            if (!is_public_suffix(name.ancestor(2).text()))
                is_known_as_sound(zone, name.ancestor(2), true);
            continue;
        }
        // The owner of the zone may have a name like a provider's.
        if (registered_domain(zone.apex().text()) == registered_domain(name.text()) || is_miswritten(record, target) ||
            repeats_line(record))
            continue;
        lint.report(record.at(target), "{} is one slip away from a name below `{}`", name, domain)
            .help("compare it with what the provider gave you");
    }
}

} // namespace

extern const Rule rule{
    .name = "target-domain-misspelt",
    .summary = "A record leads into a domain that is one slip away from a well known one.",
    .why = "For years a payment company's zone named one of its five servers below akam.ne instead of "
           "akam.net: whoever bought that name could have answered every fifth query.",
    .effect = "the traffic goes nowhere, or to whoever registers the misspelt name",
    .references = {{"Krebs on Security", "2025-01-22",
                    "https://krebsonsecurity.com/2025/01/mastercard-dns-error-went-unnoticed-for-years/"}},
    .level = Level::error,
    .confidence = Confidence::medium,
    .types = types_with_names,
    .bad = R"(
www  CNAME d111111abcdef8.cloudfornt.net.
mail CNAME ghs.googlehosted.cmo.
)",
    .good = R"(
www  CNAME d111111abcdef8.cloudfront.net.
mail CNAME ghs.googlehosted.com.
lan  CNAME server.office.lan.
)",
    .check = check,
};

} // namespace zonevet::rules::target_domain_misspelt
