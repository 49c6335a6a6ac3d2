// Every rule against the zones of its folder tests/rules/RULE/*.zone. The lines that the rule must
// report carry a mark, and nothing else may be reported:
//
//   ; expect: RULE        this line            ; expect@zone: RULE   the zone as a whole, on any
//   line ; expect@+2: RULE     two lines below      ; expect@-1: RULE     the line above
//
// Rules about changes have both states in one file, "; becomes" on a line between them (as the first
// line: the zone is new; "; becomes nothing": the zone is removed; "; becomes by": an nsupdate script follows; "; upstream" begins what
// the branch to merge into holds).
//
// Only the rule of the folder runs. A file that is included by such a zone (name it *.inc) may
// carry marks too. Lines that say how to run it, all optional:
//
//   ; zone: NAME          the zone's name; else the owner of its SOA, $ORIGIN, or example.com.
//                         ("detect": let the program find out)
//   ; set: OPTION=VALUE   an option of the rule
//   ; today: YYYY-MM-DD   the day of the check; else 2026-01-15
//   ; served: NAME          a server's configuration says that the file is that of this zone
//   ; config: WORD         what silences may do: require-until, max-days=N, locked=RULE
#include "formats/formats.h"
#include "lint/review.h"
#include "lint/run.h"
#include "support.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <fmt/format.h>
#include <set>

namespace zonevet::test {
namespace {

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
    auto part = [&](std::size_t at, std::size_t size) {
        return std::stoi(std::string(date.substr(at, size)));
    };
    std::chrono::year_month_day day{std::chrono::year(part(0, 4)),
                                    std::chrono::month(static_cast<unsigned>(part(5, 2))),
                                    std::chrono::day(static_cast<unsigned>(part(8, 2)))};
    return std::chrono::sys_days(day).time_since_epoch().count();
}

bool is_absolute(std::string_view name)
{
    return name.ends_with('.') && name != ".";
}

std::string zone_name_of(std::string_view text)
{
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

Settings settings_for(const Rule& rule, std::string_view text)
{
    Settings settings = Settings::of_profile(Profile::strict);
    settings.jobs = 1;
    settings.today = day_number("2026-01-15");
    settings.zone_name = comments(text, "served").empty() ? zone_name_of(text) : "";
    for (std::string_view profile : rule.scope.profiles)
        settings.profiles.emplace_back(profile);
    for (std::size_t i = 0; i < all_rules().size(); ++i) {
        settings.rules[i].enabled = true; // "unused suppression" depends on what the others find
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

// Marks of one text as "LINE NAME", lines of other files than the zone's own as "FILE:LINE NAME".
std::vector<std::string> marks(std::string_view text, const std::string& file = "")
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
            where = shift == "zone" ? shift
                                    : std::to_string(static_cast<int>(i) + 1 + std::stoi(shift));
        }
        for (const std::string& name : words_of(mark.substr(colon + 1), ", \t\r"))
            found.push_back(fmt::format("{}{} {}", file, where, name));
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::string file_prefix(const Sources& sources, std::uint32_t source, const fs::path& main)
{
    fs::path name = fs::path(sources[source].path()).filename();
    return name == main.filename() ? "" : name.string() + ":";
}

// The states of a change, each with as many empty lines before it as keep the numbers of its lines.
struct States {
    std::optional<std::string> before, after, upstream;
    bool by_script = false; // `after` is an nsupdate script
};

States states_in(const std::string& text, const std::string& preamble = "")
{
    States states;
    std::size_t becomes = text.find("; becomes");
    REQUIRE(becomes != std::string::npos);
    std::size_t upstream = std::min(text.find("; upstream"), text.size());
    auto state_at = [&](std::size_t at, std::size_t end) {
        std::size_t begin = std::min(text.find('\n', at) + 1, end);
        std::string part = text.substr(begin, end - begin);
        auto lines = static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
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

ZoneReport review_text(const States& states, const Settings& settings)
{
    auto file = [](const std::optional<std::string>& text) {
        std::optional<ZoneFile> made;
        if (!text)
            return made;
        made.emplace();
        made->path = "zone";
        made->bytes = std::make_shared<Bytes>(*text);
        return made;
    };
    ZonePair pair{file(states.before), file(states.after), file(states.upstream)};
    if (states.by_script) {
        ReadOptions options{"", Document{"zone", pair.before->bytes}, settings.zone_name};
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
    RunReport report = review_zones({pair}, settings);
    return report.zones.empty() ? ZoneReport() : std::move(report.zones.front());
}

// A rule about the documents of octoDNS has them instead of zone files.
RunReport check_octodns(const std::string& path, const std::string& text, const Settings& settings)
{
    Document document{path, std::make_shared<Bytes>(text)};
    ReadOptions options;
    options.origin = "example.com.";
    std::vector<ReadZone> read = format_called("octodns")->read(document, options);
    REQUIRE(read.size() == 1);
    Input input;
    input.path = path;
    input.named = true;
    input.bytes = read[0].after->text;
    input.zone = read[0].zone;
    input.origins = read[0].after->origins;
    input.without_apex = true;
    return check_zones({input}, settings);
}

struct Outcome {
    std::vector<std::string> reported, expected;
    std::vector<std::string> texts; // messages and helps, to judge their style
};

Input golden_input(const fs::path& path, std::string_view text)
{
    Input input{path.string(), nullptr, true};
    for (const std::string& name : comments(text, "served")) {
        input.zone = name;
        input.zone_from = "server configuration";
        input.zone_from_place = "named.conf:3:6";
    }
    return input;
}

Outcome run_golden(const Rule& rule, const fs::path& path)
{
    Outcome outcome;
    std::string text = slurp(path);
    outcome.expected = marks(text);
    RunReport report;
    if (is_about_change(rule.check))
        report.zones.push_back(review_text(states_in(text), settings_for(rule, text)));
    else if (path.extension() == ".yaml")
        report = check_octodns(path.string(), text, settings_for(rule, text));
    else
        report = check_zones({golden_input(path, text)}, settings_for(rule, text));
    for (const ZoneReport& zone : report.zones) {
        for (const Finding& finding : zone.findings) {
            if (finding.rule->name != rule.name)
                continue;
            outcome.reported.push_back(
                fmt::format("{}{} {}", is_about_change(rule.check) ? "" : file_prefix(*zone.sources, finding.span.source, path),
                            zone.sources->locate(finding.span.position()).line, rule.name));
            outcome.texts.push_back(finding.message);
            if (!finding.help.empty())
                outcome.texts.push_back(finding.help);
        }
        for (std::uint32_t i = 0; !is_about_change(rule.check) && i < zone.sources->size(); ++i)
            if (std::string file = file_prefix(*zone.sources, i, path); !file.empty())
                for (std::string& mark : marks((*zone.sources)[i].text(), file))
                    outcome.expected.push_back(std::move(mark));
    }
    // What no line is marked for may answer to "; expect@zone:".
    std::string zone_mark = fmt::format("zone {}", rule.name);
    auto wanted = std::count(outcome.expected.begin(), outcome.expected.end(), zone_mark);
    for (std::string& item : outcome.reported)
        if (wanted > 0 && std::find(outcome.expected.begin(), outcome.expected.end(), item) ==
                              outcome.expected.end()) {
            item = zone_mark;
            --wanted;
        }
    std::sort(outcome.reported.begin(), outcome.reported.end());
    std::sort(outcome.expected.begin(), outcome.expected.end());
    return outcome;
}

// One sentence, lower case, no full stop. A type ("CNAME ..."), a name and `quoted` text keep
// theirs.
bool is_good_style(const std::string& text)
{
    if (text.empty() || text.find('\n') != std::string::npos)
        return false;
    auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    std::vector<std::string> words = words_of(text);
    const std::string& first = words.front();
    bool mnemonic = first.size() > 1 && !(first[1] >= 'a' && first[1] <= 'z');
    if (is_upper(first[0]) && first.size() > 1 && !mnemonic && first.find('.') == std::string::npos)
        return false;
    const std::string& last = words.back();
    return !last.ends_with('.') || last.find('.') + 1 < last.size(); // "www.example.com." is a name
}

std::vector<std::string> style_offences(const std::vector<std::string>& texts)
{
    std::vector<std::string> offences;
    for (const std::string& text : texts)
        if (!is_good_style(text))
            offences.push_back(text);
    return offences;
}

std::vector<fs::path> golden_zones(const Rule& rule)
{
    return files_below(fs::path(TESTS_DIR "/rules") / rule.name, {".zone", ".yaml"});
}

} // namespace

TEST_CASE("golden zones: each rule reports the marked lines and no others", "[golden]")
{
    for (const Rule& rule : all_rules())
        for (const fs::path& path : golden_zones(rule)) {
            CAPTURE(path.lexically_relative(SOURCE_DIR).string());
            Outcome outcome = run_golden(rule, path);
            CHECK(outcome.reported == outcome.expected);
            CHECK(style_offences(outcome.texts) == std::vector<std::string>{});
        }
}

TEST_CASE("every rule's own examples are true", "[examples]")
{
    const std::string preamble = "$TTL 3600\n"
                                 "@    IN SOA ns1 hostmaster 2026011500 7200 3600 1209600 3600\n"
                                 "@    IN NS  ns1\n"
                                 "@    IN NS  ns2\n"
                                 "ns1  IN A   192.0.2.1\n"
                                 "ns2  IN A   198.51.100.2\n";
    auto reported = [&](const Rule& rule, std::string_view example) {
        std::vector<std::string> words = words_of(example);
        bool whole = std::find(words.begin(), words.end(), "SOA") != words.end();
        std::string text =
            (whole ? "" : preamble) + std::string(example.substr(example[0] == '\n'));
        Settings settings = settings_for(rule, text);
        std::vector<std::string> messages;
        if (rule.family == "octodns") {
            for (const ZoneReport& zone : check_octodns("example.com.yaml", std::string(example), settings).zones)
                for (const Finding& finding : zone.findings)
                    if (finding.rule->name == rule.name)
                        messages.push_back(finding.message);
            return messages;
        }
        ZoneReport report = is_about_change(rule.check)
                                ? review_text(states_in(std::string(example.substr(example[0] == '\n')), whole ? "" : preamble), settings)
                                : check_text(text, settings.zone_name, settings);
        for (const Finding& finding : report.findings)
            if (finding.rule->name == rule.name)
                messages.push_back(finding.message);
        return messages;
    };
    // These need other files, options, or octets that no example can show; golden zones have them.
    const std::set<std::string_view> not_shown{"file-binary", "data-too-long", "include-loop", "include-repeated",
                                               "owner-blank-in-include", "include-sets-origin", "include-sets-ttl", "served-name-not-origin",
                                               "served-name-not-file", "change-in-freeze"};
    for (const Rule& rule : all_rules()) {
        CAPTURE(std::string(rule.name));
        if (std::holds_alternative<OfWholeRun>(rule.check))
            continue; // its example is no zone; tests/cli shows it
        REQUIRE_FALSE(rule.bad.empty());
        REQUIRE_FALSE(rule.good.empty());
        bool told = not_shown.count(rule.name) || !reported(rule, rule.bad).empty();
        CHECK(told);
        CHECK(reported(rule, rule.good) == std::vector<std::string>{});
    }
}

TEST_CASE("every rule explains itself", "[examples]")
{
    for (const Rule& rule : all_rules()) {
        CAPTURE(std::string(rule.name));
        CHECK_FALSE(rule.family.empty());
        CHECK(rule.summary.ends_with('.'));
        CHECK(rule.why.ends_with('.'));
        CHECK_FALSE(rule.references.empty());
        CHECK(rule.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
              std::string_view::npos);
        CHECK(find_rule(rule.name) == &rule);
    }
}

} // namespace zonevet::test
