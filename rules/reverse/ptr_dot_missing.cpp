#include "rules/names/shared/targets.h"
#include "rules/reverse/shared/reverse_name.h"

namespace zonevet::rules::ptr_dot_missing {

namespace {

constexpr Field target = field(Type::PTR, "target");

void check(const Record& ptr, Lint& lint)
{
    Name name = ptr.name(target);
    if (!is_reverse_name(name) || !is_reverse_name(ptr.owner()))
        return;
    if (has_underscore_label(ptr.owner()) || repeats_line(ptr) || holds_address(ptr, target))
        return;
    std::string_view text = written(ptr, ptr.at(target)); // of $GENERATE too: a pattern shows its dot as well
    if (!is_relative(text)) {
        lint.report(ptr.at(target), "the address is said to belong to {}, a name of the reverse tree", name)
            .help("write the name of the host, with a final dot");
        return;
    }
    bool whole = text.find('.') != std::string_view::npos;
    Draft& draft = lint.report(ptr.at(target), "`{}` has no final dot: the address is said to belong to {}", text, name)
                       .help(whole ? "end it with a dot" : "write the whole name of the host, with a final dot");
    if (whole)
        draft.fix(fmt::format("{}.", text));
}

} // namespace

extern const Rule rule{
    .name = "ptr-dot-missing",
    .summary = "A PTR record leads back into the reverse tree: its target has no final dot.",
    .why = "`host.example.com` in 2.0.192.in-addr.arpa is host.example.com.2.0.192.in-addr.arpa. Mail "
           "servers that look the address up refuse its mail.",
    .effect = "the address has no usable name; mail from it may be refused",
    .references = {rfc("1035", "5.1"), rfc("1035", "3.5")},
    .level = Level::error,
    .types = {Type::PTR},
    .bad = R"(
2.0.192.in-addr.arpa. SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
2.0.192.in-addr.arpa. NS ns1.example.com.
$ORIGIN 2.0.192.in-addr.arpa.
1 PTR host.example.com
)",
    .good = R"(
2.0.192.in-addr.arpa. SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h
2.0.192.in-addr.arpa. NS ns1.example.com.
$ORIGIN 2.0.192.in-addr.arpa.
1 PTR host.example.com.
)",
    .check = check,
};

} // namespace zonevet::rules::ptr_dot_missing
