// A place of another zone, shown in the report of this one.
#include "lint/other_zone.h"

namespace zonevet {

namespace {

std::uint32_t source_in(Sources& sources, const std::string& path, std::string_view text)
{
    for (std::uint32_t i = 0; i < sources.size(); ++i)
        if (sources[i].path() == path && sources[i].text() == text)
            return i;
    return sources.add(path, std::make_shared<Bytes>(std::string(text)));
}

} // namespace

Span place_in(Sources& sources, const Zone& zone, const Place& place, const ZoneFile& file)
{
    Span span = zone.span(place);
    if (file.origins) {
        span = file.origins->back(span);
        const Origins::File& origin = file.origins->files[span.source];
        span.source = source_in(sources, origin.path, origin.bytes->view());
    } else {
        const Source& source = zone.sources()[span.source];
        span.source = source_in(sources, source.path(), source.text());
    }
    return span;
}

} // namespace zonevet
