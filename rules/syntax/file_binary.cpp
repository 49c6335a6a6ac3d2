#include "lint/rule.h"

namespace zonevet::rules::file_binary {

extern const Rule rule{
    .name = "file-binary",
    .summary = "This is not a text file.",
    .why = "An archive, a database or a file in UTF-16 was given where a zone file was "
           "expected.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = "\xFF\xFE$\x00T\x00T\x00L\x00",
    .good = "www A 192.0.2.3\n",
    .check = Mistake::file_binary,
};

} // namespace zonevet::rules::file_binary
