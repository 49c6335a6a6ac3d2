#include "rules/text/shared/policy_text.h"
#include "rules/services/shared/near.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet::rules {

namespace {
constexpr Field text_field = field(Type::TXT, "text");
} // namespace

std::string_view first_string(const Record& txt)
{
    std::string_view bytes = txt.rdata();
    return bytes.substr(1, static_cast<unsigned char>(bytes[0]));
}

bool begins_with(const Record& txt, std::string_view head)
{
    return starts_with_text(first_string(txt), head);
}

PolicyText::PolicyText(const Record& txt) : txt_(txt)
{
    for (std::string_view string : txt.strings(text_field)) {
        begins_.push_back(text_.size());
        text_ += string;
    }
}

Place PolicyText::place(std::size_t begin, std::size_t end) const
{
    for (std::size_t i = begins_.size(); i-- > 0;) {
        if (begin < begins_[i])
            continue;
        std::size_t string_end = i + 1 < begins_.size() ? begins_[i + 1] : text_.size();
        if (end > string_end) // not one place of the file: it shows as all strings, and takes no fix
            return txt_.at(text_field).within(begin, end);
        return txt_.at(text_field, i).within(begin - begins_[i], end - begins_[i]);
    }
    return txt_.at(text_field);
}

Place PolicyText::place(std::string_view part) const
{
    std::size_t begin = static_cast<std::size_t>(part.data() - text_.data());
    return part.empty() ? txt_.at(text_field) : place(begin, begin + part.size());
}

std::vector<std::size_t> PolicyText::seams() const
{
    return {begins_.begin() + 1, begins_.end()};
}

bool is_written_bare(const Record& txt)
{
    const Zone& zone = txt.zone();
    return !zone.sources().text(zone.span(txt.at(text_field, 0))).starts_with('"');
}

std::string_view trimmed(std::string_view text)
{
    auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::optional<std::string> without_inner_quotes(const Record& txt)
{
    if (txt.strings(text_field).size() != 1)
        return {};
    const Zone& zone = txt.zone();
    std::string_view written = zone.sources().text(zone.span(txt.at(text_field, 0)));
    for (std::string_view quote : {"\\\"", "'"}) {
        std::string begin = fmt::format("\"{}", quote), end = fmt::format("{}\"", quote);
        if (written.size() > begin.size() + end.size() && written.starts_with(begin) && written.ends_with(end))
            return fmt::format("\"{}\"", written.substr(begin.size(), written.size() - begin.size() - end.size()));
    }
    return {};
}

std::vector<Tag> tags_of(std::string_view text)
{
    std::vector<Tag> tags;
    while (!text.empty()) {
        std::size_t end = std::min(text.find(';'), text.size());
        std::string_view part = trimmed(text.substr(0, end));
        if (!part.empty()) {
            std::size_t equals = part.find('=');
            Tag tag;
            tag.whole = part;
            tag.has_equals = equals != std::string_view::npos;
            tag.name = trimmed(part.substr(0, equals));
            if (tag.has_equals)
                tag.value = trimmed(part.substr(equals + 1));
            tags.push_back(tag);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return tags;
}

const Tag* find_tag(const std::vector<Tag>& tags, std::string_view name)
{
    for (const Tag& tag : tags)
        if (same_text(tag.name, name))
            return &tag;
    return nullptr;
}

} // namespace zonevet::rules
