// The states of a review from git.
#include "cli/review.h"

#include "base/failure.h"
#include "git/repository.h"
#include "text/source.h"
#include "zone/origin.h"

#include <algorithm>
#include <set>

namespace zonevet {

namespace {

// Three changes in a row without a new serial are no slip: a script or the server makes it. Commits that edit comments
// need none.
bool is_serial_left_alone(const Repository& repository, const std::string& commit, const std::string& path)
{
    constexpr unsigned looked_at = 12;
    constexpr int enough = 3;
    int changes = 0;
    std::string_view serial;
    std::uint64_t digest = 0;
    for (const std::shared_ptr<const Bytes>& version : repository.last_versions(commit, path, looked_at)) {
        std::string_view its = serial_in(version->view());
        std::uint64_t words = digest_of_words(version->view());
        bool is_newest = serial.empty();
        if (its.empty() || (!is_newest && its != serial))
            return false;
        changes += !is_newest && words != digest ? 1 : 0;
        if (changes == enough)
            return true;
        serial = its;
        digest = words;
    }
    return false;
}

// Zones of the state after the change that it does not touch, see FindOthers.
FindOthers others_in(const std::shared_ptr<const Snapshot>& side, const std::vector<ZonePair>& pairs,
                     const Wanted& wanted)
{
    std::set<std::string> known, names;
    for (const ZonePair& pair : pairs)
        for (const std::optional<ZoneFile>* file : {&pair.before, &pair.after})
            if (*file && known.insert((*file)->path).second)
                names.insert(std::string(last_part((*file)->path)));
    Wanted all = wanted; // the words of the command line only say what is to be judged
    all.paths.reset();
    return [=](const std::vector<std::string>& texts) {
        std::set<std::string> paths;
        for (std::string& path : side->files_with(texts, ""))
            paths.insert(std::move(path));
        for (std::string& path :
             side->files_called([&](std::string_view name) { return names.contains(std::string(name)); }))
            paths.insert(std::move(path));
        std::vector<std::string> others;
        for (const std::string& path : paths)
            if (!known.contains(path))
                others.push_back(path);
        return zones_of(*side, others, all);
    };
}

} // namespace

Comparison compare_states(const GitStates& range, const Settings& settings, const Wanted& wanted)
{
    const std::shared_ptr<Repository>& repository = range.repository;
    repository->limit_files(settings.max_file_size);
    Repository::Changed changed = repository->changed(*range.before, *range.after);
    auto [before, after] = read_states(*range.before, *range.after, changed.files, wanted);
    Comparison comparison;
    comparison.title = range.title;
    comparison.none_is_fine = true;
    comparison.notes = std::move(after.notes);
    for (State* state : {&before, &after})
        comparison.unread.insert(comparison.unread.end(), state->unread.begin(), state->unread.end());
    for (const std::string& module : changed.modules)
        if (std::string shown = shown_in(*range.after, module); is_wanted(shown, wanted))
            comparison.unread.push_back(
                {shown,
                 fmt::format(
                     "`{}` is a submodule that was moved: what it brings is not judged\nhelp: run `zonevet review` "
                     "in it",
                     defused(shown))});
    comparison.pairs = pair_states(std::move(before.zones), std::move(after.zones), settings);
    if (range.upstream)
        for (ZonePair& pair : comparison.pairs)
            if (pair.before && pair.after && pair.before->bytes == nullptr &&
                !range.upstream->same_file(*range.before, pair.before->path) &&
                range.upstream->is_file(pair.before->path)) {
                pair.upstream = pair.before;
                pair.upstream->tree = range.upstream.get();
            }
    // Each costs a few runs of git.
    constexpr std::size_t few = 20;
    for (ZonePair& pair : comparison.pairs)
        if (comparison.pairs.size() <= few && pair.before && pair.after && pair.before->bytes == nullptr)
            pair.serial_left_alone = [repository, commit = range.before->id(), path = pair.before->path] {
                return is_serial_left_alone(*repository, commit, path);
            };
    comparison.others = others_in(range.after, comparison.pairs, wanted);
    comparison.kept = {repository, range.before, range.after, range.upstream};
    return comparison;
}

GitStates open_commits(const std::string& base)
{
    GitStates states;
    states.repository = Repository::here();
    Repository& repository = *states.repository;
    std::size_t dots = base.find("..");
    if (dots == std::string::npos) {
        std::string tip = repository.find(base), head = repository.head();
        std::string start = repository.merge_base(tip, head, base);
        states.title = fmt::format("{}..HEAD", base);
        states.before = repository.snapshot(start, base + ":");
        states.after = repository.snapshot(head, "");
        states.target = tip == start ? states.before : repository.snapshot(tip, base + ":");
        if (tip != start && head != start)
            states.upstream = states.target;
        return states;
    }
    bool three = base.compare(dots, 3, "...") == 0;
    std::string a = base.substr(0, dots), b = base.substr(dots + (three ? 3 : 2));
    std::string one = repository.find(a.empty() ? "HEAD" : a), other = repository.find(b.empty() ? "HEAD" : b);
    std::string start = three ? repository.merge_base(one, other, a) : one, label = (a.empty() ? "HEAD" : a) + ":";
    states.title = base;
    states.before = repository.snapshot(start, label);
    states.after = repository.snapshot(other, "");
    states.target = start == one ? states.before : repository.snapshot(one, label);
    return states;
}

GitStates open_staged()
{
    GitStates states;
    states.repository = Repository::here();
    states.title = "HEAD..index";
    states.before = states.target = states.repository->snapshot(states.repository->head(), "HEAD:");
    states.after = states.repository->index();
    return states;
}

} // namespace zonevet
