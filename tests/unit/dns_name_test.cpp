#include "dns/name.h"

#include "../support/record_words.h"

#include <catch2/catch.hpp>

using namespace zonevet;
using zonevet::test::hex;

namespace {

OwnedName name(std::string_view text)
{
    OwnedName result;
    REQUIRE(to_name(text, result));
    return result;
}

std::string repeated(std::string_view text, std::size_t times)
{
    std::string result;
    for (std::size_t i = 0; i < times; ++i)
        result += text;
    return result;
}

} // namespace

TEST_CASE("names are read into wire form")
{
    struct Row {
        std::string_view text, wire;
    };
    const Row rows[] = {
        {".", "00"},
        {"@", "076578616d706c6500"},
        {"a", "0161076578616d706c6500"},
        {"a.", "016100"},
        {"a.b.c.", "01610162016300"},
        {"WWW.Example.", "03575757074578616d706c6500"},
        {"a\\.b.", "03612e6200"},
        {"a\\046b.", "03612e6200"},
        {"\\000\\255.", "0200ff00"},
        {"\\@", "0140076578616d706c6500"},
        {"a\\.", "02612e076578616d706c6500"},
        {"a.longer.name.than.eight.octets.", "0161066c6f6e676572046e616d65047468616e056569676874066f637465747300"},
        {"12345678.1234567.", "083132333435363738073132333435363700"},
        {"*.x.", "012a017800"},
        {"a\\\\.", "02615c00"},
        {"a b.", "0361206200"},
    };
    OwnedName origin = name("example.");
    for (const Row& row : rows) {
        INFO(row.text);
        char wire[256];
        std::size_t length = 0;
        NameText result = parse_name(row.text, origin.view(), wire, length);
        CHECK(result.error == NameError::none);
        CHECK(hex({wire, length}) == row.wire);
    }
}

TEST_CASE("names that are none say where they are wrong")
{
    const std::string label64 = repeated("x", 64);
    const std::string labels255 = repeated("1234567.", 31) + "123456."; // 256 octets in wire form
    struct Row {
        std::string text;
        NameError error;
        std::size_t from, to;
    };
    const Row rows[] = {
        {"", NameError::label_empty, 0, 0},
        {"a..b", NameError::label_empty, 2, 3},
        {".a", NameError::label_empty, 0, 1},
        {"..", NameError::label_empty, 0, 1},
        {"a..", NameError::label_empty, 2, 3},
        {"a\\", NameError::escape, 1, 2},
        {"a\\1", NameError::escape, 1, 3},
        {"a\\12x.", NameError::escape, 1, 4},
        {"a\\256.", NameError::escape, 1, 5},
        {"a." + label64 + ".", NameError::label_too_long, 2, 66},
        {label64, NameError::label_too_long, 0, 64},
        {labels255, NameError::too_long, 0, labels255.size()},
        {repeated("a.", 300), NameError::too_long, 0, 600},
        {repeated("\\097.", 300), NameError::too_long, 0, 1500},
        {repeated("a.", 122) + "bb", NameError::too_long, 0, 246},
        {repeated("a.", 300) + "\\1", NameError::escape, 600, 602},
    };
    OwnedName origin = name("example.");
    for (const Row& row : rows) {
        INFO(row.text);
        char wire[256];
        std::size_t length = 0;
        NameText result = parse_name(row.text, origin.view(), wire, length);
        CHECK(result.error == row.error);
        CHECK(result.from == row.from);
        CHECK(result.to == row.to);
    }
}

TEST_CASE("the longest name is 255 octets")
{
    char wire[256];
    std::size_t length = 0;
    std::string text = repeated("1234567.", 31) + "12345.";
    CHECK(text.size() == 254);
    CHECK(parse_name(text, Name(), wire, length).error == NameError::none);
    CHECK(length == 255);
    CHECK(parse_name(text.substr(0, 253), Name(), wire, length).error == NameError::none);
    CHECK(length == 255);
    CHECK(parse_name("\\049" + text.substr(1), Name(), wire, length).error == NameError::none);
    CHECK(length == 255);
    CHECK(Name({wire, length}).text() == text);
}

TEST_CASE("names answer about themselves")
{
    OwnedName owned = name("www.Sub.example.");
    Name www = owned.view();
    OwnedName apex_owned = name("EXAMPLE.");
    Name apex = apex_owned.view();
    CHECK(www.label_count() == 3);
    CHECK(www.first_label() == "www");
    CHECK(www.label(1) == "Sub");
    CHECK(www.parent().text() == "Sub.example.");
    CHECK(www.ancestor(1) == apex);
    CHECK(www.ancestor(9).text() == "www.Sub.example.");
    CHECK(Name().parent().is_root());
    CHECK(www.is_below(apex));
    CHECK(apex.is_at_or_below(apex));
    CHECK_FALSE(apex.is_below(apex));
    CHECK_FALSE(name("badexample.").view().is_at_or_below(apex));
    CHECK_FALSE(name("x.7example.").view().is_at_or_below(apex));
    CHECK(www.is_at_or_below(Name()));
    CHECK(www.text_below(apex) == "www.Sub");
    CHECK(apex.text_below(apex) == "@");
    CHECK(www.text_below(name("other.").view()) == "www.Sub.example.");
    CHECK(www == name("WWW.sub.EXAMPLE.").view());
    CHECK(www != apex);
    CHECK(name("*.example.").view().is_wildcard());
    CHECK(name("a\\.b\\032c\\;\\@\\200.").view().text() == "a\\.b\\032c\\;\\@\\200.");
}

TEST_CASE("canonical order is that of RFC 4034 6.1")
{
    const std::string_view order[] = {"example.",         "a.example.",      "yljkjljk.a.example.",
                                      "Z.a.example.",     "zABC.a.EXAMPLE.", "z.example.",
                                      "\\001.z.example.", "*.z.example.",    "\\200.z.example."};
    for (std::size_t i = 0; i < std::size(order); ++i)
        for (std::size_t k = 0; k < std::size(order); ++k) {
            INFO(order[i] << " " << order[k]);
            CHECK(canonical_less(name(order[i]).view(), name(order[k]).view()) == (i < k));
        }
}
