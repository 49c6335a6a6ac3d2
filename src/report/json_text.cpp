// nlohmann::json throws for strings that are not UTF-8, and prints what a terminal or a CI log
// would obey; neither happens behind these functions.
#include "report/json_text.h"

#include "text/utf8.h"

namespace zonevet {

std::string json_string(std::string_view text)
{
    return valid_utf8(text);
}

std::string json_text(const Json& value)
{
    std::string text = value.dump(-1, ' ', true, Json::error_handler_t::replace);
    // "##[" can only stand inside of a string, where an escape means the same.
    for (std::string_view command : {"##[", "##vso["})
        for (std::size_t at = 0; (at = text.find(command, at)) != std::string::npos;)
            text.replace(at + 1, 1, "\\u0023");
    return text;
}

void JsonList::add(const Json& value)
{
    write_(first_ ? "\n" : ",\n");
    write_(json_text(value));
    first_ = false;
}

} // namespace zonevet
