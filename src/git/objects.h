// What the states of one repository share: the process that reads its objects, and how git is asked. Private to
// src/git.
#pragma once

#include "base/failure.h"
#include "git/process.h"
#include "text/source.h"

#include <cstdint>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zonevet {

constexpr std::string_view fetch_first =
    "a partial clone lacks what was never checked out, and nothing is fetched here; fetch it first "
    "(`git fetch --refetch --no-filter`), or clone without --filter";

inline std::string first_line(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

// What git said, without its own "fatal: ".
inline std::string reason(const ProcessResult& result)
{
    if (result.err.find("promisor remote") != std::string::npos)
        return fmt::format("this clone does not have all that it needs\nhelp: {}", fetch_first);
    std::string text = first_line(result.err);
    for (std::string_view head : {"fatal: ", "error: "})
        if (text.starts_with(head))
            text.erase(0, head.size());
    return defused(text);
}

inline std::string must(const GitPlace& place, const std::vector<std::string>& arguments)
{
    ProcessResult result = run_git(place, arguments);
    if (result.exit_code != 0)
        throw Failure("git {} failed: {}", arguments.front(), reason(result));
    return std::move(result.out);
}

inline std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        std::size_t end = std::min(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

// Shared by all snapshots: one git process reads all files.
class Objects {
public:
    explicit Objects(const GitPlace& place) : place_(place), reader_(place) {}

    const GitPlace& place() const { return place_; }
    std::uint64_t most() const { return reader_.most(); }
    void limit(std::uint64_t most) { reader_.limit(most); }

    // Null: the clone does not have it.
    std::shared_ptr<const Bytes> find(const std::string& id)
    {
        std::lock_guard lock(mutex_);
        std::shared_ptr<const Bytes>& bytes = kept_[id];
        if (bytes == nullptr)
            if (std::optional<std::string> octets = reader_.read(id))
                bytes = std::make_shared<Bytes>(std::move(*octets));
        return bytes;
    }
    // Throws Failure that names the file.
    std::shared_ptr<const Bytes> read(const std::string& id, const std::string& shown)
    {
        try {
            if (std::shared_ptr<const Bytes> bytes = find(id))
                return bytes;
        } catch (const Failure& failure) {
            throw Failure("cannot read `{}`: {}", defused(shown), failure.what());
        }
        throw Failure("cannot read `{}`: this clone does not have it\nhelp: {}", defused(shown), fetch_first);
    }
    std::uint64_t size(const std::string& id)
    {
        std::lock_guard lock(mutex_);
        if (auto found = kept_.find(id); found != kept_.end() && found->second != nullptr)
            return found->second->view().size();
        return reader_.size(id).value_or(0);
    }

private:
    GitPlace place_;
    std::mutex mutex_;
    ObjectReader reader_;
    std::map<std::string, std::shared_ptr<const Bytes>> kept_;
};

} // namespace zonevet
