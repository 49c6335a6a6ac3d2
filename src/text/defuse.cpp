// A zone file can come from a stranger's pull request, and its text is echoed to terminals and CI
// logs. Both take commands from what is printed: terminals from ESC and C1 control characters, CI
// runners from "##[" and "##vso[" anywhere in a line; direction marks make a line read as what it
// is not. Nothing of that may leave this program.
#include "text/source.h"
#include "text/utf8.h"

namespace zonevet {

std::string defused(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        CodePoint point = code_point_at(text, i);
        std::string_view rest = text.substr(i);
        if (!point.valid || is_invisible(point.value)) {
            out += stand_in(point);
        } else if (rest.starts_with("##[") || rest.starts_with("##vso[")) {
            out += "#\\x23"; // GitHub Actions and Azure Pipelines log commands
            ++i;
        } else {
            out += rest.substr(0, point.length);
        }
        i += point.length;
    }
    return out;
}

} // namespace zonevet
