#include "rules/names/shared/targets.h"

#include "base/ascii.h"
#include "dns/public_suffix.h"
#include "rules/reverse/shared/reverse_name.h"

#include <algorithm>
#include <arpa/inet.h>

namespace zonevet::rules {

namespace {

constexpr Few<Field, 2> none = {};
constexpr Few<Field, 2> ns = {field(Type::NS, "target")};
constexpr Few<Field, 2> cname = {field(Type::CNAME, "target")};
constexpr Few<Field, 2> soa = {field(Type::SOA, "mname"), field(Type::SOA, "rname")};
constexpr Few<Field, 2> ptr = {field(Type::PTR, "target")};
constexpr Few<Field, 2> mx = {field(Type::MX, "exchange")};
constexpr Few<Field, 2> srv = {field(Type::SRV, "target")};
constexpr Few<Field, 2> naptr = {field(Type::NAPTR, "replacement")};
constexpr Few<Field, 2> dname = {field(Type::DNAME, "target")};
constexpr Few<Field, 2> svcb = {field(Type::SVCB, "target")};
constexpr Few<Field, 2> https = {field(Type::HTTPS, "target")};
constexpr Few<Field, 2> afsdb = {field(Type::AFSDB, "hostname")};
constexpr Few<Field, 2> kx = {field(Type::KX, "exchanger")};
constexpr Few<Field, 2> rp = {field(Type::RP, "mailbox"), field(Type::RP, "text-name")};
constexpr Few<Field, 2> rt = {Field{Type::RT, 1}};
constexpr Few<Field, 2> lp = {Field{Type::LP, 1}};
constexpr Few<Field, 2> minfo = {Field{Type::MINFO, 0}, Field{Type::MINFO, 1}};

bool same_ignoring_case(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

} // namespace

// Anywhere, or right before its end.
bool holds_twice(Name name, Name apex, bool anywhere)
{
    std::string_view wire = name.wire();
    std::string_view labels = apex.wire().substr(0, apex.wire().size() - 1);
    if (labels.empty() || wire.size() <= 2 * labels.size())
        return false;
    std::size_t last = wire.size() - 1 - 2 * labels.size();
    for (std::size_t at = 0; at <= last; at += static_cast<unsigned char>(wire[at]) + 1U)
        if (wire[at] == labels[0] && (anywhere || at == last) &&
            same_ignoring_case(wire.substr(at, labels.size()), labels))
            return name.is_at_or_below(apex);
    return false;
}

namespace {

bool is_octet_label(std::string_view label)
{
    return !label.empty() && label.size() <= 3 &&
           std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

const Few<Field, 2>& names_in(Type type)
{
    switch (type) {
    case Type::NS:
        return ns;
    case Type::CNAME:
        return cname;
    case Type::SOA:
        return soa;
    case Type::PTR:
        return ptr;
    case Type::MX:
        return mx;
    case Type::SRV:
        return srv;
    case Type::NAPTR:
        return naptr;
    case Type::DNAME:
        return dname;
    case Type::SVCB:
        return svcb;
    case Type::HTTPS:
        return https;
    case Type::AFSDB:
        return afsdb;
    case Type::KX:
        return kx;
    case Type::RP:
        return rp;
    case Type::RT:
        return rt;
    case Type::LP:
        return lp;
    case Type::MINFO:
        return minfo;
    default:
        return none;
    }
}

bool is_mailbox(Field field)
{
    return field.type == Type::MINFO || (field.type == Type::SOA && field.index == 1) ||
           (field.type == Type::RP && field.index == 0);
}

std::string_view written(const Record& record, const Place& place)
{
    return record.zone().sources().text(record.zone().span(place));
}

std::string_view written_name(const Record& record, Field field)
{
    return record.generated() ? std::string_view() : written(record, record.at(field));
}

bool repeats_line(const Record& record)
{
    auto id = static_cast<std::uint32_t>(record.id());
    return record.generated() && id > 0 && record.zone().record(RecordId{id - 1}).entry() == record.entry();
}

bool is_relative(std::string_view text)
{
    return !text.empty() && text != "@" && !text.starts_with("\\#") && (!text.ends_with('.') || text.ends_with("\\."));
}

bool is_address(std::string_view text)
{
    if (text.ends_with('.'))
        text.remove_suffix(1);
    char buffer[64];
    if (text.size() >= sizeof buffer)
        return false;
    *std::copy(text.begin(), text.end(), buffer) = '\0';
    unsigned char address[16];
    return inet_pton(AF_INET, buffer, address) == 1 || inet_pton(AF_INET6, buffer, address) == 1;
}

bool repeats_origin(const Zone& zone, Name name, std::string_view text)
{
    Name apex = zone.apex();
    bool relative = is_relative(text);
    if (!holds_twice(name, apex, relative))
        return false;
    if (apex.label_count() == 1) { // com.com. may well be a name in com.
        std::optional<Node> twin = zone.find(name.ancestor(2));
        if (name.label_count() < 3 || (twin && twin->has_records()))
            return false;
    }
    OwnedName alone;
    return !relative || (to_name(text, alone) && alone.view().is_at_or_below(apex));
}

bool holds_address(const Record& record, Field field)
{
    Name name = record.name(field);
    std::string_view first = name.first_label();
    if (first.find(':') == std::string_view::npos) {
        if (!is_octet_label(first) || name.label_count() < 4)
            return false;
        for (std::size_t i = 1; i < 4; ++i)
            if (!is_octet_label(name.label(i)))
                return false;
    }
    if (!record.generated())
        return is_address(written_name(record, field));
    return is_address(name.text_below(record.zone().apex()));
}

bool lacks_final_dot(const Record& record, Field field)
{
    if (!record.relative())
        return false;
    Name name = record.name(field);
    const Zone& zone = record.zone();
    if (zone.look_up(name, Type::A).is != Existence::no_such_name)
        return false;
    std::string_view text = written_name(record, field);
    if (!is_relative(text) || text.find('.') == std::string_view::npos || text.find('\\') != std::string_view::npos ||
        !ends_in_public_suffix(text))
        return false;
    OwnedName alone;
    if (!to_name(text, alone) || alone.view() == name)
        return false; // below the root's origin a final dot changes nothing
    // A mailbox never exists, so its absence tells nothing: it must look like one of a real domain.
    if (is_mailbox(field) && std::count(text.begin(), text.end(), '.') < 2)
        return false;
    return !repeats_origin(zone, name, text);
}

bool is_range(std::string_view label)
{
    std::size_t slash = label.find('/');
    return is_octet_label(label.substr(0, slash)) && is_octet_label(label.substr(slash + 1)); // npos + 1 is 0
}

bool is_service_instance(Name name)
{
    for (name = name.parent(); !name.is_root(); name = name.parent())
        if (std::string_view label = name.first_label();
            same_ignoring_case(label, "_tcp") || same_ignoring_case(label, "_udp"))
            return true;
    return false;
}

bool holds_foreign_text(const Record& record, Field field)
{
    if (record.plain())
        return false;
    Name name = record.name(field);
    if (is_mailbox(field) || name.wire().find_first_of("/:@ *") == std::string_view::npos)
        return false;
    // An alias may stand for a wildcard, and policy zones (RPZ) say "*." for "no data".
    bool star_allowed = field.type == Type::CNAME || field.type == Type::DNAME;
    bool foreign = false;
    for (Name rest = name; !rest.is_root(); rest = rest.parent()) {
        std::string_view label = rest.first_label();
        if (label == "*")
            foreign |= !star_allowed || rest != name;
        else if (label.find_first_of("/:@ ") != std::string_view::npos)
            foreign |= !is_range(label);
    }
    if (!foreign || is_service_instance(name) || holds_address(record, field))
        return false;
    // What browsing domains list is free text as well.
    if (record.type() == Type::PTR && has_underscore_label(record.owner()))
        return false;
    // The origin may hold them too (gdnsd writes "$ORIGIN 0.0.@Z"), and that is not this name's
    // fault.
    return record.generated() || written_name(record, field).find_first_of("/:@*\\") != std::string_view::npos;
}

bool is_miswritten(const Record& record, Field field)
{
    Name name = record.name(field);
    if (holds_foreign_text(record, field) || holds_address(record, field) || lacks_final_dot(record, field))
        return true;
    return holds_twice(name, record.zone().apex(), true) &&
           repeats_origin(record.zone(), name, written_name(record, field));
}

} // namespace zonevet::rules
