// Which zone an id in a plan or state of Terraform means: the document itself tells, in one of
// several places.
#pragma once

#include "formats/terraform_shapes.h"

#include <map>
#include <string>
#include <vector>

namespace zonevet {

class TerraformZones {
public:
    // Learns from every object of the document that is a zone, and from what the configuration of a
    // plan refers to.
    explicit TerraformZones(const Value& root);

    // "example.com." or "" when nothing tells. `address` is the resource's own.
    std::string of(const TerraformShape& shape, const Value& values, const std::string& address) const;

private:
    void learn(const Value& value, int depth);
    void learn_zone(const Value& resource, const Value& values);
    void follow(const Value& module, const std::string& path, const std::map<std::string, std::string>& variables,
                int depth);
    std::string referred(const Value& expression, const std::string& path,
                         const std::map<std::string, std::string>& variables) const;

    std::map<std::string, std::string> by_id_;       // an id, or the name of a managed zone
    std::map<std::string, std::string> by_address_;  // of the zone's resource
    std::map<std::string, std::string> of_resource_; // a record's address -> its zone
};

// "module.a.aws_route53_record.www[0]" -> without the index.
std::string without_index(std::string_view address);

} // namespace zonevet
