// The whole program as one function, so that tests call it as a user does.
#pragma once

#include "base/version.h"
#include "report/report.h"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace zonevet {

// What the program knows of the world around it.
struct Environment {
    // The value of an environment variable; nothing when it is not set.
    std::function<std::optional<std::string>(const char* name)> variable;
    int standard_input = 0; // descriptor
    bool output_is_terminal = false, error_is_terminal = false;
    std::size_t terminal_width = 0; // 0: not known
};

// `arguments` without the program's name. Returns the exit code: 0 nothing to complain about,
// 1 findings, 2 the run cannot be trusted; a Failure becomes a message on `err` and 2.
int run(std::span<const std::string> arguments, const Environment& environment, const Write& out, const Write& err);

} // namespace zonevet
