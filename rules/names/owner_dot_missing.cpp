#include "base/ascii.h"
#include "dns/public_suffix.h"
#include "rules/names/shared/targets.h"

#include <algorithm>
#include <vector>

namespace zonevet::rules::owner_dot_missing {

namespace {

// More of them are no slip: zones of CDNs, block lists and response policies hold foreign names.
constexpr std::size_t too_many = 12;

constexpr Field cname_target = field(Type::CNAME, "target");

bool is_country(std::string_view label)
{
    return label.size() == 2;
}

// "CNAME .", "CNAME *." and "CNAME rpz-drop." mean something in zones of response policies only.
bool is_policy(const Node& node)
{
    std::optional<RRset> cname = node.find(Type::CNAME);
    if (!cname)
        return false;
    Name target = cname->front().name(cname_target);
    return target.is_root() ||
           (target.label_count() == 1 && (target.is_wildcard() || target.first_label().starts_with("rpz-")));
}

// Zones of response policies hold foreign names, whatever is said of them.
bool is_named_policy(Name apex)
{
    for (Name rest = apex; !rest.is_root(); rest = rest.parent())
        if (rest.first_label().find("rpz") != std::string_view::npos)
            return true;
    return false;
}

// A name below the apex whose labels from here down to the apex are a suffix like "com" or "co.uk".
// Country codes alone are taken: too many names end in `de` or `us` on purpose.
bool is_suffix(const Node& node)
{
    std::string_view label = node.name().first_label();
    if (label.size() == 3 && node.parent().is_apex()) {
        static constexpr std::string_view known[] = {"com", "net", "org", "edu", "gov"};
        for (std::string_view suffix : known)
            if (same_word(suffix, label))
                return true;
    }
    Name parent = node.name().parent();
    if (!is_country(parent.first_label()) || node.parent().is_apex())
        return false;
    return is_public_suffix(fmt::format("{}.{}", label_text(label), label_text(parent.first_label())));
}

void check(const Zone& zone, Lint& lint)
{
    // The apex of a fragment is not known, so neither is what may stand below it.
    if (zone.apex().is_root() || is_named_policy(zone.apex()))
        return;
    // Names come after their parents, so one pass marks all that lies below a suffix.
    std::vector<std::uint8_t> below; // 1: a suffix, 2: a domain, 3: deeper; made when first needed
    std::vector<Node> found;
    for (std::uint32_t id = 1; id < zone.name_count(); ++id) {
        Node node(zone, NameId{id});
        if (!below.empty())
            if (std::uint8_t parent = below[static_cast<std::uint32_t>(node.parent().id())]; parent != 0) {
                below[id] = std::min<std::uint8_t>(3, static_cast<std::uint8_t>(parent + 1));
                if (node.has_records() && below[id] == 3)
                    found.push_back(node);
                continue;
            }
        if (node.name().first_label().size() > 3 || !node.in_zone() || node.is_apex() || node.has_records() ||
            !is_suffix(node))
            continue;
        if (below.empty())
            below.resize(zone.name_count(), 0);
        below[id] = 1;
    }
    if (found.size() > too_many || std::any_of(found.begin(), found.end(), is_policy))
        return;
    for (Node node : found) {
        Record record = node.first_record();
        if (!record.owner_written() || record.generated())
            continue;
        std::string_view text = written(record, record.owner_place());
        if (!is_relative(text) || repeats_origin(zone, node.name(), text) || repeats_origin(zone, node.name(), {}))
            continue;
        // Servers that save a zone put the tail into an $ORIGIN.
        std::string whole = node.name().text_below(zone.apex());
        if (ends_in_public_suffix(text))
            lint.report(record.owner_place(), "`{}` has no final dot and becomes {}", text, node.name())
                .label("looks like a whole name")
                .help(fmt::format("if {}. is meant, it belongs in another zone's file", whole));
        else if (ends_in_public_suffix(whole))
            lint.report(record.owner_place(), "`{}` becomes {}: `{}` looks like a whole name", text, node.name(), whole)
                .help(fmt::format("if {}. is meant, it belongs in another zone's file", whole));
    }
}

} // namespace

extern const Rule rule{
    .name = "owner-dot-missing",
    .summary = "An owner looks like a whole name of another domain, but is relative and lands in "
               "this zone.",
    .why = "`www.example.net` in example.com is www.example.net.example.com: the record went into "
           "the wrong "
           "file, and www.example.net is without it.",
    .effect = "the name that was meant does not resolve",
    .references = {rfc("1035", "5.1")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .bad = R"(
www.example.net A 192.0.2.3
)",
    .good = R"(
www.net A 192.0.2.3
www.de  A 192.0.2.4
)",
    .check = check,
};

} // namespace zonevet::rules::owner_dot_missing
