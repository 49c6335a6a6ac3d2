#include "formats/value.h"

#include <charconv>

namespace zonevet {

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

std::uint32_t Value::number_or(std::uint32_t otherwise) const
{
    std::uint32_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? number
                                                                                     : otherwise;
}

std::string Value::text_or(std::string_view otherwise) const
{
    return is_null() || is_list() || is_map() ? std::string(otherwise) : text;
}

} // namespace zonevet
