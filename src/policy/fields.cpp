// The fields that rules may name, by type.
#include "policy/fields.h"

#include <algorithm>

namespace zonevet::policy {

namespace {

struct Alias {
    std::string_view name;
    Type type;
    std::string_view field;
};

// Names of the language that a type's RFC writes otherwise, or that only some types shall have
// without being named.
constexpr Alias aliases[] = {
    {"address", Type::A, "address"},   {"address", Type::AAAA, "address"},   {"target", Type::CNAME, "target"},
    {"target", Type::DNAME, "target"}, {"target", Type::NS, "target"},       {"target", Type::PTR, "target"},
    {"target", Type::MX, "exchange"},  {"target", Type::SRV, "target"},      {"target", Type::SVCB, "target"},
    {"target", Type::HTTPS, "target"}, {"target", Type::KX, "exchanger"},    {"target", Type::LP, "target"},
    {"caa-value", Type::CAA, "value"}, {"params", Type::SVCB, "parameters"}, {"params", Type::HTTPS, "parameters"},
    {"uri", Type::URI, "target"},      {"port", Type::SRV, "port"},          {"certificate-type", Type::CERT, "type"},
};

// Of every record; a type's field of the same name has another one.
constexpr std::pair<std::string_view, Subject> general[] = {
    {"name", Subject::name}, {"fqdn", Subject::fqdn},   {"zone", Subject::zone},       {"domain", Subject::domain},
    {"type", Subject::type}, {"class", Subject::klass}, {"ttl", Subject::ttl},         {"value", Subject::value},
    {"file", Subject::file}, {"event", Subject::event}, {"strings", Subject::strings},
};

Field place(Type type, std::string_view name)
{
    const TypeSpec* spec = find_type(type);
    for (std::uint8_t i = 0; i < spec->fields.size(); ++i)
        if (spec->fields[i].name == name)
            return {type, i};
    return {};
}

bool is_general(std::string_view name)
{
    return std::any_of(std::begin(general), std::end(general), [&](const auto& item) { return item.first == name; });
}

std::vector<FieldSpecification> made()
{
    std::vector<FieldSpecification> fields;
    auto entry = [&](std::string_view name) -> FieldSpecification& {
        for (FieldSpecification& field : fields)
            if (field.name == name)
                return field;
        return fields.emplace_back(FieldSpecification{name, Subject::data, {}, 0});
    };
    for (const auto& [name, subject] : general)
        entry(name).subject = subject;
    for (const Alias& alias : aliases)
        entry(alias.name).places.push_back(place(alias.type, alias.field));
    for (FieldSpecification& field : fields)
        field.usual = field.places.size();
    for (const TypeSpec* spec = all_types_begin(); spec != all_types_end(); ++spec)
        for (std::uint8_t i = 0; i < spec->fields.size(); ++i) {
            std::string_view name = spec->fields[i].name;
            if (is_general(name))
                continue;
            FieldSpecification& field = entry(name);
            bool known = std::any_of(field.places.begin(), field.places.end(),
                                     [&](const Field& f) { return f.type == spec->type; });
            if (known)
                continue;
            bool listed = std::any_of(std::begin(aliases), std::end(aliases),
                                      [&](const Alias& alias) { return alias.name == name; });
            if (!listed && !spec->obsolete)
                field.places.insert(field.places.begin() + static_cast<std::ptrdiff_t>(field.usual++),
                                    Field{spec->type, i});
            else
                field.places.push_back({spec->type, i});
        }
    // Only obsolete types have it.
    for (FieldSpecification& field : fields)
        if (field.usual == 0)
            field.usual = field.places.size();
    std::sort(fields.begin(), fields.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return fields;
}

} // namespace

const std::vector<FieldSpecification>& all_fields()
{
    static const std::vector<FieldSpecification> fields = made();
    return fields;
}

const FieldSpecification* find_field(std::string_view name)
{
    const std::vector<FieldSpecification>& fields = all_fields();
    auto found =
        std::lower_bound(fields.begin(), fields.end(), name,
                         [](const FieldSpecification& field, std::string_view word) { return field.name < word; });
    return found != fields.end() && found->name == name ? &*found : nullptr;
}

Kind kind_of(Subject subject, const Field& field)
{
    switch (subject) {
    case Subject::name:
    case Subject::fqdn:
    case Subject::zone:
    case Subject::domain:
        return Kind::name;
    case Subject::type:
    case Subject::klass:
    case Subject::event:
        return Kind::word;
    case Subject::ttl:
    case Subject::strings:
        return Kind::number;
    case Subject::value:
    case Subject::file:
        return Kind::text;
    case Subject::data:
        break;
    }
    switch (find_type(field.type)->fields[field.index].kind) {
    case FieldKind::name:
    case FieldKind::mailbox:
        return Kind::name;
    case FieldKind::u8:
    case FieldKind::u16:
    case FieldKind::u32:
    case FieldKind::period:
    case FieldKind::time:
    case FieldKind::algorithm:
    case FieldKind::certificate:
        return Kind::number;
    case FieldKind::ip4:
    case FieldKind::ip6:
        return Kind::address;
    default:
        return Kind::text;
    }
}

} // namespace zonevet::policy
