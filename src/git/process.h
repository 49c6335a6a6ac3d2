// Runs git. Arguments are passed as they are, no shell sees them. Private to src/git.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

struct ProcessResult {
    std::string out, err;
    int exit_code = 0;
};

// Which repository git takes. Once it was found it is named by its own folder, so that no file of the working tree
// leads to another one.
struct GitPlace {
    std::string folder;    // where it runs
    std::string git_dir;   // absolute; empty: it looks for one
    std::string work_tree; // absolute; empty: there is none, or it is not known
};

// What the repository's own configuration names is not run and nothing is fetched: it may have come with an archive
// or a cache. `input` is what git reads. Throws Failure when git cannot be started.
ProcessResult run_git(const GitPlace& place, const std::vector<std::string>& arguments, std::string_view input = "");

// The size in an answer of `git cat-file`, "ID blob SIZE"; nothing: the object is not there.
std::optional<std::uint64_t> size_in(std::string_view answer);

// `git cat-file`, kept open: one question after the other.
class ObjectReader {
public:
    explicit ObjectReader(const GitPlace& place);
    ~ObjectReader();

    // Objects of more octets are not read.
    void limit(std::uint64_t most) { most_ = most; }
    std::uint64_t most() const { return most_; }

    // The octets of an object; nothing when it is not there. Throws Failure when it is too large.
    std::optional<std::string> read(const std::string& id);
    // How many they are, without reading them.
    std::optional<std::uint64_t> size(const std::string& id);

private:
    class Channel;
    GitPlace place_;
    std::uint64_t most_ = std::uint64_t{1} << 30;
    std::unique_ptr<Channel> contents_, sizes_;
};

} // namespace zonevet
