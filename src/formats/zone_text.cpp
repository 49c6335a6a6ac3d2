#include "formats/zone_text.h"

#include <fmt/format.h>

namespace zonevet {

void ZoneText::add(const TextRecord& record)
{
    // Whatever a format holds, one record stays one line.
    auto line_safe = [](std::string text) {
        for (char& c : text)
            if (c == '\n' || c == '\r')
                c = ' ';
        return text;
    };
    // In a document such a name is neither a comment nor a directive.
    bool is_odd = record.owner.starts_with('#') || record.owner.starts_with('$') || record.owner.starts_with("//");
    std::string head = fmt::format("{}{} {} IN {} ", is_odd ? "\\" : "", line_safe(record.owner), record.ttl,
                                   line_safe(record.type));
    std::uint64_t begin = text_.size();
    std::uint64_t data = begin + head.size();
    text_ += head + line_safe(record.data) + "\n";
    origins_->records.push_back(
        {begin, text_.size(), record.place.file, record.place.from, record.place.to});
    if (record.verbatim)
        origins_->exact.push_back({data, data + record.data.size(), record.place.file,
                                   record.place.from, record.place.to});
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
