// Changes in other formats against what the programs that own them did: named with update scripts,
// octoDNS with its plans, DNSControl with its zones. The samples are not ours; without them nothing
// is tested, and that is said.
#include "../support.h"
#include "change/change.h"
#include "formats/formats.h"
#include "zone/build.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <set>

namespace zonevet::test {
namespace {

const fs::path inputs = SHARED_DIR "/inputs";

bool have(const char* folder)
{
    if (fs::is_directory(inputs / folder))
        return true;
    WARN("no samples in " << (inputs / folder).string() << ": not tested");
    return false;
}

Document document(const fs::path& path)
{
    return {path.string(), std::make_shared<Bytes>(slurp(path))};
}

// The records as a sorted list of lines.
std::vector<std::string> records_of(std::shared_ptr<const Bytes> text, const std::string& zone)
{
    OwnedName apex;
    REQUIRE(to_name(zone, apex));
    BuiltZone built = build_zone("zone", std::move(text), apex, {});
    std::set<std::string> lines;
    for (std::uint32_t i = 0; i < built.zone->record_count(); ++i) {
        Record record = built.zone->record(RecordId{i});
        std::string line = fmt::format("{} {} {} {}", record.owner(), record.ttl(), record.type(),
                                       record.data_text());
        for (char& c : line)
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        lines.insert(line);
    }
    return {lines.begin(), lines.end()};
}

} // namespace

TEST_CASE("update scripts do what named does", "[oracle]")
{
    if (!have("rfc2136-oracle"))
        return;
    std::size_t cases = 0;
    for (const fs::path& folder : folders_in(inputs / "rfc2136-oracle")) {
        CAPTURE(folder.filename().string());
        if (!fs::exists(folder / "after.axfr"))
            continue;
        ReadOptions options{"", document(folder / "before.zone"), "example.com."};
        Document script = document(folder / "update.nsupdate");
        const ChangeFormat* format = recognize_format(script.path, script.bytes->view());
        REQUIRE(format != nullptr);
        std::vector<ReadZone> read;
        try {
            read = format->read(script, options);
        } catch (const std::exception& error) {
            // A script that nsupdate refuses is refused here too.
            CAPTURE(error.what());
            CHECK(slurp(folder / "result.txt").find("exit status 0") == std::string::npos);
            continue;
        }
        std::shared_ptr<const Bytes> after =
            read.empty() ? options.base->bytes : read[0].after->text;
        CHECK(records_of(after, "example.com.") ==
              records_of(document(folder / "after.axfr").bytes, "example.com."));
        ++cases;
    }
    CHECK(cases > 15);
}

TEST_CASE("DNSControl's zones say the same as their files", "[oracle]")
{
    if (!have("dnscontrol-ir"))
        return;
    std::size_t zones = 0, equal = 0;
    for (const fs::path& path : files_below(inputs / "dnscontrol-ir", {".json"})) {
        Document ir = document(path);
        const ChangeFormat* format = recognize_format(ir.path, ir.bytes->view());
        if (format == nullptr)
            continue;
        for (const ReadZone& zone : format->read(ir, {})) {
            fs::path folder = path;
            folder.replace_extension("");
            fs::path file = folder / (zone.zone.substr(0, zone.zone.size() - 1) + ".zone");
            if (!fs::exists(file))
                continue;
            ++zones;
            std::vector<std::string> ours = records_of(zone.after->text, zone.zone),
                                     theirs = records_of(document(file).bytes, zone.zone);
            if (ours == theirs)
                ++equal;
            else
                UNSCOPED_INFO(file.string());
        }
    }
    CAPTURE(zones, equal);
    CHECK(zones > 10);
    CHECK(equal * 10 >= zones * 8); // the rest holds what only DNSControl knows
}

TEST_CASE("octoDNS zones differ as its plans say", "[oracle]")
{
    if (!have("octodns-plan"))
        return;
    std::size_t plans = 0, equal = 0;
    for (const fs::path& path : files_below(inputs / "octodns-plan", {".json"})) {
        Document plan = document(path);
        const ChangeFormat* format = recognize_format(plan.path, plan.bytes->view());
        if (format == nullptr || format->name != "octoDNS plan")
            continue;
        for (const ReadZone& zone : format->read(plan, {})) {
            ++plans;
            // Old and new sets of a plan differ, or it would not list them; some do so in their
            // spelling alone (a final dot, an escape), which is the same record.
            if (records_of(zone.before->text, zone.zone) != records_of(zone.after->text, zone.zone))
                ++equal;
        }
    }
    CAPTURE(plans, equal);
    CHECK(plans > 40);
    CHECK(equal * 100 >= plans * 85);
}

TEST_CASE("every sample is read or refused, and never crashes", "[oracle]")
{
    if (!have("terraform-plan"))
        return;
    std::size_t read = 0, refused = 0, unknown = 0;
    for (const fs::path& path : files_below(inputs)) {
        Document sample = document(path);
        const ChangeFormat* format = recognize_format(sample.path, sample.bytes->view());
        if (format == nullptr) {
            ++unknown;
            continue;
        }
        try {
            for (const ReadZone& zone : format->read(sample, {}))
                if (zone.after)
                    records_of(zone.after->text, zone.zone);
            ++read;
        } catch (const std::runtime_error&) {
            ++refused;
        }
    }
    CAPTURE(read, refused, unknown);
    CHECK(read > refused);
}

} // namespace zonevet::test
