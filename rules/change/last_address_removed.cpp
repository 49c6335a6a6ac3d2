#include "rules/change/shared/changes.h"

namespace zonevet::rules::last_address_removed {

namespace {
void check(const Change& change, Lint& lint)
{
    for (const ChangedSet& set : change.sets()) {
        if ((set.type() != Type::A && set.type() != Type::AAAA) || !set.is_gone())
            continue;
        std::optional<Node> node = change.after().find(set.owner());
        if (!node || !node->has_records() || node->has(Type::A) || node->has(Type::AAAA) ||
            node->has(Type::CNAME) || node->is_delegation() || node->uncertain() ||
            node->hidden_by())
            continue;
        // A name with both kinds of address is told once.
        if (set.type() == Type::AAAA && change.find(set.owner(), Type::A) != nullptr)
            continue;
        report(lint, change, set,
               "`{}` was the last address of the name, which still has other records",
               words_of(set, change))
            .note(node->first_record().place(), "a record that stays")
            .help("if the name is to go, remove the other records too");
    }
}
} // namespace

extern const Rule rule{
    .name = "last-address-removed",
    .summary = "The last address of a name is removed, but other records of the name stay.",
    .why = "The name is still in use: it has mail, text or service records. In 2025 an "
           "automation removed the last address of a database endpoint in this way, and half "
           "of the internet noticed.",
    .effect = "the name no longer leads to a host",
    .references = {rfc("1034", "3.6")},
    .level = Level::warning,
    .bad = R"(
app A 192.0.2.80
app TXT "owner=web"
; becomes
app TXT "owner=web"
)",
    .good = R"(
app A 192.0.2.80
app TXT "owner=web"
; becomes
www A 192.0.2.80
)",
    .check = check,
};

} // namespace zonevet::rules::last_address_removed
