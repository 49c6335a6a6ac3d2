// `zonevet check`: finds the files, runs the engine, writes the reports, decides the exit code.
#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/files.h"
#include "cli/fragments.h"
#include "cli/progress.h"
#include "cli/reporting.h"
#include "cli/servers.h"
#include "cli/services.h"
#include "text/source.h"

namespace zonevet {

int run_check(const Call& call)
{
    const Given& given = call.given;
    Config config = load_config(given);
    Effective effective = resolve(config, given, call.environment);
    Reporting reporting(call, config, effective);
    reporting.lap("configuration");

    Found found = find_files(given, config, effective.settings, call.environment);
    reporting.lap("files");
    if (given.is_on("--show-files")) {
        for (const Input& input : found.inputs)
            call.out(fmt::format("{}\n", path_on_a_line(input.path)));
        return 0;
    }
    std::vector<std::string> notes;
    found.inputs = with_documents(std::move(found.inputs), given, effective.settings, notes);
    reporting.lap("documents");
    if (effective.settings.zone_name.empty()) {
        if (!config.server_configs)
            effective.settings.known_zones = zones_beside(config, found.inputs, found.notes);
        name_inputs(found.inputs, *effective.settings.known_zones, found.notes);
        lead_to_includers(found, effective.settings);
        reporting.lap("zones");
    }
    for (const std::string& note : found.notes)
        reporting.note(defused(note));

    declare_services(config);
    RunReport report = [&] {
        ProgressLine progress(call, reporting.quiet(), "checked", effective.settings);
        return check_zones(found.inputs, effective.settings);
    }();
    report.notes.insert(report.notes.end(), notes.begin(), notes.end());
    reporting.lap("check");
    if (given.is_on("--verbose"))
        for (const ZoneReport& zone : report.zones)
            call.err(fmt::format("{}: the zone {}, told by {}\n", path_on_a_line(zone.path), defused(zone.zone),
                                 zone.origin_from.empty()    ? "nothing"
                                 : zone.origin_place.empty() ? "its " + zone.origin_from
                                                             : zone.origin_place));
    return reporting.write(report, config, effective);
}

} // namespace zonevet
