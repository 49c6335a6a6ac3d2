#include "lint/rule.h"

#include <algorithm>

namespace zonevet::rules::uri_target_malformed {

namespace {
constexpr Field target = field(Type::URI, "target");

// A scheme and something behind it (RFC 3986 3).
bool has_scheme(std::string_view uri)
{
    auto letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
    auto rest = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; };
    std::size_t colon = std::min(uri.find(':'), uri.size());
    return colon + 1 < uri.size() && letter(uri[0]) &&
           std::all_of(uri.begin(), uri.begin() + static_cast<std::ptrdiff_t>(colon), rest);
}

bool is_foreign(char c)
{
    return c <= ' ' || c == '<' || c == '>' || c == '"';
}

void check(const Record& uri, Lint& lint)
{
    std::string_view text = uri.bytes(target);
    if (!has_scheme(text)) {
        lint.report(uri.at(target), "`{}` is not a URI with a scheme", text)
            .help("begin it with its scheme, such as `https://`");
        return;
    }
    auto foreign = std::find_if(text.begin(), text.end(), is_foreign);
    if (foreign == text.end())
        return;
    auto at = static_cast<std::size_t>(foreign - text.begin());
    lint.report(uri.at(target).within(at, at + 1), "`{}` holds a character that no URI may hold", text)
        .help(fmt::format("leave it out, or write it as `%{:02X}`", static_cast<unsigned char>(*foreign)));
}
} // namespace

extern const Rule rule{
    .name = "uri-target-malformed",
    .summary = "The target of a URI record is not an absolute URI.",
    .why = "Clients cannot open what the record points to.",
    .effect = "clients cannot use the record",
    .references = {rfc("7553", "4.4"), rfc("3986", "3")},
    .types = {Type::URI},
    .bad = R"(
_ftp._tcp  URI 10 1 "ftp.example.com/public"
)",
    .good = R"(
_ftp._tcp  URI 10 1 "ftp://ftp.example.com/public"
)",
    .check = check,
};

} // namespace zonevet::rules::uri_target_malformed
