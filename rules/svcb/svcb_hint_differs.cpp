#include "dns/special_address.h"
#include "rules/svcb/shared/parameters.h"

namespace zonevet::rules::svcb_hint_differs {

namespace {
constexpr Field a_address = field(Type::A, "address");
constexpr Field aaaa_address = field(Type::AAAA, "address");

bool holds(const RRset& set, Field address, std::string_view wanted)
{
    for (Record record : set)
        if (record.bytes(address) == wanted)
            return true;
    return false;
}

void check_hint(const Record& svcb, ServiceKey key, Type type, Field address, std::size_t size, Lint& lint)
{
    std::optional<std::string_view> hints = parameter(svcb, key);
    if (!hints)
        return;
    Name target = effective_target(svcb);
    Answer answer = svcb.zone().look_up(target, type);
    // More of its addresses may stand in what could not be read.
    if (answer.is != Existence::found || svcb.zone().incomplete() || answer.node->uncertain())
        return;
    std::size_t index = 0;
    for (std::string_view rest = *hints; rest.size() >= size; rest.remove_prefix(size), ++index) {
        std::string_view hint = rest.substr(0, size);
        if (holds(*answer.rrset, address, hint))
            continue;
        lint.report(item_place(svcb, key, index, lint), "the hint {} is not among the {} records of {}",
                    address_text(hint), type, target)
            .note(answer.rrset->front().place(), answer.rrset->size() == 1 ? "its address" : "one of its addresses")
            .help("write the addresses that it has, or leave the hint out");
        return;
    }
}

void check(const Record& svcb, Lint& lint)
{
    if (is_alias(svcb))
        return;
    check_hint(svcb, ServiceKey::ipv4hint, Type::A, a_address, 4, lint);
    check_hint(svcb, ServiceKey::ipv6hint, Type::AAAA, aaaa_address, 16, lint);
}
} // namespace

extern const Rule rule{
    .name = "svcb-hint-differs",
    .summary = "An address hint of an SVCB or HTTPS record is none of the addresses of its target.",
    .why = "Browsers may connect to the hinted address at once. After a move the old address stays "
           "in the hint "
           "and some visitors try a dead server first.",
    .effect = "some clients connect to the wrong address",
    .references = {rfc("9460", "7.3")},
    .types = {Type::SVCB, Type::HTTPS},
    .bad = R"(
@     HTTPS  1 ns1 alpn=h2 ipv4hint=192.0.2.99
)",
    .good = R"(
@     HTTPS  1 ns1 alpn=h2 ipv4hint=192.0.2.1
)",
    .check = check,
};

} // namespace zonevet::rules::svcb_hint_differs
