// Changes in other formats against what the programs that own them did: named with update scripts,
// octoDNS with its plans, DNSControl with its zones. The samples are not ours; without them nothing
// is tested, and that is said.
#include "../with_base.h"
#include "change/change.h"
#include "samples.h"

namespace zonevet::test {

TEST_CASE("update scripts do what named does", "[oracle]")
{
    if (!have_samples("rfc2136-oracle"))
        return;
    std::size_t cases = 0;
    for (const fs::path& folder : folders_in(samples_folder / "rfc2136-oracle")) {
        CAPTURE(folder.filename().string());
        if (!fs::exists(folder / "after.axfr"))
            continue;
        ReadOptions options = with_base(sample_at(folder / "before.zone"), "example.com.");
        Document script = sample_at(folder / "update.nsupdate");
        const ChangeFormat* format = recognize_format(script.path, script.bytes->view());
        REQUIRE(format != nullptr);
        std::vector<ReadZone> read = format->read(script, options);
        std::shared_ptr<const Bytes> after = read.empty() ? options.base->bytes : read[0].after->text;
        CHECK(records_of(after, "example.com.") == records_of(sample_at(folder / "after.axfr").bytes, "example.com."));
        ++cases;
    }
    fmt::print("update scripts: {} give what named made\n", cases);
    CHECK(cases > 15);
}

TEST_CASE("DNSControl's zones say the same as their files", "[oracle]")
{
    if (!have_samples("dnscontrol-ir"))
        return;
    std::size_t zones = 0, equal = 0;
    std::set<fs::path> left;
    for (const fs::path& path : files_below(samples_folder / "dnscontrol-ir", {".zone"}))
        left.insert(path);
    for (const fs::path& path : files_below(samples_folder / "dnscontrol-ir", {".json"})) {
        Document ir = sample_at(path);
        const ChangeFormat* format = recognize_format(ir.path, ir.bytes->view());
        if (format == nullptr)
            continue;
        for (const ReadZone& zone : format->read(ir, {})) {
            fs::path folder = path;
            folder.replace_extension("");
            fs::path file = folder / (zone.zone.substr(0, zone.zone.size() - 1) + ".zone");
            if (!fs::exists(file))
                continue;
            CAPTURE(file.string());
            left.erase(file);
            ++zones;
            std::vector<std::string> ours = records_of(zone.after->text, zone.zone),
                                     theirs = records_of(sample_at(file).bytes, zone.zone);
            CHECK(ours == theirs);
            equal += ours == theirs;
        }
    }
    fmt::print("DNSControl zones: {} of {} equal\n", equal, zones);
    for (const fs::path& path : left)
        fmt::print("  {}: the IR beside it has no such domain\n",
                   path.lexically_relative(samples_folder / "dnscontrol-ir").string());
    CHECK(left.size() < 3);
    CHECK(zones > 10);
}

} // namespace zonevet::test
