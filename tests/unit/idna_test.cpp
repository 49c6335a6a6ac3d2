// International names: what libidn2 is asked, and what its answers are taken for.
#include "text/idna.h"

#include <catch2/catch.hpp>

using namespace zonevet;

TEST_CASE("encoded labels stand for what people read")
{
    CHECK(decode_label("xn--mnchen-3ya").unicode == "m\u00fcnchen");
    CHECK(decode_label("XN--MNCHEN-3YA").fault == IdnaFault::none);
    CHECK(decode_label("xn--mnchen-3ya").fault == IdnaFault::none);
    CHECK(decode_label("xn--strae-oqa").fault == IdnaFault::none);
    for (const char* label : {"xn--", "xn--a", "xn--abc-", "xn--99999999999999"})
        CHECK(decode_label(label).fault == IdnaFault::undecodable);
    CHECK(decode_label("xn--ls8h").fault == IdnaFault::disallowed);
    IdnaLabel capital = decode_label("xn--bcher-2pa"); // bÜcher
    CHECK(capital.fault == IdnaFault::other_form);
    CHECK(capital.other == "xn--bcher-kva");
}

TEST_CASE("what people write is encoded, whatever its encoding")
{
    CHECK(encode_label("m\u00fcnchen") == "xn--mnchen-3ya");
    CHECK(encode_label("M\u00dcNCHEN") == "xn--mnchen-3ya");
    CHECK(encode_label("mu\u0308nchen") == "xn--mnchen-3ya");
    CHECK(encode_label("m\xfcnchen") == "xn--mnchen-3ya");
    CHECK(encode_label("\u202e").empty());
}

TEST_CASE("letters of alphabets that look alike")
{
    CHECK(mixed_scripts("\u0430pple").letter == "\u0430");
    CHECK(mixed_scripts("appl\u0435").letter == "\u0435");
    CHECK(mixed_scripts("appl\u0435").script == "Cyrillic");
    CHECK(mixed_scripts("m\u00fcnchen").letter.empty());
    CHECK(mixed_scripts("\u043f\u0440\u0438\u0432\u0435\u0442-1").letter.empty());
    CHECK(mixed_scripts("\u30c6\u30b9\u30c8ab").letter.empty());
    CHECK(mixed_scripts("\xff").letter.empty());
    // The first and last letters of each alphabet, beside one of another.
    for (const char* latin : {"a", "z", "A", "Z", "\u00c0", "\u024f", "\u1e00", "\u1eff"})
        CHECK(mixed_scripts(std::string("\u0436") + latin).script == "Cyrillic");
    for (const char* none : {"\u00bf", "\u00d7", "\u00f7", "\u0250", "\u1dff", "\u2000", "\u0530"})
        CHECK(mixed_scripts(std::string("\u0436") + none).script.empty());
    for (const char* greek : {"\u0370", "\u03ff", "\u1f00", "\u1fff"})
        CHECK(mixed_scripts(std::string("a") + greek).script == "Greek");
    for (const char* cyrillic : {"\u0400", "\u052f"})
        CHECK(mixed_scripts(std::string("a") + cyrillic).script == "Cyrillic");
}
