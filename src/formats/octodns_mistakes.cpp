// Mistakes of octoDNS documents that are none of a zone file, with the octets that are wrong.
#include "formats/octodns_mistakes.h"

#include "dns/rdata.h"
#include "text/source.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace zonevet {

namespace {

constexpr std::string_view keys_of_records[] = {"comment", "dynamic", "geo",   "octodns",
                                                "ttl",     "type",    "value", "values"};

class OctodnsMistakes {
public:
    OctodnsMistakes(Collector& to, const std::string& zone, const Value& root, const Document& document,
                    const Neighbours& neighbours)
        : to_(to), zone_(zone), root_(root), text_(document.bytes->view()), path_(document.path),
          neighbours_(neighbours)
    {
    }

    void note()
    {
        keys(root_, "");
        for (const auto& [name, records] : root_.members) {
            note_name(name);
            std::set<std::string> types;
            for (const Value* record : records.each())
                note_record(name, *record, types);
            note_types(name, records, types);
        }
        note_order();
        note_semicolons();
        note_dots();
    }

private:
    struct Spot {
        std::uint64_t from = 0, to = 0;
        std::string text, name;
    };
    static std::string shown(const std::string& name) { return name.empty() ? "@" : name; }
    static std::string within(const std::string& key, const std::string& of)
    {
        return of.empty() ? fmt::format("`{}`", shown(key)) : fmt::format("`{}` of `{}`", key, of);
    }

    void tell(Mistake mistake, std::uint64_t from, std::uint64_t to, std::string message, std::string help)
    {
        if (told_.emplace(mistake, from).second) // aliases show the same place twice
            to_.flaw(zone_, from, to, mistake, std::move(message), std::move(help));
    }
    void tell(Mistake mistake, const Value::Key& at, std::string message, std::string help)
    {
        tell(mistake, at.from, at.to, std::move(message), std::move(help));
    }

    // Keys that stand in this mapping; those that `<<` brings stand elsewhere.
    static std::vector<const Value::Member*> own_keys(const Value& map)
    {
        std::vector<const Value::Member*> own;
        for (const Value::Member& member : map.members)
            if (member.first.from >= map.from && member.first.from <= map.to)
                own.push_back(&member);
        return own;
    }

    // Keys that are there twice, or out of order.
    void keys(const Value& value, const std::string& of)
    {
        for (const Value& item : value.items)
            keys(item, of);
        std::vector<const Value::Member*> own = own_keys(value), unique;
        std::set<std::string_view> seen;
        for (const Value::Member* member : own)
            if (seen.insert(member->first.text).second)
                unique.push_back(member);
        std::set<std::string_view> later;
        for (auto at = own.rbegin(); at != own.rend(); ++at)
            if (!later.insert((*at)->first.text).second)
                tell(Mistake::octodns_key_repeated, (*at)->first,
                     fmt::format("{} is there twice, and octoDNS takes the second one alone",
                                 within((*at)->first.text, of)),
                     of.empty() ? "write one key with the list of its records" : "remove the one that is not meant");
        if (own.size() == value.members.size()) // else `<<` brings some
            order_of(unique, of);
        for (const Value::Member* member : own)
            keys(member->second, of.empty() ? shown(member->first.text) : of);
    }

    void order_of(const std::vector<const Value::Member*>& list, const std::string& of)
    {
        const Value::Member* last = nullptr;
        for (const MisplacedKey& key : misplaced_keys(list)) {
            // Names that were put in together are one mistake.
            bool goes_on = last != nullptr && (key.key == last + 1 || !of.empty());
            blocks_ += goes_on ? 0 : 1;
            last = key.key;
            const Value::Key& at = key.key->first;
            misplaced_.push_back({at.from, at.to, at.text, key.before == nullptr ? "" : key.before->first.text});
            misplaced_of_.push_back(of);
        }
    }

    // Whoever switched the check off has keys in any order, or in that of `order_mode: simple`.
    bool is_order_kept() const
    {
        constexpr std::size_t few = 2, of = 12;
        auto names = static_cast<std::size_t>(std::count(misplaced_of_.begin(), misplaced_of_.end(), ""));
        bool is_simple = std::is_sorted(root_.members.begin(), root_.members.end(),
                                        [](const auto& a, const auto& b) { return a.first.text < b.first.text; });
        return blocks_ <= std::max(few, root_.members.size() / of) &&
               (names <= few || (!is_simple && names <= root_.members.size() / 2));
    }

    void note_order()
    {
        if (misplaced_.empty())
            return;
        OctodnsSettings settings = octodns_settings(path_, zone_, neighbours_);
        if (!settings.enforces_order || !settings.orders_naturally || !(settings.found || is_order_kept()))
            return;
        for (std::size_t i = 0; i < misplaced_.size(); ++i) {
            const Spot& spot = misplaced_[i];
            const std::string& in = misplaced_of_[i];
            tell(Mistake::octodns_keys_unordered, spot.from, spot.to,
                 fmt::format("{} is not in its place, and octoDNS refuses the zone", within(spot.text, in)),
                 spot.name.empty() ? "it goes to the end" : fmt::format("it goes before `{}`", shown(spot.name)));
        }
    }

    void note_name(const Value::Key& name)
    {
        std::string_view written =
            text_.substr(std::min<std::uint64_t>(name.from, text_.size()), name.to - std::min(name.from, name.to));
        bool is_quoted = name.from > 0 && (text_[name.from - 1] == '"' || text_[name.from - 1] == '\'');
        if (!is_quoted && written != name.text && written.find('\\') == std::string_view::npos)
            tell(Mistake::octodns_key_not_text, name,
                 fmt::format("YAML reads `{}` as `{}`, and that is the name of the record", written, name.text),
                 fmt::format("write `'{}'`", written));
        if (name.text == "@" || (name.text.ends_with('.') && name.text.size() > 1))
            tell(Mistake::octodns_record_invalid, name,
                 fmt::format("`{}` is no name of octoDNS, which refuses the record", name.text),
                 name.text == "@" ? "write `''`, which is the zone itself"
                                  : "names are below the zone and have no final dot");
    }

    void note_record(const Value::Key& name, const Value& record, std::set<std::string>& types)
    {
        const std::string of = shown(name.text);
        if (record.is_null())
            return;
        auto refuse = [&](std::uint64_t from, std::uint64_t to, std::string message, std::string help) {
            tell(Mistake::octodns_record_invalid, from, to, std::move(message), std::move(help));
        };
        if (!record.is_map())
            return refuse(record.from, record.to, fmt::format("`{}` holds no record but a value", of),
                          "give it a `type`, and the value as its `value`");
        if (record.has("!include"))
            return;
        const std::string& type = record["type"].text;
        if (type.empty())
            refuse(name.from, name.to, fmt::format("a record of `{}` has no type", of), "add its `type`");
        bool is_lenient = record["octodns"]["lenient"].is_true();
        if (!type.empty() && !types.insert(type).second)
            tell(Mistake::octodns_record_repeated, record["type"].from, record["type"].to,
                 fmt::format("`{} {}` is there twice, and octoDNS refuses the zone", of, type),
                 "put the values of both into one record, under `values`");
        if (type == "Route53Provider/ALIAS" && !is_lenient)
            note_aliases(name.text, record);
        if (type_from_text(type) == Type::none)
            return; // what providers add has keys of its own
        bool has_value = record.has("value") || record.has("values") || record.has("dynamic") || record.has("geo");
        bool is_told = has_value;
        for (const Value::Member* member : own_keys(record)) {
            auto known = std::find(std::begin(keys_of_records), std::end(keys_of_records), member->first.text);
            if (known == std::end(keys_of_records))
                is_told = note_ignored(of, type, *member, has_value) || is_told;
        }
        if (record.has("value") && record.has("values"))
            for (const Value::Member* member : own_keys(record))
                if (member->first.text == "value")
                    tell(Mistake::octodns_key_ignored, member->first,
                         fmt::format("`{} {}` has `values` too, and octoDNS takes those alone", of, type),
                         "put it among the `values`");
        if (!is_told)
            refuse(record["type"].from, record["type"].to, fmt::format("`{} {}` has no value", of, type),
                   "add its `value` or `values`");
        const Value& ttl = record["ttl"];
        if (!ttl.is_null() && ttl.text.find_first_not_of("0123456789") != std::string::npos)
            refuse(ttl.from, ttl.to, fmt::format("`{}` is no TTL of octoDNS, which wants seconds", ttl.text),
                   in_seconds(ttl.text));
        if (!is_lenient)
            collect_values(name.text, type, record);
    }

    // Of types that the zone file does not show other rules say nothing.
    void note_types(const Value::Key& name, const Value& records, const std::set<std::string>& types)
    {
        bool has_foreign = std::any_of(types.begin(), types.end(),
                                       [](const std::string& type) { return type_from_text(type) == Type::none; });
        if (!has_foreign || octodns_settings(path_, zone_, neighbours_).is_lenient)
            return;
        for (const Value* record : records.each()) {
            const Value& type = (*record)["type"];
            if ((*record)["octodns"]["lenient"].is_true())
                continue;
            if (type.text == "ALIAS" && !name.text.empty())
                tell(Mistake::octodns_record_invalid, type.from, type.to,
                     fmt::format("`{}` is an ALIAS, and octoDNS takes one at the zone itself only", shown(name.text)),
                     "make it a CNAME, or set `octodns: {lenient: true}` when the provider takes it");
            else if (type.text == "CNAME" && types.size() > 1)
                tell(Mistake::octodns_record_invalid, type.from, type.to,
                     fmt::format("`{}` has a CNAME and another record, and octoDNS refuses the zone", shown(name.text)),
                     "leave out the CNAME or the other record: a name with an alias has nothing else");
        }
    }

    // A key that nothing reads. True: it says why the record has no value.
    bool note_ignored(const std::string& of, const std::string& type, const Value::Member& member, bool has_value)
    {
        const std::string& key = member.first.text;
        bool is_record = member.second.is_map() && member.second.has("type");
        if (is_record) {
            tell(Mistake::octodns_key_ignored, member.first,
                 fmt::format("`{}` stands within `{}`, so its record does not exist", shown(key), of),
                 "begin it in the first column, where names stand");
            return false;
        }
        std::vector<std::string_view> known(std::begin(keys_of_records), std::end(keys_of_records));
        std::string near(nearest(key, known, 2));
        std::string help = near.empty() || near == "comment" ? "" : fmt::format("did you mean `{}`?", near);
        if (!has_value && near.starts_with("value"))
            tell(Mistake::octodns_record_invalid, member.first.from, member.first.to,
                 fmt::format("`{} {}` has no value: `{}` is no key of a record", of, type, key), help);
        else
            tell(Mistake::octodns_key_ignored, member.first,
                 fmt::format("octoDNS ignores `{}` of `{} {}`", key, of, type), help);
        return !has_value && near.starts_with("value");
    }

    void collect_values(const std::string& name, const std::string& type, const Value& record)
    {
        const Value& values = record.has("values") ? record["values"] : record["value"];
        for (const Value* value : values.each()) {
            if (type == "TXT" || type == "SPF") {
                if (is_unescaped(value->text))
                    unescaped_.push_back({value->from, value->to, value->text, name + " " + type});
                else
                    escaped_ = escaped_ || value->text.find("\\;") != std::string::npos;
                continue;
            }
            const Value* target = &(*value)["target"];
            if (!value->is_map())
                target = names_a_host(type) ? value : nullptr;
            else if (type == "MX")
                target = &(*value)[value->has("exchange") ? "exchange" : "value"];
            else if (type == "SVCB" || type == "HTTPS")
                target = &(*value)["targetname"];
            else if (type != "SRV")
                target = nullptr;
            if (target == nullptr || target->text.find('.') == std::string::npos ||
                target->text.find('{') != std::string::npos)
                continue;
            (target->text.ends_with('.') ? dotted_ : undotted_)
                .push_back({target->from, target->to, target->text, name + " " + type});
        }
    }

    // Those of Amazon's services have the id of the service's zone, others lead to a name of their own zone.
    // octoDNS tells them apart by the name, final dot included.
    void note_aliases(const std::string& name, const Value& record)
    {
        for (const Value* value : (record.has("values") ? record["values"] : record["value"]).each()) {
            const Value &target = (*value)["name"], &id = (*value)["hosted-zone-id"];
            bool has_id = !id.is_null() && !id.text.empty();
            auto refuse = [&](const Value& at, std::string_view what, std::string help) {
                tell(Mistake::octodns_record_invalid, at.from, at.to,
                     fmt::format("the alias of `{}` {}, and octoDNS refuses the record", shown(name), what),
                     std::move(help));
            };
            if (!value->is_map() || target.text.find('{') != std::string::npos)
                continue;
            if (!value->has("type"))
                refuse(target.is_null() ? *value : target, "has no type", "add the `type` that it answers, A or AAAA");
            if (leads_to_amazon(target.text) && !has_id)
                refuse(target, "leads to a service of Amazon and has no `hosted-zone-id`",
                       "add the id that Amazon lists for the service and its region");
            else if (!leads_to_amazon(target.text) && has_id && leads_to_amazon(target.text + "."))
                tell(Mistake::octodns_dot_missing, target.from, target.to,
                     fmt::format("`{}` of the alias of `{}` has no final dot", target.text, shown(name)),
                     fmt::format("write `{}.`", target.text));
            else if (!leads_to_amazon(target.text) && has_id)
                refuse(id, "has a `hosted-zone-id`, but does not lead to a service of Amazon",
                       "leave it out: the name is looked for in the zone itself");
        }
    }

    static bool leads_to_amazon(std::string_view name)
    {
        constexpr std::string_view services[] = {"amazonaws.com.", "cloudfront.net.", "elasticbeanstalk.com.",
                                                 "awsglobalaccelerator.com."};
        return std::any_of(std::begin(services), std::end(services),
                           [&](std::string_view service) { return name.find(service) != std::string_view::npos; });
    }

    // Where the first bare semicolon stands; its size when there is none.
    static std::size_t unescaped_at(std::string_view text)
    {
        for (std::size_t at = 0; (at = text.find(';', at)) != std::string_view::npos; ++at)
            if (at > 0 && (std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0 || text[at - 1] == '_'))
                return at;
        return text.size();
    }
    static bool is_unescaped(const std::string& text) { return unescaped_at(text) < text.size(); }

    // "write `3600`" for "1h".
    static std::string in_seconds(const std::string& ttl)
    {
        std::uint64_t seconds = 0;
        return parse_period(ttl, seconds) == PeriodError::none ? fmt::format("write `{}`", seconds) : "";
    }

    void note_semicolons()
    {
        if (unescaped_.empty())
            return;
        // Without a configuration beside it the file tells how it is read: whoever writes all of them bare may.
        OctodnsSettings settings = octodns_settings(path_, zone_, neighbours_);
        if (!settings.escapes_semicolons || settings.is_lenient ||
            (!settings.found && !escaped_ && unescaped_.size() > 1))
            return;
        for (const Spot& spot : unescaped_) {
            std::uint64_t at = std::min<std::uint64_t>(spot.to, text_.size());
            at = spot.from + std::min(unescaped_at(text_.substr(spot.from, at - spot.from)), at - spot.from);
            bool is_found = at < spot.to; // else YAML spells it otherwise
            tell(Mistake::octodns_semicolon_unescaped, is_found ? at : spot.from, is_found ? at + 1 : spot.to,
                 fmt::format("a `;` of `{}` is not escaped, and octoDNS refuses the record", shown_set(spot)),
                 "write `\\;`, in double quotes `\\\\;`");
        }
    }

    void note_dots()
    {
        constexpr std::size_t times_more = 4;
        if (undotted_.empty() || dotted_.size() < undotted_.size() * times_more ||
            octodns_settings(path_, zone_, neighbours_).is_lenient)
            return;
        for (const Spot& spot : undotted_)
            tell(Mistake::octodns_dot_missing, spot.from, spot.to,
                 fmt::format("`{}` of `{}` has no final dot", spot.text, shown_set(spot)),
                 fmt::format("write `{}.`", spot.text));
    }
    static std::string shown_set(const Spot& spot) { return spot.name.starts_with(' ') ? "@" + spot.name : spot.name; }

    Collector& to_;
    const std::string& zone_;
    const Value& root_;
    std::string_view text_;
    const std::string& path_;
    const Neighbours& neighbours_;
    std::set<std::pair<Mistake, std::uint64_t>> told_;
    bool escaped_ = false;   // a text has all its semicolons escaped
    std::size_t blocks_ = 0; // of misplaced keys
    std::vector<Spot> misplaced_, unescaped_, dotted_, undotted_;
    std::vector<std::string> misplaced_of_;
};

} // namespace

void note_octodns_mistakes(Collector& to, const std::string& zone, const Value& root, const Document& document,
                           const Neighbours& neighbours)
{
    OctodnsMistakes(to, zone, root, document, neighbours).note();
}

} // namespace zonevet
