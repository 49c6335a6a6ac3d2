// Domain names in wire form: labels with a length octet each, ended by the root's zero octet, as
// written (upper and lower case kept). `Name` is a view of two words that owns nothing; comparisons
// ignore ASCII case (RFC 4343). A Name is always well formed: at most 255 octets, labels of 1 to 63.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fmt/format.h> // fmt/core.h only declares what the formatter below calls
#include <string>
#include <string_view>

namespace zonevet {

class Name {
public:
    constexpr Name() : wire_("\0", 1) {}
    // `wire` must hold exactly one well-formed name and outlive the view.
    explicit constexpr Name(std::string_view wire) : wire_(wire) {}

    std::string_view wire() const { return wire_; }
    bool is_root() const { return wire_.size() == 1; }
    std::size_t label_count() const;             // without the root: "www.example." has 2
    std::string_view first_label() const;        // octets of the leftmost label; empty for the root
    std::string_view label(std::size_t i) const; // i-th from the left, i < label_count()
    Name parent() const;                         // the root's parent is the root
    Name ancestor(std::size_t labels) const;     // its last `labels` labels
    bool is_wildcard() const { return first_label() == "*"; }
    bool is_at_or_below(Name other) const; // equal to `other` or below it
    bool is_below(Name other) const { return wire_.size() > other.wire_.size() && is_at_or_below(other); }

    friend bool operator==(Name a, Name b);
    friend bool operator!=(Name a, Name b) { return !(a == b); }

    // Presentation form, absolute, with the escapes of RFC 1035 5.1: "www.example.com.".
    std::string text() const;
    // The same relative to `apex`: "@", "www", or absolute when it is not at or below it.
    std::string text_below(Name apex) const;

private:
    std::string_view wire_;
};

// Canonical order of RFC 4034 6.1: by labels from the right, lower case, shorter first.
bool canonical_less(Name a, Name b);

// One label in presentation form.
std::string label_text(std::string_view label);

// A name that owns its octets.
class OwnedName {
public:
    OwnedName() : wire_("\0", 1) {}
    explicit OwnedName(Name name) : wire_(name.wire()) {}
    operator Name() const { return Name(wire_); }
    Name view() const { return Name(wire_); }

private:
    std::string wire_;
};

// What can be wrong with a name written as text.
enum class NameError : std::uint8_t { none, escape, label_too_long, label_empty, too_long };

struct NameText {
    NameError error = NameError::none;
    std::size_t from = 0, to = 0; // the octets of the text that are wrong
};

// Reads `text` (escapes of RFC 1035 5.1; "@" is the origin; without a final dot the origin is
// appended) into `out`, which must have room for 256 octets. Returns the wire length in `length`.
NameText parse_name(std::string_view text, Name origin, char* out, std::size_t& length);

// The same for callers that do not care why: nothing when it is not a name.
// Without a final dot the name is taken relative to `origin` (the root when left out).
bool to_name(std::string_view text, OwnedName& out, Name origin = Name());

} // namespace zonevet

template <> struct fmt::formatter<zonevet::Name> : fmt::formatter<fmt::string_view> {
    template <class Context> auto format(zonevet::Name name, Context& context) const
    {
        std::string text = name.text();
        return fmt::formatter<fmt::string_view>::format(text, context);
    }
};
