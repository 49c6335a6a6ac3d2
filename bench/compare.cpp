// Measures zonevet as a whole process, beside kzonecheck when it is installed:
//
//   compare ZONEVET MAKE_ZONE [RECORDS]
//
// Runs take turns, so that a busy moment of the machine hits both; medians are printed. A program
// of its own rather than a script because the peak memory of a child counts what its parent had.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <stdexcept>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Run {
    double user = 0, system = 0, wall = 0; // seconds
    double peak = 0;                       // octets
};

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Run run(std::vector<std::string> words)
{
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    auto start = std::chrono::steady_clock::now();
    pid_t child = fork();
    if (child == 0) {
        int null = open("/dev/null", O_RDWR);
        dup2(null, 1);
        dup2(null, 2);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    // 1: there are findings.
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
        throw std::runtime_error(words[0] + " failed");
    return {seconds(usage.ru_utime), seconds(usage.ru_stime), wall.count(),
            static_cast<double>(usage.ru_maxrss) * 1024};
}

double median(const std::vector<Run>& runs, double Run::*what)
{
    std::vector<double> values;
    for (const Run& one : runs)
        values.push_back(one.*what);
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

bool installed(const std::string& program)
{
    return std::system(fmt::format("command -v {} >/dev/null 2>&1", program).c_str()) == 0;
}

struct Program {
    std::string name;
    std::vector<std::string> words;
    std::vector<Run> runs = {};
};

void take_turns(std::vector<Program>& programs, int rounds)
{
    for (int round = 0; round < rounds; ++round)
        for (Program& program : programs)
            program.runs.push_back(run(program.words));
}

void large(const std::string& zonevet, const std::string& make_zone, const std::string& shape,
           const std::string& records, const fs::path& folder)
{
    fs::path zone = folder / (shape + "-" + records + ".zone");
    if (!fs::exists(zone)) {
        std::string make = fmt::format("'{}' {} {} > '{}'", make_zone, shape, records, zone.string());
        if (std::system(make.c_str()) != 0)
            throw std::runtime_error("make_zone failed");
    }
    double size = static_cast<double>(fs::file_size(zone));
    std::vector<Program> programs{{"zonevet -j 1", {zonevet, "check", "-j", "1", "--zone", "example.", zone}}};
    if (installed("kzonecheck"))
        programs.push_back({"kzonecheck", {"kzonecheck", "-o", "example.", zone}});
    take_turns(programs, 5);
    fmt::print("\n{}, {} records, {:.1f} MB\n", shape, records, size / 1e6);
    fmt::print("  {:<14}{:>9}{:>9}{:>9}{:>10}{:>12}\n", "", "user s", "system s", "wall s", "peak MiB", "peak / file");
    for (const Program& program : programs)
        fmt::print("  {:<14}{:>9.3f}{:>9.3f}{:>9.3f}{:>10.1f}{:>12.2f}\n", program.name,
                   median(program.runs, &Run::user), median(program.runs, &Run::system),
                   median(program.runs, &Run::wall), median(program.runs, &Run::peak) / (1024 * 1024),
                   median(program.runs, &Run::peak) / size);
    if (programs.size() == 2)
        fmt::print("  zonevet needs {:.3f} of the user time of kzonecheck\n",
                   median(programs[0].runs, &Run::user) / median(programs[1].runs, &Run::user));
}

// From start to exit: what a hook costs when there is little to do.
void small(const std::string& zonevet, const std::string& make_zone, const fs::path& folder)
{
    fs::path zone = folder / "small.zone";
    if (std::system(fmt::format("'{}' tld 60 > '{}'", make_zone, zone.string()).c_str()) != 0)
        throw std::runtime_error("make_zone failed");
    std::vector<Program> programs{
        {"true", {"true"}},
        {"zonevet", {zonevet, "check", "--zone", "example.", zone}},
    };
    if (installed("kzonecheck"))
        programs.push_back({"kzonecheck", {"kzonecheck", "-o", "example.", zone}});
    take_turns(programs, 50);
    fmt::print("\na zone of 60 records, start to exit\n");
    for (const Program& program : programs)
        fmt::print("  {:<14}{:>7.2f} ms wall {:>7.2f} ms CPU {:>7.1f} MiB\n", program.name,
                   median(program.runs, &Run::wall) * 1e3,
                   (median(program.runs, &Run::user) + median(program.runs, &Run::system)) * 1e3,
                   median(program.runs, &Run::peak) / (1024 * 1024));
}

} // namespace

int main(int count, char** words)
try {
    if (count < 3) {
        fmt::print(stderr, "usage: compare ZONEVET MAKE_ZONE [RECORDS]\n");
        return 2;
    }
    std::string records = count > 3 ? words[3] : "1000000";
    fs::path folder = fs::path(words[2]).parent_path() / "zones";
    fs::create_directories(folder);
    large(words[1], words[2], "tld", records, folder);
    small(words[1], words[2], folder);
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "compare: {}\n", error.what());
    return 2;
}
