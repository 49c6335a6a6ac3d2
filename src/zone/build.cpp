// Reading into columns. With several workers each part of the file gets columns of its own, which are
// then joined in the order of the file, so that ids and everything else come out as from one thread.
#include "zone/build.h"

#include "base/failure.h"
#include "base/parallel.h"
#include "syntax/scan.h"
#include "text/local_paths.h"
#include "zone/store.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

// With its slash.
std::string place_of(const std::string& path)
{
    std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

// What all parts of one build share.
struct Building {
    const BuildOptions& options;
    const FileTree& tree;
    Sources& sources;
    std::vector<std::string> included;
    unsigned includes = 0;
    std::uint64_t octets = 0; // of all files
    std::string main_folder;
    std::vector<std::string> open_files; // real paths, outermost first
    std::string folder;                  // of the file that is being read
    std::set<std::string> included_as{}; // each with its origin, owner and TTL
};

class ColumnSink final : public RecordSink {
public:
    ColumnSink(Columns& columns, Building* building, std::uint32_t source, unsigned depth)
        : columns_(columns), building_(building), source_(source), depth_(depth)
    {
    }

    void record(const ReadRecord& record) override
    {
        if (!record.same_owner || last_owner_ == NameTable::none)
            last_owner_ = columns_.names.enter(record.owner);
        columns_.owner.push_back(last_owner_);
        columns_.ttl.push_back(record.ttl);
        columns_.type.push_back(static_cast<std::uint16_t>(record.type));
        columns_.flags.push_back(static_cast<std::uint8_t>(
            (record.ttl_written ? Columns::ttl_written : 0) | (record.owner_written ? Columns::owner_written : 0) |
            (record.generated ? Columns::generated : 0) | (record.plain ? Columns::plain : 0) |
            (record.relative ? Columns::relative : 0) | (record.ttl_known ? 0 : Columns::ttl_unknown) |
            (record.serial_known ? 0 : Columns::serial_unknown)));
        columns_.entry.push_back(Position(source_, record.entry).bits());
        columns_.rdata.push_back(static_cast<std::uint64_t>(columns_.octets.size()) << 16 | record.rdata.size());
        columns_.octets.append(record.rdata.data(), record.rdata.size());
        if (record.generated)
            last_owner_ = NameTable::none; // what follows goes on from before $GENERATE
    }

    void unreadable(const Name* owner) override
    {
        last_owner_ = NameTable::none;
        if (owner == nullptr)
            columns_.incomplete = true;
        else
            columns_.unreadable.push_back(columns_.names.enter(*owner));
    }

    void problem(Problem problem) override { columns_.problems.add(std::move(problem)); }
    void comment(const ControlComment& comment) override { columns_.comments.push_back(comment); }
    void include(const IncludeRequest& request, ReaderState& state) override;

private:
    void refuse(Mistake mistake, const IncludeRequest& request, std::string message, std::string help = "");

    Columns& columns_;
    Building* building_;
    std::uint32_t source_;
    unsigned depth_;
    std::uint32_t last_owner_ = NameTable::none;
};

// Behind "cannot read `PATH`: ", which the message has in its own words.
std::string_view reason_of(const Failure& failure)
{
    std::string_view text = failure.what();
    std::size_t colon = text.starts_with("cannot read `") ? text.find("`: ") : text.npos;
    return colon == text.npos ? text : text.substr(colon + 3);
}

void ColumnSink::refuse(Mistake mistake, const IncludeRequest& request, std::string message, std::string help)
{
    Problem problem;
    problem.mistake = mistake;
    problem.span = request.path_span;
    problem.message = std::move(message);
    problem.help = std::move(help);
    problem.entry = request.entry_span.position();
    columns_.problems.add(std::move(problem));
    columns_.incomplete = true;
}

void read_source(Building& building, Columns& columns, std::uint32_t source, ReaderState& state, unsigned depth);

// A file that cannot be read may have the $TTL that is missing so far.
void forget_ttl(ReaderState& state)
{
    if (state.has_default_ttl)
        return;
    state.has_default_ttl = state.default_ttl_unknown = true;
    state.default_ttl = 3600;
}

bool is_below(const std::string& path, const std::string& root)
{
    return root.empty() || root == "/" || path == root || path.compare(0, root.size() + 1, root + "/") == 0;
}

void ColumnSink::include(const IncludeRequest& request, ReaderState& state)
{
    Building& building = *building_;
    std::string name(request.path);
    if (depth_ + 1 > building.options.max_include_depth) {
        refuse(Mistake::include_loop, request,
               fmt::format("`{}` would be included {} deep; the limit is {}", name, depth_ + 1,
                           building.options.max_include_depth));
        return;
    }
    if (++building.includes > building.options.max_includes) {
        if (building.includes == building.options.max_includes + 1)
            refuse(Mistake::include_loop, request,
                   fmt::format("more than {} files are included", building.options.max_includes));
        return;
    }
    const std::string& root = building.options.include_root;
    std::string path = included_path(building.tree, name, building.folder, building.main_folder, root);
    std::string resolved = path.empty() ? "" : building.tree.resolve(path);
    if (resolved.empty() && name.starts_with('/')) {
        refuse(Mistake::include_outside, request,
               fmt::format("the included file `{}` lies outside of the folder that may be read", name),
               "put it below that folder; as long as it is not read, nothing is called missing");
        forget_ttl(state);
        return;
    }
    if (resolved.empty()) {
        bool leaves = !root.empty() && (name[0] == '/' || name.find("..") != std::string::npos);
        refuse(Mistake::include_missing, request, fmt::format("the included file `{}` does not exist", name),
               leaves ? "it may exist on the server; here its records are unknown" : "");
        forget_ttl(state);
        return;
    }
    // What lies beside the zone may be as hidden as the zone.
    std::string zone_folder = building.tree.resolve(building.open_files.front());
    zone_folder.resize(zone_folder.rfind('/') == std::string::npos ? 0 : zone_folder.rfind('/'));
    bool is_beside = !zone_folder.empty() && is_below(resolved, zone_folder);
    if (is_hidden_below(is_beside ? zone_folder : root, resolved)) {
        refuse(Mistake::include_outside, request,
               fmt::format("the included file `{}` is hidden, or lies in a hidden folder", name),
               "such files are no part of a zone: give it a name without the dot");
        forget_ttl(state);
        return;
    }
    if (!is_below(resolved, root)) {
        refuse(Mistake::include_outside, request,
               fmt::format("the included file `{}` lies outside of the folder that may be read", name),
               "put it below that folder; as long as it is not read, nothing is called missing");
        forget_ttl(state);
        return;
    }
    if (std::find(building.open_files.begin(), building.open_files.end(), resolved) != building.open_files.end()) {
        refuse(Mistake::include_loop, request, fmt::format("`{}` includes itself", name),
               "remove the line, or name the file that is meant");
        return;
    }
    // All that the records of the file take from here.
    std::string as = fmt::format("{} {} {} {}", resolved, state.origin.view(), state.owner.view(),
                                 state.has_default_ttl ? state.default_ttl : state.last_ttl);
    if (!building.included_as.insert(std::move(as)).second) {
        Problem problem;
        problem.mistake = Mistake::include_repeated;
        problem.span = request.path_span;
        problem.message = fmt::format("`{}` is included a second time, and adds nothing", name);
        problem.help = "remove the line, or name the file that is meant";
        problem.entry = request.entry_span.position();
        columns_.problems.add(std::move(problem));
        return;
    }
    if (columns_.size() > building.options.max_records) {
        refuse(Mistake::include_loop, request,
               fmt::format("the zone has {} records already; with more than {} no further file is included",
                           columns_.size(), building.options.max_records));
        return;
    }
    std::shared_ptr<const Bytes> bytes;
    try {
        std::uint64_t size = building.tree.size(resolved);
        if (size > building.options.max_file_size)
            throw Failure("it is larger than {} bytes", building.options.max_file_size);
        building.octets += size;
        if (building.octets > building.options.max_octets) {
            refuse(Mistake::include_loop, request,
                   fmt::format("with `{}` the files of the zone have more than {} bytes", name,
                               building.options.max_octets));
            return;
        }
        bytes = building.tree.read(path);
    } catch (const Failure& failure) {
        refuse(Mistake::include_missing, request,
               fmt::format("the included file `{}` cannot be read: {}", name, reason_of(failure)));
        return;
    }
    building.included.push_back(resolved);
    building.open_files.push_back(resolved);
    std::uint32_t source =
        building.sources.add(building.tree.shown(path), bytes, request.entry_span, building.options.placeholders);
    std::string folder = std::exchange(building.folder, place_of(path));
    read_source(building, columns_, source, state, depth_ + 1);
    building.folder = std::move(folder);
    building.open_files.pop_back();
    last_owner_ = NameTable::none;
}

void join(Columns& whole, Columns& part)
{
    std::vector<std::uint32_t> ids = whole.names.enter_all(part.names);
    std::size_t before = whole.octets.size();
    whole.octets.append(part.octets.data(), part.octets.size());
    for (std::size_t i = 0; i < part.size(); ++i) {
        whole.owner.push_back(ids[part.owner[i]]);
        whole.rdata.push_back(part.rdata[i] + (static_cast<std::uint64_t>(before) << 16));
    }
    whole.ttl.append(part.ttl.data(), part.ttl.size());
    whole.type.append(part.type.data(), part.type.size());
    whole.flags.append(part.flags.data(), part.flags.size());
    whole.entry.append(part.entry.data(), part.entry.size());
    for (std::uint32_t id : part.unreadable)
        whole.unreadable.push_back(ids[id]);
    whole.problems.append(std::move(part.problems));
    std::move(part.comments.begin(), part.comments.end(), std::back_inserter(whole.comments));
    whole.incomplete = whole.incomplete || part.incomplete;
    part = Columns();
}

// These are said once for a file; readers of its parts did not know of each other.
void say_once(std::vector<Problem>& problems, std::size_t from, std::uint32_t source)
{
    std::vector<Mistake> told;
    auto again = [&](const Problem& problem) {
        if (problem.span.source != source ||
            (problem.mistake != Mistake::line_ends_mixed && problem.mistake != Mistake::template_placeholder &&
             problem.mistake != Mistake::merge_conflict && problem.mistake != Mistake::comment_foreign &&
             problem.mistake != Mistake::type_of_gdnsd))
            return false;
        if (std::find(told.begin(), told.end(), problem.mistake) != told.end())
            return true;
        told.push_back(problem.mistake);
        return false;
    };
    problems.erase(std::remove_if(problems.begin() + static_cast<std::ptrdiff_t>(from), problems.end(), again),
                   problems.end());
}

void read_source(Building& building, Columns& columns, std::uint32_t number, ReaderState& state, unsigned depth)
{
    const Source& source = building.sources[number];
    const BuildOptions& options = building.options;
    std::uint64_t size = source.text().size();
    std::uint64_t at = 0;
    std::size_t problems_before = columns.problems.list().size();
    if (options.jobs > 1 && size >= options.parallel_from) {
        std::vector<Cut> cuts = cut_source(source, 0, size, state, options.chunk_size, at);
        if (cuts.size() > 1) {
            std::vector<Columns> parts(cuts.size());
            std::vector<ReaderState> states(cuts.size());
            parallel_for(cuts.size(), options.jobs, [&](std::size_t i) {
                ColumnSink sink(parts[i], nullptr, number, depth); // no include lies in a cut
                Reader reader(source, number, std::move(cuts[i].state), sink, options.reader);
                states[i] = reader.read(cuts[i].begin, cuts[i].end);
            });
            for (std::size_t i = 0; i < parts.size(); ++i) {
                for (ControlComment& comment : parts[i].comments)
                    if (comment.covers == Position() && i + 1 < cuts.size())
                        comment.covers = Position(number, cuts[i + 1].begin);
                join(columns, parts[i]);
            }
            state = std::move(states.back());
        } else {
            at = 0;
        }
    }
    if (at < size) {
        ColumnSink sink(columns, &building, number, depth);
        Reader reader(source, number, std::move(state), sink, options.reader);
        state = reader.read(at, size);
    }
    if (at > 0)
        say_once(columns.problems.list(), problems_before, number);
}

} // namespace

std::string included_path(const FileTree& tree, const std::string& name, const std::string& folder,
                          const std::string& folder_of_zone, const std::string& root)
{
    if (name.empty() || name.find('\0') != std::string::npos)
        return "";
    if (!name.starts_with('/')) {
        for (const std::string& base : {folder, folder_of_zone, std::string(), root.empty() ? root : root + "/"})
            if (tree.is_file(base + name))
                return base + name;
        return tree.is_folder(folder + name) ? folder + name : ""; // which is then told
    }
    // Outside of the root nobody looks whether anything is there.
    if (root.empty() ? tree.is_file(name)
                     : is_below(name, root) && tree.is_file(name) && is_below(tree.resolve(name), root))
        return name;
    std::string here = LocalPaths(tree.inside(tree.whole(folder + "x")), root, tree).find(name, "");
    if (here.empty())
        return "";
    std::error_code error;
    return &tree == &disk() ? fs::path(here).lexically_relative(fs::current_path(error)).string() : here;
}

namespace {

void enter_untold(Store& store, const std::vector<Origins::Untold>& untold)
{
    for (const Origins::Untold& set : untold) {
        OwnedName owner;
        if (!to_name(set.owner, owner))
            continue; // the name itself is not known
        std::uint32_t id = store.columns.names.enter(owner);
        Type type = type_from_text(set.type);
        if (type == Type::none)
            store.columns.unreadable.push_back(id);
        else
            store.untold.emplace_back(id, static_cast<std::uint16_t>(type));
    }
    std::sort(store.untold.begin(), store.untold.end());
}

void add_flaws(Columns& columns, const std::vector<Origins::Flaw>& flaws, std::uint32_t source)
{
    for (const Origins::Flaw& flaw : flaws) {
        columns.incomplete = columns.incomplete || flaw.mistake == Mistake::octodns_yaml_invalid;
        Problem problem;
        problem.mistake = flaw.mistake;
        problem.span = {source, flaw.begin, flaw.end};
        problem.entry = problem.span.position();
        problem.message = flaw.message;
        problem.help = flaw.help;
        columns.problems.add(std::move(problem));
    }
}

// Archives, databases and UTF-16 have octets near their start that no zone file has.
bool is_binary(std::string_view text)
{
    std::string_view start = text.substr(0, 1024);
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF"))
        return true;
    std::size_t odd = 0;
    for (char c : start)
        if (static_cast<unsigned char>(c) < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v')
            ++odd;
    return odd * 10 > start.size();
}

} // namespace

BuiltZone build_zone(std::string path, std::shared_ptr<const Bytes> bytes, Name origin, const BuildOptions& options)
{
    auto store = std::make_unique<Store>();
    const FileTree& tree = options.tree != nullptr ? *options.tree : disk();
    store->sources = options.sources != nullptr ? options.sources : std::make_shared<Sources>();
    store->main_source = store->sources->add(tree.shown(path), std::move(bytes), {}, options.placeholders);
    Building building{options, tree, *store->sources, {}, 0, 0, place_of(path), {tree.resolve(path)}, place_of(path)};

    ReaderState state;
    state.origin = OwnedName(origin);
    Columns& columns = store->columns;
    columns.incomplete = options.coverage >= Coverage::part;
    store->fragment = options.coverage == Coverage::fragment;
    store->without_apex = options.coverage == Coverage::without_apex;
    store->apex = columns.names.enter(options.coverage == Coverage::fragment ? Name() : origin);
    if (options.coverage == Coverage::fragment) {
        state.owner = state.origin;
        state.has_owner = state.has_default_ttl = true;
        state.default_ttl = 3600; // as where no TTL is in force
    }
    std::string_view text = (*store->sources)[store->main_source].text();
    building.octets = text.size();
    bool binary = is_binary(text);
    if (binary) {
        Problem problem;
        problem.mistake = Mistake::file_binary;
        problem.span = {store->main_source, 0, 0};
        problem.entry = problem.span.position();
        problem.message = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")
                              ? "this file is in UTF-16; a zone file is plain text"
                              : "this is no text file";
        problem.help = "save it as plain text in ASCII or UTF-8, or name the file that is meant";
        columns.problems.add(std::move(problem));
        columns.incomplete = true;
    } else {
        read_source(building, columns, store->main_source, state, 0);
    }
    if (state.wanted_ttl && !state.wanted_ttl_told &&
        options.coverage != Coverage::part) { // else what is not here may have a $TTL
        Problem problem;
        problem.mistake = Mistake::ttl_missing;
        problem.span = *state.wanted_ttl;
        problem.entry = problem.span.position();
        problem.message = "this record has no TTL, and there is no $TTL to give it one";
        problem.help = "put `$TTL 3600` (or what you want) on the first line; servers differ in what they take";
        columns.problems.add(std::move(problem));
    }
    if (!binary && !text.empty() && text.back() != '\n') {
        Problem problem;
        problem.mistake = Mistake::line_end_missing;
        problem.span = {store->main_source, text.size(), text.size()};
        problem.entry = problem.span.position();
        problem.message = "the last line does not end with a newline";
        problem.help = "end the file with a newline: a cut-off upload looks the same";
        columns.problems.add(std::move(problem));
    }
    if (options.origins != nullptr) {
        enter_untold(*store, options.origins->untold);
        add_flaws(columns, options.origins->flaws, store->main_source);
    }
    finish(*store);
    BuiltZone built;
    built.problems = std::move(columns.problems);
    built.comments = std::move(columns.comments);
    built.included = std::move(building.included);
    built.zone = std::make_unique<Zone>(std::move(store));
    return built;
}

} // namespace zonevet
