// The table of commands and flags, and the help made from it.
#include "cli/commands.h"
#include "cli/options.h"

namespace zonevet {

namespace {

const std::vector<Flag>& no_flags()
{
    static const std::vector<Flag> flags{};
    return flags;
}

const std::vector<Flag>& config_flags()
{
    static const std::vector<Flag> flags{
        {"--select", 0, "RULES", "run these rules instead of the profile's", "Rules"},
        {"--extend-select", 0, "RULES", "run these rules too", "Rules"},
        {"--ignore", 0, "RULES", "do not run these rules", "Rules"},
        {"--profile", 0, "NAME", "core, recommended (default) or strict", "Rules"},
        {"--severity", 0, "RULE=LEVEL", "report a rule as error, warning or info", "Rules"},
        {"--config", 0, "FILE", "this configuration, not a zonevet.toml found upward", "Configuration"},
        {"--extends-from", 0, "FOLDER", "the configuration may extend files of this folder, too", "Configuration"},
        {"--set", 0, "KEY=VALUE", "set one key of the configuration, e.g. lint.fail-on=warning", "Configuration"},
        {"--isolated", 0, "", "use no configuration file", "Configuration"},
    };
    return flags;
}

// What becomes of the findings: for every command that makes some.
const std::vector<Flag>& result_flags()
{
    static const std::vector<Flag> flags{
        {"--fail-on", 0, "LEVEL",
         "exit with 1 from this level on: error (default), warning, "
         "info or never",
         "Result"},
        {"--max-warnings", 0, "N", "exit with 1 when there are more warnings", "Result"},
        {"--exit-zero", 0, "", "exit with 0 in spite of findings", "Result"},
        {"--allow-unread", 0, "", "what cannot be read is told, and does not make the exit code 2", "Result"},
        {"--min-confidence", 0, "LEVEL",
         "only rules this sure of themselves: low (default), "
         "medium or high",
         "Result"},
        {"--no-suppressions", 0, "", "report what comments and [[suppress]] silence", "Result"},
        {"--report-unused-suppressions", 0, "LEVEL",
         "how to report a suppression that silences "
         "nothing: error, warning, info or off",
         "Result"},
        {"--output", 'o', "FORMAT[=FILE]", "full, concise, json, sarif, github, markdown or html; repeatable",
         "Output"},
        {"--color", 0, "WHEN", "auto, always or never", "Output"},
        {"--no-source", 0, "", "do not show lines of the zones", "Output"},
        {"--max-per-rule", 0, "N",
         "print at most N findings of a rule; 0: all (default: 50 on "
         "a terminal)",
         "Output"},
        {"--statistics", 0, "", "how often each rule spoke", "Output"},
        {"--quiet", 'q', "", "findings only", "Output"},
        {"--verbose", 'v', "", "say more", "Output"},
        {"--time", 0, "", "how long each part took", "Output"},
        {"--jobs", 'j', "N", "threads (default: as many as there are processors)", "Run"},
        {"--today", 0, "DATE", "the date to compare with, YYYY-MM-DD", "Run"},
    };
    return flags;
}

const std::vector<Flag>& review_flags()
{
    static const std::vector<Flag> flags = [] {
        std::vector<Flag> list{
            {"--old", 0, "PATH", "the state before: a zone file or a folder", "Change"},
            {"--new", 0, "PATH", "the state after", "Change"},
            {"--base", 0, "REV", "the commits since the branch left REV; A..B compares exactly these two", "Change"},
            {"--staged", 0, "", "what `git commit` would commit", "Change"},
            {"--zone", 0, "FILE", "a zone file, and with --apply what would be done to it", "Change"},
            {"--apply", 0, "CHANGE",
             "a change to apply: nsupdate script, unified diff, ...; `-` is "
             "standard input",
             "Change"},
            {"--origin", 0, "NAME", "the zone's name, when the files do not tell", "Change"},
            {"--format", 0, "NAME", "the format of the change or of both states, when it is not recognized", "Change"},
            {"--policy-from", 0, "WHICH",
             "the configuration that judges: base (default for --base), new (default for --staged), or a file",
             "Change"},
            {"--ack", 0, "RULE=TICKET",
             "somebody answers for what this rule about changes "
             "reports; repeatable",
             "Change"},
            {"--allow-no-zones", 0, "", "a change without zones is no failure", "Change"},
        };
        list.insert(list.end(), config_flags().begin(), config_flags().end());
        list.insert(list.end(), result_flags().begin(), result_flags().end());
        return list;
    }();
    return flags;
}

const std::vector<Flag>& config_command_flags()
{
    static const std::vector<Flag> flags = [] {
        std::vector<Flag> list = config_flags();
        list.push_back({"--print", 0, "", "init: show what would be written, write nothing", "Result"});
        return list;
    }();
    return flags;
}

const std::vector<Flag>& check_flags()
{
    static const std::vector<Flag> flags = [] {
        std::vector<Flag> list{
            {"--origin", 0, "NAME", "the zone that the files hold, e.g. example.com", "Input"},
            {"--zone", 0, "NAME", "the older spelling of --origin", "Input"},
            {"--stdin-filename", 0, "PATH", "what to call standard input (`-`)", "Input"},
            {"--format", 0, "NAME", "the format of the files, when it is not recognized", "Input"},
            {"--files-from", 0, "FILE",
             "more paths, one a line (or NUL-separated); `-` is "
             "standard input",
             "Input"},
            {"--force-exclude", 0, "", "[files] exclude also holds for files named here", "Input"},
            {"--allow-no-zones", 0, "", "finding no zone is no failure", "Input"},
            {"--show-files", 0, "", "print what would be checked, check nothing", "Input"},
        };
        list.insert(list.end(), config_flags().begin(), config_flags().end());
        list.insert(list.end(), result_flags().begin(), result_flags().end());
        return list;
    }();
    return flags;
}

std::string flag_lines(const std::vector<Flag>& flags)
{
    std::string text;
    std::string_view group;
    for (const Flag& flag : flags) {
        if (flag.group != group)
            text += fmt::format("\n{}:\n", flag.group);
        group = flag.group;
        std::string left =
            flag.letter == 0 ? fmt::format("      {}", flag.name) : fmt::format("  -{}, {}", flag.letter, flag.name);
        if (!flag.value.empty())
            left += fmt::format(" {}", flag.value);
        if (left.size() > 30)
            text += left + "\n" + fmt::format("{:32}{}\n", "", flag.help);
        else
            text += fmt::format("{:<32}{}\n", left, flag.help);
    }
    return text;
}

} // namespace

const std::vector<Command>& commands()
{
    static const std::vector<Command> all{
        {"check", "[PATHS...]", "check zone files and folders of them", check_flags, run_check},
        {"review", "[PATHS...]", "say whether a change of zones is safe to publish", review_flags, run_review},
        {"explain", "RULE...", "the page of a rule: what, why, examples, options", config_flags, run_explain},
        {"rules", "[RULES...]", "all rules, whether they are on, and what decided it", config_flags, run_rules},
        {"config", "COMMAND", "propose, print or check a configuration; its JSON schema", config_command_flags,
         run_config},
        {"test", "[FILES...]", "run the tests that rules written in TOML bring along", config_flags, run_test_command},
        {"version", "", "the version", no_flags, run_version},
        {"help", "[COMMAND]", "this page, or the page of a command", no_flags, run_help},
    };
    return all;
}

std::string help_page()
{
    std::string text = "zonevet: checks DNS zone files before they are published\n\n"
                       "usage: zonevet COMMAND [FLAGS] [PATHS...]\n\nCommands:\n";
    for (const Command& command : commands())
        text += fmt::format("  {:<9} {:<15} {}\n", command.name, command.usage, command.summary);
    text += "\nExit codes: 0 nothing at or above --fail-on, 1 findings, 2 the run cannot be trusted.\n"
            "`zonevet help check` lists the flags of a command.\n";
    return text;
}

std::string help_page(const Command& command)
{
    std::string text =
        fmt::format("zonevet {}: {}\n\nusage: zonevet {}{}{}{}\n", command.name, command.summary, command.name,
                    command.flags().empty() ? "" : " [FLAGS]", command.usage.empty() ? "" : " ", command.usage);
    if (!command.flags().empty()) {
        text += flag_lines(command.flags());
        text += "\nRULES are rule names, families or globs (\"srv-*\"), or all; several with commas.\n"
                "Every flag is also an environment variable: --fail-on is ZONEVET_FAIL_ON.\n";
    }
    return text;
}

} // namespace zonevet
