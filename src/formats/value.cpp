// What the readers of JSON and YAML give their formats.
#include "formats/value.h"

#include "base/ascii.h"
#include "text/source.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace zonevet {

UnreadableText::UnreadableText(std::string_view path, std::string_view text, std::uint64_t offset,
                               std::string_view what)
    : Failure("{}: {}", place_text(path, text, offset), what), at(offset), problem(what)
{
}

const Value& Value::operator[](std::string_view key) const
{
    static const Value none;
    for (auto member = members.rbegin(); member != members.rend(); ++member)
        if (member->first.text == key)
            return member->second;
    return none;
}

std::vector<const Value*> Value::each() const
{
    std::vector<const Value*> list;
    if (is_list())
        for (const Value& item : items)
            list.push_back(&item);
    else if (!is_null())
        list.push_back(this);
    return list;
}

std::vector<const Value*> values_called(std::string_view key, const Value& in)
{
    std::vector<const Value*> all;
    auto take = [&](const std::vector<const Value*>& more) { all.insert(all.end(), more.begin(), more.end()); };
    for (const Value& item : in.items)
        take(values_called(key, item));
    for (const Value::Member& member : in.members)
        take(member.first.text == key ? member.second.each() : values_called(key, member.second));
    return all;
}

std::uint32_t Value::number_or(std::uint32_t otherwise) const
{
    std::uint32_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? number : otherwise;
}

std::string Value::words() const
{
    if (!is_list() && !is_map())
        return text;
    std::vector<std::string> parts;
    for (const Value& item : items)
        if (std::string part = item.words(); !part.empty())
            parts.push_back(item.is_map() ? "{" + part + "}" : part);
    for (const auto& [key, value] : members)
        if (std::string part = value.words(); !part.empty())
            parts.push_back(fmt::format("{}: {}", key.text, value.is_map() ? "{" + part + "}" : part));
    if (is_map())
        std::sort(parts.begin(), parts.end());
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string Value::text_or(std::string_view otherwise) const
{
    return is_null() || is_list() || is_map() ? std::string(otherwise) : text;
}

bool begins_like_json(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos && (text[begin] == '{' || text[begin] == '[');
}

std::vector<Value> read_json_or_yaml(std::string_view path, std::string_view text)
{
    std::vector<Value> documents;
    if (begins_like_json(text))
        documents = read_json_documents(path, text);
    else
        documents = read_yaml_documents(path, text);
    return documents;
}

Value joined_pages(std::vector<Value> pages, std::string_view list)
{
    if (pages.size() == 1)
        return std::move(pages.front());
    Value all, joined;
    all.kind = joined.kind = Value::Kind::list;
    for (Value& page : pages)
        for (Value::Member& member : page.members)
            if (member.first.text == list)
                for (Value& item : member.second.items)
                    joined.items.push_back(std::move(item));
    if (joined.items.empty()) {
        all.items = std::move(pages);
        return all;
    }
    Value last = std::move(pages.back());
    last.members.push_back({Value::Key{std::string(list), last.from, last.from}, std::move(joined)});
    return last;
}

std::string place_text(std::string_view path, std::string_view text, std::uint64_t offset)
{
    std::string_view before = text.substr(0, std::min<std::uint64_t>(offset, text.size()));
    std::size_t line = before.rfind('\n');
    std::string_view head = line == std::string_view::npos ? before : before.substr(line + 1);
    auto column =
        std::count_if(head.begin(), head.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
    return fmt::format("{}:{}:{}", defused(path), 1 + std::count(before.begin(), before.end(), '\n'), 1 + column);
}

} // namespace zonevet
