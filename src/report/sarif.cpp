// SARIF 2.1.0, the subset that code scanning of GitHub and others requires and shows. Results are
// written one by one; the rules come first, because results point at them.
#include "report/formats.h"
#include "report/json_text.h"
#include "report/line_hash.h"

#include <algorithm>
#include <map>

#ifndef ZONEVET_VERSION
#define ZONEVET_VERSION "0.0.0"
#endif

namespace zonevet {

namespace {

// GitHub refuses files above 100 MB in a repository; above this a hash of all lines helps nobody.
constexpr std::size_t most_hashed = std::size_t{100} << 20;
constexpr std::size_t most_text = 1024; // of a rule's description

std::string_view level_of(Level level)
{
    return level == Level::error ? "error" : level == Level::warning ? "warning" : "note";
}

std::string uri_of(std::string_view path)
{
    std::string uri;
    for (char c : path) {
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                     std::string_view("-._~/!$&'()*+,=@").find(c) != std::string_view::npos;
        if (plain)
            uri += c;
        else
            uri += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return uri.starts_with('/') ? "file://" + uri : uri;
}

// A "[text](target)" of a zone must not become a link in somebody's browser.
std::string message_text(std::string_view text)
{
    std::string out;
    bool link = text.find("](") != std::string_view::npos;
    for (char c : json_string(text)) {
        if (link && (c == '[' || c == ']' || c == '\\'))
            out += '\\';
        out += c;
    }
    return out;
}

Json region_of(const Sources& sources, const Span& span)
{
    LineColumn begin = sources.locate(span.position());
    LineColumn end = sources.locate({span.source, span.end});
    return {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
}

Json physical_location(const Sources& sources, const Span& span)
{
    return {{"artifactLocation", {{"uri", uri_of(sources[span.source].path())}}}, {"region", region_of(sources, span)}};
}

Json rule_of(const Rule& rule)
{
    Json json;
    json["id"] = rule.name;
    std::string why = rule.why.empty() ? std::string(rule.summary) : std::string(rule.why);
    json["shortDescription"] = {{"text", std::string(rule.summary.substr(0, most_text))}};
    json["fullDescription"] = {{"text", why.substr(0, most_text)}};
    json["help"] = {{"text", rule_page_text(rule)}, {"markdown", rule_page_markdown(rule)}};
    for (const Reference& reference : rule.references)
        if (std::string url = reference_url(reference); !url.empty()) {
            json["helpUri"] = url;
            break;
        }
    json["defaultConfiguration"] = {{"level", level_of(rule.level)}};
    json["properties"] = {{"tags", Json::array({"dns", std::string(rule.family)})},
                          {"precision", confidence_text(rule.confidence)},
                          {"problem.severity", rule.level == Level::info ? "recommendation" : level_text(rule.level)}};
    return json;
}

// Rules that were on or that spoke, in their order.
std::vector<const Rule*> rules_of(const RunReport& run)
{
    std::vector<const Rule*> rules = run.rules;
    auto add = [&](const Rule* rule) {
        if (std::find(rules.begin(), rules.end(), rule) == rules.end())
            rules.push_back(rule);
    };
    for (const ZoneReport& zone : run.zones) {
        for (const Finding& finding : zone.findings)
            add(finding.rule);
        for (const Finding& finding : zone.suppressed)
            add(finding.rule);
    }
    return rules;
}

// The line hashes of all findings of one zone, by position of their span.
std::map<std::uint64_t, std::string> hashes_of(const ZoneReport& zone)
{
    const Sources& sources = *zone.sources;
    std::map<std::uint32_t, std::map<std::uint64_t, std::vector<std::uint64_t>>> lines;
    for (const auto* list : {&zone.findings, &zone.suppressed})
        for (const Finding& finding : *list) {
            Position at = finding.span.position();
            lines[at.source()][sources.locate(at).line].push_back(at.bits());
        }
    std::map<std::uint64_t, std::string> hashes;
    for (const auto& [source, positions] : lines) {
        std::string_view text = sources[source].text();
        if (text.size() > most_hashed)
            continue;
        std::vector<std::uint64_t> wanted;
        for (const auto& [line, unused] : positions)
            wanted.push_back(line);
        std::vector<std::string> found = line_hashes(text, wanted);
        std::size_t i = 0;
        for (const auto& [line, places] : positions) {
            for (std::uint64_t place : places)
                hashes[place] = found[i];
            ++i;
        }
    }
    return hashes;
}

Json message_of(const Finding& finding)
{
    std::string text = message_text(finding.message);
    text += ".";
    if (!finding.label.empty())
        text += " " + message_text(finding.label) + ".";
    std::size_t id = 0;
    for (const RelatedPlace& note : finding.notes) {
        if (note.span)
            text += fmt::format(" See [note {}]({}): {}.", id + 1, id + 1, message_text(note.text));
        else
            text += fmt::format(" Note: {}.", message_text(note.text));
        id += note.span ? 1 : 0;
    }
    if (!finding.help.empty())
        text += fmt::format(" Help: {}.", message_text(finding.help));
    if (!finding.effect.empty())
        text += fmt::format(" Effect: {}.", message_text(finding.effect));
    return {{"text", text}};
}

Json sarif_suppression(const Suppression& suppression, const Sources& sources)
{
    Json json{{"kind", suppression.kind == "comment" ? "inSource" : "external"}, {"status", "accepted"}};
    if (!suppression.reason.empty())
        json["justification"] = json_string(suppression.reason);
    if (suppression.comment)
        json["location"] = {{"physicalLocation", physical_location(sources, *suppression.comment)}};
    return json;
}

Json result_of(const ZoneReport& zone, const Finding& finding, std::size_t rule_index, const std::string& hash)
{
    const Sources& sources = *zone.sources;
    Json json;
    json["ruleId"] = finding.rule->name;
    json["ruleIndex"] = rule_index;
    json["level"] = level_of(finding.level);
    json["message"] = message_of(finding);
    Json location{{"physicalLocation", physical_location(sources, finding.span)}};
    std::string name = finding.owner.empty() ? zone.zone : finding.owner;
    if (!name.empty())
        location["logicalLocations"] =
            Json::array({{{"fullyQualifiedName",
                           json_string(finding.type.empty() ? name : fmt::format("{} {}", name, finding.type))},
                          {"kind", "resource"}}});
    json["locations"] = Json::array({std::move(location)});
    Json related = Json::array();
    for (const RelatedPlace& note : finding.notes)
        if (note.span)
            related.push_back({{"id", related.size() + 1},
                               {"message", {{"text", message_text(note.text)}}},
                               {"physicalLocation", physical_location(sources, *note.span)}});
    if (!related.empty())
        json["relatedLocations"] = std::move(related);
    json["partialFingerprints"] = Json::object();
    if (!hash.empty())
        json["partialFingerprints"]["primaryLocationLineHash"] = hash;
    if (!finding.fingerprint.empty())
        json["partialFingerprints"]["zonevet/v1"] = finding.fingerprint;
    if (finding.fix) {
        Json replacement{{"deletedRegion", region_of(sources, finding.span)},
                         {"insertedContent", {{"text", json_string(*finding.fix)}}}};
        Json change{{"artifactLocation", {{"uri", uri_of(sources[finding.span.source].path())}}},
                    {"replacements", Json::array({std::move(replacement)})}};
        std::string what = finding.help.empty() ? "write this instead" : finding.help;
        json["fixes"] = Json::array(
            {{{"description", {{"text", message_text(what)}}}, {"artifactChanges", Json::array({std::move(change)})}}});
    }
    if (finding.suppressed)
        json["suppressions"] = Json::array({sarif_suppression(*finding.suppressed, sources)});
    return json;
}

} // namespace

void report_sarif(const RunReport& run, const ReportStyle& style, const Write& write)
{
    write("{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\",\n"
          "\"runs\": [{\"tool\": {\"driver\": {\"name\": \"zonevet\", \"semanticVersion\": "
          "\"" ZONEVET_VERSION "\",\n\"rules\": [");
    std::vector<const Rule*> rules = rules_of(run);
    std::map<const Rule*, std::size_t> indices;
    JsonList rule_list(write);
    for (const Rule* rule : rules) {
        indices[rule] = indices.size();
        rule_list.add(rule_of(*rule));
    }
    write("]}},\n\"columnKind\": \"unicodeCodePoints\",\n");
    Json invocation{{"executionSuccessful", run.unread.empty()}, {"exitCode", style.exit_code}};
    for (const Unread& file : run.unread)
        invocation["toolExecutionNotifications"].push_back(
            {{"level", "error"}, {"message", {{"text", message_text(file.message)}}}});
    for (const std::string& note : run.notes)
        invocation["toolExecutionNotifications"].push_back(
            {{"level", "note"}, {"message", {{"text", message_text(note)}}}});
    write(fmt::format("\"invocations\": [{}],\n", json_text(invocation)));
    write("\"results\": [");
    JsonList results(write);
    std::map<std::string_view, std::size_t> listed;
    for (const ZoneReport& zone : run.zones) {
        std::map<std::uint64_t, std::string> hashes = hashes_of(zone);
        auto add = [&](const Finding& finding) {
            results.add(result_of(zone, finding, indices[finding.rule], hashes[finding.span.position().bits()]));
        };
        for (const Finding& finding : zone.findings)
            if (style.max_per_rule == 0 || listed[finding.rule->name]++ < style.max_per_rule)
                add(finding);
        for (const Finding& finding : zone.suppressed)
            add(finding);
    }
    write("]}]}\n");
}

} // namespace zonevet
