#include "lint/rule.h"

namespace zonevet::rules::template_placeholder {

extern const Rule rule{
    .name = "template-placeholder",
    .summary = "A placeholder of a template stands where data should be.",
    .why = "The file is the source of a template, or rendering failed. Servers refuse the zone, or "
           "publish the placeholder as a name. When a script fills it in later, declare it in "
           "zonevet.toml, `[files]` `placeholders = [\"{{*}}\", \"@SERIAL@\"]`: then it stands "
           "for any value, and nothing is said of the records that hold it.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
www A {{ web_address }}
)",
    .good = R"(
www A 192.0.2.3
)",
    .check = Mistake::template_placeholder,
};

} // namespace zonevet::rules::template_placeholder
