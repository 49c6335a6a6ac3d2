// Runs a program the way a user would, in a folder of its own, and keeps what it says.
#pragma once

#include "support.h"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace zonevet::test {

// A temporary folder that is gone with the object.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string pattern = (fs::temp_directory_path() / "zonevet-test-XXXXXX").string();
        if (!mkdtemp(pattern.data()))
            throw std::runtime_error("cannot make a temporary folder");
        path_ = pattern;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder()
    {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

struct Outputs {
    std::string out, err;
    int exit_code = 0; // 128 + signal when one ended it
};

struct Command {
    std::vector<std::string> words;       // the program first
    std::vector<std::string> environment; // "NAME=value"; nothing else is passed on
    fs::path folder;
    fs::path input = "/dev/null";
};

inline std::vector<char*> pointers_to(std::vector<std::string>& words)
{
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

inline Outputs run_program(Command command)
{
    TemporaryFolder kept;
    fs::path out = kept.path() / "out", err = kept.path() / "err";
    std::vector<char*> arguments = pointers_to(command.words);
    std::vector<char*> environment = pointers_to(command.environment);
    std::array<std::pair<int, fs::path>, 3> streams{
        {{O_RDONLY, command.input}, {O_WRONLY | O_CREAT, out}, {O_WRONLY | O_CREAT, err}}};
    pid_t child = fork();
    if (child < 0)
        throw std::runtime_error("cannot fork");
    if (child == 0) {
        for (int i = 0; i < 3; ++i) {
            int file = open(streams[static_cast<std::size_t>(i)].second.c_str(),
                            streams[static_cast<std::size_t>(i)].first | O_CLOEXEC, 0600);
            if (file < 0 || dup2(file, i) < 0)
                _exit(126);
        }
        if (chdir(command.folder.c_str()) == 0)
            execvpe(arguments[0], arguments.data(), environment.data());
        _exit(127);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return {slurp(out), slurp(err), WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
}

} // namespace zonevet::test
