// How formats spell names, types and text; declared with the collector.
#include "base/ascii.h"
#include "dns/rdata.h"
#include "formats/collector.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet {

std::string zone_key(const std::string& zone, std::string_view view)
{
    return view.empty() ? zone : fmt::format("{} {}", zone, view);
}

bool has_placeholder(std::string_view text)
{
    return text.find("${") != std::string_view::npos || text.find("{{") != std::string_view::npos ||
           text.find("<%") != std::string_view::npos;
}

bool is_alias_type(std::string_view type)
{
    std::string name = in_lower_case(type.substr(type.rfind('/') + 1));
    return name == "alias" || name == "aname" || name == "r53_alias" || name == "azure_alias" || name == "akamaicdn" ||
           name == "akamaitlc" || name == "link" || name == "flattened_cname";
}

// Of a web server that the provider has for it.
bool is_redirect_type(std::string_view type)
{
    std::string name = in_lower_case(type.substr(type.rfind('/') + 1));
    return name == "frame" || name == "cloudns_wr" || name.starts_with("url") || name.ends_with("urlfwd") ||
           name.ends_with("redirect");
}

bool is_address_type(std::string_view type)
{
    return type == "A" || type == "AAAA";
}

bool names_a_host(std::string_view type)
{
    return type == "CNAME" || type == "NS" || type == "PTR" || type == "DNAME";
}

std::string with_final_dot(std::string_view type, std::string data)
{
    bool ends_in_name = names_a_host(type) || type == "MX" || type == "SRV" || type == "NAPTR" || type == "RP" ||
                        type == "AFSDB" || type == "KX";
    if (ends_in_name && !data.empty() && !data.ends_with('.'))
        data += '.';
    return data;
}

std::string absolute(std::string_view name)
{
    std::string made(name);
    if (!made.ends_with('.'))
        made += '.';
    return made;
}

std::string below(std::string_view name, std::string_view zone)
{
    if (name.empty() || name == "@")
        return std::string(zone);
    return std::string(name) + "." + std::string(zone == "." ? "" : zone);
}

std::string quoted_strings(std::string_view text)
{
    constexpr std::size_t longest = 255;
    std::string made;
    do {
        made += (made.empty() ? "" : " ") + quoted_text(text.substr(0, longest));
        text.remove_prefix(std::min(text.size(), longest));
    } while (!text.empty());
    return made;
}

} // namespace zonevet
