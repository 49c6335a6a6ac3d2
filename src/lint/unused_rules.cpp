// A rule of the user that selected nothing may be misspelt: that is said at its name.
#include "lint/unused_rules.h"

#include "lint/fingerprint.h"
#include "text/source.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace zonevet {

namespace {

// The name in its quotes, in the table that begins in `line`.
Span name_in(std::string_view text, std::string_view name, std::uint64_t line)
{
    std::size_t at = 0;
    for (; line > 1 && at < text.size(); --line)
        at = std::min(text.find('\n', at), text.size() - 1) + 1;
    for (std::string_view quote : {"\"", "'"}) {
        std::string quoted = fmt::format("{}{}{}", quote, name, quote);
        if (std::size_t found = text.find(quoted, at); found != std::string_view::npos)
            return {0, found + 1, found + 1 + name.size()};
    }
    return {0, at, std::min(text.find('\n', at), text.size())};
}

} // namespace

void report_unused_rules(const std::vector<const Rule*>& unused_rules, const Settings& settings, RunReport& report)
{
    const std::vector<Rule>& rules = settings.catalogue();
    const Rule* rule = find_rule("rule-unused", rules);
    const RuleSetting& setting = settings.rules[static_cast<std::size_t>(rule - rules.data())];
    if (!setting.enabled)
        return;
    std::map<std::string, ZoneReport> files;
    for (const Rule* unused : unused_rules) {
        std::string_view from = unused->defined_at; // "zonevet.toml:12"
        std::string path(from.substr(0, from.rfind(':')));
        ZoneReport& file = files[path];
        if (file.sources == nullptr) {
            auto sources = std::make_shared<Sources>();
            sources->add(path, std::make_shared<Bytes>(Bytes::of_file(path)));
            file.sources = std::move(sources);
            file.path = path;
            file.is_zone = false;
        }
        Finding finding;
        finding.rule = rule;
        finding.level = setting.level;
        finding.message = fmt::format("`{}` selects no record of any zone", unused->name);
        finding.span =
            name_in((*file.sources)[0].text(), unused->name, std::strtoull(from.data() + path.size() + 1, nullptr, 10));
        finding.effect = rule->effect;
        finding.help = "check its `select`, `zones` and `profiles`";
        finding.fingerprint = fingerprint(finding, Name(), unused->name);
        file.findings.push_back(std::move(finding));
    }
    for (auto& [path, file] : files) {
        std::sort(file.findings.begin(), file.findings.end(),
                  [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; });
        report.zones.push_back(std::move(file));
    }
}

} // namespace zonevet
