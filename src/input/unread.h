// What could not be read, so that a mistake may hide there.
#pragma once

#include <string>

namespace zonevet {

struct Unread {
    std::string path;    // as it is to be shown
    std::string message; // "cannot read `x`: ..."; the lines behind the first are "help: ..."
};

} // namespace zonevet
