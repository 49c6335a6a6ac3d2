#include "rules/svcb/shared/parameters.h"

namespace zonevet::rules::svcb_target_missing {

namespace {
// "ns1.example.com.example.com.": the final dot was forgotten, which has its own finding.
bool repeats_apex(Name name, Name apex)
{
    std::size_t below = name.label_count() - apex.label_count();
    if (apex.is_root() || below < apex.label_count())
        return false;
    for (std::size_t i = 0; i < apex.label_count(); ++i)
        if (Name(name.ancestor(2 * apex.label_count()).wire()).label(i) != apex.label(i))
            return false;
    return true;
}

void check(const Record& svcb, Lint& lint)
{
    const Zone& zone = svcb.zone();
    Name target = svcb.name(svcb_target);
    if (target.is_root() && is_alias(svcb))
        return; // "no such service"
    Name name = effective_target(svcb);
    if (name == svcb.owner() && is_alias(svcb))
        return; // a loop
    Answer address = zone.look_up_address(name);
    if (!address.missing() || repeats_apex(name, zone.apex()))
        return;
    if (zone.look_up(name, svcb.type()).is == Existence::found && name != svcb.owner())
        return; // an alias may lead to a service, and that record is judged itself
    if (target.is_root())
        lint.report(svcb.at(svcb_target), "`.` stands for {}, which has no address", name)
            .help("name the host that serves it");
    else
        lint.report(svcb.at(svcb_target), "{} is served by {}, which {}", svcb.owner(), name,
                    address.is == Existence::no_such_name ? "does not exist" : "has no address")
            .help("add the A or AAAA record of the host, or name the right host");
}
} // namespace

extern const Rule rule{
    .name = "svcb-target-missing",
    .summary = "The target of an SVCB or HTTPS record has no address.",
    .why = "Browsers that use the record look for addresses at its target and cannot connect, "
           "while the "
           "addresses of the bare name stand unused beside it.",
    .effect = "clients that use the record cannot connect",
    .references = {rfc("9460", "2.4.3"), rfc("9460", "2.5.2")},
    .level = Level::error,
    .types = {Type::SVCB, Type::HTTPS},
    .bad = R"(
@     HTTPS  1 web alpn=h2
)",
    .good = R"(
@     HTTPS  1 ns1 alpn=h2
www   HTTPS  1 cdn.example.net. alpn=h3
old   HTTPS  0 .
)",
    .check = check,
};

} // namespace zonevet::rules::svcb_target_missing
