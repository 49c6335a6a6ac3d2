// What the JSON formats share: strings that are always UTF-8, and text that is safe in a CI log.
#pragma once

#include "report/report.h"

#include <nlohmann/json.hpp>

namespace zonevet {

using Json = nlohmann::ordered_json;

// A string for JSON: octets that are no UTF-8 are written as in a zone file (\255).
std::string json_string(std::string_view text);
// One line of JSON: ASCII only, and without the commands of CI logs.
std::string json_text(const Json& value);

// Writes the elements of an array one by one, so that a report needs no memory of its size.
class JsonList {
public:
    explicit JsonList(const Write& write) : write_(write) {}
    void add(const Json& value);

private:
    const Write& write_;
    bool first_ = true;
};

} // namespace zonevet
