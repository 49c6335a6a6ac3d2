// Comments of YAML that silence findings, carried into the zone file that is written.
#include "formats/yaml_silences.h"

#include <algorithm>

namespace zonevet {

namespace {

struct Line {
    std::uint64_t from = 0, to = 0; // without its end
    std::size_t indent = 0;
    bool is_item = false, is_blank = false; // a comment alone is blank
};

std::vector<Line> lines_of_yaml(std::string_view text)
{
    std::vector<Line> lines;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        std::string_view rest = line.substr(indent);
        lines.push_back({at, end, indent, rest.starts_with("- "), rest.empty() || rest[0] == '#' || rest[0] == '\r'});
        at = end + 1;
    }
    return lines;
}

// Where the value ends that begins in this line: before the next one that is not further to the right. A
// list may stand right below its key.
std::uint64_t end_of_block(const std::vector<Line>& lines, std::size_t line)
{
    for (std::size_t next = line + 1; next < lines.size(); ++next)
        if (!lines[next].is_blank &&
            (lines[next].indent < lines[line].indent ||
             (lines[next].indent == lines[line].indent && (!lines[next].is_item || lines[line].is_item))))
            return lines[next].from;
    return lines.empty() ? 0 : lines.back().to + 1;
}

} // namespace

YamlSilences::YamlSilences(std::string_view document)
{
    constexpr std::string_view word = "zonevet:";
    if (document.find(word) == std::string_view::npos)
        return;
    std::vector<Line> lines = lines_of_yaml(document);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view line = document.substr(lines[i].from, lines[i].to - lines[i].from);
        std::size_t mark = line.find("# zonevet:");
        if (mark == std::string_view::npos || (mark > 0 && line[mark - 1] != ' ' && line[mark - 1] != '\t'))
            continue;
        std::string comment(line.substr(mark + 2));
        if (comment.ends_with('\r'))
            comment.pop_back();
        Silence silence;
        silence.place = {0, lines[i].from + mark, lines[i].to};
        std::size_t verb = std::min(comment.find_first_not_of(' ', word.size()), comment.size());
        std::size_t list = std::min(comment.find('[', verb), comment.size());
        std::string name = comment.substr(verb, list - verb);
        if (name != "ignore" && name != "ignore-name") {
            silence.begin = comment; // of the whole file, or not understood
            list_.push_back(std::move(silence));
            continue;
        }
        std::size_t line_of = i;
        while (line_of < lines.size() && lines[line_of].is_blank)
            ++line_of;
        silence.from = line_of < lines.size() ? lines[line_of].from : document.size();
        silence.to = line_of < lines.size() ? end_of_block(lines, line_of) : document.size();
        silence.begin = std::string(word) + " off" + comment.substr(list);
        silence.end = std::string(word) + " on" +
                      comment.substr(list, std::min(comment.find(']', list), comment.size() - 1) + 1 - list);
        list_.push_back(std::move(silence));
    }
    std::stable_sort(list_.begin(), list_.end(), [](const Silence& a, const Silence& b) { return a.from < b.from; });
}

void YamlSilences::before(std::uint64_t at, ZoneText& text)
{
    for (Silence& silence : list_) {
        if (silence.is_open && silence.to <= at) {
            text.comment(silence.place, silence.end);
            silence.is_open = false;
        }
        if (silence.is_done || silence.from > at)
            continue;
        silence.is_done = true;
        text.comment(silence.place, silence.begin);
        silence.is_open = !silence.end.empty() && at < silence.to;
        if (!silence.end.empty() && !silence.is_open) // nothing of it became a record
            text.comment(silence.place, silence.end);
    }
}

void YamlSilences::finish(ZoneText& text)
{
    before(~std::uint64_t{0}, text);
}

} // namespace zonevet
