// Nothing here needs memory: there may be none left.
#include "cli/last_resort.h"

#include <atomic>
#include <csignal>
#include <cxxabi.h>
#include <exception>
#include <new>
#include <pthread.h>
#include <string_view>
#include <typeinfo>
#include <unistd.h>

namespace zonevet {

namespace {

std::atomic<const char*> unfinished{nullptr};

void remove_unfinished()
{
    if (const char* path = unfinished)
        ::unlink(path);
}

[[noreturn]] void end_with(std::string_view message)
{
    remove_unfinished();
    [[maybe_unused]] ssize_t ignored = ::write(STDERR_FILENO, message.data(), message.size());
    ::_exit(2);
}

constexpr std::string_view no_memory = "error: out of memory\n";
// Libraries in C abort, or use what they did not get, when there is no memory.
constexpr std::string_view crashed = "error: zonevet crashed: out of memory or stack, or a mistake in it\n"
                                     "help: when there was enough of both, please report this with the command and, "
                                     "if you can, the file\n";

[[noreturn]] void nobody_caught_it()
{
    const std::type_info* type = abi::__cxa_current_exception_type();
    end_with(type != nullptr && *type == typeid(std::bad_alloc) ? no_memory : crashed);
}

void handle(int)
{
    end_with(crashed);
}

void obey(int signal)
{
    remove_unfinished();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

// A stack that is used up can not be the one the handler runs on.
void set_signal_stack()
{
    alignas(16) static char memory[64 * 1024];
    stack_t stack{};
    if (::sigaltstack(nullptr, &stack) != 0 || (stack.ss_flags & SS_DISABLE) == 0)
        return; // that of a sanitizer
    stack.ss_sp = memory;
    stack.ss_size = sizeof memory;
    stack.ss_flags = 0;
    ::sigaltstack(&stack, nullptr);
}

// `ulimit -s` holds for the first thread, and would hold for all others; they want the usual size.
void set_stack_of_threads()
{
    constexpr std::size_t usual = 8 << 20;
    pthread_attr_t attributes;
    if (::pthread_attr_init(&attributes) != 0)
        return;
    std::size_t size = 0;
    if (::pthread_attr_getstacksize(&attributes, &size) == 0 && size < usual &&
        ::pthread_attr_setstacksize(&attributes, usual) == 0)
        ::pthread_setattr_default_np(&attributes);
    ::pthread_attr_destroy(&attributes);
}

} // namespace

void end_only_with_exit_codes()
{
    std::set_terminate(nobody_caught_it);
    set_signal_stack();
    set_stack_of_threads();
    for (int signal : {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV}) {
        struct sigaction action {};
        if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler != SIG_DFL)
            continue; // a sanitizer says more
        action.sa_handler = handle;
        action.sa_flags = SA_ONSTACK;
        ::sigaction(signal, &action, nullptr);
    }
    for (int signal : {SIGHUP, SIGINT, SIGTERM})
        if (std::signal(signal, obey) == SIG_IGN)
            std::signal(signal, SIG_IGN); // nohup
    // These are told by what the call returns.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

void remove_at_the_end(const char* path)
{
    unfinished = path;
}

} // namespace zonevet
