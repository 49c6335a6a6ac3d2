#include "rules/change/shared/changes.h"

namespace zonevet::rules::last_address_removed {

namespace {
bool leads_to_host(const Node& node)
{
    return node.has(Type::A) || node.has(Type::AAAA) || node.has(Type::CNAME) || node.is_delegation() ||
           node.holds_untold() || node.hidden_by();
}

void check_records(const Change& change, Lint& lint)
{
    for (const ChangedSet& set : change.sets()) {
        if ((set.type() != Type::A && set.type() != Type::AAAA) || !set.is_gone())
            continue;
        std::optional<Node> node = change.after().find(set.owner());
        if (!node || !node->has_records() || leads_to_host(*node))
            continue;
        // A name with both kinds of address is told once.
        if (set.type() == Type::AAAA && change.find(set.owner(), Type::A) != nullptr)
            continue;
        report(lint, change, set, "`{}` was the last address of the name, which still has other records",
               words_of(set, change))
            .note(node->first_record().place(), "a record that stays")
            .help("if the name is to go, remove the other records too");
    }
}

// A provider's alias, whose addresses no file shows. The zone's own name has records at the provider, too.
void check_aliases(const Change& change, Lint& lint)
{
    const Zone &before = change.before(), &after = change.after();
    if (change.zone_removed())
        return;
    for (std::uint32_t id = 0; id < before.name_count(); ++id) {
        Node old = before.node(NameId{id});
        if (!(old.is_untold(Type::A) || old.is_untold(Type::AAAA)) || old.uncertain() || !old.in_zone())
            continue;
        std::optional<Node> node = after.find(old.name());
        bool has_records = node && node->has_records();
        bool is_apex = old.name() == after.apex();
        if ((!has_records && !(is_apex && change.complete())) || (node && leads_to_host(*node)) ||
            (change.complete() && after.incomplete()))
            continue;
        // Whatever stands there now is not what it is about.
        Place place = has_records ? node->first_record().place() : change.serial_place();
        lint.report(Place::text(after.span(place)),
                    "`{}` had its addresses from an alias of the provider, which was the last thing that led to a host",
                    old.name().text_below(after.apex()))
            .help(is_apex ? "whoever asks for the name of the zone gets no address"
                          : "if the name is to go, remove the other records too");
    }
}

void check(const Change& change, Lint& lint)
{
    check_records(change, lint);
    check_aliases(change, lint);
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
