// A report is written beside the file it replaces, and gets its name when it is complete: a full disk costs the
// new report and not the last one.
#include "cli/file_writer.h"

#include "base/failure.h"
#include "cli/last_resort.h"
#include "text/source.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace zonevet {

namespace {

constexpr std::size_t block = 64 * 1024;
constexpr int names_tried = 100;

// A single file that is mounted (into a container) can be written, but not replaced.
bool is_mounted(const std::string& path)
{
    struct statx status {};
    return ::statx(AT_FDCWD, path.c_str(), AT_SYMLINK_NOFOLLOW, 0, &status) == 0 &&
           (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

} // namespace

FileWriter::FileWriter(std::string path, Existing existing) : path_(std::move(path))
{
    if (existing == Existing::refused) {
        unfinished_ = path_; // not removed where this fails: an object that was not made is not destroyed
        open(path_, O_CREAT | O_EXCL);
        if (descriptor_ < 0)
            fail(errno);
        return;
    }
    struct stat old {};
    bool is_there = ::lstat(path_.c_str(), &old) == 0;
    if (!is_there && errno != ENOENT)
        fail(errno);
    // Whoever may not write a file may not replace it either.
    if (is_there && ::access(path_.c_str(), W_OK) != 0)
        fail(errno);
    // Devices, pipes, what symbolic links lead to and what has other names stay what they are.
    if (!is_there || (S_ISREG(old.st_mode) && old.st_nlink == 1 && !is_mounted(path_))) {
        open_beside();
        bool may_not = descriptor_ < 0 && (errno == EACCES || errno == EPERM || errno == EROFS);
        if (descriptor_ < 0 && !(is_there && may_not))
            fail(errno);
        if (descriptor_ >= 0 && (!is_there || takes_place_of(old)))
            return;
        give_up();
    }
    open(path_, O_TRUNC);
    if (descriptor_ < 0)
        fail(errno);
}

FileWriter::~FileWriter()
{
    give_up();
}

void FileWriter::open(const std::string& path, int flags)
{
    constexpr mode_t all_that_umask_leaves = 0666;
    descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | flags, all_that_umask_leaves);
    if (descriptor_ >= 0 && !unfinished_.empty())
        remove_at_the_end(unfinished_.c_str());
}

void FileWriter::open_beside()
{
    std::string folder = path_.substr(0, path_.rfind('/') + 1);
    for (int i = 0; i < names_tried && (i == 0 || (descriptor_ < 0 && errno == EEXIST)); ++i) {
        unfinished_ = fmt::format("{}.zonevet-{}-{}", folder, ::getpid(), i);
        open(unfinished_, O_CREAT | O_EXCL);
    }
}

// The new file belongs to whom the old one belonged to, and may be read by the same.
bool FileWriter::takes_place_of(const struct stat& old) const
{
    struct stat made {};
    if (::fstat(descriptor_, &made) != 0)
        return false;
    bool same_owner = made.st_uid == old.st_uid && made.st_gid == old.st_gid;
    return (same_owner || ::fchown(descriptor_, old.st_uid, old.st_gid) == 0) &&
           ::fchmod(descriptor_, old.st_mode & 07777) == 0;
}

void FileWriter::write(std::string_view text)
{
    buffer_ += text;
    if (buffer_.size() >= block)
        flush();
}

void FileWriter::flush()
{
    for (std::string_view rest = buffer_; !rest.empty();) {
        ssize_t count = ::write(descriptor_, rest.data(), rest.size());
        if (count >= 0)
            rest.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR)
            fail(errno);
    }
    buffer_.clear();
}

void FileWriter::finish()
{
    flush();
    // Some file systems say only now that there was no room.
    if (::close(std::exchange(descriptor_, -1)) != 0)
        fail(errno);
    if (!unfinished_.empty() && unfinished_ != path_ && ::rename(unfinished_.c_str(), path_.c_str()) != 0)
        fail(errno);
    remove_at_the_end(nullptr);
    unfinished_.clear();
}

void FileWriter::give_up()
{
    if (descriptor_ >= 0)
        ::close(std::exchange(descriptor_, -1));
    if (!unfinished_.empty())
        ::unlink(unfinished_.c_str());
    remove_at_the_end(nullptr);
    unfinished_.clear();
}

void FileWriter::fail(int error) const
{
    throw Failure("cannot write `{}`: {}", defused(path_), std::strerror(error));
}

} // namespace zonevet
