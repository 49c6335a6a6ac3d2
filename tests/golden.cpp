#include "golden.h"

#include "formats/formats.h"
#include "input/documents.h"
#include "input/naming.h"
#include "lint/review.h"
#include "lint/run.h"
#include "with_base.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>

namespace zonevet::test {
namespace {

constexpr std::string_view lost_include = "\n$INCLUDE file-that-is-not-there.inc\n";

// The rest of the first comment "; WORD: rest", if there is one.
std::vector<std::string> comments(std::string_view text, std::string_view word)
{
    std::vector<std::string> found;
    std::string head = fmt::format("; {}: ", word);
    for (const std::string& line : lines_of(text))
        if (std::size_t at = line.find(head); at != std::string::npos)
            found.push_back(words_of(line.substr(at + head.size()), "\r").at(0));
    return found;
}

std::int64_t day_number(std::string_view date)
{
    auto part = [&](std::size_t at, std::size_t size) { return std::stoi(std::string(date.substr(at, size))); };
    std::chrono::year_month_day day{std::chrono::year(part(0, 4)),
                                    std::chrono::month(static_cast<unsigned>(part(5, 2))),
                                    std::chrono::day(static_cast<unsigned>(part(8, 2)))};
    return std::chrono::sys_days(day).time_since_epoch().count();
}

bool is_absolute(std::string_view name)
{
    return name.ends_with('.') && name != ".";
}

} // namespace

std::string zone_name_of(std::string_view text)
{
    if (!comments(text, "served").empty())
        return "";
    if (std::vector<std::string> said = comments(text, "zone"); !said.empty())
        return said[0] == "detect" ? "" : said[0];
    std::string origin;
    for (const std::string& line : lines_of(text)) {
        std::vector<std::string> words = words_of(line.substr(0, line.find(';')));
        if (words.size() < 2)
            continue;
        if (origin.empty() && words[0] == "$ORIGIN" && is_absolute(words[1]))
            origin = words[1];
        if (std::find(words.begin(), words.end(), "SOA") == words.end())
            continue;
        if (is_absolute(words[0]))
            return words[0];
        break;
    }
    return origin.empty() ? "example.com." : origin;
}

namespace {

void set_option(const Rule& rule, RuleSetting& setting, std::string_view assignment)
{
    std::size_t equals = assignment.find('=');
    REQUIRE(equals != std::string_view::npos);
    std::string_view name = assignment.substr(0, equals);
    std::string value(assignment.substr(equals + 1));
    for (std::size_t i = 0; i < rule.options.size(); ++i) {
        if (rule.options[i].name != name)
            continue;
        OptionValue& to = setting.options.at(i);
        std::uint64_t seconds = 0;
        switch (rule.options[i].kind) {
        case Option::Kind::number:
            to.number = std::stoll(value);
            return;
        case Option::Kind::flag:
            to.number = value == "true";
            return;
        case Option::Kind::list:
            to.list = words_of(value, " ,");
            return;
        case Option::Kind::period:
            REQUIRE(parse_period(value, seconds) == PeriodError::none);
            to.number = static_cast<std::int64_t>(seconds);
            return;
        }
    }
    FAIL(rule.name << " has no option " << name);
}

void configure(Settings& settings, std::string_view word)
{
    std::string value(word.substr(std::min(word.size(), word.find('=') + 1)));
    if (word == "require-until")
        settings.require_until = true;
    else if (word.starts_with("max-days="))
        settings.max_days = std::stoi(value);
    else if (word.starts_with("locked="))
        for (std::size_t rule : rules_named(value))
            settings.rules[rule].suppressible = false;
    else
        FAIL(word << " is no configuration");
}

ZoneFile golden_file(const GoldenZone& zone, Gap gap)
{
    ZoneFile input;
    input.path = zone.path.string();
    if (std::string name = zone_name_of(zone.text); !name.empty())
        input.name = told(name, "flag");
    input.bytes = std::make_shared<Bytes>(zone.text + std::string(gap == Gap::missing_include ? lost_include : ""));
    if (gap == Gap::part)
        input.coverage = Coverage::part;
    for (const std::string& name : comments(zone.text, "served"))
        input.name = told(name, "server configuration", "named.conf:3:6");
    return input;
}

} // namespace

Settings settings_for(const Rule& rule, std::string_view text, Running running)
{
    Settings settings = Settings::of_profile(Profile::strict);
    settings.jobs = 1;
    settings.today = day_number("2026-01-15");
    for (std::string_view profile : rule.scope.profiles)
        settings.profiles.emplace_back(profile);
    bool all = running == Running::all || rule.family == "suppressions"; // what is unused depends on the others
    for (std::size_t i = 0; i < all_rules().size(); ++i) {
        settings.rules[i].enabled = all || all_rules()[i].name == rule.name;
        if (all_rules()[i].name == rule.name)
            for (const std::string& assignment : comments(text, "set"))
                set_option(rule, settings.rules[i], assignment);
    }
    for (const std::string& word : comments(text, "config"))
        configure(settings, word);
    for (const std::string& date : comments(text, "today"))
        settings.today = day_number(date);
    return settings;
}

std::vector<std::string> marks(std::string_view text, const std::string& file)
{
    std::vector<std::string> found;
    std::vector<std::string> lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::size_t at = std::min(lines[i].find("; expect"), lines[i].find(", expect"));
        if (at == std::string::npos)
            continue;
        std::string_view mark = std::string_view(lines[i]).substr(at + 8);
        std::size_t colon = mark.find(':');
        if (colon == std::string_view::npos || (colon != 0 && mark[0] != '@'))
            continue;
        std::string where = std::to_string(i + 1);
        if (colon != 0) {
            std::string shift(mark.substr(1, colon - 1));
            where = shift == "zone" ? shift : std::to_string(static_cast<int>(i) + 1 + std::stoi(shift));
        }
        for (const std::string& name : words_of(mark.substr(colon + 1), ", \t\r"))
            found.push_back(fmt::format("{}{} {}", file, where, name));
    }
    std::sort(found.begin(), found.end());
    return found;
}

States states_in(const std::string& text, const std::string& preamble)
{
    States states;
    states.zone = zone_name_of(preamble + text);
    std::size_t becomes = text.find("; becomes");
    REQUIRE(becomes != std::string::npos);
    std::size_t upstream = std::min(text.find("; upstream"), text.size());
    auto state_at = [&](std::size_t at, std::size_t end) {
        std::size_t begin = std::min(text.find('\n', at) + 1, end);
        std::string part = text.substr(begin, end - begin);
        auto lines =
            static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
        return std::string(lines, '\n') + (states.by_script ? "" : preamble) + part;
    };
    if (becomes > 0)
        states.before = preamble + text.substr(0, becomes);
    states.by_script = text.compare(becomes, 12, "; becomes by") == 0;
    if (text.compare(becomes, 17, "; becomes nothing") != 0)
        states.after = state_at(becomes, upstream);
    if (upstream < text.size())
        states.upstream = state_at(upstream, text.size());
    return states;
}

RunReport review_states(const States& states, const Settings& settings, Gap gap)
{
    auto file = [&](const std::optional<std::string>& text, bool lacks_include) {
        std::optional<ZoneFile> made;
        if (!text)
            return made;
        made.emplace();
        made->path = "zone";
        made->bytes = std::make_shared<Bytes>(*text + std::string(lacks_include ? lost_include : ""));
        if (!states.zone.empty())
            made->name = told(states.zone, "flag");
        if (gap == Gap::part)
            made->coverage = Coverage::part;
        return made;
    };
    ZonePair pair{file(states.before, gap == Gap::missing_include_before),
                  file(states.after, gap == Gap::missing_include && !states.by_script), file(states.upstream, false)};
    if (states.by_script) {
        ReadOptions options = with_base({"zone", pair.before->bytes}, states.zone);
        Document script{"script", pair.after->bytes};
        std::vector<ReadZone> read = recognize_format("script", *states.after)->read(script, options);
        auto take = [&](ZoneFile& to, const ReadState& state) {
            to.bytes = state.text;
            to.origins = state.origins;
        };
        REQUIRE(read.size() == 1);
        take(*pair.before, *read[0].before);
        take(*pair.after, *read[0].after);
    }
    return review_zones({pair}, settings);
}

RunReport check_octodns(const std::string& path, const std::string& text, const Settings& settings, Gap gap)
{
    Document document{path, std::make_shared<Bytes>(text)};
    ReadOptions options;
    options.origin = "example.com.";
    std::vector<ReadZone> read = format_called("octodns")->read(document, options);
    REQUIRE(read.size() == 1);
    ZoneFile file = zone_file_of(read[0], *read[0].after);
    file.coverage = gap == Gap::part ? Coverage::part : Coverage::without_apex;
    return check_zones({file}, settings);
}

std::vector<GoldenZone> golden_zones(const Rule& rule)
{
    std::vector<GoldenZone> zones;
    for (const fs::path& path : files_below(fs::path(TESTS_DIR "/rules") / rule.name, {".zone", ".yaml"}))
        zones.push_back({&rule, path, slurp(path)});
    return zones;
}

std::vector<const Rule*> rules_to_test()
{
    std::vector<const Rule*> rules;
    const char* words = std::getenv("ZONEVET_RULES");
    for (const std::string& word : words_of(words != nullptr ? words : "*"))
        for (std::size_t rule : rules_named(word))
            rules.push_back(&all_rules()[rule]);
    return rules;
}

RunReport run_golden(const GoldenZone& zone, Running running, Gap gap)
{
    return run_golden(zone, settings_for(*zone.rule, zone.text, running), gap);
}

RunReport run_golden(const GoldenZone& zone, const Settings& settings, Gap gap)
{
    if (is_about_change(zone.rule->check))
        return review_states(states_in(zone.text), settings, gap);
    if (zone.path.extension() == ".yaml")
        return check_octodns(zone.path.string(), zone.text, settings, gap);
    return check_zones({golden_file(zone, gap)}, settings);
}

std::vector<const Finding*> findings_of(const ZoneReport& zone, const Rule& rule)
{
    std::vector<const Finding*> found;
    for (const Finding& finding : zone.findings)
        if (finding.rule->name == rule.name)
            found.push_back(&finding);
    return found;
}

} // namespace zonevet::test
