// A reader of a change looks at its lines. "mx-target-missing" at an MX record nobody touched would
// send them away from the line that took the address out.
#include "lint/review_places.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace zonevet {

namespace {

bool is_changed(const ChangedSet& set, const std::string& data)
{
    return set.ttl_changed() || std::any_of(set.added.begin(), set.added.end(),
                                            [&](const Record& record) { return record.data_text() == data; });
}

// The set that changed at `name`, or else at what decides about it: a name above it, or a wildcard.
const ChangedSet* change_at(const Change& change, Name name)
{
    Name apex = change.after().apex();
    auto at = [&](Name owner) -> const ChangedSet* {
        auto first = std::lower_bound(change.sets().begin(), change.sets().end(), owner,
                                      [](const ChangedSet& set, Name key) { return canonical_less(set.owner(), key); });
        const ChangedSet* found = nullptr;
        for (; first != change.sets().end() && first->owner() == owner; ++first) {
            if (first->type() == Type::SOA)
                continue;
            if (found == nullptr || (!first->removed.empty() && found->removed.empty()))
                found = &*first;
        }
        return found;
    };
    for (; name.is_at_or_below(apex); name = name.parent()) {
        if (const ChangedSet* set = at(name))
            return set;
        if (name == apex || name.is_root())
            break;
        char wire[256] = "\1*";
        std::string_view rest = name.parent().wire();
        if (rest.size() + 2 <= 255) {
            std::copy(rest.begin(), rest.end(), wire + 2);
            if (const ChangedSet* set = at(Name({wire, rest.size() + 2})))
                return set;
        }
    }
    return nullptr;
}

std::vector<OwnedName> names_in(const Zone& zone, Name owner, Type type, const std::string& data)
{
    std::vector<OwnedName> names;
    const TypeSpec* spec = find_type(type);
    std::optional<Node> node = zone.find(owner);
    std::optional<RRset> set = node ? node->find(type) : std::nullopt;
    if (spec == nullptr || !set)
        return names;
    for (Record record : *set) {
        if (record.data_text() != data)
            continue;
        for (std::size_t i = 0; i < spec->fields.size(); ++i)
            if (spec->fields[i].kind == FieldKind::name)
                names.emplace_back(record.name({type, static_cast<std::uint8_t>(i)}));
        break;
    }
    return names;
}

// What made this record wrong although nobody touched it.
const ChangedSet* cause_of(const Change& change, const Finding& finding, Name owner, Type type)
{
    for (const OwnedName& name : names_in(change.after(), owner, type, finding.data))
        if (const ChangedSet* set = change_at(change, name))
            return set;
    if (const ChangedSet* set = change_at(change, owner))
        return set;
    const ChangedSet* only = nullptr;
    for (const ChangedSet& set : change.sets()) {
        if (set.type() == Type::SOA)
            continue;
        if (only != nullptr)
            return nullptr;
        only = &set;
    }
    return only;
}

std::string words_for(const ChangedSet& set, Name apex)
{
    return fmt::format("{} {}", set.owner().text_below(apex), set.type());
}

void move_to(Finding& finding, const Change& change, const ChangedSet* cause)
{
    Name apex = change.after().apex();
    bool is_removal = cause != nullptr && cause->added.empty() && !cause->removed.empty();
    if (is_removal && !change.after().soa() && !change.zone_removed()) {
        // No serial to show a removal at; any other line would be about something else.
        finding.label = fmt::format("not changed, but `{}` was removed", words_for(*cause, apex));
        finding.notes.insert(finding.notes.begin(),
                             {change.before().span(cause->removed.front().place()), "what is removed"});
        return;
    }
    finding.notes.insert(finding.notes.begin(), {finding.span, "this record was not changed"});
    if (finding.fix) // it is about the place we leave
        finding.help += fmt::format("{}there: `{}`", finding.help.empty() ? "" : "; ", *finding.fix);
    finding.fix.reset();
    finding.span = change.after().span(cause != nullptr ? change.place(*cause) : change.serial_place());
    if (cause == nullptr)
        finding.label = "since this change";
    else if (is_removal)
        finding.label =
            fmt::format("`{}` was removed; a removal has no line, so it is shown here", words_for(*cause, apex));
    else
        finding.label = "because of this";
}

} // namespace

void place_findings(const Change& change, std::vector<Finding>& findings, ZoneDiff& diff)
{
    Name apex = change.after().apex();
    struct Placed {
        Finding finding;
        std::string line, data; // the line of the diff it belongs to: "www A" and its data
    };
    std::vector<Placed> placed;
    for (Finding& finding : findings) {
        Placed item{std::move(finding), "", ""};
        OwnedName owner;
        // What has no owner is about text, which stands where it was written.
        if (!item.finding.owner.empty() && to_name(item.finding.owner, owner)) {
            Type type = type_from_text(item.finding.type);
            const ChangedSet* set = change.find(owner, type);
            if (is_about_change(item.finding.rule->check) || change.zone_added() ||
                (set != nullptr && is_changed(*set, item.finding.data))) {
                item.line = owner.view().text_below(apex) + ' ' + item.finding.type;
                item.data = item.finding.data;
            } else {
                const ChangedSet* cause = cause_of(change, item.finding, owner, type);
                move_to(item.finding, change, cause);
                if (cause != nullptr)
                    item.line = words_for(*cause, apex);
            }
        }
        placed.push_back(std::move(item));
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
        return std::tie(a.finding.span.source, a.finding.span.begin) <
               std::tie(b.finding.span.source, b.finding.span.begin);
    });
    std::multimap<std::string, std::size_t> lines;
    for (std::size_t i = 0; i < diff.lines.size(); ++i)
        lines.emplace(diff.lines[i].owner + ' ' + diff.lines[i].type, i);
    findings.clear();
    for (Placed& item : placed) {
        auto [begin, end] = lines.equal_range(item.line);
        if (begin != end) {
            auto exact = std::find_if(begin, end, [&](const auto& line) {
                return diff.lines[line.second].after == item.data || diff.lines[line.second].before == item.data;
            });
            diff.lines[exact == end ? begin->second : exact->second].findings.push_back(findings.size());
        }
        findings.push_back(std::move(item.finding));
    }
}

} // namespace zonevet
