// A diff applied to the zone file it was made for: exactly, or not at all. Guessing where a hunk
// could belong would judge a zone that nobody will have.
#include "base/ascii.h"
#include "base/failure.h"
#include "formats/readers.h"
#include "zone/origin.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

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

// "a/zones/example.com.zone\t2026-01-01" -> "zones/example.com.zone"; "/dev/null" -> "": there is none
std::string path_in(std::string_view text)
{
    std::string_view path = without_end(text);
    path = path.substr(0, path.find('\t'));
    if (path.size() > 1 && path.starts_with('"') && path.ends_with('"'))
        path = path.substr(1, path.size() - 2);
    if (path == "/dev/null")
        return "";
    if (path.starts_with("a/") || path.starts_with("b/"))
        path.remove_prefix(2);
    return std::string(path);
}

struct Hunk {
    std::size_t line = 0;                   // of its header in the diff
    std::size_t start = 0;                  // how many lines of the old file come before it
    std::size_t left_old = 0, left_new = 0; // lines that are still to come
    std::vector<std::string_view> body;

    bool is_open() const { return left_old > 0 || left_new > 0; }
};

struct FileDiff {
    std::string before, after; // paths; empty: the file is created or deleted
    std::vector<Hunk> hunks;
    bool is_binary = false;

    const std::string& shown() const { return after.empty() ? before : after; }
};

std::size_t number_at(std::string_view text, std::size_t at)
{
    std::size_t number = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && number < 1'000'000'000; ++at)
        number = number * 10 + static_cast<std::size_t>(text[at] - '0');
    return number;
}

Hunk hunk_of(std::string_view header, std::size_t line)
{
    auto count = [&](std::size_t at) {
        std::size_t end = header.find_first_not_of("0123456789", at);
        return end < header.size() && header[end] == ',' ? number_at(header, end + 1) : 1;
    };
    std::size_t first = number_at(header, 4), old_count = count(4);
    // Of no lines the number says behind which the new ones stand.
    return {line,
            old_count > 0 && first > 0 ? first - 1 : first,
            old_count,
            count(std::min(header.find('+') + 1, header.size())),
            {}};
}

// ' ', '-', '+' or '\\'; some tools leave out the blank of an empty line.
char kind_of(std::string_view line)
{
    return line[0] == '\n' || line[0] == '\r' ? ' ' : line[0];
}

std::string_view content_of(std::string_view line)
{
    return line[0] == '\n' || line[0] == '\r' ? line : line.substr(1);
}

// The headers of git that are followed by no lines: "rename from a".
void take_header(std::string_view line, FileDiff& file)
{
    constexpr std::string_view from = "rename from ", to = "rename to ";
    if (line.starts_with(from))
        file.before = path_in(line.substr(from.size()));
    else if (line.starts_with(to))
        file.after = path_in(line.substr(to.size()));
    else if (line.starts_with("Binary files ") || line.starts_with("GIT binary patch"))
        file.is_binary = true;
    else if (line.starts_with("new file mode"))
        file.before.clear();
    else if (line.starts_with("deleted file mode"))
        file.after.clear();
}

// "diff --git a/zones/x b/zones/x"
FileDiff file_of_git(std::string_view line)
{
    line = without_end(line.substr(std::string_view("diff --git ").size()));
    std::size_t middle = line.find(" b/");
    FileDiff file;
    file.before = path_in(line.substr(0, middle));
    file.after = middle == std::string_view::npos ? file.before : path_in(line.substr(middle + 1));
    return file;
}

std::vector<FileDiff> files_in(const Document& diff)
{
    std::vector<FileDiff> files;
    std::vector<std::string_view> lines = lines_of(diff.bytes->view());
    bool is_git = false; // the headers of git came first
    auto refuse = [&](std::size_t line, std::string_view what) {
        throw Failure("{}:{}: {}\nhelp: the diff was cut off or edited: make it anew", defused(diff.path), line, what);
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view line = lines[i];
        Hunk* hunk = files.empty() || files.back().hunks.empty() ? nullptr : &files.back().hunks.back();
        if (hunk != nullptr && (hunk->is_open() || line.starts_with('\\'))) {
            char kind = kind_of(line);
            bool is_old = kind == ' ' || kind == '-', is_new = kind == ' ' || kind == '+';
            if (kind != '\\' &&
                ((!is_old && !is_new) || (is_old && hunk->left_old == 0) || (is_new && hunk->left_new == 0)))
                refuse(i + 1, "this line belongs to a hunk and begins with none of blank, `-` and `+`");
            hunk->body.push_back(line);
            hunk->left_old -= is_old;
            hunk->left_new -= is_new;
        } else if (line.starts_with("--- ") && i + 1 < lines.size() && lines[i + 1].starts_with("+++ ")) {
            if (!is_git)
                files.emplace_back();
            files.back().before = path_in(line.substr(4));
            files.back().after = path_in(lines[i + 1].substr(4));
            is_git = false;
            ++i;
        } else if (line.starts_with("@@ -") && !files.empty()) {
            files.back().hunks.push_back(hunk_of(line, i + 1));
        } else if (line.starts_with("@@@ ")) {
            refuse(i + 1, "this is the combined diff of a merge: what it applies to are two files");
        } else if (line.starts_with("diff --git ")) {
            files.push_back(file_of_git(line));
            is_git = true;
        } else if (is_git) {
            take_header(line, files.back());
        }
    }
    if (!files.empty() && !files.back().hunks.empty() && files.back().hunks.back().is_open())
        refuse(files.back().hunks.back().line, "lines of this hunk are missing");
    return files;
}

// A diff that went through a tool with other line ends than the file has.
bool has_other_line_ends(const FileDiff& file, const std::vector<std::string_view>& old_lines)
{
    auto has_return = [](std::string_view line) { return line.ends_with("\r\n"); };
    for (const Hunk& hunk : file.hunks) {
        std::size_t at = hunk.start;
        for (std::string_view line : hunk.body)
            if (kind_of(line) == ' ' || kind_of(line) == '-') {
                if (at < old_lines.size() && has_return(line) != has_return(old_lines[at]))
                    return true;
                ++at;
            }
    }
    return false;
}

std::string apply(const Document& diff, const FileDiff& file, const Document& base)
{
    if (file.is_binary)
        throw Failure(
            "{}: it does not say what becomes of `{}`: the diff takes it for a binary file\nhelp: git diff --text",
            defused(diff.path), defused(base.path));
    std::vector<std::string_view> old_lines = lines_of(base.bytes->view());
    bool is_converted = has_other_line_ends(file, old_lines);
    std::string_view line_end = !old_lines.empty() && old_lines[0].ends_with("\r\n") ? "\r\n" : "\n";
    std::string out;
    std::size_t at = 0;
    for (const Hunk& hunk : file.hunks) {
        auto mismatch = [&](std::string_view wanted) {
            throw Failure("{}:{}: the diff does not fit `{}`: line {} should be `{}`\nhelp: it was "
                          "made for another state of the file",
                          defused(diff.path), hunk.line, defused(base.path), at + 1, defused(without_end(wanted)));
        };
        while (at < std::min(hunk.start, old_lines.size()))
            out += old_lines[at++];
        for (std::size_t i = 0; i < hunk.body.size(); ++i) {
            std::string_view line = hunk.body[i], content = content_of(line);
            bool no_newline = i + 1 < hunk.body.size() && hunk.body[i + 1].starts_with('\\');
            if (kind_of(line) == '+') {
                out += no_newline || is_converted ? without_end(content) : content;
                if (is_converted && !no_newline)
                    out += line_end;
                continue;
            }
            if (kind_of(line) == '\\')
                continue;
            if (at >= old_lines.size() || without_end(old_lines[at]) != without_end(content))
                mismatch(content);
            if (kind_of(line) != '-')
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

// How many parts of two paths are equal, from the end.
std::size_t common_parts(std::string_view a, std::string_view b)
{
    std::size_t count = 0;
    while (!a.empty() && !b.empty() && file_name(a) == file_name(b)) {
        ++count;
        a = a.substr(0, a.size() - std::min(file_name(a).size() + 1, a.size()));
        b = b.substr(0, b.size() - std::min(file_name(b).size() + 1, b.size()));
    }
    return count;
}

// What the diff says of the file; null: nothing. The longest path that fits decides among equal names.
const FileDiff* diff_of(const std::vector<FileDiff>& files, const std::string& path)
{
    const FileDiff* found = nullptr;
    std::size_t most = 0;
    for (const FileDiff& file : files)
        if (std::size_t parts = std::max(common_parts(file.before, path), common_parts(file.after, path));
            parts > most) {
            most = parts;
            found = &file;
        }
    return found == nullptr && files.size() == 1 ? &files.front() : found;
}

// Both states of a document that is no zone file, by the reader of its format. Nothing: the file is deleted.
std::vector<ReadZone> read_both(const Document& before, const std::optional<Document>& after,
                                const ReadOptions& options)
{
    ReadOptions plain = options;
    plain.base.reset();
    plain.base_zone.clear();
    plain.base_format = nullptr;
    std::vector<ReadZone> zones = options.base_format->read(before, plain);
    for (ReadZone& zone : zones)
        zone.before = std::exchange(zone.after, std::nullopt);
    std::vector<ReadZone> later = after ? options.base_format->read(*after, plain) : std::vector<ReadZone>();
    for (ReadZone& now : later) {
        auto same = std::find_if(zones.begin(), zones.end(), [&](const ReadZone& zone) {
            return zone.zone == now.zone && zone.view == now.view && !zone.after;
        });
        if (same == zones.end()) {
            zones.push_back(std::move(now));
            continue;
        }
        same->after = std::move(now.after);
        same->notes = std::move(now.notes);
    }
    for (ReadZone& zone : zones)
        for (std::optional<ReadState>* state : {&zone.before, &zone.after})
            if (*state && (*state)->is_part) // nobody read the other files
                (*state)->coverage = std::max((*state)->coverage, Coverage::part);
    return zones;
}

// Files that the diff creates need no base.
std::vector<ReadZone> read_new_files(const Document& diff, const std::vector<FileDiff>& files,
                                     const ReadOptions& options)
{
    std::vector<ReadZone> zones;
    std::string others; // what is no zone
    bool has_others =
        std::any_of(files.begin(), files.end(), [](const FileDiff& file) { return !file.before.empty(); });
    if (files.empty() || has_others)
        throw Failure("{}: a diff is applied to a file\nhelp: name it with --zone FILE", defused(diff.path));
    for (const FileDiff& file : files) {
        Document made{file.after, std::make_shared<Bytes>(std::string())};
        made.bytes = std::make_shared<Bytes>(apply(diff, file, made));
        const ChangeFormat* format = recognize_format(made.path, made.bytes->view());
        if (format != nullptr && format->describes != Describes::change) {
            for (ReadZone& zone : format->read(made, options))
                zones.push_back(std::move(zone));
            continue;
        }
        if (in_lower_case(made.bytes->view()).find("soa") == std::string::npos) {
            others += fmt::format("{}`{}`", others.empty() ? "" : ", ", defused(file.after));
            continue;
        }
        std::string name = options.origin.empty()
                               ? guess_origin(made.bytes->view(), made.path, options.placeholders).name.view().text()
                               : options.origin;
        zones.push_back(
            {name, "", made.path, std::nullopt, ReadState{std::move(made.bytes), nullptr, Coverage::whole, {}}, {}});
    }
    if (zones.empty())
        throw Failure("{}: it creates no zone: {}", defused(diff.path), others);
    if (!others.empty())
        zones.front().notes.push_back(fmt::format("{}: {} is no zone, and not judged", defused(diff.path), others));
    return zones;
}

void note_others(const Document& diff, const std::vector<FileDiff>& files, const FileDiff* judged,
                 std::vector<ReadZone>& zones)
{
    std::string others;
    for (const FileDiff& file : files)
        if (&file != judged)
            others += fmt::format("{}`{}`", others.empty() ? "" : ", ", defused(file.shown()));
    if (others.empty())
        return;
    if (zones.empty())
        zones.push_back({"", "", diff.path, std::nullopt, std::nullopt, {}});
    zones.front().notes.push_back(
        fmt::format("{}: what it does to {} is not judged: --zone names the file that is", defused(diff.path), others));
}

// Where the file is after the change, as seen from where it was.
std::string path_after(const FileDiff& file, const std::string& path)
{
    bool is_renamed = !file.before.empty() && file_name(file.before) != file_name(file.after) &&
                      file_name(file.before) == file_name(path);
    return is_renamed ? path.substr(0, path.size() - file_name(path).size()) + std::string(file_name(file.after))
                      : path;
}

} // namespace

bool is_unified_diff(std::string_view, std::string_view text)
{
    if (text.starts_with("diff --git "))
        return true;
    return (text.starts_with("--- ") || text.find("\n--- ") != std::string_view::npos) &&
           text.find("\n@@ -") != std::string_view::npos && text.find("+++ ") != std::string_view::npos;
}

std::vector<ReadZone> read_unified_diff(const Document& change, const ReadOptions& options)
{
    std::vector<FileDiff> files = files_in(change);
    if (!options.base)
        return read_new_files(change, files, options);
    const Document& base = *options.base;
    const FileDiff* file = diff_of(files, base.path);
    if (file == nullptr)
        throw Failure("{}: the diff does not change `{}`", defused(change.path), defused(base.path));
    if (file->before.empty())
        throw Failure(
            "{}: the diff creates `{}`, which is there already\nhelp: leave out --zone to judge what it creates",
            defused(change.path), defused(base.path));
    auto patched = std::make_shared<Bytes>(apply(change, *file, base));
    bool is_deleted = file->after.empty();
    if (is_deleted && !patched->view().empty())
        throw Failure("{}: the diff deletes `{}`, which holds more than the diff says\nhelp: it was made for another "
                      "state of the file",
                      defused(change.path), defused(base.path));
    std::vector<ReadZone> zones;
    if (options.base_format != nullptr) {
        std::optional<Document> after;
        if (!is_deleted)
            after = Document{path_after(*file, base.path), std::move(patched)};
        zones = read_both(base, after, options);
    } else {
        ReadZone zone;
        zone.zone = options.base_zone;
        zone.path = base.path;
        zone.before = ReadState{base.bytes, nullptr, Coverage::whole, {}};
        if (!is_deleted)
            zone.after = ReadState{std::move(patched), nullptr, Coverage::whole, {}};
        zones.push_back(std::move(zone));
    }
    note_others(change, files, file, zones);
    return zones;
}

} // namespace zonevet
