// `zonevet check`: reads the state of the disk, judges it, writes the reports, decides the exit code.
#include "base/failure.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/reporting.h"
#include "cli/resolve.h"
#include "cli/services.h"
#include "input/state.h"
#include "lint/run.h"
#include "text/quote.h"

#include <set>

namespace zonevet {

namespace {

void require_some(const State& state)
{
    if (!state.zones.empty() || !state.unread.empty() || state.all_excluded || state.set_aside)
        return;
    std::string where;
    for (const std::string& path : state.asked_for)
        where += fmt::format("{}`{}`", where.empty() ? "" : ", ", defused(path));
    throw Failure("no zone files in {}\nhelp: zone files are known by their name (*.zone, *.db, db.*, *.arpa, *.rev, "
                  "*.dns), by [files] include, or by their SOA record; --allow-no-zones accepts that there are none",
                  where.empty() ? "what --files-from lists" : where);
}

} // namespace

int run_check(const Call& call)
{
    const Given& given = call.given;
    Config config = load_config(given);
    Effective effective = resolve(config, given, call.environment);
    Reporting reporting(call, config, effective);
    reporting.lap("configuration");

    State state = read_state(disk(), wanted_of(config, effective.settings, given, call.environment));
    if (!given.is_on("--allow-no-zones"))
        require_some(state);
    reporting.lap("files");
    if (given.is_on("--show-files")) {
        std::set<std::string> told; // a file may hold several zones
        for (const ZoneFile& file : state.zones)
            if (told.insert(file.shown_path()).second)
                call.out(fmt::format("{}\n", shown_path(file.shown_path())));
        return reporting.tell(state.notes, state.unread);
    }
    declare_services(config);
    RunReport report = [&] {
        ProgressLine progress(call, reporting.quiet(), "checked", effective.settings);
        return check_zones(state.zones, effective.settings);
    }();
    report.notes.insert(report.notes.end(), state.notes.begin(), state.notes.end());
    report.unread.insert(report.unread.end(), state.unread.begin(), state.unread.end());
    reporting.lap("check");
    if (given.is_on("--verbose"))
        for (const ZoneReport& zone : report.zones)
            call.err(fmt::format("{}: the zone {}, told by {}\n", shown_path(zone.path), defused(zone.zone),
                                 zone.origin_from.empty()    ? "nothing"
                                 : zone.origin_place.empty() ? "its " + zone.origin_from
                                                             : zone.origin_place));
    return reporting.write(report, config, effective);
}

} // namespace zonevet
