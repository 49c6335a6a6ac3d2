// How the bytes of a file come into memory. Large files are mapped: they cost no copy and the
// kernel may drop what has been read. Small files and streams are read, because a mapping costs
// more than a copy below some pages. What is not a plain file is refused before it is opened,
// because opening a FIFO waits for a writer that may never come.
#include "base/failure.h"
#include "text/source.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace zonevet {

namespace {

constexpr std::uint64_t map_above = 64 * 1024;

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

Bytes Bytes::of_file(const std::string& path)
{
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        fail(path, reason(errno));
    require_plain_file(path, status);
    // O_NONBLOCK: between stat and open the file may have become a FIFO.
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0)
        fail(path, reason(errno));
    require_plain_file(path, status);

    auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > map_above) {
        void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
        if (data != MAP_FAILED) {
            ::madvise(data, size, MADV_SEQUENTIAL);
            Bytes bytes;
            bytes.data_ = static_cast<const char*>(data);
            bytes.size_ = size;
            bytes.mapped_ = true;
            return bytes;
        }
        // Some file systems cannot map; reading always works.
    }
    // Whoever appends to it meanwhile does not keep the read going.
    return Bytes(read_to_end(file.number(), path, size, size + map_above));
}

Bytes Bytes::of_stream(int descriptor, const std::string& name, std::uint64_t limit)
{
    struct stat status {};
    if (::fstat(descriptor, &status) != 0)
        fail(name, reason(errno));
    if (S_ISDIR(status.st_mode))
        fail(name, "it is a folder");
    return Bytes(read_to_end(descriptor, name, map_above, limit));
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
    std::swap(released_, other.released_);
    std::swap(owned_, other.owned_);
    return *this;
}

Bytes::~Bytes()
{
    if (mapped_)
        ::munmap(const_cast<char*>(data_), size_);
}

void Bytes::release(std::uint64_t end) const
{
    if (!mapped_)
        return;
    static const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    end = std::min(end, size_) / page * page;
    if (end <= released_)
        return;
    ::madvise(const_cast<char*>(data_) + released_, end - released_, MADV_DONTNEED);
    released_ = end;
}

} // namespace zonevet
