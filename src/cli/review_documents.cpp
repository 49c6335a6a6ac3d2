#include "cli/review_documents.h"

#include "base/failure.h"
#include "cli/files.h"
#include "text/source.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

// Documents of one state by their path from the root, each read once.
class Documents {
public:
    Documents(const Repository& repository, const Snapshot& snapshot, const Given& given,
         const ReadOptions& options)
        : repository_(repository), snapshot_(snapshot), given_(given), options_(options)
    {
        options_.neighbours = neighbours();
    }

    // Null: it is no document here.
    const ChangeFormat* format(const std::string& path) const
    {
        if (!snapshot_.is_file(path))
            return nullptr;
        Document document = document_at(path);
        if (!is_named(document.path))
            return may_be_state_document(path) ? state_format(path, document.bytes->view()) : nullptr;
        const ChangeFormat* format = format_of(document, given_);
        return format != nullptr && format->describes != Describes::change ? format : nullptr;
    }

    bool has(const std::string& path) const { return snapshot_.is_file(path); }

    void read(const std::string& path, const ChangeFormat& format)
    {
        if (read_.contains(path) || !has(path))
            return;
        std::vector<ReadZone>& zones = read_[path];
        for (ReadZone& zone : format.read(document_at(path), options_))
            if (!zone.before) // else it is a change that lies among zones
                zones.push_back(std::move(zone));
    }

    // Further files of the zones that were read.
    std::vector<std::string> further_files() const
    {
        std::vector<std::string> files;
        for (const auto& [path, zones] : read_)
            for (const ReadZone& zone : zones)
                for (const std::string& file : files_of_zone(whole(path), zone.zone, options_.neighbours))
                    files.push_back(from_root(file));
        return files;
    }

    std::vector<ZoneFile> files(std::vector<std::string>& notes) const
    {
        std::vector<ReadZone> zones;
        for (const auto& [path, of_file] : read_)
            for (const ReadZone& zone : of_file) {
                notes.insert(notes.end(), zone.notes.begin(), zone.notes.end());
                zones.push_back(zone);
            }
        std::vector<ZoneFile> files = files_of_documents(std::move(zones), options_.neighbours);
        for (ZoneFile& file : files)
            label(file);
        return files;
    }

private:
    // A user who names a file means it, whatever it is called.
    bool is_named(const std::string& shown) const
    {
        const std::vector<std::string>& words = given_.words();
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return fs::path(word).lexically_normal().string() == shown;
        });
    }

    Document document_at(const std::string& path) const
    {
        return {shown_in_repository(repository_, path), snapshot_.read(path)};
    }

    std::string whole(const std::string& path) const
    {
        return (fs::path(repository_.root()) / path).string();
    }

    std::string from_root(const std::string& whole) const
    {
        std::string path = path_seen_from(whole, repository_.root());
        return path == "." ? "" : path;
    }

    Neighbours neighbours() const
    {
        Neighbours neighbours;
        neighbours.list = [this](const std::string& folder) {
            std::vector<std::string> files = snapshot_.files_of(from_root(folder));
            for (std::string& file : files)
                file = whole(file);
            return files;
        };
        neighbours.read = [this](const std::string& path) { return snapshot_.read(from_root(path)); };
        neighbours.is_top = [this](const std::string& folder) { return from_root(folder).empty(); };
        return neighbours;
    }

    // "HEAD:zones/example.com.yaml", as places of zone files are shown.
    void label(ZoneFile& file) const
    {
        if (snapshot_.label().empty() || file.origins == nullptr)
            return;
        auto origins = std::make_shared<Origins>(*file.origins);
        for (Origins::File& origin : origins->files)
            origin.path = snapshot_.label() + origin.path;
        file.origins = std::move(origins);
    }

    const Repository& repository_;
    const Snapshot& snapshot_;
    const Given& given_;
    ReadOptions options_;
    std::map<std::string, std::vector<ReadZone>> read_;
};

} // namespace

std::string shown_in_repository(const Repository& repository, const std::string& path)
{
    return path_seen_from((fs::path(repository.root()) / path).string(), working_directory());
}

DocumentStates document_states(const Repository& repository, const Snapshot& before, const Snapshot& after,
                               const std::vector<std::string>& changed, const Given& given,
                               const ReadOptions& options)
{
    DocumentStates states;
    Documents former(repository, before, given, options), present(repository, after, given, options);
    auto read_old = [&](const std::string& path, const ChangeFormat& format) {
        try {
            former.read(path, format);
        } catch (const Failure& failure) {
            std::string reason = failure.what();
            states.notes.push_back(fmt::format("before the change it could not be read, so all of it counts "
                                               "as new: {}",
                                               reason.substr(0, reason.find('\n'))));
        }
    };
    auto read = [&](const std::string& path) {
        const ChangeFormat* was = former.format(path);
        const ChangeFormat* is = present.format(path);
        if (was == nullptr && is == nullptr)
            return;
        states.paths.insert(path);
        if (was != nullptr)
            read_old(path, *was);
        // What was such a document and is none any more is broken, and reading it tells how.
        if (is != nullptr || present.has(path))
            present.read(path, is != nullptr ? *is : *was);
    };
    for (const std::string& path : changed)
        read(path);
    for (const Documents* side : {&former, &present})
        for (const std::string& path : side->further_files())
            read(path);
    std::vector<std::string> unheard; // what was not judged before the change matters to nobody now
    states.before = former.files(unheard);
    states.after = present.files(states.notes);
    return states;
}

std::vector<ZoneFile> zones_of_document(const Repository& repository, const Snapshot& side,
                                        const std::string& path)
{
    Given nothing_given;
    ReadOptions options;
    options.is_asked = false;
    Documents documents(repository, side, nothing_given, options);
    const ChangeFormat* format = documents.format(path);
    if (format == nullptr)
        return {};
    std::vector<std::string> notes;
    try {
        documents.read(path, *format);
    } catch (const Failure&) {
        return {}; // the change does not touch it: whoever checks it will hear of it
    }
    return documents.files(notes);
}

} // namespace zonevet
