#include "rules/change/shared/changes.h"

namespace zonevet::rules::name_hides_wildcard {

namespace {
bool is_served(const Answer& answer)
{
    return answer.by_wildcard && (answer.is == Existence::found || answer.is == Existence::alias);
}

void check(const Change& change, Lint& lint)
{
    Name apex = change.after().apex();
    for (const ChangedSet& set : change.sets()) {
        if (!set.is_new())
            continue;
        // The new owner, and the names above it that exist only since it does.
        for (Name name = set.owner(); name != apex && !change.before().find(name); name = name.parent()) {
            if (name.is_wildcard() || name.first_label().starts_with('_') ||
                !is_served(change.before().look_up_address(name)) || !change.after().look_up_address(name).missing())
                continue;
            report(lint, change, set, "`{}` makes `{}` exist, which the wildcard gave an address until now",
                   words_of(set, change), name.text_below(apex))
                .help("add the address of the wildcard to the name itself");
        }
    }
}
} // namespace

extern const Rule rule{
    .name = "name-hides-wildcard",
    .summary = "A new record takes a name away from the wildcard that gave it an address.",
    .why = "A wildcard answers only for names that do not exist. With any record of its own, "
           "or below it, the name exists, and the address the wildcard gave it is gone. An "
           "_acme-challenge record is enough to take a site down.",
    .effect = "the name has no address any more",
    .references = {rfc("4592", "2.2.1"), rfc("4592", "3.3.1")},
    .level = Level::error,
    .bad = R"(
* A 192.0.2.80
; becomes
* A 192.0.2.80
_acme-challenge.shop TXT "token"
)",
    .good = R"(
* A 192.0.2.80
; becomes
* A 192.0.2.80
_acme-challenge.shop TXT "token"
shop A 192.0.2.80
)",
    .check = check,
};

} // namespace zonevet::rules::name_hides_wildcard
