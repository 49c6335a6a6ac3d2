// Formats, colours, limits, exit code.
#include "cli/reporting.h"

#include "base/failure.h"
#include "cli/file_writer.h"
#include "text/source.h"

#include <algorithm>
#include <set>

namespace zonevet {

namespace {

constexpr std::size_t shown_to_a_person = 50;

const ReportFormat* format_named(const std::string& name, const std::string& from, const Environment& environment)
{
    if (name == "auto")
        return find_report_format(environment.output_is_terminal ? "full" : "concise");
    if (const ReportFormat* format = find_report_format(name))
        return format;
    std::vector<std::string_view> names{"auto"};
    std::string list = "auto";
    for (const ReportFormat& format : report_formats()) {
        names.push_back(format.name);
        list += fmt::format(", {}", format.name);
    }
    std::string hint = suggestion(name, names);
    throw Failure("{}: there is no format `{}`\nhelp: {}", from, defused(name),
                  hint.empty() ? "the formats are " + list : hint);
}

std::vector<Reporting::Output> outputs_of(const Call& call, const Config& config)
{
    std::vector<Reporting::Output> outputs;
    std::string from = call.given.name_of("--output");
    for (const std::string& value : call.given.all("--output")) {
        std::size_t equals = value.find('=');
        std::string file = equals == std::string::npos ? "" : value.substr(equals + 1);
        if (equals != std::string::npos && file.empty())
            throw Failure("{}: `{}` names no file", from, defused(value));
        outputs.push_back({format_named(value.substr(0, equals), from, call.environment), file});
    }
    if (outputs.empty()) {
        std::string name = config.output ? *config.output : "auto";
        outputs.push_back({format_named(name, config.output.from, call.environment), ""});
    }
    std::string_view first;
    for (const Reporting::Output& output : outputs) {
        if (!output.file.empty())
            continue;
        if (!first.empty())
            throw Failure("two formats for standard output: {} and {}\nhelp: give one of them a file: "
                          "-o {}=FILE",
                          first, output.format->name, output.format->name);
        first = output.format->name;
    }
    return outputs;
}

bool wants_color(const Call& call)
{
    std::string when = call.given.has("--color") ? call.given.last("--color") : "auto";
    if (when == "always" || when == "never")
        return when == "always";
    if (when != "auto") {
        std::string hint = suggestion(when, {"auto", "always", "never"});
        throw Failure("{} is auto, always or never, not `{}`{}{}", call.given.name_of("--color"), defused(when),
                      hint.empty() ? "" : "\nhelp: ", hint);
    }
    // https://no-color.org: any value that is not empty.
    auto set = [&](const char* name) {
        std::optional<std::string> value = call.environment.variable(name);
        return value && !value->empty() && *value != "0";
    };
    if (std::optional<std::string> no = call.environment.variable("NO_COLOR"); no && !no->empty())
        return false;
    if (set("FORCE_COLOR") || set("CLICOLOR_FORCE"))
        return true;
    std::optional<std::string> terminal = call.environment.variable("TERM");
    return call.environment.output_is_terminal && terminal != "dumb";
}

std::size_t width_of(const Environment& environment)
{
    if (std::optional<std::string> columns = environment.variable("COLUMNS"))
        if (std::optional<std::int64_t> number = number_of(*columns); number && *number >= 40)
            return static_cast<std::size_t>(std::min<std::int64_t>(*number, 500));
    if (environment.terminal_width >= 40)
        return environment.terminal_width;
    return 100;
}

std::size_t max_per_rule(const Call& call)
{
    if (!call.given.has("--max-per-rule"))
        return call.environment.output_is_terminal ? shown_to_a_person : 0;
    std::optional<std::int64_t> number = number_of(call.given.last("--max-per-rule"));
    if (!number || *number < 0)
        throw Failure("{} wants a number, 0 for all, not `{}`", call.given.name_of("--max-per-rule"),
                      defused(call.given.last("--max-per-rule")));
    return static_cast<std::size_t>(*number);
}

int exit_code_of(const RunReport& report, const Effective& effective, const Given& given)
{
    if (!report.unread.empty() && !given.is_on("--allow-unread"))
        return 2; // a mistake may hide there
    if (given.is_on("--exit-zero"))
        return 0;
    if (effective.fail_on)
        for (Level level : {Level::info, Level::warning, Level::error})
            if (level >= *effective.fail_on && report.count(level) > 0)
                return 1;
    bool too_many =
        effective.max_warnings >= 0 && report.count(Level::warning) > static_cast<std::size_t>(effective.max_warnings);
    return too_many ? 1 : 0;
}

void write_file(const Reporting::Output& output, const RunReport& report, const ReportStyle& style)
{
    FileWriter file(output.file, FileWriter::Existing::replaced);
    output.format->report(report, style, [&](std::string_view text) { file.write(text); });
    file.finish();
}

} // namespace

Reporting::Reporting(const Call& call, const Config& config, Effective& effective)
    : call_(call), outputs_(outputs_of(call, config))
{
    const Given& given = call.given;
    quiet_ = given.is_on("--quiet");
    style_.verbose = given.is_on("--verbose");
    if (quiet_ && style_.verbose)
        throw Failure("--quiet and --verbose do not go together");
    style_.color = wants_color(call);
    style_.source = !given.is_on("--no-source");
    style_.summary = !quiet_;
    style_.width = width_of(call.environment);
    style_.statistics = given.is_on("--statistics");
    style_.max_per_rule = max_per_rule(call);
    if (style_.verbose)
        call.err(fmt::format("configuration: {}\n", config.path.empty() ? "none" : defused(config.path)));
    // The engine may leave out what nobody prints.
    bool structured =
        std::any_of(outputs_.begin(), outputs_.end(), [](const Output& output) { return output.format->structured; });
    asked_ = given.has("--max-per-rule");
    effective.settings.described_per_rule = structured && !asked_ ? 0 : style_.max_per_rule;
}

void Reporting::note(std::string_view text) const
{
    if (!quiet_)
        call_.err(fmt::format("note: {}\n", text));
}

int Reporting::tell(const std::vector<std::string>& notes, const std::vector<Unread>& unread) const
{
    for (const std::string& text : notes)
        note(defused(text));
    for (const Unread& file : unread)
        call_.err(fmt::format("error: {}\n", file.message));
    return unread.empty() || call_.given.is_on("--allow-unread") ? 0 : 2;
}

void Reporting::lap(std::string_view name)
{
    Time::time_point now = Time::now();
    laps_ += fmt::format("{}{} {:.1f} ms", laps_.empty() ? "time: " : ", ", name,
                         std::chrono::duration<double, std::milli>(now - last_).count());
    last_ = now;
}

int Reporting::write(RunReport& report, const Config& config, const Effective& effective)
{
    // A file that is neither read as what it was nor as what it is, is told once.
    std::set<std::pair<std::string, std::string>> told;
    std::erase_if(report.unread, [&](const Unread& file) { return !told.emplace(file.path, file.message).second; });
    report.config_path = config.path;
    report.arguments.assign(call_.arguments.begin(), call_.arguments.end());
    for (std::size_t i = 0; i < effective.settings.rules.size(); ++i)
        if (effective.settings.rules[i].enabled)
            report.rules.push_back(&effective.settings.catalogue()[i]);
    report.seconds = std::chrono::duration<double>(Time::now() - start_).count();
    style_.exit_code = exit_code_of(report, effective, call_.given);
    for (const Output& output : outputs_) {
        ReportStyle its = style_;
        if (!output.file.empty())
            its.color = call_.given.has("--color") && style_.color;
        if (output.format->structured && !asked_)
            its.max_per_rule = 0;
        if (output.file.empty())
            output.format->report(report, its, call_.out);
        else
            write_file(output, report, its);
    }
    lap("report");
    // When every report went to a file, nobody has seen the result yet.
    if (!quiet_ &&
        std::none_of(outputs_.begin(), outputs_.end(), [](const Output& output) { return output.file.empty(); }))
        call_.err(closing_line(report, style_));
    tell(report.notes, report.unread);
    if (call_.given.is_on("--time"))
        call_.err(laps_ + "\n");
    return style_.exit_code;
}

} // namespace zonevet
