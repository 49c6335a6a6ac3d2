// Regular expressions by RE2: linear in the text, whatever the expression.
#include "policy/pattern.h"

#include <functional>
#include <memory>
#include <re2/re2.h>
#include <unordered_map>

namespace zonevet::policy {

namespace {

RE2::Options options(bool any_case)
{
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!any_case);
    options.set_encoding(RE2::Options::EncodingLatin1); // zone text is octets
    options.set_dot_nl(true);
    options.set_max_mem(1 << 20);
    return options;
}

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
using Patterns = std::unordered_map<std::string, std::unique_ptr<RE2>, Hash, std::equal_to<>>;

} // namespace

std::string pattern_error(std::string_view pattern)
{
    RE2 expression(re2::StringPiece(pattern.data(), pattern.size()), options(false));
    return expression.ok() ? "" : expression.error();
}

bool matches_whole(std::string_view pattern, std::string_view text, bool any_case)
{
    thread_local Patterns kept[2];
    Patterns& patterns = kept[any_case ? 1 : 0];
    auto found = patterns.find(pattern);
    if (found == patterns.end())
        found = patterns
                    .emplace(std::string(pattern),
                             std::make_unique<RE2>(re2::StringPiece(pattern.data(), pattern.size()), options(any_case)))
                    .first;
    return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *found->second);
}

} // namespace zonevet::policy
