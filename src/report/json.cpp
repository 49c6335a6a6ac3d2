// The format for programs, zonevet-report/1. Its fields are documented in
// docs/zonevet-report-1.schema.json; fields may be added, what is there keeps its meaning.
#include "report/formats.h"
#include "report/json_text.h"

#include <map>

#ifndef ZONEVET_VERSION
#define ZONEVET_VERSION "0.0.0"
#endif

namespace zonevet {

namespace {

Json location_of(const Sources& sources, const Span& span)
{
    LineColumn begin = sources.locate(span.position());
    LineColumn end = sources.locate({span.source, span.end});
    return {{"path", json_string(sources[span.source].path())},
            {"line", begin.line},
            {"column", begin.column},
            {"endLine", end.line},
            {"endColumn", end.column},
            {"byteStart", span.begin},
            {"byteEnd", span.end}};
}

Json text_or_null(std::string_view text)
{
    return text.empty() ? Json(nullptr) : Json(json_string(text));
}

std::string url_of(const Rule& rule)
{
    for (const Reference& reference : rule.references)
        if (std::string url = reference_url(reference); !url.empty())
            return url;
    return "";
}

Json suppression_of(const Suppression& suppression, const Sources& sources)
{
    Json json{{"kind", suppression.kind},
              {"reason", text_or_null(suppression.reason)},
              {"until", text_or_null(suppression.until)}};
    json["location"] = suppression.comment ? location_of(sources, *suppression.comment) : Json(nullptr);
    return json;
}

Json finding_of(const ZoneReport& zone, const Finding& finding)
{
    const Sources& sources = *zone.sources;
    const Rule& rule = *finding.rule;
    Json json;
    json["name"] = rule.name;
    json["family"] = rule.family;
    json["severity"] = level_text(finding.level);
    json["confidence"] = confidence_text(rule.confidence);
    json["message"] = json_string(finding.message);
    json["label"] = text_or_null(finding.label);
    json["help"] = text_or_null(finding.help);
    json["effect"] = text_or_null(finding.effect);
    json["url"] = text_or_null(url_of(rule));
    json["zone"] = text_or_null(zone.zone);
    json["owner"] = text_or_null(finding.owner);
    json["type"] = text_or_null(finding.type);
    json["ttl"] = finding.ttl ? Json(*finding.ttl) : Json(nullptr);
    json["rdata"] = text_or_null(finding.data);
    json["location"] = location_of(sources, finding.span);
    Json includes = Json::array();
    for (auto at = sources[finding.span.source].included_at(); at; at = sources[at->source].included_at())
        includes.push_back(location_of(sources, *at));
    json["includedFrom"] = std::move(includes);
    Json related = Json::array();
    for (const RelatedPlace& note : finding.notes)
        related.push_back({{"message", json_string(note.text)},
                           {"location", note.span ? location_of(sources, *note.span) : Json(nullptr)}});
    json["related"] = std::move(related);
    json["fix"] = nullptr;
    if (finding.fix)
        // Another text means other published data, so nobody may apply it without a look.
        json["fix"] = {{"message", text_or_null(finding.help)},
                       {"applicability", "unsafe"},
                       {"edits", Json::array({{{"location", location_of(sources, finding.span)},
                                               {"text", json_string(*finding.fix)}}})}};
    json["fingerprint"] = finding.fingerprint;
    json["suppression"] = finding.suppressed ? suppression_of(*finding.suppressed, sources) : Json(nullptr);
    return json;
}

// One record that a review shows.
Json change_of(const ZoneReport& zone, const DiffLine& line)
{
    Json json{{"operation", line.sign == '+'   ? "add"
                            : line.sign == '-' ? "remove"
                                               : "replace"},
              {"owner", json_string(line.owner)},
              {"type", line.type}};
    bool had = line.sign != '+', has = line.sign != '-';
    json["ttlBefore"] = line.ttl_before ? Json(*line.ttl_before) : Json(nullptr);
    json["ttlAfter"] = line.ttl_after ? Json(*line.ttl_after) : Json(nullptr);
    json["before"] = had ? Json(json_string(line.before)) : Json(nullptr);
    json["after"] = has ? Json(json_string(line.after)) : Json(nullptr);
    json["location"] = line.span ? location_of(*zone.sources, *line.span) : Json(nullptr);
    Json findings = Json::array();
    for (std::size_t i : line.findings)
        findings.push_back(zone.findings[i].fingerprint);
    json["findings"] = std::move(findings);
    return json;
}

Json diff_of(const ZoneReport& zone)
{
    const ZoneDiff& diff = *zone.diff;
    auto serial = [](const std::optional<std::uint32_t>& value) { return value ? Json(*value) : Json(nullptr); };
    Json json{{"zone", json_string(zone.zone)},
              {"path", json_string(zone.path)},
              {"state", diff.zone_added     ? "added"
                        : diff.zone_removed ? "removed"
                                            : "changed"},
              {"complete", diff.complete},
              {"serialBefore", serial(diff.serial_before)},
              {"serialAfter", serial(diff.serial_after)},
              {"longestCached", diff.longest_cached},
              {"unchangedFindings", diff.unchanged}};
    Json fixed = Json::array();
    for (const Finding& finding : diff.fixed)
        fixed.push_back({{"name", finding.rule->name},
                         {"message", json_string(finding.message)},
                         {"fingerprint", finding.fingerprint}});
    json["fixedFindings"] = std::move(fixed);
    Json changes = Json::array();
    for (const DiffLine& line : diff.lines)
        changes.push_back(change_of(zone, line));
    json["changes"] = std::move(changes);
    return json;
}

void write_review(const RunReport& run, const Write& write)
{
    write(fmt::format("\"review\": {{\"compared\": {}, \"zones\": [", json_text(json_string(run.review))));
    JsonList zones(write);
    for (const ZoneReport& zone : run.zones)
        if (zone.diff)
            zones.add(diff_of(zone));
    write("]},\n");
}

Json zone_of(const ZoneReport& zone)
{
    Json json = {{"zone", text_or_null(zone.zone)},    {"originFrom", zone.origin_from},
                 {"path", json_string(zone.path)},     {"records", zone.records},
                 {"errors", zone.count(Level::error)}, {"warnings", zone.count(Level::warning)},
                 {"infos", zone.count(Level::info)},   {"suppressed", zone.suppressed.size()}};
    if (!zone.origin_place.empty())
        json["originPlace"] = json_string(zone.origin_place);
    return json;
}

Json summary_of(const RunReport& run, const ReportStyle& style, std::size_t listed)
{
    std::map<std::string_view, std::size_t> counts;
    std::size_t all = 0;
    for (const ZoneReport& zone : run.zones) {
        for (const Finding& finding : zone.findings)
            ++counts[finding.rule->name];
        for (const ZoneReport::Hidden& some : zone.hidden)
            counts[some.rule->name] += some.count;
    }
    Json rules = Json::object();
    for (const auto& [rule, count] : counts) {
        rules[std::string(rule)] = count;
        all += count;
    }
    return {{"errors", run.count(Level::error)}, {"warnings", run.count(Level::warning)},
            {"infos", run.count(Level::info)},   {"suppressed", run.suppressed()},
            {"notListed", all - listed},         {"zones", run.zone_count()},
            {"records", run.records()},          {"rules", std::move(rules)},
            {"exitCode", style.exit_code}};
}

} // namespace

void report_json(const RunReport& run, const ReportStyle& style, const Write& write)
{
    write("{\"schema\": \"zonevet-report/1\",\n");
    write(fmt::format("\"tool\": {},\n", json_text({{"name", "zonevet"}, {"version", ZONEVET_VERSION}})));
    Json arguments = Json::array();
    for (const std::string& argument : run.arguments)
        arguments.push_back(json_string(argument));
    Json notes = Json::array();
    for (const std::string& note : run.notes)
        notes.push_back(json_string(note));
    Json unread = Json::array();
    for (const Unread& file : run.unread)
        unread.push_back({{"path", json_string(file.path)}, {"message", json_string(file.message)}});
    write(fmt::format("\"run\": {},\n", json_text({{"arguments", std::move(arguments)},
                                                   {"config", text_or_null(run.config_path)},
                                                   {"notes", std::move(notes)},
                                                   {"seconds", run.seconds},
                                                   {"unread", std::move(unread)}})));
    if (!run.review.empty())
        write_review(run, write);
    write("\"zones\": [");
    JsonList zones(write);
    for (const ZoneReport& zone : run.zones)
        if (zone.is_zone)
            zones.add(zone_of(zone));
    write("],\n\"findings\": [");
    JsonList findings(write);
    std::map<std::string_view, std::size_t> listed_of_rule;
    std::size_t listed = 0;
    for (const ZoneReport& zone : run.zones)
        for (const Finding& finding : zone.findings) {
            if (style.max_per_rule != 0 && listed_of_rule[finding.rule->name]++ >= style.max_per_rule)
                continue;
            findings.add(finding_of(zone, finding));
            ++listed;
        }
    write("],\n\"suppressed\": [");
    JsonList suppressed(write);
    for (const ZoneReport& zone : run.zones)
        for (const Finding& finding : zone.suppressed)
            suppressed.add(finding_of(zone, finding));
    write(fmt::format("],\n\"summary\": {}}}\n", json_text(summary_of(run, style, listed))));
}

} // namespace zonevet
