// What stands around a report in HTML: style, filter, script. Private to `html`.
#pragma once

#include <string>
#include <string_view>

namespace zonevet::html_page {

std::string beginning(std::string_view title); // `title` is escaped already
std::string_view filter();
std::string_view end();

} // namespace zonevet::html_page
