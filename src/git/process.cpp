// git is always there where a hook runs, and it alone reads every kind of repository: packs,
// worktrees, alternates, partial clones, quarantines of pre-receive hooks.
#include "git/process.h"

#include "base/failure.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace zonevet {

// Both ends, closed with it.
struct GitPipe {
    int read = -1, write = -1;
    GitPipe()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            throw Failure("cannot run git: {}", std::strerror(errno));
        read = ends[0];
        write = ends[1];
    }
    GitPipe(const GitPipe&) = delete;
    GitPipe& operator=(const GitPipe&) = delete;
    ~GitPipe()
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

namespace {

// What a repository's configuration can make the commands of this folder run. What it can make them fetch from is
// stopped by GIT_ALLOW_PROTOCOL, which no configuration overrides.
constexpr const char* settings[] = {"core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat",
                                    "submodule.recurse=false"};

struct Variable {
    const char *name, *value; // no value: it is taken away
};
constexpr Variable variables[] = {
    {"GIT_ALLOW_PROTOCOL", ""},       {"GIT_NO_LAZY_FETCH", "1"},
    {"GIT_NO_REPLACE_OBJECTS", "1"},  {"GIT_GRAFT_FILE", "/dev/null/none"}, // no commit has other parents than it says
    {"GIT_TERMINAL_PROMPT", "0"},     {"GIT_LITERAL_PATHSPECS", nullptr},   // paths are given with ":(top,literal)"
    {"GIT_GLOB_PATHSPECS", nullptr},  {"GIT_NOGLOB_PATHSPECS", nullptr},
    {"GIT_ICASE_PATHSPECS", nullptr}, {"LC_ALL", "C"}, // its words are looked at
};

std::vector<std::string> environment_of_git()
{
    std::vector<std::string> list;
    for (char** at = environ; at != nullptr && *at != nullptr; ++at) {
        std::string_view pair = *at, name = pair.substr(0, pair.find('='));
        if (std::none_of(std::begin(variables), std::end(variables),
                         [&](const Variable& variable) { return name == variable.name; }))
            list.emplace_back(pair);
    }
    for (const Variable& variable : variables)
        if (variable.value != nullptr)
            list.push_back(std::string(variable.name) + "=" + variable.value);
    return list;
}

std::vector<char*> pointers_to(std::vector<std::string>& words)
{
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

// Starts git; a descriptor below 0 is /dev/null.
int start_git(const GitPlace& place, const std::vector<std::string>& arguments, int in, int out, int err)
{
    std::signal(SIGPIPE, SIG_IGN); // a git that died, or does not read on, is told by what it answers
    std::vector<std::string> words = {"git", "--no-optional-locks", "-C", place.folder};
    for (const char* setting : settings)
        words.insert(words.end(), {"-c", setting});
    if (!place.git_dir.empty())
        words.push_back("--git-dir=" + place.git_dir);
    if (!place.work_tree.empty())
        words.push_back("--work-tree=" + place.work_tree);
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> environment = environment_of_git();
    std::vector<char*> pointers = pointers_to(words), variable_pointers = pointers_to(environment);

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
    int error = posix_spawnp(&process, "git", &actions, nullptr, pointers.data(), variable_pointers.data());
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

ProcessResult run_git(const GitPlace& place, const std::vector<std::string>& arguments, std::string_view input)
{
    GitPipe in, out, err;
    int process = start_git(place, arguments, in.read, out.write, err.write);
    in.close_read();
    out.close_write();
    err.close_write();
    ::fcntl(in.write, F_SETFL, O_NONBLOCK);
    ProcessResult result;
    pollfd ends[3] = {{out.read, POLLIN, 0}, {err.read, POLLIN, 0}, {in.write, POLLOUT, 0}};
    std::string* texts[2] = {&result.out, &result.err};
    std::string block(64 * 1024, '\0');
    int lost = 0;
    for (int open = 2; open > 0;) {
        if (input.empty() && ends[2].fd >= 0) {
            in.close_write();
            ends[2].fd = -1;
        }
        if (::poll(ends, 3, -1) < 0 && errno != EINTR) {
            lost = errno;
            break;
        }
        if (ends[2].fd >= 0 && ends[2].revents != 0) {
            ssize_t count = ::write(in.write, input.data(), input.size());
            if (count > 0)
                input.remove_prefix(static_cast<std::size_t>(count));
            else if (errno != EINTR && errno != EAGAIN)
                input = {};
        }
        for (int i = 0; i < 2; ++i) {
            if (ends[i].fd < 0 || (ends[i].revents & (POLLIN | POLLHUP | POLLERR)) == 0)
                continue;
            ssize_t count = ::read(ends[i].fd, block.data(), block.size());
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                lost = errno;
            if (count <= 0) {
                ends[i].fd = -1;
                --open;
            } else
                texts[i]->append(block.data(), static_cast<std::size_t>(count));
        }
    }
    result.exit_code = wait_for(process);
    if (lost != 0) // half of what git says is not what it says
        throw Failure("cannot read what git says: {}", std::strerror(lost));
    return result;
}

// A git that answers on one pipe what is asked on the other.
class ObjectReader::Channel {
public:
    Channel(const GitPlace& place, const char* mode)
    {
        process_ = start_git(place, {"cat-file", mode}, to_.read, from_.write, -1);
        to_.close_read();
        from_.close_write();
    }
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;
    ~Channel()
    {
        to_.close_write();
        from_.close_read();
        wait_for(process_);
    }

    // "ID blob SIZE", or "ID missing": the size. Where a partial clone would have to fetch, git may end instead.
    std::optional<std::uint64_t> ask(const std::string& id)
    {
        std::string question = id + "\n";
        for (std::size_t sent = 0; sent < question.size();) {
            ssize_t count = ::write(to_.write, question.data() + sent, question.size() - sent);
            if (count < 0 && errno != EINTR)
                return {};
            sent += count > 0 ? static_cast<std::size_t>(count) : 0;
        }
        std::optional<std::string> answer = read_line();
        return answer ? size_in(*answer) : std::nullopt;
    }
    std::string read_octets(std::uint64_t size)
    {
        std::string octets(size, '\0');
        for (std::size_t done = 0; done < size;) {
            if (at_ == buffer_.size() && !fill())
                throw Failure("git cat-file ended in the middle of a file");
            std::size_t some = std::min(size - done, buffer_.size() - at_);
            std::memcpy(octets.data() + done, buffer_.data() + at_, some);
            at_ += some;
            done += some;
        }
        read_line();
        return octets;
    }

private:
    std::optional<std::string> read_line()
    {
        std::size_t end = std::string::npos;
        while ((end = buffer_.find('\n', at_)) == std::string::npos)
            if (!fill())
                return {};
        std::string line = buffer_.substr(at_, end - at_);
        at_ = end + 1;
        return line;
    }
    bool fill()
    {
        buffer_.erase(0, at_);
        at_ = 0;
        std::size_t size = buffer_.size();
        buffer_.resize(size + 64 * 1024);
        ssize_t count = -1;
        do
            count = ::read(from_.read, buffer_.data() + size, buffer_.size() - size);
        while (count < 0 && errno == EINTR);
        buffer_.resize(size + (count > 0 ? static_cast<std::size_t>(count) : 0));
        return count > 0;
    }

    int process_ = -1;
    GitPipe to_, from_;
    std::string buffer_;
    std::size_t at_ = 0;
};

std::optional<std::uint64_t> size_in(std::string_view answer)
{
    std::string_view word = answer.substr(answer.rfind(' ') + 1);
    std::uint64_t size = 0;
    auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), size);
    bool is_number = error == std::errc() && end == word.data() + word.size();
    return is_number ? std::optional(size) : std::nullopt;
}

ObjectReader::ObjectReader(const GitPlace& place) : place_(place) {}

ObjectReader::~ObjectReader() = default;

std::optional<std::uint64_t> ObjectReader::size(const std::string& id)
{
    if (sizes_ == nullptr)
        sizes_ = std::make_unique<Channel>(place_, "--batch-check");
    std::optional<std::uint64_t> size = sizes_->ask(id);
    if (!size)
        sizes_.reset();
    return size;
}

std::optional<std::string> ObjectReader::read(const std::string& id)
{
    if (contents_ == nullptr)
        contents_ = std::make_unique<Channel>(place_, "--batch");
    std::optional<std::uint64_t> size = contents_->ask(id);
    if (size && *size > most_) {
        contents_.reset(); // its octets are on their way
        throw Failure("it has {} bytes; the limit is {} (files.max-file-size)", *size, most_);
    }
    if (!size) {
        contents_.reset(); // it may have ended
        return {};
    }
    return contents_->read_octets(*size);
}

} // namespace zonevet
