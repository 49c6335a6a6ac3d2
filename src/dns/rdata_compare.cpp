// Data are compared as RFC 3597 has it: names in data without regard to case, all else octet by octet.
#include "dns/rdata_compare.h"

#include "base/ascii.h"
#include "dns/rdata.h"

#include <algorithm>

namespace zonevet {

namespace {

int compare_without_case(std::string_view a, std::string_view b)
{
    std::size_t common = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < common; ++i)
        if (char x = ascii_lower(a[i]), y = ascii_lower(b[i]); x != y)
            return static_cast<unsigned char>(x) < static_cast<unsigned char>(y) ? -1 : 1;
    return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

bool is_name(const FieldSpec& field)
{
    return field.kind == FieldKind::name || field.kind == FieldKind::mailbox;
}

// RFC 8005 5: two lengths and an algorithm, the identity tag and the key, then names of servers.
std::size_t names_of_hip(std::string_view data)
{
    auto octet = [&](std::size_t i) { return std::size_t{static_cast<unsigned char>(data[i])}; };
    return data.size() < 4 ? data.size() : std::min(data.size(), 4 + octet(0) + octet(2) * 256 + octet(3));
}

} // namespace

int compare_data(Type type, std::string_view a, std::string_view b)
{
    if (type == Type::HIP) {
        std::size_t x = names_of_hip(a), y = names_of_hip(b);
        int order = a.substr(0, x).compare(b.substr(0, y));
        return order != 0 ? order : compare_without_case(a.substr(x), b.substr(y));
    }
    const TypeSpec* spec = find_type(type);
    if (a == b || spec == nullptr || std::none_of(spec->fields.begin(), spec->fields.end(), is_name))
        return a.compare(b);
    for (std::size_t i = 0; i < spec->fields.size(); ++i) {
        std::string_view x = rdata_field(type, a, i), y = rdata_field(type, b, i);
        int order = is_name(spec->fields[i]) ? compare_without_case(x, y) : x.compare(y);
        if (order != 0)
            return order;
    }
    return 0;
}

bool is_same_data(Type type, std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    // Letters of either case differ in bit 5 alone: what differs elsewhere differs in any case.
    for (std::size_t i = 0; i < a.size(); ++i)
        if (((a[i] ^ b[i]) & ~0x20) != 0)
            return false;
    return compare_data(type, a, b) == 0;
}

} // namespace zonevet
