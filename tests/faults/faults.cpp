// Preloaded into zonevet: makes one call of one kind fail, the n-th after the start of main, or that and all
// after it. Main runs once for each failure, in a child of a process that is already loaded (a start costs more
// than a run, with sanitizers most of all): what to fail comes in on one descriptor, how it ended goes out on
// another. Children of zonevet (git) run without it.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <new>
#include <pthread.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

// In the order of KINDS in faults.py.
enum Kind { memory, map, reading, writing, opening, status, renaming, spawning, threads, pipes, listing, kinds };

struct Command {
    int kind, nth, forever;
};
struct Answer {
    int status;
    int calls[kinds];
};

struct Shared {
    std::atomic<int> calls[kinds];
};
Shared* shared = nullptr;
Command wanted{-1, 0, 0};
bool is_armed = false;

// Counts a call; true when this one fails.
bool fails(Kind kind, int error)
{
    if (!is_armed)
        return false;
    int nth = ++shared->calls[kind];
    if (kind != wanted.kind || (wanted.forever != 0 ? nth < wanted.nth : nth != wanted.nth))
        return false;
    errno = error;
    return true;
}

template <class Function> Function next(Function, const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

int (*real_main)(int, char**, char**) = nullptr;

int serve(int argc, char** argv, char** environment)
{
    ::unsetenv("LD_PRELOAD");
    int commands = -1, answers = -1; // descriptors
    const char* descriptors = std::getenv("FAULTS");
    if (descriptors == nullptr || std::sscanf(descriptors, "%d %d", &commands, &answers) != 2)
        return real_main(argc, argv, environment);
    shared = static_cast<Shared*>(
        ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    while (::read(commands, &wanted, sizeof wanted) == sizeof wanted) {
        for (std::atomic<int>& calls : shared->calls)
            calls = 0;
        for (int descriptor : {STDOUT_FILENO, STDERR_FILENO})
            if (::ftruncate(descriptor, 0) == 0)
                ::lseek(descriptor, 0, SEEK_SET);
        pid_t child = ::fork();
        if (child == 0) {
            ::close(commands);
            ::close(answers);
            ::alarm(30); // a run that takes longer counts as one that never ends
            is_armed = true;
            return real_main(argc, argv, environment);
        }
        Answer answer{};
        ::waitpid(child, &answer.status, 0);
        for (int kind = 0; kind < kinds; ++kind)
            answer.calls[kind] = shared->calls[kind];
        if (::write(answers, &answer, sizeof answer) != sizeof answer)
            break;
    }
    ::_exit(0);
}

} // namespace

#define NEXT(name) static const auto real = next(&::name, #name)

extern "C" {

int __libc_start_main(int (*main)(int, char**, char**), int argc, char** argv, void (*init)(), void (*fini)(),
                      void (*loader_fini)(), void* stack)
{
    real_main = main;
    static const auto real = next(&__libc_start_main, "__libc_start_main");
    return real(serve, argc, argv, init, fini, loader_fini, stack);
}

void* malloc(std::size_t size)
{
    NEXT(malloc);
    return fails(memory, ENOMEM) ? nullptr : real(size);
}
void* calloc(std::size_t count, std::size_t size)
{
    NEXT(calloc);
    return fails(memory, ENOMEM) ? nullptr : real(count, size);
}
void* realloc(void* old, std::size_t size)
{
    NEXT(realloc);
    return fails(memory, ENOMEM) ? nullptr : real(old, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size)
{
    NEXT(aligned_alloc);
    return fails(memory, ENOMEM) ? nullptr : real(alignment, size);
}
int posix_memalign(void** made, std::size_t alignment, std::size_t size)
{
    NEXT(posix_memalign);
    return fails(memory, ENOMEM) ? ENOMEM : real(made, alignment, size);
}
void* mmap(void* address, std::size_t size, int protection, int flags, int file, off_t offset)
{
    NEXT(mmap);
    return fails(map, ENOMEM) ? MAP_FAILED : real(address, size, protection, flags, file, offset);
}
ssize_t read(int file, void* data, std::size_t size)
{
    NEXT(read);
    return fails(reading, EIO) ? -1 : real(file, data, size);
}
ssize_t write(int file, const void* data, std::size_t size)
{
    NEXT(write);
    // What it says of itself has to be seen.
    return file != STDERR_FILENO && fails(writing, ENOSPC) ? -1 : real(file, data, size);
}
int open(const char* path, int flags, ...)
{
    NEXT(open);
    __builtin_va_list rest;
    __builtin_va_start(rest, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? __builtin_va_arg(rest, mode_t) : 0;
    __builtin_va_end(rest);
    return fails(opening, EMFILE) ? -1 : real(path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...)
{
    NEXT(openat);
    __builtin_va_list rest;
    __builtin_va_start(rest, flags);
    mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? __builtin_va_arg(rest, mode_t) : 0;
    __builtin_va_end(rest);
    return fails(opening, EMFILE) ? -1 : real(folder, path, flags, mode);
}
int mkostemp(char* path, int flags)
{
    NEXT(mkostemp);
    return fails(opening, EMFILE) ? -1 : real(path, flags);
}
FILE* fopen(const char* path, const char* mode)
{
    NEXT(fopen);
    return fails(opening, EMFILE) ? nullptr : real(path, mode);
}
DIR* opendir(const char* path)
{
    NEXT(opendir);
    return fails(opening, EMFILE) ? nullptr : real(path);
}
DIR* fdopendir(int file)
{
    NEXT(fdopendir);
    return fails(opening, EMFILE) ? nullptr : real(file);
}
dirent* readdir(DIR* folder)
{
    NEXT(readdir);
    return fails(listing, EIO) ? nullptr : real(folder);
}
int stat(const char* path, struct stat* made)
{
    static const auto real = next(static_cast<int (*)(const char*, struct stat*)>(&::stat), "stat");
    return fails(status, EIO) ? -1 : real(path, made);
}
int lstat(const char* path, struct stat* made)
{
    NEXT(lstat);
    return fails(status, EIO) ? -1 : real(path, made);
}
int fstat(int file, struct stat* made)
{
    NEXT(fstat);
    return fails(status, EIO) ? -1 : real(file, made);
}
int fstatat(int folder, const char* path, struct stat* made, int flags)
{
    NEXT(fstatat);
    return fails(status, EIO) ? -1 : real(folder, path, made, flags);
}
char* realpath(const char* path, char* made)
{
    NEXT(realpath);
    return fails(status, EIO) ? nullptr : real(path, made);
}
char* getcwd(char* made, std::size_t size)
{
    NEXT(getcwd);
    return fails(status, EIO) ? nullptr : real(made, size);
}
int rename(const char* from, const char* to)
{
    NEXT(rename);
    return fails(renaming, EIO) ? -1 : real(from, to);
}
int posix_spawnp(pid_t* child, const char* file, const posix_spawn_file_actions_t* actions,
                 const posix_spawnattr_t* attributes, char* const* argv, char* const* environment)
{
    NEXT(posix_spawnp);
    return fails(spawning, EAGAIN) ? EAGAIN : real(child, file, actions, attributes, argv, environment);
}
int pthread_create(pthread_t* made, const pthread_attr_t* attributes, void* (*start)(void*), void* argument)
{
    NEXT(pthread_create);
    return fails(threads, EAGAIN) ? EAGAIN : real(made, attributes, start, argument);
}
int pipe2(int* ends, int flags)
{
    NEXT(pipe2);
    return fails(pipes, EMFILE) ? -1 : real(ends, flags);
}

} // extern "C"

// With sanitizers these would be theirs, and ask nobody.
void* operator new(std::size_t size)
{
    void* made = malloc(size);
    return made != nullptr ? made : throw std::bad_alloc();
}
void* operator new[](std::size_t size)
{
    return operator new(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept
{
    return malloc(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept
{
    return malloc(size);
}
void* operator new(std::size_t size, std::align_val_t alignment)
{
    auto step = static_cast<std::size_t>(alignment);
    void* made = aligned_alloc(step, (size + step - 1) / step * step);
    return made != nullptr ? made : throw std::bad_alloc();
}
void operator delete(void* made) noexcept
{
    std::free(made);
}
void operator delete[](void* made) noexcept
{
    std::free(made);
}
void operator delete(void* made, std::size_t) noexcept
{
    std::free(made);
}
void operator delete[](void* made, std::size_t) noexcept
{
    std::free(made);
}
void operator delete(void* made, const std::nothrow_t&) noexcept
{
    std::free(made);
}
void operator delete(void* made, std::align_val_t) noexcept
{
    std::free(made);
}
void operator delete(void* made, std::size_t, std::align_val_t) noexcept
{
    std::free(made);
}
