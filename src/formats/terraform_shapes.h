// What the resources of Terraform's providers look like: one line of a table each.
#pragma once

#include "formats/formats.h"
#include "formats/value.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace zonevet {

struct TerraformShape {
    enum class Zone : std::uint8_t { name, id }; // what the attribute `zone` holds
    enum class Owner : std::uint8_t { relative, absolute };
    enum class Unit : std::uint8_t { set, record }; // a resource is a whole RRset, or one record of it

    std::string_view resource;
    std::string_view zone; // attribute
    Zone zone_is;
    std::string_view name; // attribute
    Owner owner;
    std::string_view type;   // attribute, or the type itself when it is in upper case
    std::string_view values; // attributes of which the first that is there holds the data
    Unit unit;
    std::uint32_t ttl; // when it is not given

    bool has_own_type() const { return type[0] >= 'A' && type[0] <= 'Z'; }
};

// Resources that hold several records in blocks, as resources of one record each; empty: it is none.
struct TerraformPart {
    std::string_view resource;
    Value values;
};
std::vector<TerraformPart> terraform_parts(std::string_view resource, const Value& values);

// Null: no resource of the DNS.
const TerraformShape* terraform_shape(std::string_view resource);
// One value in presentation form; empty: it cannot be told.
std::string terraform_data(const TerraformShape& shape, const std::string& type, const Value& value,
                           const Value& record);

// Plans and states that are made from something else.
std::vector<ReadZone> terraform_plan_of(const Value& root, const Document& document, const ReadOptions& options);
std::vector<ReadZone> terraform_state_of(const Value& root, const Document& document, const ReadOptions& options);

} // namespace zonevet
