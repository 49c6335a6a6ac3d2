// `zonevet review`: finds the two states that are to be compared, reviews the change between them.
#include "cli/review.h"

#include "base/failure.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/progress.h"
#include "cli/reporting.h"
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

std::string known_formats()
{
    std::string list;
    for (const ChangeFormat& format : change_formats())
        list += fmt::format("{}{}", list.empty() ? "it may be " : ", ", format.name);
    return list;
}

std::optional<ZoneFile> file_of(const ReadZone& zone, const std::optional<ReadState>& state)
{
    if (!state)
        return {};
    ZoneFile file;
    file.path = file.shown = zone.path;
    file.zone = zone.zone;
    file.bytes = state->text;
    file.origins = state->origins;
    file.partial = state->partial;
    return file;
}

Document document_at(const std::string& path, const Call& call)
{
    if (path == "-")
        return {"standard input", std::make_shared<Bytes>(Bytes::of_stream(
                                      call.environment.standard_input, "standard input"))};
    return {path, std::make_shared<Bytes>(Bytes::of_file(path))};
}

// Zones of a document that is no zone file: octoDNS, Route 53, DNSControl. None: it is none of
// these.
std::vector<ZoneFile> zones_in_document(const std::string& path, const Call& call,
                                        const Settings& settings)
{
    std::vector<ZoneFile> files;
    if (looks_like_zone_name(fs::path(path).filename().string()))
        return files;
    Document document = document_at(path, call);
    const ChangeFormat* format = recognize_format(path, document.bytes->view());
    if (format == nullptr)
        return files;
    ReadOptions options;
    options.origin = settings.zone_name;
    for (const ReadZone& zone : format->read(document, options)) {
        std::optional<ZoneFile> file = file_of(zone, zone.after);
        if (zone.before || !file)
            throw Failure("`{}` is a change ({}), not a state\nhelp: give it to --apply",
                          defused(path), format->name);
        file->key = zone.zone;
        files.push_back(std::move(*file));
    }
    return files;
}

std::vector<ZoneFile> zones_at(const std::string& path, const Call& call, const Config& config,
                               const Settings& settings)
{
    std::vector<ZoneFile> files;
    if (!fs::is_directory(path) && fs::exists(path))
        files = zones_in_document(path, call, settings);
    if (!files.empty())
        return files;
    bool is_folder = fs::is_directory(path);
    for (const Input& input : zone_files_at(path, call.given, config, call.environment)) {
        ZoneFile file;
        file.path = input.path;
        file.bytes = input.bytes;
        // Two files are two states of one zone; of folders, the files called the same.
        file.key = is_folder ? fs::path(input.path).lexically_relative(path).string() : "the file";
        files.push_back(std::move(file));
    }
    if (!is_folder)
        return files;
    std::vector<std::string> documents;
    for (const auto& entry : fs::recursive_directory_iterator(path))
        if (std::string extension = entry.path().extension().string();
            entry.is_regular_file() &&
            (extension == ".yaml" || extension == ".yml" || extension == ".json"))
            documents.push_back(entry.path().string());
    std::sort(documents.begin(), documents.end());
    for (const std::string& document : documents)
        for (ZoneFile& file : zones_in_document(document, call, settings))
            files.push_back(std::move(file));
    return files;
}

States states_of_paths(const Call& call, const Config& config, const Settings& settings)
{
    const Given& given = call.given;
    for (auto [one, other] : {std::pair("--old", "--new"), std::pair("--new", "--old")})
        if (!given.has(one))
            throw Failure("{} needs {}", other, one);
    std::string before = given.last("--old"), after = given.last("--new");
    if (fs::is_directory(before) != fs::is_directory(after))
        throw Failure(
            "--old and --new name a file and a folder\nhelp: compare two files, or two folders");
    States states;
    states.title = fmt::format("{} -> {}", defused(before), defused(after));
    states.pairs = pair_states(zones_at(before, call, config, settings),
                               zones_at(after, call, config, settings), settings);
    return states;
}

States states_of_change(const Call& call, const Settings& settings)
{
    const Given& given = call.given;
    Document change = document_at(given.last("--apply"), call);
    const ChangeFormat* format = recognize_format(change.path, change.bytes->view());
    if (format == nullptr)
        throw Failure("`{}` is in no format that can be applied\nhelp: {}", defused(change.path),
                      known_formats());
    ReadOptions options;
    options.origin = settings.zone_name;
    States states;
    states.title = fmt::format("{} ({})", defused(change.path), format->name);
    if (given.has("--zone")) {
        std::string path = given.last("--zone");
        options.base = document_at(path, call);
        options.base_zone = settings.zone_name.empty()
                                ? guess_origin(options.base->bytes->view(), path).name.view().text()
                                : settings.zone_name;
        states.title = fmt::format("{} + {}", defused(path), states.title);
    }
    for (const ReadZone& zone : format->read(change, options)) {
        if (!zone.before)
            throw Failure("`{}` is a state ({}), not a change\nhelp: compare two of them with "
                          "--old and --new",
                          defused(change.path), format->name);
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
    reporting.lap("review");
    return reporting.write(report, config, effective);
}

} // namespace zonevet
