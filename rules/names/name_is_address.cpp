#include "rules/names/shared/targets.h"

namespace zonevet::rules::name_is_address {

namespace {

void check(const Record& record, Lint& lint)
{
    for (Field target : names_in(record.type())) {
        if (is_mailbox(target) || !holds_address(record, target) || repeats_line(record))
            continue;
        Name name = record.name(target);
        std::string_view text = written_name(record, target);
        lint.report(record.at(target),
                    "the address `{}` stands where a name belongs: it is read as {}",
                    text.empty() ? name.text_below(record.zone().apex()) : std::string(text), name)
            .label("an address, not a name")
            .help(record.type() == Type::CNAME
                      ? "use an A or AAAA record instead of the CNAME"
                      : "name a host here, and give that name an A or AAAA record");
    }
}

} // namespace

extern const Rule rule{
    .name = "name-is-address",
    .summary = "An address stands in the data where a name belongs.",
    .why = "Addresses are names to the DNS there: `MX 10 192.0.2.9` sends mail to the host "
           "192.0.2.9.example.com, which does not exist.",
    .effect = "the record leads to a name that does not exist",
    .references = {rfc("1035", "3.3"), rfc("2181", "10.3")},
    .level = Level::error,
    // NS: see ns-target-is-address.
    .types = {Type::CNAME, Type::SOA, Type::PTR, Type::MX, Type::SRV, Type::NAPTR, Type::DNAME,
              Type::SVCB, Type::HTTPS, Type::AFSDB, Type::KX, Type::RP, Type::RT, Type::LP},
    .bad = R"(
@ MX 10 192.0.2.9
)",
    .good = R"(
@    MX 10 mail
mail A  192.0.2.9
)",
    .check = check,
};

} // namespace zonevet::rules::name_is_address
