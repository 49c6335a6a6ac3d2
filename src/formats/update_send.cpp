// What the server does when a script sends: prerequisites first, then the updates in their order
// (RFC 2136 3.2 to 3.4).
#include "formats/update_script.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "dns/rdata.h"
#include "formats/collector.h"
#include "formats/value.h"
#include "formats/zone_names.h"
#include "formats/zone_text.h"
#include "zone/zone.h"

namespace zonevet::update_script {

Script::Changed& Script::zone()
{
    std::string text = !zone_text_.empty() ? zone_text_ : !origin_text_.empty() ? origin_text_ : base_zone_;
    // nsupdate asks the DNS which zone the first name is in.
    if (text.empty() && !updates_.empty())
        text = ZoneNames(options_).of(updates_.front().owner.view().text());
    if (text.empty() && !prerequisites_.empty())
        text = ZoneNames(options_).of(prerequisites_.front().owner.view().text());
    if (text.empty())
        text = last_zone_;
    OwnedName apex;
    if (text.empty())
        throw Failure("{}: nothing says which zone is updated\nhelp: a line `zone NAME`, or --origin NAME",
                      defused(document_.path));
    if (!to_name(text, apex))
        throw Failure("{}: `{}` is not a zone name", defused(document_.path), defused(text));
    std::string name = in_lower_case(apex.view().text());
    last_zone_ = name;
    auto at = zones_.find(name);
    if (at != zones_.end())
        return at->second;
    Changed changed{std::nullopt, UpdateState(apex), false, {}, {}, {}};
    if (options_.base_records && in_lower_case(base_zone_) == name) {
        changed.known = true;
        const Zone& base = *options_.base_records;
        for (std::uint32_t i = 0; i < base.record_count(); ++i) {
            Record record = base.record(RecordId{i});
            Span span = base.span(record.place());
            bool own = span.source == base.main_source();
            changed.after.put(
                record.owner(), record.type(),
                {std::string(record.rdata()), record.ttl(), {1, own ? span.begin : 0, own ? span.end : 0}});
        }
        changed.before = changed.after;
    }
    return zones_.emplace(name, std::move(changed)).first->second;
}

Origins::Opaque Script::unseen(const Update& update)
{
    Origins::Opaque gone{
        update.owner.view().text(), "ANY",          "(all that are there)", 0, false, update.place.file,
        update.place.from,          update.place.to};
    if (update.kind != Update::Kind::remove_name)
        gone.type = type_text(update.type);
    if (update.kind == Update::Kind::remove_record)
        gone.value = rdata_text(update.type, update.record.rdata);
    return gone;
}

std::string Script::failed(const Prerequisite& wanted, const UpdateState& state) const
{
    if (wanted.kind == "nxdomain")
        return state.has_name(wanted.owner) ? fmt::format("`{}` exists", wanted.owner.view()) : "";
    if (wanted.kind == "yxdomain")
        return state.has_name(wanted.owner) ? "" : fmt::format("`{}` does not exist", wanted.owner.view());
    const UpdateState::Set* set = state.find(wanted.owner, wanted.type);
    if (wanted.kind == "nxrrset")
        return set != nullptr ? fmt::format("`{} {}` exists", wanted.owner.view(), wanted.type) : "";
    return set == nullptr ? fmt::format("`{} {}` does not exist", wanted.owner.view(), wanted.type) : "";
}

void Script::send()
{
    if (updates_.empty() && prerequisites_.empty())
        return;
    Changed& changed = zone();
    std::vector<Update> updates = std::move(updates_);
    std::vector<Prerequisite> prerequisites = std::move(prerequisites_);
    updates_.clear();
    prerequisites_.clear();
    using enum Origins::Remark::Kind;
    auto remark = [&](const FilePlace& place, Origins::Remark::Kind kind, std::string text, std::string help) {
        changed.remarks.push_back({place.file, place.from, place.to, kind, std::move(text), std::move(help)});
    };
    for (const Update& update : updates)
        if (!update.owner.view().is_at_or_below(changed.after.apex())) {
            remark(update.place, refused,
                   fmt::format("the server refuses the whole batch: `{}` lies outside of `{}`", update.owner.view(),
                               changed.after.apex()),
                   "names are absolute here, with or without a final dot");
            return;
        }
    if (changed.known) {
        for (const Prerequisite& wanted : prerequisites)
            if (std::string why = failed(wanted, changed.after); !why.empty()) {
                remark(wanted.place, refused, fmt::format("the server refuses the whole batch: {}", why), "");
                return;
            }
        // "yxrrset" with data: the records given are the whole RRset.
        std::map<std::string, std::pair<const Prerequisite*, std::vector<std::string>>> exact;
        for (const Prerequisite& wanted : prerequisites)
            if (wanted.rdata) {
                auto& [first, list] = exact[wanted.owner.view().text() + " " + type_text(wanted.type)];
                first = first == nullptr ? &wanted : first;
                list.push_back(*wanted.rdata);
            }
        for (auto& [name, wanted] : exact) {
            Type type = wanted.first->type;
            const auto& there = changed.after.find(wanted.first->owner, type)->records;
            std::vector<std::string>& told = wanted.second;
            std::sort(told.begin(), told.end(),
                      [&](const auto& a, const auto& b) { return compare_data(type, a, b) < 0; });
            if (!std::equal(there.begin(), there.end(), told.begin(), told.end(),
                            [&](const auto& a, const auto& b) { return is_same_data(type, a.rdata, b); })) {
                remark(wanted.first->place, refused,
                       fmt::format("the server refuses the whole batch: `{}` has other data", name), "");
                return;
            }
        }
    }
    std::uint32_t serial = changed.after.serial();
    bool any = false;
    std::set<std::string> ended; // sets that are there before the batch
    for (const Update& update : updates) {
        std::string set = fmt::format("{} {}", update.owner.view(), update.type);
        if (changed.after.find(update.owner, update.type) != nullptr)
            ended.insert(set);
        else if (update.kind == Update::Kind::add && changed.known && changed.gone.erase(set) > 0)
            remark(update.place, gap,
                   fmt::format("`{}` was deleted by a batch before this one, and is absent until this one "
                               "is sent",
                               set),
                   "a server applies a batch at once: delete and add in the same one");
        if (!changed.known && update.kind != Update::Kind::add &&
            changed.after.find(update.owner, update.type) == nullptr)
            changed.unseen.push_back(unseen(update));
        std::string why;
        switch (update.kind) {
        case Update::Kind::add:
            why = changed.after.add(update.owner, update.type, update.record);
            break;
        case Update::Kind::remove_name:
            why = changed.after.remove_name(update.owner);
            break;
        case Update::Kind::remove_set:
            why = changed.after.remove_set(update.owner, update.type);
            break;
        case Update::Kind::remove_record:
            why = changed.after.remove_record(update.owner, update.type, update.record.rdata);
            break;
        }
        any = any || why.empty();
        // Without the zone nobody knows what there is to delete, nor its serial.
        if (!why.empty() && (changed.known || (update.kind == Update::Kind::add && update.type != Type::SOA)))
            remark(update.place, no_effect, "this command does nothing: " + why, "");
    }
    for (const Update& update : updates)
        if (std::string set = fmt::format("{} {}", update.owner.view(), update.type);
            ended.contains(set) && changed.after.find(update.owner, update.type) == nullptr)
            changed.gone.insert(set);
    if (any && changed.after.serial() == serial)
        changed.after.raise_serial();
}

// The tools stop at the first line they cannot read. What was sent before stays done, so the script
// is read as far; without that there is no change to speak of.
void Script::stop(const SyntaxFailure& failure)
{
    const char* tool = knot_ ? "knsupdate" : "nsupdate";
    if (zones_.empty())
        throw Failure("{}: {}\nhelp: {} stops here with an error",
                      place_text(document_.path, document_.bytes->view(), failure.place.from), failure.message, tool);
    updates_.clear();
    zone().remarks.push_back(
        {0, failure.place.from, failure.place.to, Origins::Remark::Kind::refused,
         fmt::format("{} stops here with an error: {}; nothing from here on is sent", tool, failure.message),
         "what was sent before stays applied: send what belongs together in one batch"});
}

std::vector<ReadZone> Script::run()
{
    try {
        read_lines();
    } catch (const SyntaxFailure& failure) {
        stop(failure);
    }
    return written();
}

void Script::read_lines()
{
    for_each_line(document_.bytes->view(), [&](std::string_view text, std::uint64_t offset) {
        if (ended_)
            return;
        std::vector<Token> tokens = split(text, offset);
        if (tokens.empty()) {
            bool is_empty = text.find_first_not_of(" \t") == std::string_view::npos;
            if (!knot_ && is_empty)
                send();
            return;
        }
        FilePlace place{0, tokens.front().from, tokens.back().to + (tokens.back().quoted ? 1 : 0)};
        line(std::move(tokens), place);
    });
    if (!updates_.empty()) {
        Origins::Remark never{0,  updates_.front().place.from, updates_.back().place.to, Origins::Remark::Kind::refused,
                              "", "end the script with `send`"};
        never.text = fmt::format("{} never sent: the script ends without `send`",
                                 updates_.size() == 1 ? std::string("this update is")
                                                      : fmt::format("these {} updates are", updates_.size()));
        zone().remarks.push_back(never);
    }
}

std::vector<ReadZone> Script::written()
{
    std::vector<ReadZone> zones;
    for (auto& entry : zones_) {
        auto& changed = entry.second;
        ReadZone zone;
        zone.zone = entry.first;
        zone.path = document_.path;
        auto write = [&](const UpdateState& state, bool with_remarks) {
            ZoneText text(files_);
            state.write(text);
            for (const Origins::Remark& remark : changed.remarks)
                if (with_remarks)
                    text.remark(remark);
            if (!with_remarks)
                for (const Origins::Opaque& gone : changed.unseen)
                    text.keep(gone);
            // Which of the zones they are about is what they do not say.
            if (with_remarks && zones.empty())
                for (const Origins::Opaque& command : placeholders_)
                    text.keep(command);
            return ReadState{text.bytes(), text.origins(), changed.known ? Coverage::whole : Coverage::part, {}};
        };
        zone.before = write(changed.before ? *changed.before : UpdateState(changed.after.apex()), false);
        zone.after = write(changed.after, true);
        if (!placeholders_.empty())
            zone.after->coverage = Coverage::part;
        zones.push_back(std::move(zone));
    }
    if (!placeholders_.empty()) {
        if (zones.empty())
            zones.push_back({"", "", document_.path, std::nullopt, std::nullopt, {}});
        zones.front().notes.push_back(fmt::format("{}: {} command{} with placeholders: not evaluated",
                                                  defused(document_.path), placeholders_.size(),
                                                  placeholders_.size() == 1 ? "" : "s"));
    }
    expect_zone_of_base(zones, document_, options_);
    return zones;
}

} // namespace zonevet::update_script
