// A value and who set it ("zonevet.toml:4").
#pragma once

#include <optional>
#include <string>

namespace zonevet {

template <class T> struct Set {
    std::optional<T> value;
    std::string from;

    explicit operator bool() const { return value.has_value(); }
    const T& operator*() const { return *value; }
};

} // namespace zonevet
