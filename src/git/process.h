// Runs git. Arguments are passed as they are, no shell sees them. Private to src/git.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

struct ProcessResult {
    std::string out, err;
    int exit_code = 0;
};

// Throws Failure when git cannot be started.
ProcessResult run_git(const std::string& folder, const std::vector<std::string>& arguments);

// `git cat-file --batch`, kept open: one question after the other.
class BlobReader {
public:
    explicit BlobReader(const std::string& folder);
    BlobReader(const BlobReader&) = delete;
    BlobReader& operator=(const BlobReader&) = delete;
    ~BlobReader();

    // The octets of an object; throws Failure when it is not there.
    std::string read(const std::string& id);

private:
    std::string read_line();
    void read_octets(char* to, std::size_t count);
    bool fill();

    int process_ = -1, to_ = -1, from_ = -1;
    std::string buffer_;
    std::size_t at_ = 0;
};

} // namespace zonevet
