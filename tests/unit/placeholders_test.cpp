// Where declared placeholders stand, and that a reader takes them for words.
#include "syntax/lexer.h"
#include "text/placeholders.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace zonevet;

namespace {

std::vector<std::string> found(std::vector<std::string> patterns, std::string_view text)
{
    std::vector<std::string> all;
    for (const Stretch& stretch : Placeholders(std::move(patterns)).find(text))
        all.emplace_back(text.substr(stretch.begin, stretch.end - stretch.begin));
    return all;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("placeholders are found on their line")
{
    CHECK(found({"@SERIAL@"}, "a @SERIAL@ b\n@SERIAL@@SERIAL@") == Texts{"@SERIAL@", "@SERIAL@", "@SERIAL@"});
    CHECK(found({"{{*}}"}, "{{a}} {{ b c }}x{{}}") == Texts{"{{a}}", "{{ b c }}", "{{}}"});
    CHECK(found({"{{*}}"}, "{{a\n}}").empty());
    CHECK(found({"<*|*>"}, "<a|b> <a> <|>") == Texts{"<a|b>", "<|>"});
    // Of one character, `*` takes no blanks: the first % ends nothing.
    CHECK(found({"%*%"}, "100% A %IP% %") == Texts{"%IP%"});
    // A start that has no end takes nothing from other words and lines.
    CHECK(found({"{{*}}"}, "{{ {{\n{{a}}") == Texts{"{{a}}"});
    CHECK(found({"<*|*>"}, "<<a <b|c> <") == Texts{"<b|c>"});
    // The first of those that overlap; the longer of two that begin together.
    CHECK(found({"AB", "ABC", "BCD"}, "ABCD") == Texts{"ABC"});
}

TEST_CASE("patterns that would take too much are refused")
{
    for (const char* pattern : {"", "x", "*", "*}}", "{{*", "a**b", "a\nb", " a", "  "})
        CHECK_FALSE(Placeholders::fault(pattern).empty());
    for (const char* pattern : {"xx", "{{*}}", "%*%", "SERIAL", "<*|*>", "@@"})
        CHECK(Placeholders::fault(pattern).empty());
}

TEST_CASE("what stands in a placeholder belongs to its word")
{
    std::string text = "www{{ f(\"a;b\") }} TXT \"x {{ \" }} y\" {{ z }} ; {{ w }}\nmail A 192.0.2.1\n";
    std::vector<Stretch> placeholders = Placeholders({"{{*}}"}).find(text);
    Lexer lexer(text, 0, placeholders);
    EntryText entry;
    REQUIRE(lexer.next(entry));
    REQUIRE(entry.words.size() == 4);
    CHECK(entry.filled);
    CHECK(entry.mistakes.empty());
    CHECK(entry.words[0].text == "www{{ f(\"a;b\") }}");
    CHECK(entry.words[0].filled == Filled::partly);
    CHECK(entry.words[1].filled == Filled::no);
    CHECK(entry.words[2].text == "x {{ \" }} y");
    CHECK(entry.words[2].filled == Filled::partly);
    CHECK(entry.words[3].filled == Filled::wholly);
    CHECK(entry.first_comment == "; {{ w }}");
    REQUIRE(lexer.next(entry));
    CHECK(entry.words.size() == 3);
    CHECK_FALSE(entry.filled);
}

TEST_CASE("lines that are given back keep their placeholders")
{
    std::string text = "a SOA ( x\nwww A {{ip}} {{ip}}\n";
    std::vector<Stretch> placeholders = Placeholders({"{{*}}"}).find(text);
    Lexer lexer(text, 0, placeholders);
    EntryText entry;
    REQUIRE(lexer.next(entry));
    CHECK_FALSE(entry.filled);
    REQUIRE(lexer.next(entry));
    CHECK(entry.filled);
    CHECK(entry.words[2].filled == Filled::wholly);
    CHECK(entry.words[3].filled == Filled::wholly);
}
