// Every file of the samples through the readers: read, or refused with a message that names the place.
// What is read holds whole records and never says that something is missing.
#include "input/documents.h"
#include "lint/run.h"
#include "samples.h"

#include <map>

namespace zonevet::test {
namespace {

struct Tally {
    std::size_t files = 0, read = 0, refused = 0, unknown = 0, records = 0;
};

bool is_about_missing(std::string_view rule)
{
    // These speak about a part of what is written.
    for (std::string_view part : {"key", "version", "policy", "underscore"})
        if (rule.ends_with(std::string(part) + "-missing"))
            return false;
    return rule.ends_with("-missing");
}

// Rules that speak about what is not there, on a state that is not whole.
void check_partial(const ReadZone& zone, const ReadState& state)
{
    Settings settings = Settings::of_profile(Profile::strict);
    settings.today = 20468;
    ZoneFile file = zone_file_of(zone, state);
    file.coverage = Coverage::part;
    for (const ZoneReport& report : check_zones({file}, settings).zones)
        for (const Finding& finding : report.findings) {
            CAPTURE(finding.rule->name, finding.message, zone.path);
            CHECK_FALSE(is_about_missing(finding.rule->name));
            CHECK(finding.span.end <= (*report.sources)[finding.span.source].text().size());
        }
}

} // namespace

TEST_CASE("every sample is read or refused, and never crashes", "[oracle]")
{
    if (!have_samples("terraform-plan"))
        return;
    std::map<std::string, Tally> tallies;
    for (const fs::path& path : files_below(samples_folder)) {
        std::string folder = path.lexically_relative(samples_folder).begin()->string();
        if (path.filename() == "MANIFEST.tsv")
            continue;
        CAPTURE(path.string());
        Tally& tally = tallies[folder];
        ++tally.files;
        Document sample = sample_at(path);
        const ChangeFormat* format = recognize_format(sample.path, sample.bytes->view());
        if (format == nullptr) {
            ++tally.unknown;
            continue;
        }
        ReadOptions options;
        if (format->word == "registry")
            options.origin = "example.org";
        try {
            for (const ReadZone& zone : format->read(sample, options))
                for (const std::optional<ReadState>* state : {&zone.before, &zone.after})
                    if (*state) {
                        tally.records += records_of((*state)->text, zone.zone).size();
                        if ((*state)->coverage >= Coverage::part && (*state)->origins)
                            check_partial(zone, **state);
                    }
            ++tally.read;
        } catch (const std::runtime_error& error) {
            ++tally.refused;
            CHECK(std::string(error.what()).find(path.filename().string()) != std::string::npos);
        }
    }
    for (const auto& [folder, tally] : tallies)
        fmt::print("{}: {} files, {} read with {} records, {} refused, {} in no format of ours\n", folder, tally.files,
                   tally.read, tally.records, tally.refused, tally.unknown);
    CHECK(tallies.size() > 10);
}

} // namespace zonevet::test
