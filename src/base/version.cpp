// The version of the program, as CMakeLists.txt states it.
#include "base/version.h"

#ifndef ZONEVET_VERSION
#define ZONEVET_VERSION "0.0.0"
#endif

namespace zonevet {

std::string_view version()
{
    return ZONEVET_VERSION;
}

} // namespace zonevet
