// Writes a zone file line by line, and where each line comes from.
#include "formats/zone_text.h"

#include <fmt/format.h>

namespace zonevet {

namespace {

// In a document blanks, parentheses and the like are a part of the name, which begins neither a comment nor a
// directive.
std::string owner_text(const std::string& name)
{
    std::string text;
    for (std::size_t i = 0; i < name.size(); ++i) {
        bool is_escaped = i > 0 && name[i - 1] == '\\';
        bool is_mark = std::string_view(" \t;\"()").find(name[i]) != std::string_view::npos;
        bool begins_line = i == 0 && (name[0] == '#' || name[0] == '$' || name.starts_with("//"));
        if ((is_mark && !is_escaped) || begins_line)
            text += '\\';
        text += name[i];
    }
    return text;
}

} // namespace

void ZoneText::add(const TextRecord& record)
{
    // Whatever a format holds, one record stays one line.
    auto line_safe = [](std::string text) {
        for (char& c : text)
            if (c == '\n' || c == '\r')
                c = ' ';
        return text;
    };
    std::string head =
        fmt::format("{} {} IN {} ", owner_text(line_safe(record.owner)), record.ttl, line_safe(record.type));
    std::uint64_t begin = text_.size();
    std::uint64_t data = begin + head.size();
    text_ += head + line_safe(record.data) + "\n";
    origins_->records.push_back({begin, text_.size(), record.place.file, record.place.from, record.place.to});
    if (record.verbatim)
        origins_->exact.push_back(
            {data, data + record.data.size(), record.place.file, record.place.from, record.place.to});
}

void ZoneText::comment(const FilePlace& place, std::string_view words)
{
    std::uint64_t begin = text_.size();
    text_ += "; ";
    for (char c : words)
        text_ += c == '\n' || c == '\r' ? ' ' : c;
    text_ += '\n';
    origins_->records.push_back({begin, text_.size(), place.file, place.from, place.to});
}

// An empty comment stands for it.
void ZoneText::flaw(const FilePlace& place, Mistake mistake, std::string message, std::string help)
{
    std::uint64_t begin = text_.size();
    text_ += ";\n";
    origins_->records.push_back({begin, text_.size(), place.file, place.from, place.to});
    origins_->flaws.push_back({begin, begin + 1, mistake, std::move(message), std::move(help)});
}

} // namespace zonevet
