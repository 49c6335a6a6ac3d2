// A hook passes the changed file alone, so the search runs at every commit that touches a fragment:
// every file is looked through once for "$INCLUDE", and none is parsed but those that hold one.
#include "cli/fragments.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "base/parallel.h"
#include "cli/servers.h"
#include "dns/public_suffix.h"
#include "syntax/lexer.h"
#include "syntax/words.h"
#include "text/tree.h"
#include "zone/build.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>
#include <thread>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_searched = 200'000; // files
constexpr std::uint64_t whole_up_to = std::uint64_t{256} << 20; // larger files are no fragments

// Calls `use` with the text behind each `word` (lower case), in any case of letters, until it returns
// false.
template <class Use> void each_word(std::string_view text, std::string_view word, Use&& use)
{
    auto same = [](char a, char b) { return ascii_lower(a) == b; };
    const char* at = text.data();
    const char* end = at + text.size();
    while (at < end) {
        // What a word begins with decides the speed: "$" is rare in any zone.
        const void* found = word[0] == '$' ? std::memchr(at, '$', static_cast<std::size_t>(end - at)) : at;
        if (found == nullptr)
            return;
        at = static_cast<const char*>(found);
        if (static_cast<std::size_t>(end - at) >= word.size() &&
            std::equal(word.begin(), word.end(), at, [&](char w, char c) { return same(c, w); }) &&
            !use(std::string_view(at + word.size(), static_cast<std::size_t>(end - at) - word.size())))
            return;
        ++at;
    }
}

// The files that the text includes, as written.
std::vector<std::string> included_by(std::string_view text)
{
    std::vector<std::string> names;
    each_word(text, "$include", [&](std::string_view rest) {
        if (rest.empty() || (rest[0] != ' ' && rest[0] != '\t'))
            return true;
        Lexer lexer(rest.substr(0, std::min(rest.find('\n'), rest.size())));
        EntryText entry;
        if (lexer.next(entry) && !entry.words.empty() && !entry.words[0].text.empty())
            names.emplace_back(entry.words[0].text);
        return true;
    });
    return names;
}

bool holds_soa(std::string_view text, const Placeholders* placeholders)
{
    bool possible = false;
    each_word(text, "soa", [&](std::string_view) {
        possible = true;
        return false;
    });
    if (!possible)
        return false;
    std::vector<Stretch> filled = placeholders != nullptr ? placeholders->find(text) : std::vector<Stretch>();
    Lexer lexer(text, 0, filled);
    EntryText entry;
    while (lexer.next(entry))
        if (!entry.words.empty() && read_head(entry.words, entry.leading_blank).record_type == Type::SOA)
            return true;
    return false;
}

struct Searched {
    std::string path; // real
    std::vector<std::string> includes;
};

// Every file below a folder, with what it includes.
class Search {
public:
    explicit Search(std::uint64_t max_file_size) : max_file_size_(max_file_size) {}

    void add(const std::string& file) { files_.insert(file); }
    void add_below(const fs::path& folder);
    std::vector<Searched> run(unsigned jobs) const;

private:
    std::uint64_t max_file_size_;
    std::set<std::string> files_, folders_;
};

void Search::add_below(const fs::path& folder)
{
    if (!folders_.insert(folder.string()).second)
        return;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (files_.size() >= most_searched)
            return;
        std::error_code ignored;
        std::string name = it->path().filename().string();
        if (it->is_symlink(ignored)) // leads to what is found where it is
            continue;
        if (it->is_directory(ignored) && !is_skipped_folder(name))
            add_below(it->path());
        else if (it->is_regular_file(ignored) && !name.starts_with('.'))
            add(it->path().string());
    }
}

std::vector<Searched> Search::run(unsigned jobs) const
{
    std::vector<Searched> all;
    for (const std::string& file : files_)
        all.push_back({file, {}});
    parallel_for(all.size(), jobs, [&](std::size_t i) {
        std::uint64_t size = disk().size(all[i].path);
        if (size == 0 || size > max_file_size_)
            return;
        try {
            std::shared_ptr<const Bytes> bytes = disk().read(all[i].path);
            std::string_view text = bytes->view();
            if (std::memchr(text.data(), '\0', std::min<std::size_t>(text.size(), 1024)) == nullptr)
                all[i].includes = included_by(text);
        } catch (const Failure&) {
            // What cannot be read includes nothing.
        }
    });
    std::erase_if(all, [](const Searched& file) { return file.includes.empty(); });
    return all;
}

// Whether `name`, written in `file`, means `target`: as the reader of zones resolves it.
bool means(const std::string& name, const std::string& file, const std::string& target)
{
    if (last_part(name) != last_part(target))
        return false;
    if (name.starts_with('/'))
        return disk().resolve(name) == target;
    std::string folder = file.substr(0, file.rfind('/') + 1);
    return disk().resolve(folder + name) == target || disk().resolve(name) == target;
}

// The zones that include a file, directly or through other files.
std::vector<std::string> zones_with(const std::string& target, const std::vector<Searched>& files,
                                    const KnownZones& known)
{
    std::set<std::string> zones, seen{target};
    std::vector<std::string> open{target};
    while (!open.empty()) {
        std::string file = open.back();
        open.pop_back();
        bool is_included = false;
        for (const Searched& other : files) {
            bool includes = std::any_of(other.includes.begin(), other.includes.end(), [&](const std::string& name) {
                return means(name, other.path, file);
            });
            if (!includes)
                continue;
            is_included = true;
            if (seen.insert(other.path).second)
                open.push_back(other.path);
        }
        if (file == target)
            continue;
        // A zone's own file, or what includes others and is included by none.
        if (!is_included || !known.of(file).empty() || holds_soa(disk().read(file)->view(), nullptr))
            zones.insert(file);
    }
    // A zone reads nothing outside of its own tree.
    std::erase_if(zones, [&](const std::string& zone) {
        std::string root = root_of_tree(zone);
        return root != "/" && !target.starts_with(root + "/");
    });
    return {zones.begin(), zones.end()};
}

// Whether the name of the file says that it is a whole zone: "example.com.zone", or "example.com" itself.
bool is_called_zone(const std::string& path)
{
    OriginGuess guess = guess_origin("", path);
    if (guess.from != "file name" || guess.name.view().label_count() < 2)
        return false;
    std::string_view file = last_part(path);
    // `inc` is a top-level domain too, but here it is the ending of what is included.
    return looks_like_zone_name(file) || (ends_in_public_suffix(file) && !file.ends_with(".inc"));
}

// Nothing but blanks and comments: a file that was emptied or cut off, and no part of anything.
bool is_blank(std::string_view text)
{
    Lexer lexer(text);
    for (EntryText entry; lexer.next(entry);)
        if (!entry.words.empty() || !entry.mistakes.empty())
            return false;
    return true;
}

bool is_candidate(const Input& input, const Settings& settings)
{
    if (!input.named || input.bytes != nullptr || !input.zone.empty() || !disk().is_file(input.path) ||
        disk().size(input.path) > std::min(settings.max_file_size, whole_up_to))
        return false;
    std::shared_ptr<const Bytes> bytes = disk().read(input.path);
    if (!holds_soa(bytes->view(), settings.placeholders.get()))
        return true;
    // An SOA record that several zones share: nothing in the file says whose it is.
    std::string from = guess_origin(bytes->view(), input.path, settings.placeholders.get()).from;
    return (from.empty() || from == "file name") && !looks_like_zone_name(last_part(input.path));
}

} // namespace

void lead_to_includers(Found& found, const Settings& settings)
{
    std::vector<std::size_t> fragments;
    for (std::size_t i = 0; i < found.inputs.size(); ++i)
        if (is_candidate(found.inputs[i], settings))
            fragments.push_back(i);
    if (fragments.empty())
        return;
    Search search(settings.max_file_size);
    for (const std::string& file : settings.known_zones->files())
        search.add(file);
    std::string here = disk().resolve(working_directory());
    for (std::size_t i : fragments) {
        search.add_below(tree_around(disk().resolve(found.inputs[i].path)));
    }
    std::vector<Searched> files =
        search.run(settings.jobs != 0 ? settings.jobs : std::max(1u, std::thread::hardware_concurrency()));

    std::map<std::string, Input> added; // by real path
    std::set<std::string> present;
    std::set<std::size_t> replaced(fragments.begin(), fragments.end());
    for (std::size_t i = 0; i < found.inputs.size(); ++i)
        if (!replaced.contains(i))
            present.insert(disk().resolve(found.inputs[i].path));
    for (std::size_t i : fragments) {
        Input& input = found.inputs[i];
        std::string real = disk().resolve(input.path);
        std::vector<std::string> zones = zones_with(real, files, *settings.known_zones);
        if (zones.empty()) {
            replaced.erase(i);
            std::shared_ptr<const Bytes> bytes = disk().read(input.path);
            if (is_called_zone(input.path) || holds_soa(bytes->view(), settings.placeholders.get()) || is_blank(bytes->view()))
                continue;
            input.fragment = true;
            input.zone = "unnamed.invalid.";
            input.zone_from = "";
            found.notes.push_back(fmt::format("`{}` has no SOA record and no zone here includes it: it is checked as "
                                              "a part of a zone, and nothing in it is called missing",
                                              input.path));
        }
        for (const std::string& zone : zones) {
            if (present.contains(zone))
                continue;
            Input& includer = added[zone];
            includer.path = path_seen_from(zone, here);
            includer.only_in.push_back(real);
        }
    }
    std::vector<Input> inputs;
    for (std::size_t i = 0; i < found.inputs.size(); ++i)
        if (!replaced.contains(i))
            inputs.push_back(std::move(found.inputs[i]));
    std::vector<Input> zones;
    for (auto& [real, input] : added)
        zones.push_back(std::move(input));
    name_inputs(zones, *settings.known_zones, found.notes);
    std::move(zones.begin(), zones.end(), std::back_inserter(inputs));
    std::stable_sort(inputs.begin(), inputs.end(), [](const Input& a, const Input& b) { return a.path < b.path; });
    found.inputs = std::move(inputs);
}

} // namespace zonevet
