// The whole program, as a user meets it. tests/cli/CASE/ holds
//
//   cmd        lines of arguments for zonevet, each one a run. Words as in a shell, quotes too, but
//              nothing is expanded; "< FILE" at the end is its standard input; a line NAME=value
//              sets the environment of the runs below it; "! COMMAND" prepares something with sh
//   expected   what the runs said: standard output, "--- stderr" and that, "exit N"
//   the rest   the files they work on
//
// Runs happen in a copy, so a case may change its files. zones-examples/STORY/ is checked the same
// way with one command. ZONEVET_UPDATE=1 writes what was said into `expected`; read the difference
// before you commit it.
#include "program.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace zonevet::test {
namespace {

// "check --zone 'a b' zones" -> its words.
std::vector<std::string> shell_words(std::string_view line)
{
    std::vector<std::string> words;
    char quote = 0;
    bool open = false;
    for (char c : line) {
        if (quote == 0 && (c == ' ' || c == '\t')) {
            open = false;
            continue;
        }
        if (!open)
            words.emplace_back();
        open = true;
        if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (c == quote)
            quote = 0;
        else
            words.back() += c;
    }
    return words;
}

// Another one than that of the build, when the environment names it.
std::string program()
{
    const char* other = std::getenv("ZONEVET_BINARY");
    return other != nullptr ? other : ZONEVET_BINARY;
}

bool is_assignment(std::string_view line)
{
    std::size_t name = line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    return name != 0 && name < line.size() && line[name] == '=';
}

void replace_all(std::string& text, const std::string& from, std::string_view to)
{
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
}

// A number that starts at `at`, with its unit if it has one, becomes "N" and the unit "ms".
void replace_numbers_after(std::string& text, const std::string& head, std::string_view units)
{
    for (std::size_t at = 0; (at = text.find(head, at)) != std::string::npos;) {
        at += head.size();
        std::size_t end = text.find_first_not_of("0123456789.e-", at);
        if (end == std::string::npos || end == at)
            continue;
        if (units.empty())
            text.replace(at, end - at, "N");
        else if (text.compare(end, 4, " ms)") == 0 || text.compare(end, 4, " us)") == 0)
            text.replace(at, end + 4 - at, "N ms)");
        else if (text.compare(end, 3, " s)") == 0)
            text.replace(at, end + 3 - at, "N ms)");
    }
}

// Takes out what differs from run to run: the time it took and the folder it ran in.
std::string steady(std::string text, const fs::path& folder)
{
    replace_all(text, folder.string(), "FOLDER");
    replace_numbers_after(text, "(", "ms");
    replace_numbers_after(text, "\"seconds\": ", "");
    replace_numbers_after(text, "\"seconds\":", "");
    return text;
}

void append_block(std::string& to, std::string_view text)
{
    to += text;
    if (!text.empty() && !text.ends_with('\n'))
        to += "\n(no newline)\n";
}

std::vector<std::string> plain_environment(const fs::path& home)
{
    // Locale, time and width are fixed; sanitizers keep their options.
    std::vector<std::string> environment = {"LC_ALL=C.UTF-8",        "TZ=UTC",
                                            "COLUMNS=100",           "SOURCE_DATE_EPOCH=1768435200",
                                            "GIT_CONFIG_NOSYSTEM=1", "HOME=" + home.string()};
    for (const char* name : {"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"})
        if (const char* value = std::getenv(name))
            environment.push_back(fmt::format("{}={}", name, value));
    return environment;
}

// Everything the runs of a case say, in the form of its `expected`.
std::string transcript(const fs::path& folder, const std::vector<std::string>& lines)
{
    TemporaryFolder temporary;
    fs::path work = temporary.path() / "work";
    fs::copy(folder, work, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    for (const char* ours : {"cmd", "expected"})
        fs::remove(work / ours);

    auto is_run = [](const std::string& line) {
        return !line.empty() && !line.starts_with('#') && !line.starts_with('!') && !is_assignment(line);
    };
    bool several = std::count_if(lines.begin(), lines.end(), is_run) > 1;
    std::vector<std::string> environment = plain_environment(temporary.path());
    std::string said;
    for (const std::string& line : lines) {
        if (is_assignment(line))
            environment.push_back(line);
        else if (line.starts_with('!')) {
            Outputs outputs = run_program({{"sh", "-ec", line.substr(1)}, environment, work});
            if (outputs.exit_code != 0)
                said += fmt::format("{}\nfailed: {}\n", line, outputs.err);
        }
        if (!is_run(line))
            continue;
        Command command{shell_words(line), environment, work};
        std::vector<std::string>& words = command.words;
        if (words.size() > 1 && words[words.size() - 2] == "<") {
            command.input = work / words.back();
            words.resize(words.size() - 2);
        }
        if (words.front() != "zonevet")
            words.insert(words.begin(), "");
        words.front() = program();
        Outputs outputs = run_program(command);
        if (several)
            said += fmt::format("$ {}\n", line);
        append_block(said, steady(outputs.out, work));
        if (!outputs.err.empty()) {
            said += "--- stderr\n";
            append_block(said, steady(outputs.err, work));
        }
        said += fmt::format("exit {}\n", outputs.exit_code);
    }
    return said;
}

void compare(const fs::path& folder, const std::vector<std::string>& lines)
{
    std::string said = transcript(folder, lines);
    fs::path expected = folder / "expected";
    if (std::getenv("ZONEVET_UPDATE"))
        spill(expected, said);
    INFO(folder.lexically_relative(SOURCE_DIR).string());
    bool has_expected = fs::exists(expected);
    CHECK(has_expected);
    if (has_expected)
        CHECK(lines_of(said) == lines_of(slurp(expected)));
}

} // namespace

TEST_CASE("whole runs say what they are expected to say", "[cli]")
{
    for (const fs::path& folder : folders_in(TESTS_DIR "/cli"))
        compare(folder, lines_of(slurp(folder / "cmd")));
}

TEST_CASE("the example zones are checked as their stories tell", "[cli]")
{
    for (const fs::path& folder : folders_in(SOURCE_DIR "/zones-examples"))
        compare(folder, {"check -o full --color never ."});
}

} // namespace zonevet::test
