#include "rules/svcb/shared/parameters.h"

namespace zonevet::rules::svcb_alias_several {

namespace {
void check(const RRset& set, Lint& lint)
{
    std::optional<Record> first;
    for (Record svcb : set) {
        if (!is_alias(svcb))
            continue;
        if (!first) {
            first = svcb;
        } else if (svcb.name(svcb_target) != first->name(svcb_target)) {
            lint.report(svcb.at(svcb_target), "{} is an alias of {} and of {}", set.owner(), first->name(svcb_target),
                        svcb.name(svcb_target))
                .note(first->place(), "the other alias")
                .help("keep one of them, or give each a priority of 1 or more");
            return;
        }
    }
}
} // namespace

extern const Rule rule{
    .name = "svcb-alias-several",
    .summary = "A name has several SVCB or HTTPS records in alias mode.",
    .why = "A set should have one alias; of several a client picks one at random, so visitors end "
           "up at "
           "different places.",
    .effect = "clients are split between the targets at random",
    .references = {rfc("9460", "2.4.2")},
    .types = {Type::SVCB, Type::HTTPS},
    .bad = R"(
@     HTTPS  0 ns1
@     HTTPS  0 ns2
)",
    .good = R"(
@     HTTPS  0 ns1
www   HTTPS  0 ns2
)",
    .check = check,
};

} // namespace zonevet::rules::svcb_alias_several
