// A path is checked by its real form, and the real form is opened without following any link: nothing that changes in
// between leads elsewhere. The folder of a file is resolved once.
#include "text/roots.h"

#include "base/failure.h"
#include "text/source.h"
#include "text/tree.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#if __has_include(<linux/openat2.h>)
#include <linux/openat2.h>
#endif

namespace zonevet {

namespace fs = std::filesystem;

namespace {

bool is_below(const std::string& path, const std::string& root)
{
    return root == "/" || path == root ||
           (path.size() > root.size() && path[root.size()] == '/' && path.starts_with(root));
}

// The tree around a path that a person wrote. What lies in a repository, or below the working directory, may have
// come with a change, links in it too; elsewhere the person's own links lead to it.
std::string tree_of(const fs::path& whole, const std::string& here)
{
    std::error_code error;
    for (fs::path at = whole;; at = at.parent_path()) {
        if (fs::exists(at / ".git", error))
            return disk().resolve(at.string());
        if (at == at.parent_path())
            break;
    }
    if (!here.empty() && is_below(whole.string(), here))
        return here;
    return disk().resolve(fs::is_directory(whole, error) ? whole.string() : whole.parent_path().string());
}

// No part of the path is followed when it is a link. Below 0: errno says why.
int open_without_links(const std::string& path)
{
    constexpr int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
#if defined(SYS_openat2) && defined(RESOLVE_NO_SYMLINKS)
    open_how how{};
    how.flags = flags;
    how.resolve = RESOLVE_NO_SYMLINKS;
    long opened = ::syscall(SYS_openat2, AT_FDCWD, path.c_str(), &how, sizeof how);
    if (opened >= 0 || (errno != ENOSYS && errno != EPERM)) // a container may forbid it
        return static_cast<int>(opened);
#endif
    int folder = ::open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
    for (std::size_t begin = 1; folder >= 0 && begin <= path.size();) {
        std::size_t end = std::min(path.find('/', begin), path.size());
        std::string part = path.substr(begin, end - begin);
        int next = ::openat(folder, part.c_str(),
                            end == path.size() ? flags | O_NOFOLLOW : O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        int error = errno;
        ::close(folder);
        errno = error;
        folder = next;
        begin = end + 1;
    }
    return folder;
}

} // namespace

void Roots::name(const std::string& path)
{
    std::string here = disk().resolve(".");
    fs::path whole = fs::path(disk().whole(path));
    if (!whole.has_filename())
        whole = whole.parent_path();
    std::string real = disk().resolve(whole.string()), tree = tree_of(whole, here);
    if (!real.empty() && !tree.empty() && !is_below(real, tree))
        throw Failure("`{}` leads out of `{}`, so it is not read\nhelp: what it leads to can be named itself: `{}`",
                      defused(path), defused(tree), defused(real));
    std::lock_guard lock(mutex_);
    if (!tree.empty())
        roots_.insert(tree);
    // What is named may be hidden, and so may be what lies beside it; what a link leads to may not.
    std::string folder = disk().resolve(whole.parent_path().string());
    if (disk().is_folder(real)) {
        roots_.insert(real);
    } else if (!real.empty() && (fs::path(folder) / whole.filename()).string() == real) {
        roots_.insert(folder);
        named_.insert(real);
    }
    places_.clear();
}

void Roots::add(const std::string& folder)
{
    std::lock_guard lock(mutex_);
    if (std::string real = disk().resolve(folder); !real.empty())
        roots_.insert(real);
    places_.clear();
}

void Roots::limit()
{
    std::lock_guard lock(mutex_);
    is_limited_ = true;
    places_.clear();
}

void Roots::clear()
{
    std::lock_guard lock(mutex_);
    is_limited_ = false;
    roots_.clear();
    named_.clear();
    places_.clear();
}

// Empty: it may be read.
std::string Roots::why_not(const std::string& real) const
{
    if (!is_limited_ || named_.contains(real))
        return "";
    bool is_inside = false;
    for (const std::string& root : roots_) {
        if (!is_below(real, root))
            continue;
        is_inside = true;
        if (!is_hidden_below(root, real))
            return "";
    }
    if (is_inside)
        return "it is hidden, or lies in a hidden folder, and such files are no part of a zone";
    return fmt::format("it lies outside of `{}`, which is all that is read here", fmt::join(roots_, "`, `"));
}

Roots::Place Roots::place_of(const std::string& folder)
{
    std::lock_guard lock(mutex_);
    auto [at, is_new] = places_.try_emplace(folder);
    if (is_new) {
        at->second.real = disk().resolve(folder.empty() ? "." : folder);
        at->second.is_open = why_not((fs::path(at->second.real) / "x").string()).empty();
    }
    return at->second;
}

int Roots::open(const std::string& path)
{
    std::string name(last_part(path));
    Place place = place_of(folder_of(path));
    if (place.is_open && !place.real.empty() && !name.empty() && name[0] != '.') {
        int opened = open_without_links((place.real == "/" ? "" : place.real) + "/" + name);
        if (opened >= 0)
            return opened;
    }
    // The careful way: the file is a link, has a name of its own, or is not there.
    std::string real = disk().resolve(path);
    if (real.empty()) {
        struct stat status {};
        if (::stat(path.c_str(), &status) != 0)
            return -1;
        if (!S_ISREG(status.st_mode)) // an end of a pipe: whoever looks at it says what it is
            return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
        errno = ENOENT; // it came into being just now, or has no name any more
        return -1;
    }
    std::unique_lock lock(mutex_);
    std::string reason = why_not(real);
    lock.unlock();
    if (!reason.empty())
        throw Failure("cannot read `{}`: {}", defused(path), reason);
    return open_without_links(real);
}

Roots& roots()
{
    static Roots all;
    return all;
}

RootsOfRun::RootsOfRun()
{
    roots().limit();
    roots().name(".");
}

RootsOfRun::~RootsOfRun()
{
    roots().clear();
}

} // namespace zonevet
