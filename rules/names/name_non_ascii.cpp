#include "rules/names/shared/targets.h"

#include <algorithm>

namespace zonevet::rules::name_non_ascii {

namespace {

bool has_high_octet(std::string_view octets)
{
    return std::any_of(octets.begin(), octets.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

void check(const Node& node, Lint& lint)
{
    Name owner = node.name();
    if (!node.first_record().plain() && has_high_octet(owner.wire()) && !has_high_octet(node.zone().apex().wire()) &&
        !is_service_instance(owner) && !repeats_line(node.first_record()))
        lint.report(node.first_record().owner_place(),
                    "`{}` holds characters outside of ASCII, and no program asks for them",
                    owner.text_below(node.zone().apex()))
            .help("write the name in its encoded form, which begins with `xn--`");
    for (RRset set : node.rrsets()) {
        const Few<Field, 2>& names = names_in(set.type());
        if (names.empty())
            continue;
        for (Record record : set)
            for (Field field : names)
                if (!record.plain() && has_high_octet(record.name(field).wire()) &&
                    !is_service_instance(record.name(field)) && !repeats_line(record))
                    lint.report(
                            record.at(field),
                            "{} holds characters outside of ASCII, and no program asks for them",
                            record.name(field))
                        .help("write the name in its encoded form, which begins with `xn--`");
    }
}

} // namespace

extern const Rule rule{
    .name = "name-non-ascii",
    .summary = "A name holds characters outside of ASCII.",
    .why = "Programs turn international names into their encoded form (`xn--...`) before they ask, "
           "so the name "
           "as it stands is never found. Knot refuses such names unless they are escaped.",
    .effect = "the name does not resolve",
    .references = {rfc("5890", "2.3.2.1"), rfc("5891", "5")},
    .level = Level::warning,
    .bad = "b\303\274cher A 192.0.2.3\n",
    .good = R"(
xn--bcher-kva A 192.0.2.3
)",
    .unless = has_plain_records,
    .check = check,
};

} // namespace zonevet::rules::name_non_ascii
