#include "lint/rule.h"

namespace zonevet::rules::data_length_wrong {

extern const Rule rule{
    .name = "data-length-wrong",
    .summary = "A digest, address or key has another length than its kind demands.",
    .why = "BIND refuses the zone; Knot, NSD and ldns publish it, and nobody can use the "
           "record.",
    .effect = "no client can use the record",
    .references = {rfc("4509", "2.2"), rfc("4255", "3.1"), rfc("6698", "2.1.4")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = R"(
sub DS 12345 13 2 0123456789abcdef
sub NS ns1
)",
    .good = R"(
sub DS 12345 13 2 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
sub NS ns1
)",
    .check = Mistake::data_length_wrong,
};

} // namespace zonevet::rules::data_length_wrong
