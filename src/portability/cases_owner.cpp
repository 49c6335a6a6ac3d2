// How servers differ about owners: what each does, by version and source.
#include "portability/cases.h"

namespace zonevet {

namespace {

constexpr PortabilityCase table_of_owner[] = {
    {"owner-missing", "the first record has a blank owner", refuses, refuses, otherwise("takes the origin"), refuses,
     "1035 5.1: the last owner, and there is none", "not read", "owner-missing", R"(
 3600 SOA ns1 hostmaster 1 4h 1h 14d 1h
 3600 NS ns1
ns1 3600 A 192.0.2.1
)"},
    {"blank-line-before-owner", "a line of blanks, or of blanks and a comment, before the first owner", as_we, refuses,
     as_we, as_we, "1035 5.1: `<blank>[<comment>]`", "a blank line", "blank-before-first-owner", R"(
$TTL 3600
   ; this zone is kept by hand
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
@ NS ns1
ns1 A 192.0.2.1
)"},
    {"owner-blank-after-origin", "blank owner after `$ORIGIN` (BIND warns)", as_we, as_we, as_we, as_we,
     "1035 5.1: the last owner", "the old owner", "owner-blank-after-origin", R"(
www A 192.0.2.3
$ORIGIN sub.example.com.
 TXT a
)"},
    {"owner-blank-after-include", "blank owner after `$INCLUDE`", as_we, as_we,
     otherwise("takes the last owner of the included file"), otherwise("takes the last owner of the included file"),
     "1035 5.1 says nothing of owners", "the owner before the `$INCLUDE`", "owner-blank-after-include", R"(
www A 192.0.2.3
$INCLUDE inc
 TXT a
; file: inc
ftp TXT b
)"},
    {"owner-blank-in-include", "an included file begins with a blank owner", as_we, refuses, as_we, as_we, "not said",
     "the owner before the `$INCLUDE`", "owner-blank-in-include", R"(
www A 192.0.2.3
$INCLUDE inc
; file: inc
 TXT a
)"},
    {"owner-quoted", "an owner in quotes", as_we, refuses, as_we, otherwise("makes the quotes a part of it"),
     "1035 5.1: quotes are for strings", "without the quotes", "owner-quoted", R"(
"www" A 192.0.2.3
)"},
    {"owner-in-parenthesis", "`(` before the owner", as_we, refuses, refuses, refuses,
     "1035 5.1: a group that crosses a line", "a group", "owner-in-parenthesis", R"(
( www A 192.0.2.3 )
)"},
    {"type-in-parenthesis", "`(` between owner and type", as_we, as_we, as_we, refuses, "1035 5.1", "a group",
     "type-in-parenthesis", R"(
www ( 60 IN A 192.0.2.3 )
)"},
    {"parenthesis-behind-blank", "a blank owner, then `(`, then the type", as_we, as_we, refuses, refuses, "1035 5.1",
     "a group", "owner-in-parenthesis", R"(
www A 192.0.2.3
  ( TXT a )
)"},
    {"origin-relative", "relative `$ORIGIN`", as_we, refuses, refuses, otherwise("takes it for absolute"),
     "1035 5.1: a domain name", "below the origin in force", "origin-relative", R"(
$ORIGIN sub
www A 192.0.2.3
)"},
    {"include-origin-relative", "relative origin of an `$INCLUDE`", as_we, refuses, refuses,
     otherwise("ignores the origin"), "1035 5.1: a domain name", "below the origin in force", "origin-relative", R"(
$INCLUDE inc sub
; file: inc
www A 192.0.2.3
)"},
    {"origin-at-sign", "`$ORIGIN @`", as_we, refuses, as_we, otherwise("takes it for a name"), "1035 5.1",
     "the origin in force", "origin-at-sign", R"(
$ORIGIN @
www A 192.0.2.3
)"},
    {"include-at-sign", "`@` as the origin of an `$INCLUDE`", as_we, refuses, refuses, as_we, "1035 5.1",
     "the origin in force", "origin-at-sign", R"(
$ORIGIN sub.example.com.
$INCLUDE inc @
; file: inc
www A 192.0.2.3
)"},
    {"origin-quoted", "the name of `$ORIGIN` in quotes", refuses, refuses, refuses,
     otherwise("makes the quotes a part of it"), "1035 5.1: quotes are for strings", "without the quotes",
     "directive-incomplete", R"(
$ORIGIN "sub.example.com."
www A 192.0.2.3
)"},
    {"include-with-origin", "`$INCLUDE` with an origin", as_we, as_we, as_we, otherwise("ignores the origin"),
     "1035 5.1: the origin of the file", "the origin of the file", "include-with-origin", R"(
$INCLUDE inc sub.example.com.
; file: inc
www A 192.0.2.3
)"},
    {"include-sets-origin", "`$ORIGIN` inside an included file, names after the `$INCLUDE`", as_we, as_we, as_we,
     otherwise("goes on with the origin of the included file"),
     "1035 5.1: it never changes that of the file that includes", "the origin before the `$INCLUDE`",
     "include-sets-origin", R"(
$INCLUDE inc
www A 192.0.2.3
; file: inc
$ORIGIN sub.example.com.
ftp A 192.0.2.3
)"},
    {"include-sets-ttl", "`$TTL` inside an included file, records after the `$INCLUDE`", as_we,
     otherwise("returns to the `$TTL` before it"), as_we, as_we, "not said", "stays in force", "include-sets-ttl", R"(
$INCLUDE inc
www A 192.0.2.3
; file: inc
$TTL 60
ftp A 192.0.2.3
)"},
    {"include-quoted", "the file name of `$INCLUDE` in quotes", as_we, as_we, refuses, as_we, "1035 5.1: a file name",
     "without the quotes", "include-quoted", R"(
$INCLUDE "inc"
; file: inc
www A 192.0.2.3
)"},
    {"include-path",
     "a relative path of `$INCLUDE` (Knot: from the folder of the file; the others: from the working "
     "directory of the server)",
     as_we, as_we, as_we, as_we, "a file name",
     "the folder of the file, then that of the zone, then the working directory", "", R"(
$INCLUDE inc
; file: inc
www A 192.0.2.3
)"},
    {"include-missing", "`$INCLUDE` of a file that is not there", refuses, refuses, refuses, refuses, "", "not read",
     "include-missing", R"(
$INCLUDE nowhere
)"},
    {"directive-extra", "text behind the value of a directive", refuses, refuses, refuses, otherwise("ignores it"),
     "1035 5.1: end of line or comment", "the value", "directive-incomplete", R"(
$ORIGIN sub.example.com. here
www A 192.0.2.3
)"},
    {"directive-indented", "a directive behind a blank", refuses, refuses, refuses, refuses, "1035 5.1", "not read",
     "directive-incomplete", R"(
 $ORIGIN sub.example.com.
)"},
    {"directive-lower-case", "`$origin`, `$ttl`", as_we, as_we, as_we, as_we, "1035 5.1", "", "", R"(
$origin sub.example.com.
$ttl 60
www A 192.0.2.3
)"},
    {"directive-unknown", "a directive of another program: `$DATE`, `$POOL`", refuses, refuses, refuses, refuses,
     "none", "not read", "directive-unknown", R"(
$POOL 8192
)"},
};

} // namespace

const std::span<const PortabilityCase> owner_cases = table_of_owner;

} // namespace zonevet
