// git is always there where a hook runs, and it alone reads every kind of repository: packs,
// worktrees, alternates, partial clones, quarantines of pre-receive hooks.
#include "git/process.h"

#include "base/failure.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace zonevet {

namespace {

struct Pipe {
    int read = -1, write = -1;
    Pipe()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            throw Failure("cannot run git: {}", std::strerror(errno));
        read = ends[0];
        write = ends[1];
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe()
    {
        close_read();
        close_write();
    }
    void close_read() { close_end(read); }
    void close_write() { close_end(write); }
    static void close_end(int& end)
    {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
};

// Starts `git -C folder ARGUMENTS`; a descriptor below 0 is /dev/null.
int start_git(const std::string& folder, const std::vector<std::string>& arguments, int in, int out, int err)
{
    std::vector<std::string> words = {"git", "--no-optional-locks", "-C", folder};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    int wanted[3] = {in, out, err};
    for (int i = 0; i < 3; ++i) {
        if (wanted[i] >= 0)
            posix_spawn_file_actions_adddup2(&actions, wanted[i], i);
        else
            posix_spawn_file_actions_addopen(&actions, i, "/dev/null", O_RDWR, 0);
    }
    pid_t process = -1;
    int error = posix_spawnp(&process, "git", &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
        throw Failure("cannot run git: {}\nhelp: reviewing commits needs git on the PATH", std::strerror(error));
    return process;
}

int wait_for(int process)
{
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

} // namespace

ProcessResult run_git(const std::string& folder, const std::vector<std::string>& arguments)
{
    Pipe out, err;
    int process = start_git(folder, arguments, -1, out.write, err.write);
    out.close_write();
    err.close_write();
    ProcessResult result;
    pollfd ends[2] = {{out.read, POLLIN, 0}, {err.read, POLLIN, 0}};
    std::string* texts[2] = {&result.out, &result.err};
    std::string block(64 * 1024, '\0');
    for (int open = 2; open > 0;) {
        if (::poll(ends, 2, -1) < 0 && errno != EINTR)
            break;
        for (int i = 0; i < 2; ++i) {
            if (ends[i].fd < 0 || (ends[i].revents & (POLLIN | POLLHUP | POLLERR)) == 0)
                continue;
            ssize_t count = ::read(ends[i].fd, block.data(), block.size());
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0) {
                ends[i].fd = -1;
                --open;
            } else
                texts[i]->append(block.data(), static_cast<std::size_t>(count));
        }
    }
    result.exit_code = wait_for(process);
    return result;
}

BlobReader::BlobReader(const std::string& folder)
{
    Pipe to, from;
    process_ = start_git(folder, {"cat-file", "--batch"}, to.read, from.write, -1);
    std::swap(to_, to.write);
    std::swap(from_, from.read);
    std::signal(SIGPIPE, SIG_IGN); // a git that died is told by its missing answer
}

BlobReader::~BlobReader()
{
    Pipe::close_end(to_);
    Pipe::close_end(from_);
    wait_for(process_);
}

bool BlobReader::fill()
{
    buffer_.erase(0, at_);
    at_ = 0;
    std::size_t size = buffer_.size();
    buffer_.resize(size + 64 * 1024);
    ssize_t count = -1;
    do
        count = ::read(from_, buffer_.data() + size, buffer_.size() - size);
    while (count < 0 && errno == EINTR);
    buffer_.resize(size + (count > 0 ? static_cast<std::size_t>(count) : 0));
    return count > 0;
}

std::string BlobReader::read_line()
{
    std::size_t end = std::string::npos;
    while ((end = buffer_.find('\n', at_)) == std::string::npos)
        if (!fill())
            throw Failure("git cat-file ended without an answer");
    std::string line = buffer_.substr(at_, end - at_);
    at_ = end + 1;
    return line;
}

void BlobReader::read_octets(char* to, std::size_t count)
{
    while (count > 0) {
        if (at_ == buffer_.size() && !fill())
            throw Failure("git cat-file ended in the middle of a file");
        std::size_t some = std::min(count, buffer_.size() - at_);
        std::memcpy(to, buffer_.data() + at_, some);
        at_ += some;
        to += some;
        count -= some;
    }
}

std::string BlobReader::read(const std::string& id)
{
    std::string question = id + "\n";
    for (std::size_t sent = 0; sent < question.size();) {
        ssize_t count = ::write(to_, question.data() + sent, question.size() - sent);
        if (count < 0 && errno != EINTR)
            throw Failure("git cat-file ended: {}", std::strerror(errno));
        sent += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    std::string header = read_line(); // "ID blob SIZE", or "ID missing"
    std::size_t blank = header.rfind(' ');
    std::size_t size = 0;
    for (char c : header.substr(std::min(header.size(), blank + 1))) {
        if (c < '0' || c > '9')
            throw Failure("git has no object {}", id);
        size = size * 10 + static_cast<std::size_t>(c - '0');
    }
    std::string octets(size, '\0');
    read_octets(octets.data(), size);
    read_line();
    return octets;
}

} // namespace zonevet
