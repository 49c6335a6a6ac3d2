// Placeholders that the configuration declares: text that a script replaces by a value before the zone
// is published, `@SERIAL@` or `{{*}}`. Where one stands, anything may stand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

// Octets [begin, end) of a text.
struct Stretch {
    std::uint64_t begin = 0, end = 0;
};

class Placeholders {
public:
    // Patterns that have no fault.
    explicit Placeholders(std::vector<std::string> patterns) : patterns_(std::move(patterns)) {}

    // Why the pattern cannot be used; empty when it can.
    static std::string fault(std::string_view pattern);

    const std::vector<std::string>& patterns() const { return patterns_; }
    // In the order of the text; none runs over a line or into another.
    std::vector<Stretch> find(std::string_view text) const;

private:
    std::vector<std::string> patterns_;
};

} // namespace zonevet
