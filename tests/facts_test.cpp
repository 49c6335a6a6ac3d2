// Tables of the packs against second sources: the facts that were collected before the packs were written
// (../shared/facts, which is not part of the project), and the service names of the machine (/etc/services). What
// differs stands here with its reason.
#include "findings_text.h"
#include "rules/services/shared/known_labels.h"
#include "rules/services/shared/known_services.h"
#include "rules/services/shared/near.h"

#include <map>
#include <set>

namespace zonevet::test {
namespace {

using Row = std::map<std::string, std::string>;
using Reasons = std::map<std::string, std::string_view>;

std::vector<std::string> cells_of(std::string_view line)
{
    std::vector<std::string> cells(1);
    for (char c : line) {
        if (c == '\t')
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

// The rows of a table of facts; none, and a word about it, where the folder is not there.
std::vector<Row> facts(const std::string& name)
{
    const char* from_environment = std::getenv("ZONEVET_SHARED");
    fs::path path = fs::path(from_environment ? from_environment : SHARED_DIR) / "facts" / name;
    if (!fs::exists(path)) {
        WARN(path.string() + " is not here: nothing is compared with it");
        return {};
    }
    std::vector<std::string> lines = lines_of(slurp(path));
    std::vector<std::string> names = cells_of(lines.at(0));
    std::vector<Row> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        std::vector<std::string> cells = cells_of(lines[i]);
        Row row;
        for (std::size_t k = 0; k < names.size(); ++k)
            row[names[k]] = k < cells.size() ? cells[k] : "";
        rows.push_back(row);
    }
    return rows;
}

std::string policy_text(rules::PortPolicy policy)
{
    using rules::PortPolicy;
    return policy == PortPolicy::fixed   ? "fixed"
           : policy == PortPolicy::usual ? "usual"
           : policy == PortPolicy::any   ? "any"
                                         : "bogus-label";
}

std::string status_text(rules::ServiceStatus status)
{
    constexpr std::string_view words[] = {"standard", "vendor",     "convention", "nonstandard",
                                          "draft",    "deprecated", "bogus"};
    return std::string(words[static_cast<std::size_t>(status)]);
}

// Every difference must be in `reasons`, and every reason must be one.
void check_differences(const std::map<std::string, std::string>& found, const Reasons& reasons)
{
    for (const auto& [what, how] : found) {
        INFO(what << ": " << how);
        CHECK(reasons.contains(what));
    }
    for (const auto& [what, reason] : reasons) {
        INFO(what << ": " << reason);
        CHECK(found.contains(what));
    }
}

std::string ports_text(const rules::Service& service)
{
    return fmt::format("{}", fmt::join(service.ports, ","));
}

std::set<std::string> messages_of(const std::string& records, const std::vector<std::string>& words)
{
    const std::string zone = "$TTL 3600\n@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ NS ns1\n@ NS ns2\n"
                             "ns1 A 9.9.9.1\nns2 A 9.9.9.2\n";
    std::set<std::string> names;
    for (const Finding& finding : check_text(zone + records, "example.com.", settings_of_rules(words)).findings)
        names.insert(std::string(finding.rule->name));
    return names;
}

} // namespace

TEST_CASE("services have the ports of the facts", "[facts]")
{
    rules::set_own_services({});
    const std::string_view port_750 = "750 was a port of MIT's KDC before 1.15 as well, and stands in old zones";
    const Reasons reasons = {
        {"_kerberos._tcp", port_750},
        {"_kerberos._udp", port_750},
        {"_kerberos-master._tcp", port_750},
        {"_kerberos-master._udp", port_750},
    };
    std::map<std::string, std::string> found;
    std::set<std::string> rows;
    for (const Row& row : facts("srv_services.tsv")) {
        std::string name = fmt::format("{}._{}", row.at("label"), row.at("proto"));
        rows.insert(name);
        const rules::Service* service = rules::find_service(row.at("label").substr(1), row.at("proto"));
        if (service == nullptr) {
            found[name] = "is none of ours";
            continue;
        }
        std::string ports = row.at("ports") + (row.at("alt_ports").empty() ? "" : "," + row.at("alt_ports"));
        std::string theirs = fmt::format("{} {} {}", ports, row.at("port_policy"), row.at("status"));
        std::string ours =
            fmt::format("{} {} {}", ports_text(*service), policy_text(service->policy), status_text(service->status));
        if (theirs != ours)
            found[name] = fmt::format("{}, and ours {}", theirs, ours);
    }
    if (rows.empty())
        return;
    for (const rules::Service& service : rules::known_services())
        if (!rows.contains(service.text()))
            found[service.text()] = "is not among the facts";
    check_differences(found, reasons);
}

TEST_CASE("services have the ports that IANA assigned", "[facts]")
{
    const fs::path path = "/etc/services";
    if (!fs::exists(path)) {
        WARN("/etc/services is not here: ports are not compared with it");
        return;
    }
    std::map<std::string, std::set<int>> assigned; // "imaps/tcp"
    for (const std::string& line : lines_of(slurp(path))) {
        std::vector<std::string> words = words_of(line.substr(0, line.find('#')));
        if (words.size() < 2)
            continue;
        std::size_t slash = words[1].find('/');
        for (std::size_t i = 0; i < words.size(); ++i)
            if (i != 1)
                assigned[words[i] + words[1].substr(slash)].insert(std::stoi(words[1]));
    }
    const std::string_view kerberos_4 = "751 is the administration of Kerberos 4; the label means MIT's primary KDC";
    const Reasons reasons = {{"_kerberos-master._tcp", kerberos_4}, {"_kerberos-master._udp", kerberos_4}};
    rules::set_own_services({});
    std::map<std::string, std::string> found;
    for (const rules::Service& service : rules::known_services()) {
        auto row = assigned.find(fmt::format("{}/{}", service.label, service.protocol));
        if (row != assigned.end() && !row->second.contains(service.default_port()))
            found[service.text()] = fmt::format("{}, and ours {}", fmt::join(row->second, ","), service.default_port());
    }
    check_differences(found, reasons);
}

TEST_CASE("underscore labels of the facts are known", "[facts]")
{
    rules::set_own_services({});
    std::map<std::string, std::string> found;
    for (const Row& row : facts("underscore_labels.tsv")) {
        std::string label = row.at("label").substr(1);
        if (row.at("registry") == "pattern" || label.starts_with("["))
            continue; // tokens, see below
        for (char& c : label)
            c = c == '*' ? 'x' : c;
        if (!rules::is_known_label(label))
            found[row.at("label")] = "is unknown";
    }
    check_differences(found, {});
    for (std::string_view token : {"0123456789abcdef0123456789abcdef", "443", "8080", "x-verify", "x-verification",
                                   "x-challenge", "x-domain-verify", "0a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d"})
        CHECK(rules::is_token(token));
}

TEST_CASE("targets of the facts that anybody can claim are told", "[facts]")
{
    std::map<std::string, std::string> found;
    for (const Row& row : facts("takeover_suffixes.tsv")) {
        const std::string &suffix = row.at("suffix"), &kind = row.at("kind"), &status = row.at("status");
        if (suffix.empty() || suffix.find('*') != std::string::npos)
            continue; // nothing to compare a name with
        bool vulnerable = status.starts_with("vulnerable"), in_part = status == "edge case";
        std::string record =
            kind == "A" ? fmt::format("www A {}\n", suffix) : fmt::format("www {} x.{}.\n", kind, suffix);
        std::set<std::string> told = messages_of(record, {"takeover-*"}), expected;
        if (kind == "A")
            expected = {"takeover-address-shared"};
        else if (kind == "NS" && (vulnerable || in_part))
            expected = {"takeover-delegation-claimable"};
        else if (kind == "CNAME" && vulnerable)
            expected = {"takeover-target-claimable"};
        else if (kind == "CNAME" && in_part)
            expected = {"takeover-target-claimable-in-part"};
        told.erase("takeover-azure-unverified");
        if (told != expected)
            found[kind + " " + suffix] =
                fmt::format("{}: told by {}, expected {}", status, fmt::join(told, " "), fmt::join(expected, " "));
    }
    check_differences(found, {});
}

TEST_CASE("targets of services that have ended are told", "[facts]")
{
    const std::string_view in_use = "phones and hybrid servers still ask for it; the pack of Teams says where";
    const Reasons reasons = {{"sipdir.online.lync.com", in_use}, {"webdir.online.lync.com", in_use}};
    std::map<std::string, std::string> found;
    std::vector<Row> rows = facts("stale_targets.tsv");
    for (const Row& row : rows) {
        std::string type = words_of(row.at("where"), " /").at(0);
        std::string data = type == "SRV" ? "0 5 5269 " : type == "MX" ? "10 " : "";
        for (const std::string& target : words_of(row.at("target"))) {
            if (target == "..")
                continue;
            std::string records = fmt::format("msoid {0} {1}{2}.\nbelow {0} {1}x.{2}.\n", type, data, target);
            if (messages_of(records, {"target-*-old", "target-*-retired", "msoid-present"}).empty())
                found[target] = "is not told";
        }
    }
    if (!rows.empty())
        check_differences(found, reasons);
}

TEST_CASE("timers of the SOA are told where the facts say", "[facts]")
{
    const Reasons reasons = {
        {"expire 2592001", "RIPE-203 asks for 3600000: a long time does no harm"},
        {"minimum 299", "60 and more are chosen on purpose; the profile `zonemaster` asks for 300"},
    };
    std::map<std::string, std::string> found;
    std::vector<Row> rows = facts("soa_ranges.tsv");
    for (const Row& row : rows)
        for (const char* bound : {"warn_min", "warn_max"}) {
            if (row.at(bound).empty())
                continue;
            bool lower = bound == std::string_view("warn_min");
            long limit = std::stol(row.at(bound));
            for (long value : {limit, limit + (lower ? -1 : 1)}) {
                std::map<std::string, long> timers = {
                    {"refresh", 43200}, {"retry", 3600}, {"expire", 1209600}, {"minimum", 3600}};
                timers[row.at("field")] = value;
                timers["retry"] = std::min(timers["retry"], timers["refresh"] / 2);
                std::string zone = fmt::format("@ {3} SOA ns1 hostmaster 1 {0} {1} {2} {3}\n@ NS ns1\n@ NS ns2\n"
                                               "ns1 A 9.9.9.1\nns2 A 9.9.9.2\n",
                                               timers["refresh"], timers["retry"], timers["expire"], timers["minimum"]);
                std::string told;
                for (const Finding& finding :
                     check_text("$TTL 3600\n" + zone, "example.com.", settings_of_rules({"soa-*"})).findings)
                    if (finding.rule->scope.profiles.empty())
                        told += std::string(finding.rule->name) + " ";
                if (told.empty() == (value != limit))
                    found[fmt::format("{} {}", row.at("field"), value)] = told.empty() ? "is not told" : told;
            }
        }
    if (!rows.empty())
        check_differences(found, reasons);
}

} // namespace zonevet::test
