// Comments of YAML that silence rules: `# zonevet: ignore[rule] reason="..."` covers the line it ends, or
// what the next line begins. In the zone text they become what zone files have for a range.
#pragma once

#include "formats/zone_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

class YamlSilences {
public:
    explicit YamlSilences(std::string_view document);

    bool empty() const { return list_.empty(); }
    // Before the line of what stands at this octet is added to the text; octets ascend.
    void before(std::uint64_t at, ZoneText& text);
    void finish(ZoneText& text);

private:
    struct Silence {
        std::uint64_t from = 0, to = 0; // octets of the document that it covers
        FilePlace place;                // of the comment
        std::string begin, end;         // comments of a zone file
        bool is_open = false, is_done = false;
    };
    std::vector<Silence> list_; // by `from`
};

} // namespace zonevet
