// One record set as Route 53 has it: in its own JSON, and in templates of CloudFormation.
#pragma once

#include "formats/collector.h"

#include <string>
#include <string_view>

namespace zonevet {

// "\052.example.com" -> "*.example.com."
std::string route53_name(std::string_view text);
// Names at the end of data are absolute with or without their final dot.
std::string route53_data(const std::string& type, const std::string& text);
void add_route53_set(Collector& to, Collector::Side side, const std::string& zone, const Value& set);

} // namespace zonevet
