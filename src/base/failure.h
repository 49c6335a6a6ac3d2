// "The run cannot go on": a missing file, a bad flag, a configuration that does not load. Thrown
// anywhere, caught once in main, printed as it stands; the program then ends with exit code 2.
// What is wrong with a zone is never a Failure, it is a finding.
#pragma once

#include <fmt/core.h>

#include <stdexcept>
#include <string>
#include <utility>

namespace zonevet {

class Failure : public std::runtime_error {
public:
    explicit Failure(const std::string& message) : std::runtime_error(message) {}

    template <class... Args> explicit Failure(fmt::format_string<Args...> format, Args&&... args)
        : std::runtime_error(fmt::format(format, std::forward<Args>(args)...))
    {
    }
};

} // namespace zonevet
