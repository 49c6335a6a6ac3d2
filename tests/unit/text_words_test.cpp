// Defusing, nearest words and globs.
#include "text/source.h"
#include "text/utf8.h"

#include <catch2/catch.hpp>

using namespace zonevet;

TEST_CASE("what acts on a terminal or a log becomes visible")
{
    CHECK(defused("plain _text. 123") == "plain _text. 123");
    CHECK(defused("\x1b[31mred") == "\\x1b[31mred");
    CHECK(defused("a\nb\tc\x7f") == "a\\x0ab\\x09c\\x7f");
    CHECK(defused("\u202eabc\u2066") == "<U+202E>abc<U+2066>");
    CHECK(defused("zero\u200bwidth\ufeff") == "zero<U+200B>width<U+FEFF>");
    CHECK(defused("c1 \u009b0m") == "c1 <U+009B>0m");
    CHECK(defused("no\u00a0break") == "no<U+00A0>break");
    CHECK(defused("\xff\xc3") == "\\xff\\xc3");
    CHECK(defused("\xed\xa0\x80") == "\\xed\\xa0\\x80"); // a surrogate is not UTF-8
    CHECK(defused("M\u00fcnchen \u4e2d") == "M\u00fcnchen \u4e2d");
    CHECK(defused("x ##[error]y ##vso[task]") == "x #\\x23[error]y #\\x23vso[task]");
    CHECK(defused("###[a") == "##\\x23[a");
    CHECK(defused(std::string_view("\0", 1)) == "\\x00");
}

TEST_CASE("octets that are no UTF-8 are written as in zone files")
{
    CHECK(valid_utf8("a\xffz\u00e4") == "a\\255z\u00e4");
}

TEST_CASE("one slip is an edit distance of one", "[text]")
{
    std::vector<std::string> words{"", "a"};
    for (std::size_t i = 1; i < words.size() && words.size() < 900; ++i)
        for (char c : {'a', 'b', 'C'})
            words.push_back(words[i] + c);
    std::size_t slips = 0;
    for (std::size_t i = 0; i < words.size(); i += 3)
        for (const std::string& other : words) {
            bool expected = edit_distance(words[i], other, 2) == 1;
            slips += expected ? 1 : 0;
            if (is_one_slip(words[i], other) != expected) {
                CAPTURE(words[i], other);
                CHECK(is_one_slip(words[i], other) == expected);
            }
        }
    CHECK(slips > 1000);
    CHECK(is_one_slip("cloudfornt.net", "cloudfront.net"));
}

TEST_CASE("edit distance counts what fingers do")
{
    CHECK(edit_distance("", "", 3) == 0);
    CHECK(edit_distance("CNAME", "CNMAE", 3) == 1); // swapped neighbours
    CHECK(edit_distance("cname", "CNAME", 3) == 0); // case does not matter
    CHECK(edit_distance("select", "selct", 3) == 1);
    CHECK(edit_distance("select", "sellect", 3) == 1);
    CHECK(edit_distance("kitten", "sitting", 5) == 3);
    CHECK(edit_distance("kitten", "sitting", 2) == 3); // more than the limit
    CHECK(edit_distance("a", "abcdefgh", 2) == 3);
    CHECK(edit_distance("ab", "ba", 1) == 1);
}

TEST_CASE("the nearest word is the one with the fewest edits")
{
    std::vector<std::string_view> words{"ignore", "select", "extend-select"};
    CHECK(nearest("selekt", words, 2) == "select");
    CHECK(nearest("ingore", words, 2) == "ignore");
    CHECK(nearest("banana", words, 2).empty());
}

TEST_CASE("globs")
{
    CHECK(glob_match("*.zone", "a.zone"));
    CHECK_FALSE(glob_match("*.zone", "x/a.zone"));
    CHECK(glob_match("**/*.zone", "a.zone"));
    CHECK(glob_match("**/*.zone", "x/y/a.zone"));
    CHECK(glob_match("zones/**/*.zone", "zones/a.zone"));
    CHECK(glob_match("zones/**", "zones/a/b/c"));
    CHECK_FALSE(glob_match("zones/**", "zone/a"));
    CHECK(glob_match("db.?", "db.x"));
    CHECK_FALSE(glob_match("db.?", "db.xy"));
    CHECK_FALSE(glob_match("a?b", "a/b"));
    CHECK(glob_match("srv-*", "srv-port-unexpected"));
    CHECK_FALSE(glob_match("srv-*", "mx-srv-x"));
    CHECK(glob_match("*.example.com", "lab.example.com", '.'));
    CHECK_FALSE(glob_match("*.example.com", "a.lab.example.com", '.'));
    CHECK(glob_match("**.example.com", "a.lab.example.com", '.'));
    CHECK(glob_match("", ""));
    CHECK_FALSE(glob_match("", "a"));
    CHECK(glob_match("**", ""));
    // A pattern that makes a backtracking matcher run for years.
    CHECK_FALSE(glob_match("*a*a*a*a*a*a*a*a*a*a*a*a*b", std::string(2000, 'a')));
}
