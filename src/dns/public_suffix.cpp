// libpsl with its built-in list; nothing is fetched.
#include "dns/public_suffix.h"

#include "base/ascii.h"

#include <algorithm>
#include <libpsl.h>
#include <string>

namespace zonevet {

namespace {

bool listed(std::string_view name, int kind)
{
    std::string text = in_lower_case(name);
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

std::string registered_domain(std::string_view name)
{
    if (name.ends_with('.'))
        name.remove_suffix(1);
    std::string text = in_lower_case(name);
    const char* domain = psl_registrable_domain(psl_builtin(), text.c_str());
    return domain ? domain : "";
}

} // namespace zonevet
