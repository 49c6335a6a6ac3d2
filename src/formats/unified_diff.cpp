// A diff applied to the zone file it was made for: exactly, or not at all. Guessing where a hunk
// could belong would judge a zone that nobody will have.
#include "base/failure.h"
#include "formats/readers.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet {

namespace {

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines; // with their line ends
    while (!text.empty()) {
        std::size_t end = std::min(text.find('\n') + 1, text.size());
        if (text.find('\n') == std::string_view::npos)
            end = text.size();
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

std::string_view without_end(std::string_view line)
{
    while (line.ends_with('\n') || line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

// "a/zones/example.com.zone\t2026-01-01" -> "zones/example.com.zone"
std::string path_in(std::string_view header)
{
    std::string_view path = without_end(header.substr(4));
    path = path.substr(0, path.find('\t'));
    if (path.starts_with("a/") || path.starts_with("b/"))
        path.remove_prefix(2);
    return std::string(path);
}

struct Hunk {
    std::size_t line = 0;  // of its header in the diff
    std::size_t start = 0; // first line in the old file, from 1
    std::vector<std::string_view> body;
};

struct FileDiff {
    std::string before, after;
    std::vector<Hunk> hunks;
};

std::size_t number_at(std::string_view text, std::size_t at)
{
    std::size_t number = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && number < 1'000'000'000; ++at)
        number = number * 10 + static_cast<std::size_t>(text[at] - '0');
    return number;
}

std::vector<FileDiff> files_in(std::string_view text)
{
    std::vector<FileDiff> files;
    std::vector<std::string_view> lines = lines_of(text);
    std::size_t left_old = 0, left_new = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view line = lines[i];
        bool inside = left_old > 0 || left_new > 0 || line.starts_with('\\');
        if (!inside && line.starts_with("--- ") && i + 1 < lines.size() &&
            lines[i + 1].starts_with("+++ ")) {
            files.push_back({path_in(line), path_in(lines[i + 1]), {}});
            ++i;
        } else if (!inside && line.starts_with("@@ -") && !files.empty()) {
            Hunk hunk;
            hunk.line = i + 1;
            hunk.start = number_at(line, 4);
            auto count = [&](std::size_t at) {
                std::size_t end = line.find_first_not_of("0123456789", at);
                return end < line.size() && line[end] == ',' ? number_at(line, end + 1) : 1;
            };
            left_old = count(4);
            left_new = count(std::min(line.find('+') + 1, line.size()));
            files.back().hunks.push_back(hunk);
        } else if (inside && !files.empty() && !files.back().hunks.empty()) {
            files.back().hunks.back().body.push_back(line);
            left_old -=
                (line[0] == ' ' || line[0] == '-' || line[0] == '\n') && left_old > 0 ? 1 : 0;
            left_new -=
                (line[0] == ' ' || line[0] == '+' || line[0] == '\n') && left_new > 0 ? 1 : 0;
        }
    }
    return files;
}

std::string apply(const Document& diff, const FileDiff& file, const Document& base)
{
    std::vector<std::string_view> old_lines = lines_of(base.bytes->view());
    std::string out;
    std::size_t at = 0;
    for (const Hunk& hunk : file.hunks) {
        std::size_t start = hunk.start == 0 ? 0 : hunk.start - 1;
        auto mismatch = [&](std::string_view wanted) {
            throw Failure("{}:{}: the diff does not fit `{}`: line {} should be `{}`\nhelp: it was "
                          "made for another state of the file",
                          defused(diff.path), hunk.line, defused(base.path), at + 1,
                          defused(without_end(wanted)));
        };
        while (at < std::min(start, old_lines.size()))
            out += old_lines[at++];
        for (std::size_t i = 0; i < hunk.body.size(); ++i) {
            std::string_view line = hunk.body[i];
            bool no_newline = i + 1 < hunk.body.size() && hunk.body[i + 1].starts_with('\\');
            std::string_view content = line.size() > 1 ? line.substr(1) : std::string_view("\n");
            if (line[0] == '+') {
                out += no_newline ? without_end(content) : content;
                continue;
            }
            if (line[0] == '\\')
                continue;
            if (at >= old_lines.size() || without_end(old_lines[at]) != without_end(content))
                mismatch(content);
            if (line[0] != '-')
                out += old_lines[at];
            ++at;
        }
    }
    while (at < old_lines.size())
        out += old_lines[at++];
    return out;
}

std::string_view file_name(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

} // namespace

bool is_unified_diff(std::string_view, std::string_view text)
{
    return text.starts_with("diff --git ") || text.starts_with("--- ") ||
                   text.find("\n--- ") != std::string_view::npos
               ? text.find("\n@@ -") != std::string_view::npos &&
                     text.find("+++ ") != std::string_view::npos
               : false;
}

std::vector<ReadZone> read_unified_diff(const Document& change, const ReadOptions& options)
{
    if (!options.base)
        throw Failure("{}: a diff is applied to a zone file\nhelp: name it with --zone FILE",
                      defused(change.path));
    std::vector<FileDiff> files = files_in(change.bytes->view());
    auto same_name = [&](const FileDiff& file) {
        return file_name(file.before) == file_name(options.base->path) ||
               file_name(file.after) == file_name(options.base->path);
    };
    auto file = std::find_if(files.begin(), files.end(), same_name);
    if (file == files.end() && files.size() == 1)
        file = files.begin();
    if (file == files.end())
        throw Failure("{}: the diff does not change `{}`", defused(change.path),
                      defused(options.base->path));
    ReadZone zone;
    zone.zone = options.base_zone;
    zone.path = options.base->path;
    zone.before = ReadState{options.base->bytes, nullptr, false, {}};
    zone.after =
        ReadState{std::make_shared<Bytes>(apply(change, *file, *options.base)), nullptr, false, {}};
    return {std::move(zone)};
}

} // namespace zonevet
