// Documents in other formats than zone files: which is which, and what each becomes.
//
//   formats/WORD/            documents in the format WORD; NAME.expected says what NAME is read into
//   formats/WORD/asked/      those that only --format makes one of that format
//   formats/none/            files that look like documents and are none
//   formats/example.com.zone the zone that changes are applied to
//
// In an expected file each record is followed by its place in the document: `= 3:7` where its data stand there
// as they are, else `~ 3:7` and what stands there. ZONEVET_UPDATE=1 writes the expected files; read the
// difference before you commit it.
#include "formats/formats.h"

#include "base/failure.h"
#include "support.h"
#include "with_base.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fmt/format.h>
#include <map>
#include <set>

namespace zonevet::test {
namespace {

const fs::path documents_folder = TESTS_DIR "/formats";
constexpr const char* zone_file = "example.com.zone";
const fs::path samples_folder = SHARED_DIR "/inputs";

// As they are seen from their folder, so that the tests may lie anywhere.
Document document_at(const fs::path& path)
{
    return {path.lexically_relative(documents_folder).string(), std::make_shared<Bytes>(slurp(path))};
}

std::vector<fs::path> documents_in(const fs::path& folder)
{
    std::vector<fs::path> files = files_below(folder);
    std::erase_if(files, [](const fs::path& path) { return path.extension() == ".expected"; });
    return files;
}

// All that take the document for one of theirs.
std::vector<std::string> words_of_formats(const std::string& path, std::string_view text)
{
    std::vector<std::string> words;
    for (const ChangeFormat& format : change_formats())
        if (format.recognizes != nullptr && format.recognizes(path, text))
            words.emplace_back(format.word);
    return words;
}

std::string place_of(std::string_view text, std::uint64_t at)
{
    std::string_view before = text.substr(0, at);
    auto line = std::count(before.begin(), before.end(), '\n');
    return fmt::format("{}:{}", line + 1, at - (before.rfind('\n') + 1) + 1);
}

std::string on_a_line(std::string_view text)
{
    std::string line(text);
    for (char& c : line)
        c = static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    return line;
}

// Where the line of the state that begins at `begin` comes from.
std::string origin_of(const ReadState& state, std::uint64_t begin, std::uint64_t end)
{
    if (state.origins == nullptr)
        return "";
    std::string said;
    for (const Origins::Piece& piece : state.origins->records) {
        if (piece.begin != begin)
            continue;
        const Origins::File& file = state.origins->files[piece.file];
        std::string_view text = file.bytes->view();
        bool is_exact =
            std::any_of(state.origins->exact.begin(), state.origins->exact.end(),
                        [&](const Origins::Piece& exact) { return exact.begin < end && exact.end > begin; });
        said += fmt::format("  {} {}", is_exact ? "=" : "~", place_of(text, piece.from));
        if (piece.file != 0)
            said += " of the zone file";
        else if (!is_exact)
            said += fmt::format(" `{}`", on_a_line(text.substr(piece.from, piece.to - piece.from)));
    }
    return said;
}

// Each record of a state with its place.
std::vector<std::string> records_of(const ReadState& state)
{
    std::vector<std::string> list;
    std::string_view text = state.text->view();
    for (std::uint64_t at = 0; at < text.size();) {
        std::uint64_t end = std::min(text.find('\n', at), text.size());
        list.push_back(on_a_line(text.substr(at, end - at)) + origin_of(state, at, end));
        at = end + 1;
    }
    return list;
}

// Where a place is exact, the same octets stand in the state and in the document.
void check_exact_places(const ReadState& state)
{
    if (state.origins == nullptr)
        return;
    for (const Origins::Piece& piece : state.origins->exact)
        CHECK(state.text->view().substr(piece.begin, piece.end - piece.begin) ==
              state.origins->files[piece.file].bytes->view().substr(piece.from, piece.to - piece.from));
}

constexpr std::string_view words_of_remarks[] = {"no effect", "refused", "gap", "clash"};

// What there is to say about a state beside its records.
std::string about(const ReadState& state)
{
    std::string said = state.coverage == Coverage::part ? ", a part" : "";
    said += state.is_part ? ", one file of several" : "";
    said += state.coverage == Coverage::without_apex ? ", without apex\n" : "\n";
    if (state.origins == nullptr)
        return said;
    std::string_view text = state.origins->files.front().bytes->view();
    for (const Origins::Untold& set : state.origins->untold)
        said += fmt::format("    untold: {} {}\n", set.owner, set.type.empty() ? "(any)" : set.type);
    for (const Origins::Opaque& record : state.origins->opaque)
        said += fmt::format("    {}: {} {} {} {}  ~ {}\n", record.is_beside ? "beside" : "kept", record.owner,
                            record.ttl, record.type, on_a_line(record.value), place_of(text, record.from));
    for (const Origins::Remark& remark : state.origins->remarks)
        said += fmt::format("    {} {} `{}`: {} ({})\n", words_of_remarks[static_cast<std::size_t>(remark.kind)],
                            place_of(text, remark.from), on_a_line(text.substr(remark.from, remark.to - remark.from)),
                            remark.text, remark.help);
    for (const Origins::Flaw& flaw : state.origins->flaws)
        said += fmt::format("    flaw{}\n", origin_of(state, flaw.begin, flaw.end)); // the rules test what is said
    for (const auto& [set, spellings] : state.spellings)
        for (const auto& [data, spelling] : spellings)
            said += fmt::format("    spelled: {} {}: {}\n", set, data, spelling);
    return said;
}

// Of a change to the zone file, only what becomes different.
std::string difference(const ReadState& before, const ReadState& after)
{
    std::vector<std::string> old_records = records_of(before), new_records = records_of(after);
    std::string said;
    auto tell = [&](char sign, const std::vector<std::string>& here, const std::vector<std::string>& there) {
        for (const std::string& record : here)
            if (std::find(there.begin(), there.end(), record) == there.end())
                said += fmt::format("    {} {}\n", sign, record);
    };
    tell('-', old_records, new_records);
    tell('+', new_records, old_records);
    return said;
}

std::string read_into(const ChangeFormat& format, const Document& document, const ReadOptions& options)
{
    std::string said;
    std::vector<ReadZone> zones;
    try {
        zones = format.read(document, options);
    } catch (const Failure& failure) {
        for (const std::string& line : lines_of(failure.what()))
            said += fmt::format("  {}{}\n", said.empty() ? "refused: " : "", line);
        return said;
    }
    for (const ReadZone& zone : zones) {
        said += fmt::format("  zone {}{}{}\n", zone.zone.empty() ? "(unknown)" : zone.zone,
                            zone.view.empty() ? "" : " of ", zone.view);
        bool is_applied = options.base && zone.zone == options.base_zone && zone.before && zone.after;
        for (auto [word, state] : {std::pair("before", &zone.before), std::pair("after", &zone.after)}) {
            if (!*state)
                continue;
            check_exact_places(**state);
            said += fmt::format("   {}{}", word, about(**state));
            if (!is_applied)
                for (const std::string& record : records_of(**state))
                    said += fmt::format("    {}\n", record);
        }
        if (is_applied)
            said += difference(*zone.before, *zone.after);
        for (const std::string& note : zone.notes)
            said += fmt::format("   note: {}\n", note);
    }
    return said;
}

ReadOptions nothing_else()
{
    ReadOptions options;
    options.neighbours.list = [](const std::string&) { return std::vector<std::string>(); };
    return options;
}

// A document alone, with the origin that the user names, and with the zone that it changes.
std::string all_readings(const ChangeFormat& format, const Document& document)
{
    std::string alone = read_into(format, document, nothing_else());
    std::string said = "alone\n" + alone;
    ReadOptions options = nothing_else();
    options.origin = "dev.example.com";
    std::string with_origin = read_into(format, document, options);
    said += "with the origin dev.example.com\n" + (with_origin == alone ? "  the same\n" : with_origin);
    options.origin = "dev.example.com.";
    CHECK(read_into(format, document, options) == with_origin);
    if (format.describes == Describes::state)
        return said;
    options.origin = "";
    ReadOptions based = with_base(document_at(documents_folder / zone_file), "example.com.");
    based.neighbours = options.neighbours;
    std::string with_zone = read_into(format, document, based);
    return said + "with the zone\n" + (with_zone == alone ? "  the same\n" : with_zone);
}

} // namespace

TEST_CASE("each format has documents, and no other format takes them for its own", "[unit]")
{
    // A plan holds a state, and both hold what Cloudflare calls its fields; the first in the table has them.
    const std::map<std::string_view, std::set<std::string>> holds_others = {
        {"terraform-plan", {"terraform-state", "cloudflare-api"}}, {"terraform-state", {"cloudflare-api"}}};
    for (const ChangeFormat& format : change_formats()) {
        std::vector<fs::path> paths = documents_in(documents_folder / format.word);
        CAPTURE(std::string(format.word));
        CHECK_FALSE(paths.empty());
        // Nothing tells scripts of knsupdate without a line `origin` from those of nsupdate.
        std::string word = format.word == "knsupdate" ? "nsupdate" : std::string(format.word);
        for (const fs::path& path : paths) {
            Document document = document_at(path);
            CAPTURE(document.path);
            std::vector<std::string> all = words_of_formats(document.path, document.bytes->view());
            if (path.parent_path().filename() == "asked") {
                CHECK(all == std::vector<std::string>());
                continue;
            }
            CHECK(std::string(recognize_format(document.path, document.bytes->view())->word) == all.front());
            if (auto others = holds_others.find(format.word); others != holds_others.end())
                std::erase_if(all, [&](const std::string& each) { return others->second.contains(each); });
            CHECK(all == std::vector<std::string>{word});
        }
    }
}

TEST_CASE("files that are no documents are in no format", "[unit]")
{
    std::vector<fs::path> paths = documents_in(documents_folder / "none");
    paths.push_back(documents_folder / zone_file);
    CHECK(paths.size() > 10);
    for (const fs::path& path : paths) {
        Document document = document_at(path);
        CAPTURE(document.path);
        CHECK(words_of_formats(document.path, document.bytes->view()) == std::vector<std::string>());
    }
}

// The inputs of whole runs, by the name of the file.
TEST_CASE("the inputs of whole runs are in the formats that they are for", "[unit]")
{
    const std::map<std::string, std::vector<std::string>> files = {
        {"ansible", {"inputs-automation/playbook.yml"}},
        {"cloudflare-api",
         {"inputs-automation/lines.json", "inputs-changes/records.json", "inputs-states/cloudflare.json"}},
        {"cloudformation", {"inputs-states/template.json", "inputs-states/template.yaml"}},
        {"csv", {"inputs-states/records.csv"}},
        {"diff", {"review-formats/change.diff"}},
        {"dnscontrol-ir", {"inputs-states/ir.json"}},
        {"dnscontrol-report", {"inputs-changes/report.json"}},
        {"dnscontrol-tsv", {"inputs-states/zones.tsv"}},
        {"external-dns", {"inputs-states/endpoints.yaml"}},
        {"gcloud", {"inputs-changes/transaction.yaml", "inputs-states/gcloud.yaml"}},
        {"nsupdate", {"inputs-changes/script", "inputs-changes/stops.nsupdate", "review-formats/change.nsupdate"}},
        {"octodns",
         {"inputs-changes/new.yaml", "inputs-states/octodns.yaml", "inputs-states/broken.yaml",
          "silences-in-yaml/zone.yaml", "untold-names/octodns.yaml"}},
        {"octodns-plan", {"review-formats/alias-plan.json"}},
        {"powerdns", {"inputs-changes/patch.json", "inputs-states/powerdns.json"}},
        {"pulumi", {"inputs-automation/preview.json", "inputs-automation/stack.json"}},
        {"registry", {"inputs-states/www.json"}},
        {"route53",
         {"inputs-automation/pages.json", "inputs-states/batch.json", "inputs-states/list.json",
          "silences-in-yaml/list.json", "untold-names/batch.json", "untold-names/list.json"}},
        {"terraform-plan", {"inputs-automation/blocks.json", "inputs-changes/plan.json", "plan-order/plan.json"}},
        {"terraform-state", {"inputs-states/state.tfstate"}},
        {"tinydns", {"inputs-states/data"}},
        {"zone-export",
         {"inputs-states/cloudflare.txt", "inputs-states/transfer.txt", "zone-like-another-format/example.com",
          "zone-like-another-format/transfer"}},
        {"",
         {"inputs-states/unknown.json", "inputs-changes/example.com.zone", "zone-like-another-format/tabs",
          "zone-like-another-format/repeats", "inputs-beside/named/named.conf", "servers/clash/named.conf",
          "inputs-beside/octodns/config/production.yaml", "inputs-beside/dnscontrol/creds.json"}}};
    for (const auto& [word, paths] : files)
        for (const std::string& path : paths) {
            CAPTURE(path);
            std::vector<std::string> expected;
            if (!word.empty())
                expected.push_back(word);
            CHECK(words_of_formats(path, slurp(fs::path(TESTS_DIR "/cli") / path)) == expected);
        }
}

// By its folder and ending; "": of no format.
std::string word_of_sample(const fs::path& path)
{
    static const std::map<std::string, std::string> words = {{"cdk-synth .json", "cloudformation"},
                                                             {"cdk-synth .yaml", "cloudformation"},
                                                             {"cloudflare-api .json", "cloudflare-api"},
                                                             {"cloudflare-export .com", "zone-export"},
                                                             {"cloudformation .json", "cloudformation"},
                                                             {"cloudformation .yaml", "cloudformation"},
                                                             {"cloudformation .yml", "cloudformation"},
                                                             {"dnscontrol-get-zones .tsv", "dnscontrol-tsv"},
                                                             {"dnscontrol-ir .json", "dnscontrol-ir"},
                                                             {"dnscontrol-report .json", "dnscontrol-report"},
                                                             {"external-dns .yaml", "external-dns"},
                                                             {"external-dns .yml", "external-dns"},
                                                             {"gcloud-export .yaml", "gcloud"},
                                                             {"gcloud-export-changes .yaml", "gcloud"},
                                                             {"nsupdate .j2", "nsupdate"},
                                                             {"nsupdate .nsupdate", "nsupdate"},
                                                             {"nsupdate ", "nsupdate"},
                                                             {"rfc2136-oracle .nsupdate", "nsupdate"},
                                                             {"octodns-plan .json", "octodns-plan"},
                                                             {"octodns-yaml .yaml", "octodns"},
                                                             {"octodns-yaml-changes .yaml", "octodns"},
                                                             {"powerdns-api .json", "powerdns"},
                                                             {"provider-csv .csv", "csv"},
                                                             {"registry-json .json", "registry"},
                                                             {"registry-json-changes .json", "registry"},
                                                             {"route53-change-batch .json", "route53"},
                                                             {"terraform-plan .json", "terraform-plan"},
                                                             {"terraform-state .json", "terraform-state"},
                                                             {"terraform-state .tfstate", "terraform-state"},
                                                             {"tinydns-data .com", "tinydns"},
                                                             {"tinydns-data .foo", "tinydns"}};
    std::string folder = path.lexically_relative(samples_folder).begin()->string();
    auto word = words.find(folder + " " + path.extension().string());
    return path.extension() == ".patch" ? "diff" : word == words.end() ? "" : word->second;
}

TEST_CASE("samples are in the format of their folder, or in none", "[oracle]")
{
    if (!fs::is_directory(samples_folder)) {
        WARN("no samples in " << samples_folder.string() << ": not tested");
        return;
    }
    std::map<std::string, std::size_t> found;
    for (const fs::path& path : files_below(samples_folder)) {
        // What a name server says, and `update` is its first word.
        if (path.filename() == "MANIFEST.tsv" || path.filename() == "result.txt")
            continue;
        std::string text = slurp(path), word = word_of_sample(path);
        const ChangeFormat* format = recognize_format(path.string(), text);
        if (format == nullptr)
            continue;
        CAPTURE(path.string());
        CHECK(std::string(format->word) == word);
        ++found[word];
    }
    const std::map<std::string, std::size_t> least = {{"octodns", 700},      {"registry", 350},    {"nsupdate", 70},
                                                      {"dnscontrol-ir", 36}, {"octodns-plan", 44}, {"diff", 400}};
    for (const auto& [word, count] : least)
        CHECK(found[word] >= count);
}

TEST_CASE("what documents are read into", "[unit]")
{
    for (const ChangeFormat& format : change_formats())
        for (fs::path path : documents_in(documents_folder / format.word)) {
            Document document = document_at(path);
            CAPTURE(document.path);
            std::string said = all_readings(format, document);
            path += ".expected";
            if (std::getenv("ZONEVET_UPDATE"))
                spill(path, said);
            CHECK(lines_of(said) == lines_of(slurp(path)));
        }
}

// The words of --format for documents that are something else.
TEST_CASE("what is in another format than the user says is refused, or holds nothing", "[unit]")
{
    std::string said;
    for (const char* name : {"none/empty", "none/fruits.json", "none/list.yaml", "none/prose.txt", zone_file})
        for (const ChangeFormat& format : change_formats()) {
            std::string read = read_into(format, document_at(documents_folder / name), nothing_else());
            said += fmt::format("{} as {}\n{}", name, format.word, read);
        }
    fs::path path = documents_folder / "wrong-format.expected";
    if (std::getenv("ZONEVET_UPDATE"))
        spill(path, said);
    CHECK(lines_of(said) == lines_of(slurp(path)));
}

} // namespace zonevet::test
