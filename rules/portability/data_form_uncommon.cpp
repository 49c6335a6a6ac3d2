#include "lint/rule.h"

namespace zonevet::rules::data_form_uncommon {

extern const Rule rule{
    .name = "data-form-uncommon",
    .summary = "The data of a record is written in a form that not every server reads.",
    .why = "The form is sound, but a server that does not know it refuses the whole zone.",
    .references = {rfc("3597", "5"), rfc("4034", "2.2"), rfc("9460", "2.1")},
    .level = Level::info,
    .bad = R"(
www SSHFP 1 1 0123456789abcdef0123456789abcdef0123456 7
)",
    .good = R"(
www SSHFP 1 1 0123456789abcdef0123 456789abcdef01234567
)",
    .check = Mistake::data_form_uncommon,
};

} // namespace zonevet::rules::data_form_uncommon
