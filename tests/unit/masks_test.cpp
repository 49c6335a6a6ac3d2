#include "syntax/masks.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

using namespace zonevet;

TEST_CASE("masks of 64 octets do not depend on the machine", "[unit]")
{
    std::mt19937 random(1); // the same octets in every run
    std::string octets(64, '\0');
    for (int round = 0; round < 1000; ++round) {
        for (char& octet : octets)
            octet = round % 2 == 0 ? static_cast<char>(random() & 0xff) : " \t\n-.;\"()\\\raZ09_"[random() % 17];
        Masks fast = masks_of(octets.data()), plain = masks_plain(octets.data());
        REQUIRE(fast.blank == plain.blank);
        REQUIRE(fast.newline == plain.newline);
        REQUIRE(fast.hyphen == plain.hyphen);
        REQUIRE(fast.dot == plain.dot);
        REQUIRE(fast.odd == plain.odd);
    }
}

TEST_CASE("special octets are found among the odd ones", "[unit]")
{
    std::string octets(64, 'a');
    octets[9] = '_';
    CHECK_FALSE(has_special(octets.data(), masks_of(octets.data()).odd));
    for (char special : std::string("\"();\\\r")) {
        octets[40] = special;
        CHECK(has_special(octets.data(), masks_of(octets.data()).odd));
    }
}
