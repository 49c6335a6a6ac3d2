// The house keeps its own order: who may include whom, which rule files there are, and that each of
// them is listed, named after itself and tested. All of it is read from the tree, nothing is run.
#include "support.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <map>
#include <set>

namespace zonevet::test {
namespace {

struct Folder {
    std::set<std::string> may_include; // other folders
    std::set<std::string> front;       // the headers that others may name; "*": all of them
};

const std::map<std::string, Folder> folders = {
    {"base", {{}, {"*"}}},
    {"text",
     {{"base"},
      {"idna.h", "local_paths.h", "origins.h", "placeholders.h", "quote.h", "roots.h", "source.h", "suppress.h",
       "tree.h", "utf8.h"}}},
    {"dns",
     {{"base"},
      {"mistake.h", "name.h", "octets.h", "period.h", "public_suffix.h", "rdata.h", "rdata_compare.h",
       "special_address.h", "types.h"}}},
    {"syntax", {{"base", "text", "dns"}, {"reader.h", "problem.h", "lexer.h", "words.h", "scan.h", "dump.h"}}},
    {"zone", {{"base", "text", "dns", "syntax"}, {"zone.h", "build.h", "origin.h", "canonical.h"}}},
    {"dnssec", {{"base", "dns", "zone"}, {"*"}}},
    {"change", {{"base", "text", "dns", "zone"}, {"change.h"}}},
    {"git", {{"base", "text"}, {"repository.h"}}},
    {"servers", {{"base", "text", "dns"}, {"servers.h"}}},
    {"portability", {{}, {"portability.h"}}},
    {"formats", {{"base", "text", "dns", "zone"}, {"formats.h"}}},
    {"input",
     {{"base", "text", "dns", "syntax", "zone", "servers", "formats"},
      {"content.h", "documents.h", "includes.h", "naming.h", "paths.h", "served_name.h", "state.h", "unread.h",
       "wanted.h", "zone_file.h"}}},
    {"lint",
     {{"base", "text", "dns", "syntax", "zone", "input", "change", "portability"},
      {"finding.h", "fingerprint.h", "review.h", "rule.h", "run.h", "settings.h"}}},
    {"rules", {{"base", "text", "dns", "zone", "change", "dnssec", "lint", "portability"}, {}}},
    {"report", {{"base", "text", "dns", "lint"}, {"report.h"}}},
    {"toml", {{"base", "text"}, {"*"}}},
    {"policy", {{"base", "text", "dns", "zone", "input", "change", "lint", "toml"}, {"*"}}},
    {"config", {{"base", "text", "dns", "input", "lint", "report", "toml", "policy"}, {"*"}}},
    {"pack", {{"base", "text", "dns", "lint", "rules", "toml", "policy"}, {"*"}}},
    {"cli",
     {{"base", "text", "dns", "zone", "git", "formats", "input", "lint", "rules", "report", "toml", "policy", "config",
       "portability"},
      {"*"}}},
};

// Libraries: which files (their paths begin like this) may include <PREFIX...>.
const std::map<std::string, std::vector<std::string>> libraries = {
    {"ldns/", {"src/dnssec/"}},
    {"openssl/", {"src/dnssec/"}},
    {"CLI/", {"src/cli/options.cpp"}},
    {"toml++/", {"src/toml/"}},
    {"nlohmann/", {"src/report/", "src/cli/", "src/config/"}},
    {"libpsl", {"src/dns/public_suffix.cpp"}},
    {"idn2.h", {"src/text/idna.cpp"}},
    {"re2/", {"src/policy/"}},
    {"simdjson", {"src/formats/json.cpp"}},
    {"yaml.h", {"src/formats/yaml.cpp"}},
    {"iostream", {"src/cli/"}},
    {"regex", {}},
};

std::string path_in_tree(const fs::path& path)
{
    return path.lexically_relative(SOURCE_DIR).string();
}

// "src/zone/build.cpp" and "zone/zone.h" belong to zone, everything below rules/ to rules.
std::string folder_of(std::string path)
{
    if (path.starts_with("src/"))
        path.erase(0, 4);
    return path.substr(0, path.find('/'));
}

std::vector<fs::path> code()
{
    std::vector<fs::path> files = files_below(SOURCE_DIR "/src", {".h", ".cpp"});
    for (fs::path& path : files_below(SOURCE_DIR "/rules", {".h", ".cpp"}))
        files.push_back(std::move(path));
    return files;
}

// What is wrong with `file` including `target`; empty when nothing is.
std::string offence(const std::string& file, const std::string& target)
{
    std::string from = folder_of(file);
    std::string to = folder_of(target);
    if (!folders.count(from) || !folders.count(to))
        return "is in no folder of the table, or its target is not";
    if (target.starts_with("rules/") && from == "rules")
        return target.find("/shared/") == std::string::npos ? "takes from another rule" : "";
    if (from == to)
        return "";
    if (!folders.at(from).may_include.count(to))
        return "is in a layer that may not know " + to;
    std::string header = target.substr(target.find('/') + 1);
    const std::set<std::string>& front = folders.at(to).front;
    return front.count("*") || front.count(header) || to == "rules" ? "" : "names a private header";
}

struct RuleFile {
    std::string family, stem;
    bool operator<(const RuleFile& other) const { return std::tie(family, stem) < std::tie(other.family, other.stem); }
    bool operator==(const RuleFile&) const = default;
};

std::ostream& operator<<(std::ostream& out, const RuleFile& rule)
{
    return out << rule.family << '/' << rule.stem;
}

std::vector<RuleFile> listed_rules()
{
    std::vector<RuleFile> rules;
    for (const std::string& line : lines_of(slurp(SOURCE_DIR "/rules/list.def")))
        if (line.starts_with("ZV_RULE")) {
            std::vector<std::string> words = words_of(line, "(), \t\r");
            rules.push_back({words.at(1), words.at(2)});
        }
    return rules;
}

std::string rule_name(std::string stem)
{
    std::replace(stem.begin(), stem.end(), '_', '-');
    return stem;
}

} // namespace

TEST_CASE("every file of the machine opens with what it is for", "[layering]")
{
    for (const fs::path& path : files_below(SOURCE_DIR "/src", {".h", ".cpp"})) {
        CAPTURE(path_in_tree(path));
        CHECK(slurp(path).starts_with("// "));
    }
}

TEST_CASE("every include respects the layers", "[layering]")
{
    for (const fs::path& path : code()) {
        std::string file = path_in_tree(path);
        for (const std::string& line : lines_of(slurp(path))) {
            if (!line.starts_with("#include"))
                continue;
            std::size_t open = line.find_first_of("\"<");
            REQUIRE(open != std::string::npos);
            std::string target = line.substr(open + 1, line.find_first_of("\">", open + 1) - open - 1);
            INFO(file << " includes " << target);
            if (line[open] == '"') {
                if (target.ends_with("list.def") || target.find('/') == std::string::npos)
                    continue; // the registry reads the list; generated headers have no folder
                CHECK(offence(file, target) == "");
                continue;
            }
            for (const auto& [prefix, users] : libraries)
                if (target.starts_with(prefix)) {
                    bool allowed =
                        std::any_of(users.begin(), users.end(), [&](auto& user) { return file.starts_with(user); });
                    CHECK(allowed);
                }
        }
    }
}

TEST_CASE("headers say what they are for and code is plain ASCII", "[layering]")
{
    for (const fs::path& path : code()) {
        INFO(path_in_tree(path));
        std::string text = slurp(path);
        CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
        if (path.extension() == ".h") {
            CHECK(text.starts_with("// "));
            CHECK(text.find("\n#pragma once\n") != std::string::npos);
        }
    }
}

TEST_CASE("rules/list.def and the rule files are the same", "[layering]")
{
    std::vector<RuleFile> files;
    for (const fs::path& path : files_below(SOURCE_DIR "/rules", {".cpp"}))
        if (path.parent_path().filename() != "shared")
            files.push_back({path.parent_path().filename().string(), path.stem().string()});
    std::vector<RuleFile> listed = listed_rules();
    std::sort(listed.begin(), listed.end());
    CHECK(listed == files);
}

TEST_CASE("a rule is named after its file", "[layering]")
{
    for (const RuleFile& rule : listed_rules()) {
        std::string text = slurp(fmt::format("{}/rules/{}/{}.cpp", SOURCE_DIR, rule.family, rule.stem));
        INFO(rule);
        CHECK(text.find(fmt::format(".name = \"{}\"", rule_name(rule.stem))) != std::string::npos);
    }
}

TEST_CASE("every rule has a zone it reports and a zone it accepts", "[layering]")
{
    std::set<std::string> names;
    for (const RuleFile& rule : listed_rules()) {
        std::string name = rule_name(rule.stem);
        std::string code = slurp(fmt::format("{}/rules/{}/{}.cpp", SOURCE_DIR, rule.family, rule.stem));
        if (code.find("OfWholeRun{}") != std::string::npos)
            continue; // no zone shows it; tests/cli has it
        names.insert(name);
        bool marked = false, silent = false;
        for (const fs::path& path : files_below(fs::path(TESTS_DIR "/rules") / name, {".zone", ".yaml", ".inc"})) {
            std::string text = slurp(path);
            bool here = text.find("; expect") != std::string::npos || text.find(", expect") != std::string::npos;
            marked = marked || here;
            silent = silent || (!here && path.extension() != ".inc");
        }
        INFO("tests/rules/" << name);
        CHECK(marked);
        CHECK(silent);
    }
    // A folder that outlived its rule tests nothing.
    for (const fs::path& folder : folders_in(TESTS_DIR "/rules")) {
        INFO(path_in_tree(folder));
        CHECK(names.count(folder.filename().string()) == 1);
    }
}

} // namespace zonevet::test
