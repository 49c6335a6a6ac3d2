// Reports made by hand, for the tests of the formats.
#pragma once

#include "../support.h"
#include "lint/finding.h"
#include "report/report.h"

namespace zonevet::test {

inline const Rule& srv_rule()
{
    static const Rule rule = [] {
        Rule made;
        made.name = "srv-port-unexpected";
        made.summary = "the port is not the one of the service";
        made.why = "clients connect to a port on which nobody listens";
        made.references = {rfc("2782"), {"Teams: DNS records", "", "https://example.net/dns?a=b"}};
        made.level = Level::error;
        made.family = "srv";
        made.bad = "_sip._tls IN SRV 100 1 5061 sip\n";
        made.good = "_sip._tls IN SRV 100 1 443 sip\n";
        return made;
    }();
    return rule;
}

inline const Rule& ttl_rule()
{
    static const Rule rule = [] {
        Rule made;
        made.name = "ttl-too-long";
        made.summary = "a TTL is long";
        made.why = "a mistake stays in caches";
        made.level = Level::warning;
        made.confidence = Confidence::medium;
        made.family = "ttl";
        made.options = {{"max", Option::Kind::period, 86400, "", "the longest"},
                        {"types", Option::Kind::list, 0, "a aaaa", "for these"}};
        return made;
    }();
    return rule;
}

// A report about one zone with one source; findings are added by the tests.
class MadeReport {
public:
    explicit MadeReport(std::string text, std::string path = "zones/example.com.zone")
    {
        auto sources = std::make_shared<Sources>();
        sources->add(path, std::make_shared<const Bytes>(std::move(text)));
        sources_ = sources;
        ZoneReport zone;
        zone.zone = "example.com.";
        zone.origin_from = "file name";
        zone.path = path;
        zone.sources = sources;
        zone.records = 12;
        run.zones.push_back(std::move(zone));
        run.seconds = 0.004;
    }

    std::uint32_t add_source(std::string path, std::string text, std::optional<Span> included = {})
    {
        return sources_->add(std::move(path), std::make_shared<const Bytes>(std::move(text)), included);
    }
    // The place of the first `words` in a source.
    Span span(std::string_view words, std::uint32_t source = 0) const
    {
        std::size_t at = (*sources_)[source].text().find(words);
        if (at == std::string_view::npos)
            throw std::runtime_error("no such words");
        return {source, at, at + words.size()};
    }
    Finding& add(const Rule& rule, Span where, std::string message)
    {
        Finding finding;
        finding.rule = &rule;
        finding.level = rule.level;
        finding.message = std::move(message);
        finding.span = where;
        finding.fingerprint = "00112233445566778899aabbccddeeff";
        run.zones[0].findings.push_back(std::move(finding));
        return run.zones[0].findings.back();
    }
    std::string print(std::string_view format, const ReportStyle& style = {}) const
    {
        std::string out;
        find_report_format(format)->report(run, style, [&](std::string_view text) { out += text; });
        return out;
    }
    // Only the findings.
    std::string print_bare(std::string_view format, ReportStyle style = {}) const
    {
        style.summary = false;
        return print(format, style);
    }

    RunReport run;

private:
    std::shared_ptr<Sources> sources_;
};

} // namespace zonevet::test
