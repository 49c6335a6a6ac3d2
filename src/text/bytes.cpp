// How the bytes of a file come into memory. They are read, not mapped: a mapped file that somebody rewrites meanwhile
// says other things at the second look than at the first, and one that is cut off ends the program. What is not a
// plain file is refused.
#include "base/failure.h"
#include "text/source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <new>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace zonevet {

namespace {

constexpr std::uint64_t pages_above = 64 * 1024; // smaller ones are kept in a string
constexpr int most_tries = 3;                    // for a file that changes while it is read

std::string reason(int error)
{
    switch (error) {
    case EACCES:
        return "permission denied";
    case ENOENT:
        return "there is no such file";
    case ENOTDIR:
        return "a part of the path is not a folder";
    case ELOOP:
        return "its symbolic links go in circles";
    case ENAMETOOLONG:
        return "the path is too long";
    case EMFILE:
    case ENFILE:
        return "too many files are open";
    default:
        return std::strerror(error);
    }
}

[[noreturn]] void fail(const std::string& path, const std::string& why)
{
    throw Failure("cannot read `{}`: {}", defused(path), why);
}

void require_plain_file(const std::string& path, const struct stat& status)
{
    if (S_ISDIR(status.st_mode))
        fail(path, "it is a folder");
    if (S_ISFIFO(status.st_mode))
        fail(path, "it is a pipe; give its content on standard input with `-`");
    if (S_ISCHR(status.st_mode) || S_ISBLK(status.st_mode))
        fail(path, "it is a device");
    if (!S_ISREG(status.st_mode))
        fail(path, "it is not a plain file");
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (number_ >= 0)
            ::close(number_);
    }
    int number() const { return number_; }

private:
    int number_;
};

std::string read_to_end(int descriptor, const std::string& name, std::uint64_t expected, std::uint64_t limit)
{
    std::string text;
    // One octet more than expected: the read that finds the end needs no room of its own.
    text.resize(expected + 1);
    std::size_t size = 0;
    while (true) {
        if (size > limit)
            fail(name, fmt::format("it has more than {} bytes, the limit", limit));
        if (size == text.size())
            text.resize(text.size() * 2);
        ssize_t count = ::read(descriptor, text.data() + size, text.size() - size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            fail(name, reason(errno));
        if (count == 0)
            break;
        size += static_cast<std::size_t>(count);
    }
    text.resize(size);
    return text;
}

} // namespace

Bytes::Bytes(std::string owned) : owned_(std::make_unique<std::string>(std::move(owned)))
{
    data_ = owned_->data();
    size_ = owned_->size();
}

namespace {

bool is_same(const struct stat& one, const struct stat& other)
{
    return one.st_size == other.st_size && one.st_mtim.tv_sec == other.st_mtim.tv_sec &&
           one.st_mtim.tv_nsec == other.st_mtim.tv_nsec;
}

// Fills the room from the beginning of the file. False: it has another size.
bool read_exactly(int descriptor, const std::string& path, char* to, std::uint64_t size)
{
    std::uint64_t done = 0;
    while (done < size) {
        ssize_t count = ::pread(descriptor, to + done, size - done, static_cast<off_t>(done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            fail(path, reason(errno));
        if (count == 0)
            return false;
        done += static_cast<std::uint64_t>(count);
    }
    return true;
}

} // namespace

// Pages of their own, neither copied nor cleared before they are filled.
void Bytes::take_pages(std::uint64_t size)
{
    void* data = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (data == MAP_FAILED)
        throw std::bad_alloc();
    data_ = static_cast<const char*>(data);
    size_ = size;
    mapped_ = true;
}

Bytes Bytes::of_file(const std::string& path)
{
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        fail(path, reason(errno));
    require_plain_file(path, status); // opening a pipe may wait for ever
    return of_descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY), path);
}

Bytes Bytes::of_descriptor(int descriptor, const std::string& path, std::uint64_t most)
{
    Descriptor file(descriptor);
    for (int tries = 0; tries < most_tries; ++tries) {
        struct stat status {
        }, after{};
        if (file.number() < 0 || ::fstat(file.number(), &status) != 0)
            fail(path, reason(errno));
        require_plain_file(path, status);
        auto size = std::min(static_cast<std::uint64_t>(status.st_size), most);
        Bytes bytes;
        if (size > pages_above || size == most) {
            bytes.take_pages(size);
            if (!read_exactly(file.number(), path, const_cast<char*>(bytes.data_), size))
                continue;
        } else {
            // The files of /proc say that they are empty. Whoever appends meanwhile does not keep the read going.
            ::lseek(file.number(), 0, SEEK_SET);
            bytes = Bytes(read_to_end(file.number(), path, size, size + pages_above));
        }
        if (::fstat(file.number(), &after) == 0 && is_same(status, after))
            return bytes;
    }
    fail(path, "it was changed while it was read; run again when it is at rest");
}

Bytes Bytes::of_stream(int descriptor, const std::string& name, std::uint64_t limit)
{
    struct stat status {};
    if (::fstat(descriptor, &status) != 0)
        fail(name, reason(errno));
    if (S_ISDIR(status.st_mode))
        fail(name, "it is a folder");
    return Bytes(read_to_end(descriptor, name, pages_above, limit));
}

Bytes::Bytes(Bytes&& other) noexcept
{
    *this = std::move(other);
}

Bytes& Bytes::operator=(Bytes&& other) noexcept
{
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(mapped_, other.mapped_);
    std::swap(owned_, other.owned_);
    return *this;
}

Bytes::~Bytes()
{
    if (mapped_)
        ::munmap(const_cast<char*>(data_), size_);
}

} // namespace zonevet
