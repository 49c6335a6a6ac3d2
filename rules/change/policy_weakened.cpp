#include "rules/change/shared/changes.h"

namespace zonevet::rules::policy_weakened {

namespace {
constexpr Field text = field(Type::TXT, "text");
constexpr const char* help = "keep the stronger word unless it refuses mail that is yours";

// How strict the policy of a TXT record set is; nothing: it has none, or several.
struct Policy {
    int strength = 0;
    std::string word;
};

std::optional<Policy> spf_of(std::string_view all)
{
    if (all.substr(0, 6) != "v=spf1")
        return {};
    for (auto [word, strength] :
         {std::pair("-all", 3), std::pair("~all", 2), std::pair("?all", 1), std::pair("+all", 0)})
        if (all.find(word) != std::string_view::npos)
            return Policy{strength, word};
    return all.find(" all") != std::string_view::npos ? Policy{0, "all"} : Policy{1, "no `all`"};
}

std::optional<Policy> dmarc_of(std::string_view all)
{
    if (all.substr(0, 8) != "v=DMARC1")
        return {};
    std::size_t at = all.find("p=");
    while (at != std::string_view::npos && all[at - 1] != ' ' && all[at - 1] != ';')
        at = all.find("p=", at + 1); // "sp="
    if (at == std::string_view::npos)
        return {};
    for (auto [word, strength] : {std::pair("reject", 2), std::pair("quarantine", 1), std::pair("none", 0)})
        if (all.substr(at + 2).starts_with(word))
            return Policy{strength, fmt::format("p={}", word)};
    return {};
}

std::optional<Policy> policy_in(const std::optional<RRset>& set, std::optional<Policy> (*of)(std::string_view))
{
    std::optional<Policy> found;
    if (set)
        for (Record record : *set)
            if (std::optional<Policy> policy = of(record.joined_text(text))) {
                if (found)
                    return {};
                found = policy;
            }
    return found;
}

bool has_any(const std::optional<RRset>& set, std::optional<Policy> (*of)(std::string_view))
{
    if (set)
        for (Record record : *set)
            if (of(record.joined_text(text)))
                return true;
    return false;
}

void compare(const Change& change, Lint& lint, const ChangedSet& set, std::string_view name,
             std::optional<Policy> (*of)(std::string_view))
{
    std::optional<Policy> before = policy_in(set.before, of), after = policy_in(set.after, of);
    if (before && after && after->strength < before->strength)
        report(lint, change, set, "the {} policy of `{}` goes from `{}` to `{}`", name, owner_of(set, change),
               before->word, after->word)
            .help(help);
    bool gone = before && !after && before->strength > 0 && !has_any(set.after, of);
    if (gone && !set.uncertain)
        report(lint, change, set, "the {} policy of `{}` (`{}`) is removed", name, owner_of(set, change), before->word)
            .help("put the record back unless the policy stands elsewhere now");
}

void check(const Change& change, Lint& lint)
{
    if (change.zone_removed())
        return;
    for (const ChangedSet& set : change.sets()) {
        if (set.type() == Type::TXT) {
            compare(change, lint, set, "SPF", spf_of);
            compare(change, lint, set, "DMARC", dmarc_of);
        }
        if (set.type() == Type::CAA && set.is_gone())
            report(lint, change, set, "without the CAA records of `{}` any authority may issue its certificates",
                   owner_of(set, change))
                .effect("whoever deceives any of the authorities gets a certificate for the name")
                .help("put them back, with the authorities that are in use now");
    }
}
} // namespace

extern const Rule rule{
    .name = "policy-weakened",
    .summary = "A policy against forged mail or certificates becomes weaker.",
    .why = "SPF, DMARC and CAA tell others what to refuse. With a weaker word, or without the "
           "record, mail in the name of the domain is accepted from anywhere, or any authority "
           "may issue its certificates. Nothing fails, so nobody notices.",
    .effect = "forged mail that was refused is accepted",
    .references = {rfc("7208", "4.6.2"), rfc("7489", "6.3"), rfc("8659")},
    .level = Level::warning,
    .bad = R"(
@ TXT "v=spf1 mx -all"
; becomes
@ TXT "v=spf1 mx ~all"
)",
    .good = R"(
_dmarc TXT "v=DMARC1; p=none"
; becomes
_dmarc TXT "v=DMARC1; p=reject"
)",
    .check = check,
};

} // namespace zonevet::rules::policy_weakened
