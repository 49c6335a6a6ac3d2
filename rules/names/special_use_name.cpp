#include "base/ascii.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::special_use_name {

namespace {

constexpr std::string_view top_level[] = {"local", "internal", "lan",   "corp", "home",    "localhost", "localdomain",
                                          "test",  "invalid",  "onion", "alt",  "private", "intranet"};

std::string_view use_of(std::string_view top)
{
    if (top == "localhost" || top == "localdomain")
        return "is the machine itself";
    if (top == "test")
        return "is for tests";
    if (top == "invalid")
        return "is for names that never exist";
    if (top == "onion")
        return "is of the Tor network";
    return top == "alt" ? "is for names outside of the DNS" : "is for private use";
}

std::string_view special_top_of(Name name)
{
    Name top = name.ancestor(1);
    for (std::string_view known : top_level)
        if (same_word(known, top.first_label()))
            return known;
    return {};
}

void check(const Record& record, Lint& lint)
{
    // A reverse zone may well be one of a private network.
    if (record.zone().is_reverse())
        return;
    for (Field target : names_in(record.type())) {
        if (is_mailbox(target))
            continue;
        Name name = record.name(target);
        if (name.is_at_or_below(record.zone().apex()))
            continue;
        std::string_view top = special_top_of(name);
        if (top.empty() || !special_top_of(record.zone().apex()).empty() || name.label_count() < 2)
            continue;
        lint.report(record.at(target), "{} does not exist on the internet: `{}` {}", name, top, use_of(top));
    }
}

} // namespace

extern const Rule rule{
    .name = "special-use-name",
    .summary = "A record leads to a name that exists on private networks only.",
    .why = "Names below local, internal, lan and the like resolve on one network, or nowhere. In a "
           "zone of the "
           "internet the record leads nowhere.",
    .effect = "nobody outside the network can follow the record",
    .references = {rfc("6761", "6"), rfc("6762", "3"), rfc("2606", "2")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .profile = Profile::strict,
    .types = types_with_names,
    .bad = R"(
www CNAME web.corp.
intranet CNAME web.example.local.
)",
    .good = R"(
www CNAME web.example.net.
)",
    .check = check,
};

} // namespace zonevet::rules::special_use_name
