// What a call says about this machine, at this moment, and not about the file it was asked about. Whoever takes it
// for "there is no such file" calls something good that nobody has looked at.
#pragma once

#include "base/failure.h"

#include <cerrno>
#include <new>
#include <string_view>
#include <system_error>

namespace zonevet {

// Throws when `error` is of that kind.
inline void refuse_machine_fault(int error, std::string_view doing)
{
    if (error == ENOMEM)
        throw std::bad_alloc();
    if (error == EIO || error == EMFILE || error == ENFILE)
        throw Failure("cannot {}: {}", doing, std::generic_category().message(error));
}

} // namespace zonevet
