// `zonevet review`: finds the two states that are to be compared, reviews the change between them.
#include "cli/review.h"

#include "base/failure.h"
#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/files.h"
#include "cli/progress.h"
#include "cli/reporting.h"
#include "cli/servers.h"
#include "cli/services.h"
#include "formats/formats.h"
#include "policy/book.h"
#include "text/source.h"
#include "zone/build.h"

#include <algorithm>
#include <filesystem>

namespace zonevet {

namespace fs = std::filesystem;

namespace {

Document document_at(const std::string& path, const Call& call)
{
    if (path == "-")
        return {"standard input", std::make_shared<Bytes>(Bytes::of_stream(
                                      call.environment.standard_input, "standard input"))};
    return {path, std::make_shared<Bytes>(Bytes::of_file(path))};
}

// Zones of a document that is no zone file. None: it is one.
std::vector<ReadZone> zones_in_document(const std::string& path, const Call& call,
                                        const Settings& settings)
{
    if (!call.given.has("--format") && is_plain_zone_file(path))
        return {};
    Document document = document_at(path, call);
    const ChangeFormat* format = format_of(document, call.given);
    bool is_export = format != nullptr && format->word == "zone-export";
    if (format == nullptr || (!call.given.has("--format") && !is_export &&
                              looks_like_zone_name(fs::path(path).filename().string())))
        return {};
    ReadOptions options;
    options.origin = settings.zone_name;
    std::vector<ReadZone> zones = format->read(document, options);
    for (const ReadZone& zone : zones)
        if (zone.before)
            throw Failure("`{}` is a change ({}), not a state\nhelp: give it to --apply",
                          defused(path), format->name);
    return zones;
}

// One state of a review, and what there is to say about it.
struct Side {
    std::vector<ZoneFile> files;
    std::vector<ReadZone> zones; // of documents
    std::vector<std::string> notes;
};

// Which zones the files are known to hold: by the configurations of servers in the same folder, or beside them.
std::shared_ptr<const KnownZones> zones_known(const std::string& path, const std::vector<Input>& inputs,
                                              const Config& config, const Settings& settings,
                                              std::vector<std::string>& notes)
{
    if (!settings.zone_name.empty() || path == "-")
        return std::make_shared<KnownZones>();
    if (config.server_configs)
        return settings.known_zones;
    if (!fs::is_directory(path))
        return zones_beside(config, inputs, notes);
    std::vector<std::string> files;
    for (const Input& input : inputs)
        files.push_back(disk().resolve(input.path));
    return zones_beside(config, disk(), disk().resolve(path), "", files, notes);
}

void add_documents(Side& side)
{
    std::vector<ZoneFile> files = files_of_documents(side.zones, neighbours_on_disk());
    side.files.insert(side.files.end(), std::make_move_iterator(files.begin()),
                      std::make_move_iterator(files.end()));
}

Side zones_at(const std::string& path, const Call& call, const Config& config, const Settings& settings)
{
    Side side;
    bool is_folder = fs::is_directory(path);
    if (!is_folder && (fs::exists(path) || path == "-"))
        side.zones = zones_in_document(path, call, settings);
    if (!side.zones.empty()) {
        add_documents(side);
        return side;
    }
    std::vector<Input> inputs = zone_files_at(path, call.given, config, call.environment);
    std::shared_ptr<const KnownZones> known = zones_known(path, inputs, config, settings, side.notes);
    for (const Input& input : inputs) {
        if (is_folder && is_state_document(input.path)) {
            std::vector<ReadZone> zones = zones_in_document(input.path, call, settings);
            side.zones.insert(side.zones.end(), std::make_move_iterator(zones.begin()),
                              std::make_move_iterator(zones.end()));
            continue;
        }
        ZoneFile file;
        file.path = input.path;
        file.bytes = input.bytes;
        // Two files are two states of one zone; of folders, the files called the same.
        file.key = is_folder ? fs::path(input.path).lexically_relative(path).string() : "the file";
        std::vector<ZoneFile> named = named_files(file, input.path, *known);
        side.files.insert(side.files.end(), named.begin(), named.end());
    }
    add_documents(side);
    return side;
}

// What the owner of a format plans to do although the DNS stays as it is.
void note_respelled(const ReadZone& zone, const ReadState& before, const ReadState& after,
                    std::vector<std::string>& notes)
{
    std::vector<std::string> sets = respelled_sets(before, after);
    for (const std::string& set : sets)
        notes.push_back(fmt::format("{}: `{}` is spelled differently and stays the same record", zone.path,
                                    set));
}

States states_of_paths(const Call& call, const Config& config, const Settings& settings)
{
    const Given& given = call.given;
    for (auto [one, other] : {std::pair("--old", "--new"), std::pair("--new", "--old")})
        if (!given.has(one))
            throw Failure("{} needs {}", other, one);
    std::string before = given.last("--old"), after = given.last("--new");
    for (const std::string& path : {before, after})
        if (path != "-" && !fs::exists(path))
            throw Failure("`{}` does not exist", defused(path));
    if (fs::is_directory(before) != fs::is_directory(after))
        throw Failure(
            "--old and --new name a file and a folder\nhelp: compare two files, or two folders");
    States states;
    states.title = fmt::format("{} -> {}", defused(before), defused(after));
    Side old_side = zones_at(before, call, config, settings),
         new_side = zones_at(after, call, config, settings);
    states.notes = new_side.notes;
    for (const ReadZone& now : new_side.zones) {
        states.notes.insert(states.notes.end(), now.notes.begin(), now.notes.end());
        for (const ReadZone& old : old_side.zones)
            if (old.zone == now.zone && old.view == now.view && old.after && now.after)
                note_respelled(now, *old.after, *now.after, states.notes);
    }
    part_renamed(old_side.files, new_side.files);
    states.pairs = pair_states(std::move(old_side.files), std::move(new_side.files), settings);
    return states;
}

States states_of_change(const Call& call, const Settings& settings)
{
    const Given& given = call.given;
    Document change = document_at(given.last("--apply"), call);
    const ChangeFormat* format = format_of(change, given);
    if (format == nullptr)
        throw Failure("`{}` is in no format that can be applied\nhelp: --format says which it is: {}",
                      defused(change.path), format_words());
    ReadOptions options;
    options.origin = settings.zone_name;
    States states;
    states.title = fmt::format("{} ({})", defused(change.path), format->name);
    if (given.has("--zone")) {
        std::string path = given.last("--zone");
        options.base = document_at(path, call);
        options.placeholders = settings.placeholders.get();
        options.base_zone = settings.zone_name.empty()
                                ? guess_origin(options.base->bytes->view(), path, options.placeholders).name.view().text()
                                : settings.zone_name;
        states.title = fmt::format("{} + {}", defused(path), states.title);
    }
    for (const ReadZone& zone : format->read(change, options)) {
        states.notes.insert(states.notes.end(), zone.notes.begin(), zone.notes.end());
        if (!zone.is_known())
            continue;
        if (!zone.before)
            throw Failure("`{}` is a state ({}), not a change\nhelp: compare two of them with "
                          "--old and --new",
                          defused(change.path), format->name);
        note_respelled(zone, *zone.before, *zone.after, states.notes);
        states.pairs.push_back(
            {file_of(zone, zone.before), file_of(zone, zone.after), std::nullopt});
    }
    states.none_is_fine = true;
    return states;
}

// --ack serial-not-raised=CHG0012345
void read_acknowledgements(const Given& given, Settings& settings)
{
    std::string flag = given.name_of("--ack");
    for (const std::string& pair : given.all("--ack")) {
        std::size_t equals = pair.find('=');
        std::string word = pair.substr(0, equals);
        if (equals == std::string::npos || equals + 1 == pair.size())
            throw Failure(
                "{} wants RULE=TICKET, not `{}`\nhelp: the ticket says who answers for it", flag,
                defused(pair));
        std::vector<std::size_t> rules = rules_named(word, settings.catalogue());
        if (rules.empty()) {
            std::string near = nearest_rule_word(word, settings.catalogue());
            throw Failure("{}: `{}` is no rule{}{}", flag, defused(word),
                          near.empty() ? "" : "\nhelp: did you mean ",
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

States states_of(const Call& call, const Config& config, const Settings& settings)
{
    const Given& given = call.given;
    std::vector<std::string_view> ways;
    for (std::string_view flag : {"--old", "--base", "--staged", "--apply"})
        if (given.has(flag) && (flag != "--staged" || given.is_on(flag)))
            ways.push_back(flag);
    if (given.has("--new") && !given.has("--old"))
        ways.push_back("--new");
    if (ways.size() > 1)
        throw Failure("{} and {} both say what the change is\nhelp: give one of them", ways[0],
                      ways[1]);
    if (ways.empty() && config.review_base)
        return states_of_git(given, config, settings);
    if (ways.empty())
        throw Failure("nothing says what the change is\nhelp: --staged (what would be committed), "
                      "--base REV (the "
                      "commits since REV), --old PATH --new PATH, or --zone FILE --apply CHANGE");
    if (ways.front() == "--base" || ways.front() == "--staged")
        return states_of_git(given, config, settings);
    if (!given.words().empty())
        throw Failure("`{}`: paths only narrow down --base and --staged",
                      defused(given.words().front()));
    if (ways.front() == "--apply")
        return states_of_change(call, settings);
    return states_of_paths(call, config, settings);
}

} // namespace

int run_review(const Call& call)
{
    const Given& given = call.given;
    Config config = load_config(given);
    Effective effective = resolve(config, given, call.environment);
    effective.settings.zone_name = given.last("--origin");
    read_acknowledgements(given, effective.settings);
    Reporting reporting(call, config, effective);
    reporting.lap("configuration");

    States states = states_of(call, config, effective.settings);
    reporting.lap("files");
    if (states.pairs.empty() && !states.none_is_fine && !given.is_on("--allow-no-zones"))
        throw Failure("{}: there is no zone in either state\nhelp: --allow-no-zones accepts that",
                      states.title);

    declare_services(config);
    RunReport report = [&] {
        ProgressLine progress(call, reporting.quiet(), "reviewed", effective.settings);
        return review_zones(states.pairs, effective.settings, states.others);
    }();
    report.review = states.title;
    report.notes.insert(report.notes.end(), states.notes.begin(), states.notes.end());
    reporting.lap("review");
    return reporting.write(report, config, effective);
}

} // namespace zonevet
