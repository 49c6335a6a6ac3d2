// Every zone file of the shared corpus that ldns can read: each record that it makes of the text must
// be among ours with the same owner, type and octets of data, or have its reason below. ldns reads no
// $INCLUDE and no $GENERATE and stops at its first mistake, so only files that it reads to the end count.
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
        rows.push_back(
            {cells[column["path"]], cells[column["origin"]], cells[column["kind"]], cells[column["verdict_ldns"]]});
    }
    return rows;
}

std::string lower(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
}

// Where ldns 1.8.3 is wrong or does not know: a part of the path, the type (0: any), why.
struct Known {
    std::string_view path;
    unsigned type;
    std::string_view why;
};
const Known known[] = {
    {"bad-_dns-svcb", 64, "SVCB: ldns keeps the escapes inside a list of alpn values (RFC 9460 A.1)"},
    {"good-svcb.db", 64, "SVCB: ldns keeps the escapes inside a list of alpn values (RFC 9460 A.1)"},
    {"", 23, "NSAP-PTR: ldns reads a string, RFC 1348 3 says a name"},
    {"master/master15.data", 16, "TXT of more than 64,000 octets: ldns cuts the line"},
    {"master/master16.data", 16, "TXT of more than 64,000 octets: ldns cuts the line"},
    {"master/master3.data", 0, "the first record has no owner: ldns takes the origin, BIND and Knot refuse it"},
    {"gdnsd/019many_zones", 0, "the first record has no owner: ldns takes the origin, BIND and Knot refuse it"},
    {"allow_query/ns2/generic.db", 0, "relative $ORIGIN: ldns takes it for an absolute name (RFC 1035 5.1)"},
    {"zone2sql-json-comments", 0, "relative $ORIGIN: ldns takes it for an absolute name (RFC 1035 5.1)"},
    {"real/miraheze+dns/", 12, "relative $ORIGIN: ldns takes it for an absolute name (RFC 1035 5.1)"},
    {"auth/ns1/example.com.db", 0, "BRID and HHIT: ldns does not know them and reads type 0"},
    {"signer/general/test7.db", 0, "$include in lower case: ldns takes it for an owner"},
};

// The key of a record, below, in two parts.
std::pair<std::string, unsigned> owner_and_type(const std::string& key)
{
    std::size_t end = 0;
    while (key[end] != 0)
        end += static_cast<unsigned char>(key[end]) + 1u;
    return {Name({key.data(), end + 1}).text(), static_cast<unsigned>(std::stoul(key.substr(end + 2)))};
}

std::string_view why_ldns_differs(const std::string& path, const std::string& key)
{
    unsigned type = owner_and_type(key).second;
    for (const Known& entry : known)
        if (path.find(entry.path) != std::string::npos && (entry.type == 0 || entry.type == type))
            return entry.why;
    return {};
}

std::string shown(const std::string& key)
{
    auto [owner, type] = owner_and_type(key);
    std::string data = key.substr(key.find(fmt::format(" {} ", type)) + fmt::format(" {} ", type).size());
    std::string out = fmt::format("{} TYPE{} ", owner, type);
    for (char c : data.substr(0, 40))
        out += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return out;
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
    std::size_t files = 0, compared = 0;
    std::map<std::string_view, std::size_t> by_reason;
    std::string unexplained;
    for (const ManifestRow& row : rows) {
        if (row.origin.empty() || (row.kind != "zone" && row.kind != "history") || !row.ldns.starts_with("ok"))
            continue;
        Records theirs;
        if (!read_with_ldns(folder + "/" + row.path, row.origin, theirs))
            continue;
        OwnedName origin;
        REQUIRE(to_name(row.origin, origin));
        BuiltZone built =
            build_zone(folder + "/" + row.path, std::make_shared<Bytes>(Bytes::of_file(folder + "/" + row.path)),
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
        // What we refuse is told; then it may be missing.
        std::set<std::string> refused;
        for (std::uint32_t id = 0; id < built.zone->name_count(); ++id)
            if (built.zone->node(NameId{id}).uncertain())
                refused.insert(lower(std::string(built.zone->node(NameId{id}).name().wire())));
        for (const std::string& key : theirs) {
            ++compared;
            auto found = ours.find(key);
            if (found != ours.end())
                ours.erase(found);
            else if (!built.zone->incomplete() &&
                     !refused.contains(key.substr(0, key.find(std::string("\0 ", 2)) + 1))) {
                std::string_view reason = why_ldns_differs(row.path, key);
                if (reason.empty())
                    unexplained += fmt::format("\n  {}: {}", row.path, shown(key));
                else
                    ++by_reason[reason];
            }
        }
    }
    std::string reasons;
    for (auto [reason, count] : by_reason)
        reasons += fmt::format("\n  {} {}", count, reason);
    WARN(files << " files, " << compared << " records compared with ldns; those that differ:" << reasons);
    INFO(unexplained);
    CHECK(unexplained.empty());
}

} // namespace zonevet::test
