// The table of portability cases (src/portability) against the rules and against docs/zone-format.md.
// tests/portability/run.sh replays it on the servers themselves.
#include "dns/types.h"
#include "input/naming.h"
#include "lint/run.h"
#include "portability/portability.h"
#include "program.h"
#include "support.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fmt/format.h>
#include <set>

namespace zonevet::test {
namespace {

constexpr std::string_view begin_mark = "<!-- The tables are made of src/portability by the tests. -->\n";
constexpr std::string_view end_mark = "<!-- End of the tables. -->\n";

std::vector<const PortabilityCase*> portability_cases()
{
    std::vector<const PortabilityCase*> all;
    for (const PortabilitySection& section : portability_sections())
        for (const PortabilityCase& one : section.cases)
            all.push_back(&one);
    return all;
}

std::string cell(const Reading& reading)
{
    return reading.kind == Reading::Kind::as_we     ? ""
           : reading.kind == Reading::Kind::refused ? "**refuses**"
                                                    : std::string(reading.how);
}

std::string tables()
{
    std::string text;
    for (const PortabilitySection& section : portability_sections()) {
        text += fmt::format("\n## {}\n\n| case | BIND | Knot | NSD | PowerDNS | RFC | zonevet |\n"
                            "| --- | --- | --- | --- | --- | --- | --- |\n",
                            section.title);
        for (const PortabilityCase& one : section.cases) {
            std::string ours(one.ours);
            if (!one.rule.empty())
                ours += fmt::format("{}`{}`", ours.empty() ? "" : "; ", one.rule);
            text += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", one.text, cell(one.bind), cell(one.knot),
                                cell(one.nsd), cell(one.powerdns), one.rfc, ours);
        }
    }
    return text + "\n";
}

// The files of a sample; its zone is called "zone".
std::vector<std::pair<std::string, std::string>> files_of(const PortabilityCase& one)
{
    std::string sample(one.sample.substr(one.sample.starts_with('\n') ? 1 : 0));
    std::vector<std::pair<std::string, std::string>> files{{"zone", ""}};
    constexpr std::string_view mark = "; file: ";
    for (std::size_t at = 0; at < sample.size();) {
        std::size_t next = std::min(sample.find(mark, at), sample.size());
        files.back().second += sample.substr(at, next - at);
        at = next;
        if (at == sample.size())
            break;
        std::size_t line = sample.find('\n', at);
        files.emplace_back(sample.substr(at + mark.size(), line - at - mark.size()), "");
        at = line + 1;
    }
    bool whole =
        files[0].second.find(" SOA ") != std::string::npos || files[0].second.find("; no SOA") != std::string::npos;
    if (!whole)
        files[0].second.insert(0, "$TTL 3600\n@ SOA ns1 hostmaster 1 4h 1h 14d 1h\n@ NS ns1\n@ NS ns2\n"
                                  "ns1 A 192.0.2.1\nns2 A 192.0.2.2\n");
    return files;
}

std::vector<Finding> case_findings(const PortabilityCase& one, Servers servers)
{
    TemporaryFolder folder;
    for (const auto& [name, content] : files_of(one))
        spill(folder.path() / name, content);
    Settings settings = Settings::of_profile(Profile::strict);
    settings.jobs = 1;
    declare_servers(settings, servers, "test", all_rules());
    ZoneFile file;
    file.path = (folder.path() / "zone").string();
    file.name = told("example.com.", "flag");
    RunReport report = check_zones({file}, settings);
    return report.zones.at(0).findings;
}

std::vector<Finding> told(const PortabilityCase& one, Servers servers)
{
    std::vector<Finding> found = case_findings(one, servers);
    std::erase_if(found, [&](const Finding& finding) {
        return finding.rule->name != one.rule || (finding.portability != nullptr && finding.portability != &one);
    });
    return found;
}

bool has_several_cases(std::string_view rule)
{
    std::size_t count = 0;
    for (const PortabilityCase* one : portability_cases())
        count += one->rule == rule;
    return count > 1;
}

} // namespace

TEST_CASE("docs/zone-format.md holds the table of portability cases", "[portability]")
{
    fs::path page = fs::path(SOURCE_DIR) / "docs/zone-format.md";
    std::string text = slurp(page);
    std::size_t begin = text.find(begin_mark), end = text.find(end_mark);
    REQUIRE(begin != std::string::npos);
    REQUIRE(end != std::string::npos);
    begin += begin_mark.size();
    if (std::getenv("ZONEVET_UPDATE") != nullptr) {
        text.replace(begin, end - begin, tables());
        spill(page, text);
        return;
    }
    CHECK(text.substr(begin, end - begin) == tables());
}

TEST_CASE("portability cases have keys of their own, and rules that are there", "[portability]")
{
    std::set<std::string_view> keys, rules;
    for (const PortabilityCase* one : portability_cases()) {
        CAPTURE(std::string(one->key));
        CHECK(keys.insert(one->key).second);
        CHECK(find_case(one->key) == one);
        CHECK((one->rule.empty() || find_rule(one->rule) != nullptr));
        // Where servers differ, somebody says so.
        CHECK((one->worst({}) == Reading::Kind::as_we || !one->rule.empty()));
        rules.insert(one->rule);
    }
    for (const Rule& rule : all_rules())
        if (rule.family == portability_family) {
            CAPTURE(std::string(rule.name));
            CHECK(rules.count(rule.name) == 1);
        }
}

TEST_CASE("every record type is a portability case, or in the sample of those that all servers know", "[portability]")
{
    std::set<std::string> known{"A",     "AAAA", "NS",    "SOA",        "CNAME",  "PTR",  "MX",
                                "TXT",   "SRV",  "NAPTR", "DNAME",      "DS",     "CDS",  "SSHFP",
                                "RRSIG", "NSEC", "NSEC3", "NSEC3PARAM", "DNSKEY", "TLSA", "CAA"}; // in other samples
    for (const std::string& line : lines_of(find_case("types-known")->sample))
        if (std::vector<std::string> words = words_of(line); words.size() > 1)
            known.insert(words[1]);
    for (const TypeSpec* spec = all_types_begin(); spec != all_types_end(); ++spec) {
        CAPTURE(std::string(spec->mnemonic));
        bool told = !spec->data || known.count(std::string(spec->mnemonic)) == 1 ||
                    find_case(fmt::format("type-{}", spec->mnemonic)) != nullptr;
        CHECK(told);
    }
}

TEST_CASE("the sample of a portability case is reported by its rule, and by no other that calls it broken",
          "[portability]")
{
    for (const PortabilityCase* one : portability_cases()) {
        CAPTURE(std::string(one->key));
        if (!one->rule.empty()) {
            CHECK_FALSE(told(*one, {}).empty());
            continue;
        }
        for (const Finding& finding : case_findings(*one, {})) {
            CAPTURE(finding.message);
            CHECK((finding.rule->family != "syntax" || finding.level != Level::error));
            CHECK(finding.rule->family != portability_family);
        }
    }
}

TEST_CASE("what a declared server does with it decides the level, and only such are named", "[portability]")
{
    for (const PortabilityCase* one : portability_cases()) {
        const Rule* rule = find_rule(one->rule);
        if (rule == nullptr)
            continue;
        bool own = rule->family == portability_family;
        for (Server server : all_servers) {
            CAPTURE(std::string(one->key), std::string(server_name(server)));
            Servers servers;
            servers.add(server);
            Reading::Kind kind = one->of(server).kind;
            std::vector<Finding> found = told(*one, servers);
            if (own) {
                REQUIRE(found.empty() == (kind == Reading::Kind::as_we));
                for (const Finding& finding : found) {
                    CHECK(finding.level == level_of_reading(kind));
                    std::string named = finding.message.substr(finding.message.rfind("; "));
                    for (Server other : all_servers)
                        CHECK((named.find(fmt::format("{} ", server_name(other))) != std::string::npos) ==
                              (other == server));
                }
            } else if (kind == Reading::Kind::refused && !has_several_cases(one->rule)) {
                REQUIRE_FALSE(found.empty());
                CHECK(found[0].level == Level::error);
                CHECK(found[0].message.find(server_name(server)) != std::string::npos);
            }
        }
    }
}

} // namespace zonevet::test
