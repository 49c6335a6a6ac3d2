// Files that cannot be read are told and hide nothing of the others.
#include "input/state_reader.h"

#include "base/failure.h"
#include "input/documents.h"
#include "input/naming.h"
#include "text/source.h"
#include "zone/origin.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet {

namespace {

constexpr std::uint64_t judged_whole = std::uint64_t{1} << 20;  // of a larger file the beginning says what it is
constexpr std::uint64_t whole_up_to = std::uint64_t{256} << 20; // larger files are no fragments

} // namespace

StateReader::StateReader(const FileTree& tree, const Wanted& wanted, std::string top)
    : tree_(tree), wanted_(wanted), top_(std::move(top)), includes_(tree),
      known_(configured_zones(tree, wanted, top_, state_.notes))
{
    state_.tree = &tree == &disk() ? nullptr : &tree;
    options_.is_asked = wanted.is_asked;
    options_.placeholders = wanted.placeholders.get();
    options_.neighbours = neighbours_in(tree);
    if (wanted.zone)
        options_.origin = wanted.zone->view().text();
}

void StateReader::look_around(const std::vector<Candidate>& files)
{
    if (wanted_.server_configs || wanted_.zone)
        return;
    std::set<std::string> folders;
    for (const Candidate& file : files)
        if (file.bytes == nullptr) {
            std::string folder = folder_of(file.path);
            folders.insert(&tree_ == &disk() ? tree_.resolve(folder.empty() ? "." : folder) : folder);
        }
    folders.erase(&tree_ == &disk() ? "" : "\n"); // what does not exist
    add_found_zones(known_, tree_, folders, top_, state_.notes);
}

Content StateReader::content_of(const Candidate& file, std::shared_ptr<const Bytes>& bytes) const
{
    using Kind = Content::Kind;
    bool is_included = !file.named && matches_any(wanted_.include, tree_.whole(file.path));
    Found found = file.named || is_included ? Found::by_name : Found::in_folder;
    if (file.bytes == nullptr && !wanted_.zone && !known_.of(tree_.whole(file.path)).empty())
        return {Kind::zone, nullptr};
    bytes = file.bytes;
    if (bytes == nullptr) {
        std::uint64_t size = tree_.size(file.path);
        if (size > wanted_.max_file_size)
            throw Failure("`{}` has {} bytes; the limit is {} (files.max-file-size)", defused(file.shown), size,
                          wanted_.max_file_size);
        // Nobody asked for it, and what is no zone need not come into memory.
        if (size > judged_whole && found == Found::in_folder && !may_be_document(file.shown)) {
            bytes = tree_.beginning(file.path, judged_whole);
            if (zonevet::content_of(file.shown, bytes->view(), found).kind == Kind::nothing)
                return {};
        }
        bytes = tree_.read(file.path);
    }
    Content content = zonevet::content_of(file.shown, bytes->view(), found);
    // The SOA record may come with what is included.
    if (content.kind == Kind::nothing && !file.named && !included_by(bytes->view()).empty() &&
        looks_like_records(bytes->view()) && begins_zone(file.path))
        content.kind = Kind::zone;
    if (!wanted_.is_asked || (!file.named && content.kind == Kind::nothing))
        return content;
    if (wanted_.format == nullptr)
        return {Kind::zone, nullptr};
    return {wanted_.format->describes == Describes::change ? Kind::change : Kind::document, wanted_.format};
}

Content StateReader::content_of(const Candidate& file)
{
    std::shared_ptr<const Bytes> bytes;
    try {
        return content_of(file, bytes);
    } catch (const Failure& failure) {
        fail(file, failure.what());
        return {};
    }
}

void StateReader::take(const Candidate& file)
{
    std::shared_ptr<const Bytes> bytes;
    try {
        Content content = content_of(file, bytes);
        take_as(file, content);
        if (content.kind == Content::Kind::zone && bytes != nullptr && !looks_like_zone_text(bytes->view()))
            without_soa_.insert(file.path);
        bool is_included = matches_any(wanted_.include, tree_.whole(file.path));
        if (!content.is_judged() && file.named)
            refuse(file, content, bytes->view());
        else if (content.kind == Content::Kind::nothing && is_included && !is_blank(bytes->view().substr(0, 64 * 1024)))
            set_aside(fmt::format("`{}` is not checked: [files] include holds for it, and it seems to be {}, no zone",
                                  defused(file.shown), what_it_seems(file.shown, bytes->view()).what));
    } catch (const Failure& failure) {
        fail(file, failure.what());
    }
}

void StateReader::set_aside(std::string note)
{
    state_.set_aside = true;
    state_.notes.push_back(std::move(note));
}

void StateReader::fail(const Candidate& file, const std::string& message)
{
    if (!is_former_)
        state_.unread.push_back({file.shown, message});
    else
        state_.notes.push_back(fmt::format("before the change it could not be read, so all of it counts as new: {}",
                                           message.substr(0, message.find('\n'))));
}

void StateReader::take_as(const Candidate& file, const Content& content)
{
    if (content.is_judged() && !refused_.contains(file.path))
        items_.emplace(file.path, std::pair(file, content));
}

// A person who names a file means it; a hook that names what matches a pattern need not.
void StateReader::refuse(const Candidate& file, const Content& content, std::string_view text)
{
    refused_.insert(file.path);
    if (content.kind == Content::Kind::change) {
        state_.unread.push_back(
            {file.shown, fmt::format("`{}` is a change ({}), not a zone\nhelp: zonevet review --apply {}",
                                     defused(file.shown), content.format->name, defused(file.shown))});
        return;
    }
    Seeming seeming = what_it_seems(file.shown, text);
    if (wanted_.force_exclude) {
        set_aside(fmt::format("`{}` is not checked: it is {}, no zone", defused(file.shown), seeming.what));
        return;
    }
    if (seeming.help.empty() && may_be_document(file.shown))
        seeming.help = "--format says which it is: " + format_words();
    state_.unread.push_back(
        {file.shown, fmt::format("`{}` is no zone: it seems to be {}{}{}", defused(file.shown), seeming.what,
                                 seeming.help.empty() ? "" : "\nhelp: ", seeming.help)});
}

// Its own SOA record, or that of a file it includes.
bool StateReader::begins_zone(const std::string& path) const
{
    std::set<std::string> seen;
    std::vector<std::string> open{path};
    constexpr std::size_t enough = 100;
    while (!open.empty() && seen.size() < enough) {
        std::string file = std::move(open.back());
        open.pop_back();
        if (!tree_.is_file(file) || tree_.size(file) > whole_up_to || !seen.insert(tree_.resolve(file)).second)
            continue;
        std::shared_ptr<const Bytes> bytes;
        try {
            bytes = tree_.read(file);
        } catch (const Failure&) {
            continue; // told when it is read for good
        }
        if (holds_soa(bytes->view(), wanted_.placeholders.get()))
            return true;
        std::string folder = file.substr(0, file.rfind('/') + 1);
        for (const std::string& name : included_by(bytes->view()))
            open.push_back(included_path(tree_, name, folder, folder, root_of(tree_, file)));
    }
    return false;
}

bool StateReader::may_be_fragment(const Candidate& file) const
{
    if (file.bytes != nullptr || wanted_.zone || !tree_.is_file(file.path) || tree_.size(file.path) > whole_up_to)
        return false;
    if (!begins_zone(file.path))
        return true;
    if (!known_.of(tree_.whole(file.path)).empty())
        return false;
    // An SOA record that several zones share: nothing in the file says whose it is.
    std::string from = guess_origin(tree_.read(file.path)->view(), file.path, wanted_.placeholders.get()).from;
    return (from.empty() || from == "file name") && !looks_like_zone_name(last_part(file.path));
}

void StateReader::add_index_for(const std::string& path)
{
    for (const std::string& file : known_.paths())
        if (std::string here = tree_.inside(file); tree_.is_file(here))
            includes_.add_file(here);
    includes_.add_folder(&tree_ == &disk() ? tree_around(tree_.resolve(path)) : "");
}

std::vector<std::string> StateReader::includers_of(const std::string& path)
{
    add_index_for(path);
    std::string real = tree_.resolve(path);
    return includes_.zones_with(real.empty() ? path : real, [&](const std::string& zone) {
        std::shared_ptr<const Bytes> bytes;
        try {
            return content_of({zone, zone, false, false, nullptr}, bytes).kind == Content::Kind::zone;
        } catch (const Failure&) {
            return true; // told when it is read for good
        }
    });
}

void StateReader::lead_to_includers()
{
    std::vector<Candidate> named;
    for (const auto& [path, item] : items_)
        if ((item.first.named || without_soa_.contains(path)) && item.second.kind == Content::Kind::zone &&
            may_be_fragment(item.first))
            named.push_back(item.first);
    std::set<std::string> present;
    if (!named.empty())
        for (const auto& [path, item] : items_)
            present.insert(tree_.resolve(path));
    std::set<std::string> replaced;
    for (const Candidate& file : named) {
        std::vector<std::string> zones = includers_of(file.path);
        auto is_present = [&](const std::string& zone) { return present.contains(zone); };
        // Of a folder its own zones are judged as a whole.
        if (!file.named && std::all_of(zones.begin(), zones.end(), is_present))
            continue;
        if (zones.empty()) {
            std::shared_ptr<const Bytes> bytes = tree_.read(file.path);
            if (is_called_zone(file.path) || !known_.of(tree_.whole(file.path)).empty() || begins_zone(file.path) ||
                is_blank(bytes->view()))
                continue;
            fragments_.insert(file.path);
            state_.notes.push_back(fmt::format("`{}` has no SOA record and no zone here includes it: it is checked as "
                                               "a part of a zone, and nothing in it is called missing",
                                               file.shown));
            continue;
        }
        replaced.insert(file.path);
        for (const std::string& zone : zones)
            if (!is_present(zone) || only_in_.contains(zone))
                only_in_[zone].insert(tree_.resolve(file.path));
    }
    for (const std::string& path : replaced)
        items_.erase(path);
    bool is_disk = &tree_ == &disk();
    for (const auto& [zone, fragments] : only_in_) {
        std::string shown = is_disk ? path_seen_from(zone, disk().resolve(working_directory())) : shown_in(tree_, zone);
        std::string path = is_disk ? shown : zone;
        take_as({path, shown, true, false, nullptr}, {Content::Kind::zone, nullptr});
    }
}

void StateReader::add_zone_file(const Candidate& file)
{
    ZoneFile zone;
    zone.path = file.path;
    zone.shown = file.shown;
    zone.tree = state_.tree;
    zone.root = top_.empty() ? file.root : top_;
    zone.bytes = file.bytes;
    zone.named = file.named;
    if (auto only = only_in_.find(tree_.resolve(file.path)); !only_in_.empty() && only != only_in_.end())
        zone.only_in.assign(only->second.begin(), only->second.end());
    if (fragments_.contains(file.path))
        zone.coverage = Coverage::fragment;
    if (wanted_.zone)
        zone.name = ZoneName{*wanted_.zone, "flag", ""};
    if (wanted_.zone || file.bytes != nullptr) {
        state_.zones.push_back(std::move(zone));
        return;
    }
    std::vector<ZoneFile> files = named_files(zone, known_, state_.notes);
    state_.set_aside = state_.set_aside || files.empty();
    std::move(files.begin(), files.end(), std::back_inserter(state_.zones));
}

void StateReader::read_document(const Candidate& file, const ChangeFormat& format)
{
    std::shared_ptr<const Bytes> bytes = file.bytes != nullptr ? file.bytes : tree_.read(file.path);
    std::vector<ReadZone> zones = format.read({file.shown, std::move(bytes)}, options_);
    bool is_known = std::any_of(zones.begin(), zones.end(), [](const ReadZone& zone) { return zone.is_known(); });
    for (ReadZone& zone : zones) {
        if (zone.before && file.named)
            throw Failure("`{}` is a change ({}), not a zone\nhelp: zonevet review --apply {}", defused(file.shown),
                          format.name, defused(file.shown));
        if (is_known || !file.named) {
            if (!zone.before) // else it is a change that lies among zones
                read_.push_back(std::move(zone));
            continue;
        }
        for (std::string& note : zone.notes) // nobody knows in which zone it stands
            fail(file, note);
    }
}

std::vector<std::string> StateReader::further_files() const
{
    std::vector<std::string> files;
    for (const auto& [path, item] : items_) {
        const auto& [file, content] = item;
        if (content.kind != Content::Kind::document || file.bytes != nullptr)
            continue;
        try {
            for (const ReadZone& zone : content.format->read({file.shown, tree_.read(file.path)}, options_))
                for (const std::string& part : files_of_zone(tree_.whole(file.path), zone.zone, options_.neighbours))
                    if (std::string other = tree_.inside(part); !other.empty() && !has(other))
                        files.push_back(std::move(other));
        } catch (const Failure&) {
            // Told when it is read for good.
        }
    }
    return files;
}

void StateReader::add_documents()
{
    for (const auto& [path, item] : items_) {
        if (item.second.kind != Content::Kind::document)
            continue;
        try {
            read_document(item.first, *item.second.format);
        } catch (const Failure& failure) {
            fail(item.first, failure.what());
        }
    }
    for (ReadZone& zone : read_) {
        state_.notes.insert(state_.notes.end(), zone.notes.begin(), zone.notes.end());
        zone.notes.clear();
    }
    state_.documents = joined_zones(std::move(read_), options_.neighbours);
    std::size_t partial = 0, all = 0;
    const ReadZone* last = nullptr;
    for (const ReadZone& zone : state_.documents) {
        if (!zone.after)
            continue;
        ZoneFile file = zone_file_of(zone, *zone.after);
        file.key = zone.zone + " " + zone.view;
        file.tree = state_.tree;
        if (std::string label = tree_.label(); !label.empty() && file.origins != nullptr) {
            auto origins = std::make_shared<Origins>(*file.origins);
            for (Origins::File& origin : origins->files)
                origin.path = label + origin.path;
            file.origins = std::move(origins);
        }
        state_.zones.push_back(std::move(file));
        partial += zone.after->coverage >= Coverage::part ? 1 : 0;
        last = &zone;
        ++all;
    }
    if (partial > 0)
        state_.notes.push_back(
            all == 1
                ? fmt::format("{}: a part of {} is known: what needs the whole zone is not evaluated", last->path,
                              last->zone)
                : fmt::format("of {} of {} zones a part is known: what needs the whole zone is not evaluated there",
                              partial, all));
}

void StateReader::finish()
{
    for (const auto& [path, item] : items_)
        if (item.second.kind == Content::Kind::zone)
            add_zone_file(item.first);
    add_documents();
    std::stable_sort(state_.zones.begin(), state_.zones.end(),
                     [](const ZoneFile& a, const ZoneFile& b) { return a.shown_path() < b.shown_path(); });
}

} // namespace zonevet
