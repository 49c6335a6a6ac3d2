// The canonical form and order of records (RFC 4034, 6), of which signatures and digests are made.
#include "dnssec/canonical.h"

#include "base/ascii.h"

#include <algorithm>

namespace zonevet::dnssec {

namespace {

// The types whose names are compared in lower case: RFC 4034 6.2 as corrected by RFC 6840 5.1.
bool has_lower_case_names(Type type)
{
    switch (type) {
    case Type::NS:
    case Type::MD:
    case Type::MF:
    case Type::CNAME:
    case Type::SOA:
    case Type::MB:
    case Type::MG:
    case Type::MR:
    case Type::PTR:
    case Type::MINFO:
    case Type::MX:
    case Type::RP:
    case Type::AFSDB:
    case Type::RT:
    case Type::SIG:
    case Type::PX:
    case Type::NXT:
    case Type::NAPTR:
    case Type::KX:
    case Type::SRV:
    case Type::DNAME:
    case Type::RRSIG:
        return true;
    default:
        return false;
    }
}

} // namespace

void append_name(std::string& out, Name name)
{
    // A length octet is at most 63 and so never a letter.
    std::string_view wire = name.wire();
    std::transform(wire.begin(), wire.end(), std::back_inserter(out), ascii_lower);
}

void append_u16(std::string& out, std::uint16_t value)
{
    out += static_cast<char>(value >> 8);
    out += static_cast<char>(value);
}

void append_u32(std::string& out, std::uint32_t value)
{
    append_u16(out, static_cast<std::uint16_t>(value >> 16));
    append_u16(out, static_cast<std::uint16_t>(value));
}

std::string canonical_data(const Record& record)
{
    std::string_view rdata = record.rdata();
    std::string data(rdata);
    const TypeSpec* spec = has_lower_case_names(record.type()) ? find_type(record.type()) : nullptr;
    if (spec == nullptr)
        return data;
    for (std::size_t i = 0; i < spec->fields.size(); ++i) {
        FieldKind kind = spec->fields[i].kind;
        if (kind != FieldKind::name && kind != FieldKind::mailbox)
            continue;
        std::string_view name = rdata_field(record.type(), rdata, i);
        auto at = data.begin() + (name.data() - rdata.data());
        std::transform(at, at + static_cast<std::ptrdiff_t>(name.size()), at, ascii_lower);
    }
    return data;
}

std::vector<std::string> canonical_data(const RRset& set)
{
    std::vector<std::string> all;
    all.reserve(set.size());
    for (Record record : set)
        all.push_back(canonical_data(record));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace zonevet::dnssec
