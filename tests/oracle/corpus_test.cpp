// Every zone file of the shared corpus that ldns can read: each record that it makes of the text must
// be among ours with the same owner, type and octets of data. ldns reads no $INCLUDE and no $GENERATE
// and stops at its first mistake, so only files that it reads to the end count.
#include "zone/build.h"

#include "../support.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fstream>
#include <ldns/ldns.h>
#include <map>
#include <memory>
#include <set>
#include <sstream>

namespace zonevet::test {

namespace {

struct ManifestRow {
    std::string path, origin, kind, ldns;
};

std::vector<ManifestRow> manifest(const std::string& folder)
{
    std::vector<ManifestRow> rows;
    std::ifstream in(folder + "/MANIFEST.tsv");
    std::string line;
    std::map<std::string, std::size_t> column;
    auto cells_of = [](const std::string& text) {
        std::vector<std::string> cells;
        std::istringstream stream(text);
        for (std::string cell; std::getline(stream, cell, '\t');)
            cells.push_back(cell);
        return cells;
    };
    if (!std::getline(in, line))
        return rows;
    std::vector<std::string> head = cells_of(line);
    for (std::size_t i = 0; i < head.size(); ++i)
        column[head[i]] = i;
    while (std::getline(in, line)) {
        std::vector<std::string> cells = cells_of(line);
        cells.resize(head.size());
        rows.push_back({cells[column["path"]], cells[column["origin"]], cells[column["kind"]],
                        cells[column["verdict_ldns"]]});
    }
    return rows;
}

std::string lower(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
}

// "owner type data" in octets; names in the data keep their case, so that is folded for both sides.
using Records = std::multiset<std::string>;

bool read_with_ldns(const std::string& path, const std::string& origin, Records& records)
{
    std::unique_ptr<FILE, int (*)(FILE*)> file(std::fopen(path.c_str(), "r"), std::fclose);
    if (!file)
        return false;
    std::uint32_t ttl = 3600;
    int line = 0;
    ldns_rdf* current = ldns_dname_new_frm_str(origin.c_str());
    ldns_rdf* previous = nullptr;
    bool ok = current != nullptr;
    while (ok && std::feof(file.get()) == 0) {
        ldns_rr* rr = nullptr;
        ldns_status status = ldns_rr_new_frm_fp_l(&rr, file.get(), &ttl, &current, &previous, &line);
        if (status == LDNS_STATUS_OK) {
            ldns_buffer* buffer = ldns_buffer_new(LDNS_MAX_PACKETLEN);
            ldns_rdf* owner = ldns_rr_owner(rr);
            std::string key(reinterpret_cast<const char*>(ldns_rdf_data(owner)), ldns_rdf_size(owner));
            key += fmt::format(" {} ", static_cast<unsigned>(ldns_rr_get_type(rr)));
            for (std::size_t i = 0; i < ldns_rr_rd_count(rr); ++i)
                ldns_rdf2buffer_wire(buffer, ldns_rr_rdf(rr, i));
            key.append(reinterpret_cast<const char*>(ldns_buffer_begin(buffer)), ldns_buffer_position(buffer));
            records.insert(lower(key));
            ldns_buffer_free(buffer);
            ldns_rr_free(rr);
        } else if (status != LDNS_STATUS_SYNTAX_EMPTY && status != LDNS_STATUS_SYNTAX_TTL &&
                   status != LDNS_STATUS_SYNTAX_ORIGIN) {
            ok = false;
        }
    }
    ldns_rdf_deep_free(current);
    ldns_rdf_deep_free(previous);
    return ok;
}

} // namespace

TEST_CASE("records of the corpus have the wire form that ldns gives them", "[oracle][corpus]")
{
    std::string folder = std::string(SHARED_DIR) + "/corpus";
    std::vector<ManifestRow> rows = manifest(folder);
    if (rows.empty()) {
        WARN("no corpus at " << folder << ": nothing compared");
        return;
    }
    std::size_t files = 0, compared = 0, unequal = 0;
    std::vector<std::string> different;
    for (const ManifestRow& row : rows) {
        if (row.origin.empty() || (row.kind != "zone" && row.kind != "history") || !row.ldns.starts_with("ok"))
            continue;
        Records theirs;
        if (!read_with_ldns(folder + "/" + row.path, row.origin, theirs))
            continue;
        OwnedName origin;
        REQUIRE(to_name(row.origin, origin));
        BuiltZone built = build_zone(folder + "/" + row.path, std::make_shared<Bytes>(Bytes::of_file(folder + "/" + row.path)),
                                     origin.view(), BuildOptions());
        Records ours;
        for (std::uint32_t i = 0; i < built.zone->record_count(); ++i) {
            Record record = built.zone->record(RecordId{i});
            std::string key(record.owner().wire());
            key += fmt::format(" {} ", static_cast<unsigned>(record.type()));
            key += record.rdata();
            ours.insert(lower(key));
        }
        ++files;
        bool refused = built.zone->incomplete(); // what we do not read is told; then it may be missing
        for (std::uint32_t id = 0; id < built.zone->name_count(); ++id)
            refused = refused || built.zone->node(NameId{id}).uncertain();
        for (const std::string& key : theirs) {
            ++compared;
            auto found = ours.find(key);
            if (found != ours.end())
                ours.erase(found);
            else if (!refused) {
                ++unequal;
                different.push_back(row.path);
            }
        }
    }
    different.erase(std::unique(different.begin(), different.end()), different.end());
    WARN(files << " files, " << compared << " records compared with ldns, " << unequal << " in "
               << different.size() << " files differ");
    // ldns 1.8.3 knows no SVCB, reads a relative $ORIGIN as an absolute one and the class CH as IN;
    // files with such records differ, and nothing else may.
    for (const std::string& path : different)
        UNSCOPED_INFO(path);
    CHECK(unequal * 200 < compared);
}

} // namespace zonevet::test
