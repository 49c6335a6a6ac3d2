// `zonevet review`: finds the two states that are to be compared, reviews the change between them.
#include "cli/review.h"

#include "base/failure.h"
#include "cli/commands.h"
#include "cli/policy_change.h"
#include "cli/progress.h"
#include "cli/reporting.h"
#include "cli/resolve.h"
#include "cli/services.h"
#include "git/repository.h"
#include "input/content.h"
#include "input/documents.h"
#include "input/naming.h"
#include "lint/run.h"
#include "policy/book.h"
#include "text/roots.h"
#include "text/source.h"
#include "text/tree.h"

#include <algorithm>
#include <filesystem>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

Document document_at(const std::string& path, const Wanted& wanted)
{
    if (path == "-")
        return {"standard input", std::make_shared<Bytes>(Bytes::of_stream(wanted.standard_input, "standard input"))};
    roots().name(path);
    return {path, disk().read(path)};
}

void take_notes(Comparison& comparison, State&& before, State&& after)
{
    for (State* state : {&before, &after}) {
        comparison.unread.insert(comparison.unread.end(), state->unread.begin(), state->unread.end());
        if (state == &after) // what was not judged before the change matters to nobody now
            comparison.notes.insert(comparison.notes.end(), state->notes.begin(), state->notes.end());
    }
    for (const ReadZone& now : after.documents)
        for (const ReadZone& old : before.documents)
            if (old.zone == now.zone && old.view == now.view && old.after && now.after)
                note_respelled(now, *old.after, *now.after, comparison.notes);
}

// octoDNS says nowhere but in a file's name which zone the file holds.
bool is_called_after_file(const ReadZone& zone)
{
    std::string_view name = last_part(zone.path);
    return zone.zone == std::string(name.substr(0, name.rfind('.'))) + ".";
}

// "old.yaml" and "new.yaml" hold one zone, and all of it would be gone and new.
void expect_one_zone(const State& before, const State& after)
{
    if (before.documents.size() != 1 || after.documents.size() != 1)
        return;
    const ReadZone &old = before.documents[0], &now = after.documents[0];
    if (old.zone != now.zone && is_called_after_file(old) && is_called_after_file(now))
        throw Failure("`{}` is read as the zone `{}`, and `{}` as `{}`\nhelp: --origin NAME says which zone both hold",
                      defused(old.path), defused(old.zone), defused(now.path), defused(now.zone));
}

Comparison compare_paths(const Given& given, const Settings& settings, const Wanted& wanted)
{
    for (auto [one, other] : {std::pair("--old", "--new"), std::pair("--new", "--old")})
        if (!given.has(one))
            throw Failure("{} needs {}", other, one);
    std::string before = given.last("--old"), after = given.last("--new");
    for (const std::string& path : {before, after})
        if (path != "-" && !fs::exists(path))
            throw Failure("`{}` does not exist", defused(path));
    if (fs::is_directory(before) != fs::is_directory(after))
        throw Failure("--old and --new name a file and a folder\nhelp: compare two files, or two folders");
    auto [old_state, new_state] = read_states(before, after, wanted);
    if (!fs::is_directory(before))
        expect_one_zone(old_state, new_state);
    Comparison comparison;
    comparison.title = fmt::format("{} -> {}", defused(before), defused(after));
    comparison.pairs = pair_states(old_state.zones, new_state.zones, settings);
    take_notes(comparison, std::move(old_state), std::move(new_state));
    return comparison;
}

// The one zone file, or the document, that a change applies to.
void add_base(ReadOptions& options, const ChangeFormat& format, const std::string& path, const Wanted& wanted,
              const Settings& settings)
{
    options.base = document_at(path, wanted);
    options.placeholders = settings.placeholders.get();
    Content content = content_of(options.base->path, options.base->bytes->view(), Found::by_name);
    if (content.kind == Content::Kind::document) {
        options.base_format = content.format;
        return;
    }
    Wanted only = wanted;
    only.paths = {path};
    only.is_asked = true; // a person says that it is a zone file
    only.format = nullptr;
    ZoneFile file;
    file.path = path;
    if (path != "-")
        if (State state = read_state(disk(), only); !state.zones.empty())
            file = state.zones.front();
    if (wanted.zone)
        file.name = ZoneName{*wanted.zone, "flag", ""};
    ZoneName name = name_of(file, options.base->bytes->view(), options.placeholders);
    if (name.from.empty())
        throw Failure("nothing says which zone `{}` holds\nhelp: name it with --origin", defused(options.base->path));
    options.base_zone = name.name.view().text();
    if (format.word == "diff") // it changes lines, whatever they hold
        return;
    ZoneFile base;
    base.path = path;
    base.bytes = options.base->bytes;
    base.name = name;
    options.base_records = read_zone(base, settings);
}

Comparison compare_change(const Given& given, const Settings& settings, const Wanted& wanted)
{
    Document change = document_at(given.last("--apply"), wanted);
    const ChangeFormat* format = wanted.is_asked ? wanted.format : recognize_format(change.path, change.bytes->view());
    if (format == nullptr) {
        Seeming seeming = what_it_seems(change.path, change.bytes->view());
        throw Failure("`{}` is in no format that can be applied: it seems to be {}\nhelp: {}", defused(change.path),
                      seeming.what,
                      seeming.help.empty() ? "--format says which it is: " + format_words() : seeming.help);
    }
    ReadOptions options;
    if (wanted.zone)
        options.origin = wanted.zone->view().text();
    Comparison comparison;
    comparison.title = fmt::format("{} ({})", defused(change.path), format->name);
    if (given.has("--zone")) {
        std::string path = given.last("--zone");
        add_base(options, *format, path, wanted, settings);
        comparison.title = fmt::format("{} + {}", defused(path), comparison.title);
        if (options.base_format != nullptr && format->word != "diff")
            throw Failure("`{}` is {}, and a change in the format {} applies to a zone file", defused(path),
                          options.base_format->name, format->name);
    }
    for (const ReadZone& zone : format->read(change, options)) {
        if (!zone.is_known()) { // nobody knows in which zone it changes something
            for (const std::string& note : zone.notes)
                comparison.unread.push_back({change.path, note});
            continue;
        }
        comparison.notes.insert(comparison.notes.end(), zone.notes.begin(), zone.notes.end());
        if (!zone.before && format->word != "diff")
            throw Failure("`{}` is a state ({}), not a change\nhelp: compare two of them with --old and --new",
                          defused(change.path), format->name);
        if (zone.before && zone.after)
            note_respelled(zone, *zone.before, *zone.after, comparison.notes);
        auto state = [&](const std::optional<ReadState>& read) {
            return read ? std::optional(zone_file_of(zone, *read)) : std::nullopt;
        };
        comparison.pairs.push_back({state(zone.before), state(zone.after), std::nullopt});
    }
    comparison.none_is_fine = true;
    return comparison;
}

// --ack serial-not-raised=CHG0012345
void read_acknowledgements(const Given& given, Settings& settings)
{
    std::string flag = given.name_of("--ack");
    for (const std::string& pair : given.all("--ack")) {
        std::size_t equals = pair.find('=');
        std::string word = pair.substr(0, equals);
        if (equals == std::string::npos || equals + 1 == pair.size())
            throw Failure("{} wants RULE=TICKET, not `{}`\nhelp: the ticket says who answers for it", flag,
                          defused(pair));
        std::vector<std::size_t> rules = rules_named(word, settings.catalogue());
        if (rules.empty()) {
            std::string near = nearest_rule_word(word, settings.catalogue());
            throw Failure("{}: `{}` is no rule{}{}", flag, defused(word), near.empty() ? "" : "\nhelp: did you mean ",
                          near.empty() ? "" : fmt::format("`{}`?", near));
        }
        for (std::size_t rule : rules) {
            const Rule& named = settings.catalogue()[rule];
            if (!named.takes_ack && !is_about_change(named.check))
                throw Failure("{}: `{}` is not about a change but about the zone\nhelp: a comment "
                              "in the zone accepts it: ; "
                              "zonevet: ignore[{}] reason=\"...\"",
                              flag, named.name, named.name);
            if (!named.takes_ack)
                throw Failure("{}: `{}` takes no acknowledgement\nhelp: the rule would say so with "
                              "`ack = true` ({})",
                              flag, named.name, named.defined_at);
            settings.acknowledged.emplace_back(rule, pair.substr(equals + 1));
        }
    }
}

// Which of the flags says what the change is; empty: none.
std::string_view way_of(const Given& given)
{
    std::vector<std::string_view> ways;
    for (std::string_view flag : {"--old", "--base", "--staged", "--apply"})
        if (given.has(flag) && (flag != "--staged" || given.is_on(flag)))
            ways.push_back(flag);
    if (given.has("--new") && !given.has("--old"))
        ways.push_back("--new");
    if (ways.size() > 1)
        throw Failure("{} and {} both say what the change is\nhelp: give one of them", ways[0], ways[1]);
    return ways.empty() ? "" : ways.front();
}

// The states in git, if the change is one of git.
std::optional<GitStates> git_states(const Given& given, std::string_view way)
{
    if (way == "--staged")
        return open_staged();
    if (way == "--base")
        return open_commits(given.last("--base"));
    if (!way.empty())
        return {};
    if (Config config = load_config(given); config.review_base)
        return open_commits(*config.review_base);
    throw Failure("nothing says what the change is\nhelp: --staged (what would be committed), --base REV (the "
                  "commits since REV), --old PATH --new PATH, or --zone FILE --apply CHANGE");
}

Comparison compare(const Call& call, std::string_view way, const std::optional<GitStates>& states, const Config& config,
                   const Settings& settings)
{
    const Given& given = call.given;
    Wanted wanted = wanted_of(config, settings, given, call.environment);
    if (states)
        return compare_states(*states, settings, wanted);
    if (!given.words().empty())
        throw Failure("`{}`: paths only narrow down --base and --staged", defused(given.words().front()));
    return way == "--apply" ? compare_change(given, settings, wanted) : compare_paths(given, settings, wanted);
}

} // namespace

int run_review(const Call& call)
{
    const Given& given = call.given;
    std::string_view way = way_of(given);
    std::optional<GitStates> states = git_states(given, way);
    Config config = load_config(given, policy_source(given, states));
    Effective effective = resolve(config, given, call.environment);
    read_acknowledgements(given, effective.settings);
    Reporting reporting(call, config, effective);
    reporting.lap("configuration");

    Comparison comparison = compare(call, way, states, config, effective.settings);
    reporting.lap("files");
    if (comparison.pairs.empty() && comparison.unread.empty() && !comparison.none_is_fine &&
        !given.is_on("--allow-no-zones"))
        throw Failure("{}: there is no zone in either state\nhelp: --allow-no-zones accepts that", comparison.title);

    declare_services(config);
    RunReport report = [&] {
        ProgressLine progress(call, reporting.quiet(), "reviewed", effective.settings);
        return review_zones(comparison.pairs, effective.settings, comparison.others);
    }();
    report.review = comparison.title;
    if (states && config.path.empty() && !given.is_on("--isolated"))
        for (const char* name : {"zonevet.toml", ".zonevet.toml"})
            if (disk().is_file(name))
                report.notes.push_back(fmt::format("`{}` lies here and is not in the state whose configuration judges: "
                                                   "commit it, or name it with --policy-from {}",
                                                   name, name));
    if (states && !states->after->id().empty())
        report_policy_change(call, *states, config, effective, report);
    report.notes.insert(report.notes.end(), comparison.notes.begin(), comparison.notes.end());
    report.unread.insert(report.unread.end(), comparison.unread.begin(), comparison.unread.end());
    reporting.lap("review");
    return reporting.write(report, config, effective);
}

} // namespace zonevet
