#include "base/ascii.h"
#include "rules/names/shared/targets.h"

namespace zonevet::rules::owner_repeats_zone_label {

namespace {

// "_dmarc.www" and "_sip._tcp.www" speak about "www".
Name host_of(Name name)
{
    while (name.first_label().starts_with('_'))
        name = name.parent();
    return name;
}

// Nothing is at the repeated label itself, and what the owner is about exists one label higher.
bool is_meant_higher(const Zone& zone, Name repeated, Name meant)
{
    if (zone.incomplete())
        return false; // something may be at the label after all
    std::optional<Node> top = zone.find(repeated);
    std::optional<Node> host = zone.find(host_of(meant));
    return !top->has_records() && !top->holds_untold() && host && host->has_records();
}

// The zone's first label at the end of the owner, with the dot before it; the whole owner where it is not spelt out.
Place place_of_label(const Record& record, std::string_view text, std::size_t size)
{
    bool is_spelt_out = text.substr(0, text.size() - size).ends_with('.') && text.find('\\') == std::string_view::npos;
    return is_spelt_out ? record.owner_place().within(text.size() - size - 1, text.size()) : record.owner_place();
}

// Nearly all names end here: what stands right before the apex is not its first label.
bool may_repeat(Name name, Name apex)
{
    std::string_view label = apex.wire().substr(0, apex.first_label().size() + 1), wire = name.wire();
    std::size_t from_end = apex.wire().size() + label.size();
    return wire.size() > from_end && same_word(wire.substr(wire.size() - from_end, label.size()), label);
}

void check(const Node& node, Lint& lint)
{
    if (node.zone().is_reverse())
        return; // digits repeat
    Name name = node.name(), apex = node.zone().apex();
    std::size_t above = apex.label_count();
    if (!may_repeat(name, apex) || above < 2 || !name.is_at_or_below(apex))
        return;
    Name repeated = name.ancestor(above + 1);
    if (!same_word(repeated.first_label(), apex.first_label()) || holds_twice(name, apex, true))
        return;
    OwnedName meant(Name(std::string(name.wire().substr(0, name.wire().size() - repeated.wire().size())) +
                         std::string(apex.wire())));
    Record record = node.first_record();
    if (!is_meant_higher(node.zone(), repeated, meant) || repeats_line(record))
        return;
    bool has_text = record.owner_written() && !record.generated();
    std::string_view text = has_text ? written(record, record.owner_place()) : std::string_view();
    std::size_t size = apex.first_label().size();
    bool ends_with_label = text.size() >= size && same_word(text.substr(text.size() - size), apex.first_label());
    Place place = ends_with_label ? place_of_label(record, text, size) : record.owner_place();
    Draft& draft =
        lint.report(place, "{} holds `{}` twice, and {} exists", name, label_text(apex.first_label()), host_of(meant));
    draft.help(fmt::format("was {} meant?", meant.view()));
    if (place.to > 0)
        draft.label("the origin, which is appended, has it already").fix("");
}

} // namespace

extern const Rule rule{
    .name = "owner-repeats-zone-label",
    .summary = "An owner ends with the first label of the zone, so that it stands there twice, and the name that was "
               "meant is one label higher.",
    .why = "In the zone lab.example.com `_acme-challenge.www.lab` is _acme-challenge.www.lab.lab.example.com. It was "
           "copied from a page that names it relative to example.com; who looks for it below www.lab.example.com "
           "finds nothing.",
    .effect = "the record is never found",
    .references = {rfc("1035", "5.1"), rfc("1034", "3.6.1")},
    .confidence = Confidence::medium,
    .bad = R"(
www                     A     192.0.2.3
_acme-challenge.www.example  TXT   "token"
)",
    .good = R"(
www                     A     192.0.2.3
_acme-challenge.www     TXT   "token"
ns.example              A     192.0.2.4
)",
    .check = check,
};

} // namespace zonevet::rules::owner_repeats_zone_label
