#include "rules/names/shared/public_suffix.h"

#include <algorithm>
#include <libpsl.h>
#include <string>

namespace zonevet::rules {

namespace {

bool listed(std::string_view name, int kind)
{
    std::string text(name);
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    // Without the "*" rule, by which any unknown label would be a suffix.
    return psl_is_public_suffix2(psl_builtin(), text.c_str(), kind | PSL_TYPE_NO_STAR_RULE) != 0;
}

} // namespace

bool ends_in_public_suffix(std::string_view name)
{
    if (name.ends_with('.'))
        name.remove_suffix(1);
    std::size_t dot = name.rfind('.');
    return listed(dot == std::string_view::npos ? name : name.substr(dot + 1), PSL_TYPE_ICANN);
}

bool is_public_suffix(std::string_view name)
{
    if (name.ends_with('.'))
        name.remove_suffix(1);
    return listed(name, PSL_TYPE_ANY);
}

} // namespace zonevet::rules
