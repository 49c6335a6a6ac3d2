#include "lint/rule.h"
#include "portability/portability.h"

namespace zonevet::rules::type_known_to_few {

namespace {

void check(const RRset& set, Lint& lint)
{
    std::string type = type_text(set.type());
    const PortabilityCase* one = find_case("type-" + type);
    if (one == nullptr || !lint.minds(*one))
        return;
    lint.report(set.front().type_place(), "not every server knows the type {} by its name", type)
        .servers(*one)
        .help(fmt::format("write it in generic form: `TYPE{} \\# ...`", static_cast<unsigned>(set.type())));
}

} // namespace

extern const Rule rule{
    .name = "type-known-to-few",
    .summary = "A record is of a type that some servers do not know.",
    .why = "A server that does not know the name of a type refuses the whole zone. In the generic form of RFC 3597 all "
           "of them read the same record.",
    .references = {rfc("3597", "5"),
                   Reference{"IANA", "DNS resource record types", "https://www.iana.org/assignments/dns-parameters"}},
    .level = Level::info,
    .types = {Type::NSAP,     Type::NSAP_PTR, Type::RT,     Type::PX,    Type::ISDN, Type::HIP,  Type::NINFO,
              Type::RKEY,     Type::TALINK,   Type::UINFO,  Type::UID,   Type::GID,  Type::AVC,  Type::DOA,
              Type::AMTRELAY, Type::RESINFO,  Type::WALLET, Type::DSYNC, Type::HHIT, Type::BRID, Type::TA},
    .bad = R"(
www HIP 2 200100107B1A74DF365639CC39F1D578 AwEAAbdxyhNuSutc
)",
    .good = R"(
www SSHFP 1 1 0123456789abcdef0123456789abcdef01234567
)",
    .check = check,
};

} // namespace zonevet::rules::type_known_to_few
