#include "lint/rule.h"

namespace zonevet::rules::naptr_regexp_and_replacement {

namespace {
constexpr Field flags = field(Type::NAPTR, "flags");
constexpr Field regexp = field(Type::NAPTR, "regexp");
constexpr Field replacement = field(Type::NAPTR, "replacement");

void check(const Record& naptr, Lint& lint)
{
    bool has_regexp = !naptr.bytes(regexp).empty();
    bool has_replacement = !naptr.name(replacement).is_root();
    std::string_view flag = naptr.bytes(flags);
    if (has_regexp && has_replacement)
        lint.report(naptr.at(replacement), "the record has a regular expression and a replacement; it may have one")
            .note(naptr.at(regexp), "the regular expression")
            .help("write `.` as the replacement to keep the regular expression, or \"\" to keep "
                  "the replacement");
    else if (!has_regexp && !has_replacement)
        lint.report(naptr.at(replacement), "the record has neither a regular expression nor a replacement")
            .help("write the name that it leads to, or a regular expression before it");
    else if (!has_regexp && (flag == "u" || flag == "U"))
        lint.report(naptr.at(regexp), "the flag U promises a URI, but there is no regular expression to make it")
            .help("write it, as in `\"!^.*$!sip:info@example.com!\" .`, or the flag that the replacement needs");
}
} // namespace

extern const Rule rule{
    .name = "naptr-regexp-and-replacement",
    .summary = "A NAPTR record has both a regular expression and a replacement, or neither.",
    .why = "The two exclude each other; clients treat the record as an error and ignore it.",
    .effect = "SIP or ENUM clients ignore the record",
    .references = {rfc("3403", "4.1"), rfc("6116", "3.4")},
    .level = Level::error,
    .types = {Type::NAPTR},
    .bad = R"(
@     NAPTR  100 10 "U" "E2U+sip" "!^.*$!sip:info@example.com!" sip
)",
    .good = R"(
@     NAPTR  100 10 "U" "E2U+sip" "!^.*$!sip:info@example.com!" .
)",
    .check = check,
};

} // namespace zonevet::rules::naptr_regexp_and_replacement
