// Small parts of the readers of other formats.
#include "formats/octodns_mistakes.h"
#include "formats/terraform_zones.h"
#include "formats/value.h"

#include <catch2/catch.hpp>

namespace zonevet::test {

TEST_CASE("octoDNS orders names as people count", "[unit]")
{
    const std::pair<const char*, const char*> in_order[] = {
        {"a", "b"},  {"a2", "a10"}, {"a", "a1"},  {"a1", "a1b"}, {"a1b", "a1c"},   {"1", "2"},
        {"2", "10"}, {"", "a"},     {"a9", "b1"}, {"a1", "a01"}, {"a1b2", "a1b10"}};
    for (const auto& [first, second] : in_order) {
        INFO(first << " " << second);
        CHECK(is_in_natural_order(first, second));
        if (std::string_view(second) != "a01") // counts like a1
            CHECK_FALSE(is_in_natural_order(second, first));
    }
    CHECK(is_in_natural_order("a1", "a1"));
}

TEST_CASE("the addresses of Terraform without their indices", "[unit]")
{
    CHECK(without_index("aws_route53_zone.main") == "aws_route53_zone.main");
    CHECK(without_index("module.a[0].aws_route53_zone.main[\"x\"]") == "module.a.aws_route53_zone.main");
    CHECK(without_index("aws_route53_zone.main[\"a]b\"].name") == "aws_route53_zone.main.name");
    CHECK(without_index("a[\"b\"].c[\"d]\"]") == "a.c");
}

TEST_CASE("keys and values of JSON are where they stand", "[unit]")
{
    std::string text = R"({"name": "www", "list": [1, "two"], "in": {"deep": true}})";
    Value root = read_json("x.json", text);
    auto stands = [&](std::uint64_t from, std::uint64_t to) { return text.substr(from, to - from); };
    REQUIRE(root.members.size() == 3);
    for (const auto& [key, value] : root.members)
        CHECK(stands(key.from, key.to) == key.text);
    CHECK(stands(root["name"].from, root["name"].to) == "www");
    CHECK(stands(root["list"].items[1].from, root["list"].items[1].to) == "two");
    CHECK(stands(root["in"].members[0].first.from, root["in"].members[0].first.to) == "deep");
}

} // namespace zonevet::test
