#include "lint/rule.h"

namespace zonevet::rules::wildcard_not_leftmost {

namespace {

void check(const Node& node, Lint& lint)
{
    Name name = node.name();
    for (Name rest = name.parent(); !rest.is_root(); rest = rest.parent())
        if (rest.is_wildcard() && rest.is_below(node.zone().apex())) {
            lint.report(node.first_record().owner_place(),
                        "the star in {} is not its first label, so it stands for no other name", name)
                .help(name.is_wildcard() ? "leave the inner star off: the first one stands for deeper names, too"
                                         : "move the star to the very front, or write each name that is meant");
            return;
        }
}

} // namespace

extern const Rule rule{
    .name = "wildcard-not-leftmost",
    .summary = "A star stands inside a name, where it is no wildcard.",
    .why = "`www.*` answers for nothing but the literal name www.*, star and all.",
    .effect = "the names that were meant do not resolve",
    .references = {rfc("4592", "2.1.1"), rfc("1034", "4.3.3")},
    .level = Level::warning,
    .bad = R"(
www.* A 192.0.2.3
)",
    .good = R"(
*.www A 192.0.2.3
)",
    .unless = has_plain_records,
    .check = check,
};

} // namespace zonevet::rules::wildcard_not_leftmost
