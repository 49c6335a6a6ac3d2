#include "lint/rule.h"

namespace zonevet::rules::byte_order_mark {

extern const Rule rule{
    .name = "byte-order-mark",
    .summary = "The file begins with a byte order mark.",
    .why = "Editors on Windows put it there. To a server it is part of the first word: "
           "the first owner, directive or comment is then something else, and the zone "
           "is refused with a message that shows nothing.",
    .effect = "servers refuse the zone and go on with the old data, or none",
    .references = {rfc("1035", "5.1"), rfc("3629", "6")},
    .level = Level::error,
    .profile = Profile::core,
    .bad = "\xEF\xBB\xBF$TTL 3600\n@ SOA ns1 hostmaster 1 4h 1h 14d 1h\n@ NS ns1\nns1 A 192.0.2.1\n",
    .good = "www A 192.0.2.3\n",
    .check = Mistake::byte_order_mark,
};

} // namespace zonevet::rules::byte_order_mark
