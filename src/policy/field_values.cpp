// The values of a field as the rule language compares them.
#include "policy/field_values.h"

#include "dns/rdata.h"
#include "dns/special_address.h"
#include "policy/fields.h"
#include "policy/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet::policy {

namespace {

bool has_strings(Type type)
{
    const TypeSpec* spec = find_type(type);
    return spec != nullptr && spec->fields.size() == 1 && spec->fields[0].kind == FieldKind::strings;
}

// Words `index` and following of the presentation form; the words before are one word each.
void append_words(std::string& out, const Record& record, const Field& field)
{
    std::string text = record.data_text();
    std::string_view rest = text;
    for (std::uint8_t i = 0; i < field.index; ++i)
        rest.remove_prefix(std::min(rest.size(), rest.find(' ') + 1));
    const TypeSpec* spec = find_type(field.type);
    if (field.index + 1u < spec->fields.size())
        rest = rest.substr(0, rest.find(' '));
    out += rest;
}

} // namespace

const Field* field_in(std::span<const Field> fields, Type type)
{
    for (const Field& field : fields)
        if (field.type == type)
            return &field;
    return nullptr;
}

// The `strings` field of the types that have one is their first.
std::size_t string_count(const Record& record)
{
    std::size_t count = 0;
    for (std::string_view rest = record.rdata(); !rest.empty(); ++count)
        rest.remove_prefix(std::min(rest.size(), static_cast<unsigned char>(rest[0]) + std::size_t{1}));
    return count;
}

void append_field(std::string& out, const Field& field, const Record& record)
{
    switch (find_type(field.type)->fields[field.index].kind) {
    case FieldKind::name:
    case FieldKind::mailbox:
        out += record.name(field).text();
        return;
    case FieldKind::ip4:
    case FieldKind::ip6:
        out += address_text(record.bytes(field));
        return;
    case FieldKind::string:
    case FieldKind::tag:
    case FieldKind::text_rest:
        out += record.bytes(field);
        return;
    case FieldKind::strings:
        for (std::string_view rest = record.bytes(field); !rest.empty();) {
            std::size_t size = static_cast<unsigned char>(rest[0]);
            out += rest.substr(1, size);
            rest.remove_prefix(std::min(rest.size(), size + 1));
        }
        return;
    default:
        break;
    }
    if (kind_of(Subject::data, field) == Kind::number)
        out += fmt::format("{}", record.number(field));
    else
        append_words(out, record, field);
}

std::string_view file_of(const Record& record)
{
    return record.zone().sources()[record.entry().source()].path();
}

bool has_field(Subject subject, std::span<const Field> fields, Type type)
{
    if (subject == Subject::strings)
        return has_strings(type);
    return subject != Subject::data || field_in(fields, type) != nullptr;
}

Place place_of(Subject subject, std::span<const Field> fields, const Record& record)
{
    switch (subject) {
    case Subject::name:
    case Subject::fqdn:
    case Subject::domain:
        return record.owner_place();
    case Subject::type:
    case Subject::klass:
        return record.type_place();
    case Subject::ttl:
        return record.ttl_place();
    case Subject::value:
    case Subject::strings:
        return record.data_place();
    case Subject::data:
        if (const Field* field = field_in(fields, record.type()))
            return record.at(*field);
        break;
    default:
        break;
    }
    return record.place();
}

void append_value(std::string& out, Subject subject, std::span<const Field> fields, const Record& record)
{
    switch (subject) {
    case Subject::name:
        out += record.owner().text_below(record.zone().apex());
        return;
    case Subject::domain:
        out += service_domain(record.owner()).text_below(record.zone().apex());
        return;
    case Subject::fqdn:
        out += record.owner().text();
        return;
    case Subject::zone:
        out += record.zone().apex().text();
        return;
    case Subject::type:
        out += type_text(record.type());
        return;
    case Subject::klass:
        out += "IN";
        return;
    case Subject::ttl:
        out += fmt::format("{}", record.ttl());
        return;
    case Subject::value:
        out += record.data_text();
        return;
    case Subject::file:
        out += file_of(record);
        return;
    case Subject::strings:
        out += fmt::format("{}", string_count(record));
        return;
    case Subject::event:
        return;
    case Subject::data:
        break;
    }
    if (const Field* field = field_in(fields, record.type()))
        append_field(out, *field, record);
}

void append_shown(std::string& out, Subject subject, std::span<const Field> fields, const Record& record)
{
    if (subject == Subject::ttl) {
        out += period_text(record.ttl());
        return;
    }
    const Field* field = subject == Subject::data ? field_in(fields, record.type()) : nullptr;
    if (field != nullptr && find_type(field->type)->fields[field->index].kind == FieldKind::period)
        out += period_text(record.number(*field));
    else
        append_value(out, subject, fields, record);
}

} // namespace zonevet::policy
