// Which zone a name belongs to, for documents that list names and no zones.
#pragma once

#include "formats/formats.h"

#include <set>
#include <string>

namespace zonevet {

class ZoneNames {
public:
    explicit ZoneNames(const ReadOptions& options);

    // A zone that the document names: by an SOA record, as a hosted zone.
    void know(std::string_view zone);
    // The longest known zone that holds the name; else the domain that was registered, in lower case.
    std::string of(std::string_view owner) const;

private:
    std::set<std::string> known_; // with their final dots, in lower case
};

} // namespace zonevet
