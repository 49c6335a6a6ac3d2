// Finds the command, runs it, and turns every failure into a message and exit code 2.
#include "cli/cli.h"

#include "base/failure.h"
#include "cli/options.h"
#include "text/roots.h"
#include "text/source.h"

#include <algorithm>
#include <new>
#include <sys/stat.h>

namespace zonevet {

namespace {

const Command* find_command(std::string_view name)
{
    for (const Command& command : commands())
        if (command.name == name)
            return &command;
    return nullptr;
}

[[noreturn]] void unknown_command(const std::string& word)
{
    std::vector<std::string_view> names;
    for (const Command& command : commands())
        names.push_back(command.name);
    std::string hint = suggestion(word, names);
    struct stat status {};
    if (::stat(word.c_str(), &status) == 0)
        hint = fmt::format("to check it: zonevet check {}", defused(word));
    if (word.starts_with("-"))
        throw Failure("the command comes first: zonevet check {}\nhelp: `zonevet help` lists the "
                      "commands",
                      defused(word));
    if (hint.empty())
        hint = "`zonevet help` lists the commands";
    throw Failure("unknown command `{}`\nhelp: {}", defused(word), hint);
}

int run_command(std::span<const std::string> arguments, const Environment& environment, const Write& out,
                const Write& err)
{
    if (arguments.empty()) {
        err(help_page());
        return 2;
    }
    std::string word = arguments.front();
    if (word == "--version" || word == "-V")
        word = "version";
    if (word == "--help" || word == "-h")
        word = "help";
    const Command* command = find_command(word);
    if (command == nullptr)
        unknown_command(word);
    std::span<const std::string> rest = arguments.subspan(1);
    auto stop = std::find(rest.begin(), rest.end(), "--");
    if (std::find(rest.begin(), stop, "--help") != stop || std::find(rest.begin(), stop, "-h") != stop) {
        out(help_page(*command));
        return 0;
    }
    Given given = parse_flags(*command, rest, environment);
    RootsOfRun readable;
    return command->run({*command, given, environment, out, err, arguments});
}

} // namespace

int run(std::span<const std::string> arguments, const Environment& environment, const Write& out, const Write& err)
{
    try {
        return run_command(arguments, environment, out, err);
    } catch (const Failure& failure) {
        err(fmt::format("error: {}\n", failure.what()));
    } catch (const std::bad_alloc&) {
        err("error: out of memory\n");
    } catch (const std::exception& error) {
        err(fmt::format("error: internal error: {}\nhelp: please report this with the command and, if "
                        "you can, the file\n",
                        defused(error.what())));
    }
    return 2;
}

} // namespace zonevet
