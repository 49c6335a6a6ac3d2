#include "lint/rule.h"

namespace zonevet::rules::dname_target_too_long {

namespace {

constexpr std::size_t longest_name = 255, longest_label = 64; // octets, the length of the label counted

void check(const Record& record, Lint& lint)
{
    Name target = record.name(field(Type::DNAME, "target"));
    std::size_t room = longest_name - target.wire().size();
    if (room >= longest_label)
        return;
    lint.report(record.data_place(),
                "names with more than {} octets before {} become longer than 255 octets below the target", room,
                record.owner())
        .help("lead to a shorter name");
}

} // namespace

extern const Rule rule{
    .name = "dname-target-too-long",
    .summary = "The target of a DNAME leaves no room for ordinary names below it.",
    .why =
        "What stands before the owner is put before the target. Where that is longer than 255 octets, servers answer "
        "YXDOMAIN, and the name does not resolve.",
    .effect = "longer names below it do not resolve",
    .references = {rfc("6672", "2.2")},
    .types = {Type::DNAME},
    .bad = R"(
old DNAME aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc.ddddddddddddddd.example.net.
)",
    .good = R"(
old DNAME new.example.net.
)",
    .check = check,
};

} // namespace zonevet::rules::dname_target_too_long
