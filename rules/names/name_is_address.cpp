#include "rules/names/shared/targets.h"

namespace zonevet::rules::name_is_address {

namespace {

// "A 192.0.2.9" of "192.0.2.9.".
std::string address_record(std::string_view text)
{
    if (text.ends_with('.'))
        text.remove_suffix(1);
    return fmt::format("{} {}", text.find(':') == std::string_view::npos ? "A" : "AAAA", text);
}

void check(const Record& record, Lint& lint)
{
    for (Field target : names_in(record.type())) {
        if (is_mailbox(target) || !holds_address(record, target) || repeats_line(record))
            continue;
        Name name = record.name(target);
        std::string text(written_name(record, target));
        if (text.empty())
            text = name.text_below(record.zone().apex());
        Draft& draft = lint.report(record.at(target), "the address `{}` stands where a name belongs: it is read as {}",
                                   text, name);
        if (!lint.describing())
            continue;
        std::string address = address_record(text);
        draft.help(record.type() == Type::CNAME
                       ? fmt::format("write `{}` instead of the CNAME", address)
                       : fmt::format("name a host here, and give that name the record `{}`", address));
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
    .types = {Type::CNAME, Type::SOA, Type::PTR, Type::MX, Type::SRV, Type::NAPTR, Type::DNAME, Type::SVCB, Type::HTTPS,
              Type::AFSDB, Type::KX, Type::RP, Type::RT, Type::LP},
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
