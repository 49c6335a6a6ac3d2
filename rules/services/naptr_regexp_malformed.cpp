#include "lint/rule.h"

namespace zonevet::rules::naptr_regexp_malformed {

namespace {
constexpr Field regexp = field(Type::NAPTR, "regexp");

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

struct Flaw {
    std::size_t from = 0, to = 0;
    std::string_view what; // empty: none
    std::string_view help = "the form is `!expression!replacement!`";
};

// The groups of a POSIX extended expression, or a flaw in its brackets.
int count_groups(std::string_view text, std::size_t begin, std::size_t end, Flaw& flaw)
{
    int groups = 0, open = 0;
    std::size_t opened = begin; // the first that is open
    for (std::size_t i = begin; i < end; ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '[') {
            std::size_t start = i++;
            if (text[i] == '^')
                ++i;
            if (text[i] == ']')
                ++i;
            while (i < end && text[i] != ']')
                ++i;
            if (i >= end)
                flaw = {start, start + 1, "has a bracket that is not closed", "close it with `]`"};
        } else if (text[i] == '(') {
            opened = open == 0 ? i : opened;
            ++groups;
            ++open;
        } else if (text[i] == ')' && --open < 0) {
            flaw = {i, i + 1, "has a parenthesis that was not opened", "open it with `(`, or remove it"};
            return groups;
        }
    }
    if (open > 0)
        flaw = {opened, opened + 1, "has a parenthesis that is not closed", "close it with `)`"};
    return groups;
}

// delimiter expression delimiter replacement delimiter flags (RFC 3402 3.2).
Flaw examine(std::string_view text)
{
    char delimiter = text[0];
    if (is_digit(delimiter) || delimiter == '\\' || delimiter == 'i')
        return {0, 1, "begins with a character that cannot be a delimiter",
                "begin it with `!`, and put one between the parts and at the end"};
    std::size_t ends[2] = {0, 0};
    int found = 0;
    std::size_t i = 1;
    for (; i < text.size() && found < 2; ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == delimiter)
            ends[found++] = i;
    }
    if (found < 2)
        return {0, text.size(), "has fewer than three delimiters"};
    for (; i < text.size(); ++i)
        if (text[i] != 'i')
            return {i, i + 1, text[i] == delimiter ? "has more than three delimiters" : "has a flag other than `i`",
                    "nothing but `i` follows the third delimiter; take one that the text itself does not hold"};
    if (ends[0] == 1)
        return {0, 2, "has an empty expression", "write what it shall match; `^.*$` matches everything"};
    Flaw flaw;
    int groups = count_groups(text, 1, ends[0], flaw);
    if (!flaw.what.empty())
        return flaw;
    for (i = ends[0] + 1; i < ends[1]; ++i)
        if (text[i] == '\\') {
            ++i;
            if (text[i] == '0' || (is_digit(text[i]) && text[i] - '0' > groups))
                return {i - 1, i + 1, "refers to a group that its expression does not have",
                        "put what it shall take over in parentheses; the first pair is group 1"};
        }
    return {};
}

void check(const Record& naptr, Lint& lint)
{
    std::string_view text = naptr.bytes(regexp);
    if (text.empty())
        return;
    Flaw flaw = examine(text);
    if (!flaw.what.empty())
        lint.report(naptr.at(regexp).within(flaw.from, flaw.to), "the substitution `{}` {}", text, flaw.what)
            .help(std::string(flaw.help));
}
} // namespace

extern const Rule rule{
    .name = "naptr-regexp-malformed",
    .summary = "The regular expression of a NAPTR record is not a substitution expression.",
    .why = "Name servers such as BIND refuse to load the zone, and clients ignore the record.",
    .effect = "BIND refuses the zone; clients ignore the record",
    .references = {rfc("3402", "3.2"), rfc("3403", "4.1")},
    .level = Level::error,
    .types = {Type::NAPTR},
    .bad = R"(
@     NAPTR  100 10 "U" "E2U+sip" "!^.*$!sip:info@example.com" .
)",
    .good = R"(
@     NAPTR  100 10 "U" "E2U+sip" "!^(.*)$!sip:\\1@example.com!i" .
)",
    .check = check,
};

} // namespace zonevet::rules::naptr_regexp_malformed
