// How servers differ about texts: what each does, by version and source.
#include "portability/cases.h"

namespace zonevet {

namespace {

constexpr PortabilityCase table_of_text[] = {
    {"byte-order-mark", "a byte order mark", refuses, refuses, refuses, refuses, "", "skipped", "byte-order-mark",
     "\xEF\xBB\xBF$TTL 3600\n@ SOA ns1 hostmaster 1 4h 1h 14d 1h\n@ NS ns1\nns1 A 192.0.2.1\n"},
    {"carriage-return", "carriage return before the line feed", as_we, refuses, as_we, as_we, "1035 5.1: lines",
     "a line end", "carriage-return", "www A 192.0.2.3\r\nftp A 192.0.2.3\r\n"},
    {"line-end-missing", "no line feed at the end (BIND warns)", as_we, as_we, as_we, as_we, "", "", "line-end-missing",
     "www A 192.0.2.3"},
    {"blank-other", "vertical tab, form feed or no-break space between words", refuses, refuses, refuses, refuses,
     "1035 5.1: tabs and spaces", "part of a word", "blank-odd", "www\vA 192.0.2.3\n"},
    {"comment-foreign", "`#` or `//` for a comment", refuses, refuses, refuses, refuses, "1035 5.1: `;`", "not read",
     "comment-foreign", R"(
# hosts
)"},
    {"quote-over-lines", "a line feed inside quotes", refuses, refuses, otherwise("takes it"), refuses, "not said",
     "not read: nearly always a lost quote", "quote-unclosed", "www TXT \"a\nb\"\n"},
    {"strings-adjacent", "`\"a\"\"b\"`", as_we, refuses, as_we, as_we, "not said", "two strings", "strings-adjacent",
     R"(
www TXT "a""b"
)"},
    {"parenthesis-nested", "nested parentheses", as_we, refuses, refuses, as_we, "1035 5.1: a group", "groups",
     "parenthesis-nested", R"(
www TXT ( a ( b ) )
)"},
    {"parenthesis-unclosed", "`(` still open at the end of the file", refuses, refuses, otherwise("takes it"),
     otherwise("takes it"), "", "not read", "parenthesis-unclosed", "www TXT ( a\n"},
    {"parenthesis-unopened", "`)` that closes nothing", refuses, refuses, refuses, otherwise("takes it"), "",
     "not read", "parenthesis-unopened", R"(
www TXT a )
)"},
    {"parenthesis-behind-text", "a text without quotes right before `)`", as_we,
     otherwise("makes the parenthesis a part of it"), as_we, as_we, "1035 5.1", "a group", "parenthesis-touches-text",
     R"(
www TXT (a)
)"},
    {"parenthesis-in-text", "a text without quotes with parentheses inside: `a(b)c`", as_we,
     otherwise("makes the parenthesis a part of it"), as_we, otherwise("drops the parenthesis"), "1035 5.1", "a group",
     "parenthesis-touches-text", R"(
www TXT a(b)c
)"},
    {"comment-in-group", "a comment with a parenthesis or a quote inside a group", as_we, as_we, as_we, as_we,
     "1035 5.1", "", "", R"(
www TXT ( a ; ( "
          b )
)"},
    {"escape-too-large", "`\\256` in a text", refuses, refuses, otherwise("drops the backslash"), otherwise("takes it"),
     "1035 5.1: `\\DDD` is an octet", "not read", "escape-invalid", R"(
www TXT "\256"
)"},
    {"escape-short", "`\\1` in a text", refuses, refuses, otherwise("drops the backslash"), otherwise("takes it"),
     "1035 5.1: `\\DDD`, three digits", "not read", "escape-invalid", R"(
www TXT "\1"
)"},
    {"escape-too-large-in-name", "`\\256` in a name", refuses, otherwise("wraps it round"),
     otherwise("drops the backslash"), otherwise("wraps it round"), "1035 5.1", "not read", "escape-invalid", R"(
w\256w A 192.0.2.3
)"},
    {"escape-at-line-end", "a backslash at the end of a line", refuses, refuses, otherwise("takes the line feed"),
     refuses, "1035 5.1", "not read", "escape-invalid", "www TXT a\\\n"},
    {"string-too-long", "a string of more than 255 octets", refuses, otherwise("cuts it in two"), refuses,
     otherwise("cuts it in two"), "1035 3.3", "not read", "string-too-long",
     "www TXT \""
     "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
     "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
     "0123456789012345678901234567890123456789012345678901234567890123456789\"\n"},
    {"text-non-ascii", "octets over 127 in a text", as_we, refuses, as_we, as_we, "1035 5.1: any octet but the quote",
     "as they are", "text-octet-unescaped", "www TXT \"b\303\274cher\"\n"},
    {"text-control", "a control octet in a text, but for the tab", as_we, refuses, as_we, as_we,
     "1035 5.1: any octet but the quote", "as it is", "text-octet-unescaped", "www TXT \"a\001b\"\n"},
    {"text-tab", "a tab inside quotes", as_we, as_we, as_we, as_we, "1035 5.1", "", "", "www TXT \"a\tb\"\n"},
    {"comment-non-ascii", "octets over 127 in a comment", as_we, as_we, as_we, as_we, "", "", "",
     "www TXT a ; b\303\274cher\n"},
};

} // namespace

const std::span<const PortabilityCase> text_cases = table_of_text;

} // namespace zonevet
