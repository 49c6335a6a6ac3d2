// What a review shows although no RRset holds it. Nobody can say what it means, but everybody that it changed.
#include "lint/kept_records.h"

#include "base/ascii.h"
#include "syntax/lexer.h"
#include "syntax/words.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

namespace zonevet {

namespace {

// The records of a zone by where their entries begin.
using Entries = std::vector<std::pair<Position, RecordId>>;

Entries entries_of(const Zone& zone)
{
    Entries entries;
    for (std::uint32_t i = 0; i < zone.record_count(); ++i)
        entries.emplace_back(zone.record(RecordId{i}).entry(), RecordId{i});
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return entries;
}

// Whose owner a line has that begins with a blank.
std::string owner_before(const Zone& zone, const Entries& entries, Position entry)
{
    auto next =
        std::lower_bound(entries.begin(), entries.end(), entry, [](const auto& a, Position b) { return a.first < b; });
    bool is_there = next != entries.begin() && std::prev(next)->first.source() == entry.source();
    return is_there ? zone.record(std::prev(next)->second).owner().text() : "?";
}

std::string absolute(std::string_view name, const std::string& origin)
{
    if (name == "@")
        return origin;
    return name.ends_with('.') ? std::string(name) : std::string(name) + "." + (origin == "." ? "" : origin);
}

KeptRecord unread_entry(const Zone& zone, const Entries& entries, Position at, const EntryText& entry,
                        std::string_view source, const std::string& origin)
{
    KeptRecord kept;
    kept.span = {at.source(), at.offset(), at.offset() + entry.text.size()};
    while (kept.span.end > kept.span.begin && (source[kept.span.end - 1] == '\n' || source[kept.span.end - 1] == '\r'))
        --kept.span.end;
    bool is_directive = entry.words[0].text.starts_with('$');
    Head head = read_head(entry.words, entry.leading_blank);
    std::size_t type = std::min(is_directive              ? 0
                                : head.type != Head::none ? head.type
                                                          : head.wrong,
                                entry.words.size());
    bool has_owner = !is_directive && !entry.leading_blank && type > 0;
    kept.record.owner = is_directive ? "@"
                        : has_owner  ? absolute(entry.words[0].text, origin)
                                     : owner_before(zone, entries, at);
    if (type < entry.words.size())
        kept.record.type = entry.words[type].text;
    else
        type = has_owner ? 0 : Head::none; // all behind the owner
    for (std::size_t i = type + 1; i < entry.words.size(); ++i)
        kept.record.value += (kept.record.value.empty() ? "" : " ") + std::string(outer_text(entry.words[i], source));
    return kept;
}

bool has_unread(const BuiltZone& built)
{
    const Zone& zone = *built.zone;
    if (!built.problems.list().empty() || zone.incomplete())
        return true;
    for (std::uint32_t id = 0; id < zone.name_count(); ++id)
        if (zone.node(NameId{id}).uncertain())
            return true;
    return false;
}

// Whether the source is that of the zone or included in it.
bool is_of_zone(const Zone& zone, std::uint32_t source)
{
    while (source != zone.main_source()) {
        const std::optional<Span>& at = zone.sources()[source].included_at();
        if (!at || at->source >= source)
            return false;
        source = at->source;
    }
    return true;
}

// Entries that made no record. Not every one of them is told: of some mistakes only the first.
void add_unread_entries(const BuiltZone& built, std::vector<KeptRecord>& kept)
{
    if (!has_unread(built))
        return;
    const Zone& zone = *built.zone;
    Entries entries = entries_of(zone);
    auto is_read = [&](Position at) {
        auto found =
            std::lower_bound(entries.begin(), entries.end(), at, [](const auto& a, Position b) { return a.first < b; });
        return found != entries.end() && found->first == at;
    };
    for (std::uint32_t source = 0; source < zone.sources().size(); ++source) {
        if (!is_of_zone(zone, source))
            continue;
        const Source& file = zone.sources()[source];
        Lexer lexer(file.text(), file.text().starts_with("\xEF\xBB\xBF") ? 3 : 0, file.placeholders());
        std::size_t at = lexer.offset();
        std::string apex = zone.apex().text(), origin = apex;
        // A lost dot, which is told and makes no other names.
        auto is_apex_without_dot = [&](std::string_view name) {
            return in_lower_case(name) + "." == in_lower_case(apex);
        };
        for (EntryText entry; lexer.next(entry); at = lexer.offset()) {
            if (entry.words.empty() || is_read({source, at}))
                continue;
            if (entry.words.size() > 1 && directive_from_text(entry.words[0].text) == Directive::origin)
                origin = absolute(entry.words[1].text, is_apex_without_dot(entry.words[1].text) ? "." : origin);
            // Directives that were understood made other entries what they are.
            bool is_directive = entry.words[0].text.starts_with('$');
            if (!is_directive || zone.incomplete())
                kept.push_back(unread_entry(zone, entries, {source, at}, entry, file.text(), origin));
        }
    }
}

// Records that no server takes into this zone.
void add_records_outside(const Zone& zone, std::vector<KeptRecord>& kept)
{
    for (std::uint32_t id = 0; id < zone.name_count(); ++id) {
        Node node = zone.node(NameId{id});
        if (node.in_zone() || !node.has_records())
            continue;
        for (RRset set : node.rrsets())
            for (Record record : set) {
                KeptRecord outside;
                outside.record.owner = record.owner().text();
                outside.record.type = type_text(record.type());
                outside.record.value = record.data_text();
                outside.record.ttl = record.ttl();
                outside.span = zone.span(record.place());
                kept.push_back(std::move(outside));
            }
    }
}

std::string key_of(const Origins::Opaque& record)
{
    return fmt::format("{} {}{}", in_lower_case(record.owner), record.type, record.is_beside ? " beside" : "");
}

// What only one of the states has, by key, in the order of its text.
std::map<std::string, std::vector<const KeptRecord*>> only_in(const std::vector<KeptRecord>& state,
                                                              const std::vector<KeptRecord>& other)
{
    auto text_of = [](const KeptRecord& kept) {
        return fmt::format("{} {} {}", key_of(kept.record), kept.record.ttl, kept.record.value);
    };
    std::multiset<std::string> there;
    for (const KeptRecord& kept : other)
        there.insert(text_of(kept));
    std::map<std::string, std::vector<const KeptRecord*>> only;
    for (const KeptRecord& kept : state)
        if (auto same = there.find(text_of(kept)); same != there.end())
            there.erase(same);
        else
            only[key_of(kept.record)].push_back(&kept);
    return only;
}

// A set of which nothing is said but that it goes has no place of its own.
std::optional<Span> place_of(const KeptRecord& kept)
{
    return kept.span.end == 0 ? std::nullopt : std::optional(kept.span);
}

std::string owner_below(const std::string& owner, Name apex)
{
    OwnedName name;
    return owner.ends_with('.') && to_name(owner, name) ? name.view().text_below(apex) : owner;
}

} // namespace

std::vector<KeptRecord> kept_records(const BuiltZone& built, const Origins* origins, std::uint32_t first_origin)
{
    std::vector<KeptRecord> kept;
    if (origins != nullptr)
        for (const Origins::Opaque& record : origins->opaque)
            kept.push_back({record, {first_origin + record.file, record.from, record.to}});
    add_unread_entries(built, kept);
    add_records_outside(*built.zone, kept);
    return kept;
}

namespace {

std::optional<std::uint32_t> ttl_of(const Origins::Opaque& record)
{
    return record.ttl == 0 ? std::nullopt : std::optional(record.ttl);
}

} // namespace

bool kept_differs(const std::vector<KeptRecord>& before, const std::vector<KeptRecord>& after)
{
    return !only_in(before, after).empty() || !only_in(after, before).empty();
}

void add_kept_lines(const std::vector<KeptRecord>& before, const std::vector<KeptRecord>& after, Name apex,
                    ZoneDiff& diff)
{
    if (before.empty() && after.empty())
        return;
    auto gone = only_in(before, after), added = only_in(after, before);
    std::set<std::string> keys, shown;
    for (const auto* side : {&gone, &added})
        for (const auto& [key, records] : *side)
            keys.insert(key);
    for (const DiffLine& line : diff.lines)
        shown.insert(line.owner + " " + line.type);
    for (const std::string& key : keys) {
        const auto &olds = gone[key], &news = added[key];
        for (std::size_t i = 0; i < std::max(olds.size(), news.size()); ++i) {
            const KeptRecord* old = i < olds.size() ? olds[i] : nullptr;
            const KeptRecord* now = i < news.size() ? news[i] : nullptr;
            const Origins::Opaque& any = now != nullptr ? now->record : old->record;
            DiffLine line;
            line.owner = owner_below(any.owner, apex);
            line.type = any.type.empty() ? "?" : any.type;
            // Where the records themselves are shown, what stands beside them says nothing more.
            if (any.is_beside && shown.contains(line.owner + " " + line.type))
                continue;
            line.sign = old == nullptr ? '+' : now == nullptr ? '-' : '~';
            if (old != nullptr) {
                line.before = old->record.value;
                line.ttl_before = ttl_of(old->record);
                line.span = place_of(*old);
            }
            if (now != nullptr) {
                line.after = now->record.value;
                line.ttl_after = ttl_of(now->record);
                line.span = place_of(*now);
            }
            if (!any.is_beside)
                shown.insert(line.owner + " " + line.type);
            diff.lines.push_back(std::move(line));
        }
    }
}

} // namespace zonevet
