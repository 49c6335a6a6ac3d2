// Connects the program to the process: arguments, environment, standard streams.
#include "cli/cli.h"
#include "cli/last_resort.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sys/ioctl.h>
#include <unistd.h>
#include <vector>

namespace {

// A buffered descriptor. A reader that went away (`zonevet ... | head`) is no error: what it would
// not read is dropped, and the exit code stays what it is.
class Stream {
public:
    explicit Stream(int descriptor) : descriptor_(descriptor) {}

    void write(std::string_view text)
    {
        buffer_ += text;
        if (buffer_.size() >= 64 * 1024)
            flush();
    }
    void flush()
    {
        std::string_view rest = buffer_;
        while (!rest.empty() && error_ == 0) {
            ssize_t count = ::write(descriptor_, rest.data(), rest.size());
            if (count >= 0)
                rest.remove_prefix(static_cast<std::size_t>(count));
            else if (errno != EINTR)
                error_ = errno;
        }
        buffer_.clear();
    }
    int error() const { return error_ == EPIPE ? 0 : error_; }

private:
    int descriptor_;
    int error_ = 0;
    std::string buffer_;
};

std::size_t terminal_width()
{
    winsize size{};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

// In order with what was already said on standard output (a person sees both on one terminal), at once, and without
// memory, of which there may be none.
class ErrorStream {
public:
    explicit ErrorStream(Stream& out) : out_(out) {}

    void write(std::string_view text)
    {
        out_.flush();
        while (!text.empty()) {
            ssize_t count = ::write(STDERR_FILENO, text.data(), text.size());
            if (count >= 0)
                text.remove_prefix(static_cast<std::size_t>(count));
            else if (errno != EINTR)
                return;
        }
    }

private:
    Stream& out_;
};

} // namespace

int main(int argc, char** argv)
{
    zonevet::end_only_with_exit_codes();
    zonevet::Environment environment;
    environment.variable = [](const char* name) -> std::optional<std::string> {
        const char* value = std::getenv(name);
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
    };
    environment.standard_input = STDIN_FILENO;
    environment.output_is_terminal = ::isatty(STDOUT_FILENO) != 0;
    environment.error_is_terminal = ::isatty(STDERR_FILENO) != 0;
    environment.terminal_width = environment.output_is_terminal ? terminal_width() : 0;

    Stream out(STDOUT_FILENO);
    ErrorStream err(out);
    std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    int code = zonevet::run(
        arguments, environment, [&out](std::string_view text) { out.write(text); },
        [&err](std::string_view text) { err.write(text); });
    out.flush();
    if (out.error() != 0) {
        err.write("error: cannot write to standard output: ");
        err.write(std::strerror(out.error()));
        err.write("\n");
        return 2;
    }
    return code;
}
