// `zonevet check`: finds the files, runs the engine, writes the reports, decides the exit code.
#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/files.h"
#include "cli/reporting.h"
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

    Found found = find_files(given, config, call.environment);
    reporting.lap("files");
    if (given.is_on("--show-files")) {
        for (const Input& input : found.inputs)
            call.out(fmt::format("{}\n", defused(input.path)));
        return 0;
    }
    if (found.all_excluded)
        for (const std::string& note : found.notes)
            reporting.note(note);

    std::vector<std::string> notes;
    std::vector<Input> inputs = with_documents(std::move(found.inputs), given, effective.settings, notes);
    reporting.lap("documents");
    declare_services(config);
    RunReport report = check_zones(inputs, effective.settings);
    report.notes.insert(report.notes.end(), notes.begin(), notes.end());
    reporting.lap("check");
    return reporting.write(report, config, effective);
}

} // namespace zonevet
