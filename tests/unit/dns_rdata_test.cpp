// What the reader of data accepts and what it says of what it refuses. The wire forms of correct
// records are compared with those of ldns in tests/oracle.
#include "dns/rdata.h"

#include "../support/record_words.h"

#include <catch2/catch.hpp>
#include <memory>

using namespace zonevet;
using namespace zonevet::test;

namespace {

struct Result {
    bool good = false;
    std::string wire;
    RdataError error;
    std::vector<RdataError> notes;
    std::vector<FieldWords> places;
};

// "MX 10 mail": a type and its data, with the origin "example.".
Result read(std::string_view text)
{
    static const auto buffer = std::make_unique<RdataBuffer>();
    Result result;
    std::vector<Word> words = record_words(text);
    REQUIRE(!words.empty());
    OwnedName origin;
    to_name("example.", origin);
    Type type = type_from_text(words[0].text);
    REQUIRE(type != Type::none);
    std::span<const Word> data(words);
    result.good =
        parse_rdata(type, data.subspan(1), origin.view(), *buffer, result.error, &result.notes, &result.places);
    result.wire = buffer->view();
    return result;
}

struct Bad {
    std::string_view text;
    Mistake mistake;
    std::size_t first_word, last_word, from, to;
    std::string_view message;
    std::string_view help = "";
    std::string_view replacement = "";
};

void check(std::span<const Bad> rows)
{
    for (const Bad& row : rows) {
        INFO(row.text);
        Result result = read(row.text);
        CHECK_FALSE(result.good);
        CHECK(static_cast<int>(result.error.mistake) == static_cast<int>(row.mistake));
        CHECK(result.error.first_word == row.first_word);
        CHECK(result.error.last_word == row.last_word);
        CHECK(result.error.from == row.from);
        CHECK(result.error.to == row.to);
        CHECK(result.error.message == row.message);
        CHECK(result.error.help == row.help);
        CHECK(result.error.replacement == row.replacement);
    }
}

} // namespace

TEST_CASE("too few and too many words")
{
    const Bad rows[] = {
        {"MX", Mistake::field_missing, 0, 0, 0, 0, "MX has no data; it needs a preference and an exchange"},
        {"MX 10", Mistake::field_missing, 1, 1, 0, 0, "MX needs a preference and an exchange; the exchange is missing"},
        {"SRV 10 5", Mistake::field_missing, 2, 2, 0, 0,
         "SRV needs a priority, a weight, a port and a target; the port and the target are "
         "missing"},
        {"SOA a b 1 2 3 4", Mistake::field_missing, 6, 6, 0, 0,
         "SOA needs mname, rname, serial, refresh, retry, expire and minimum; minimum is missing"},
        {"TXT", Mistake::field_missing, 0, 0, 0, 0, "TXT has no data; it needs a text"},
        {"MX 10 mail x y", Mistake::field_extra, 2, 3, 0, 0,
         "`x` stands after the last field of MX (preference, exchange)",
         "remove it, or put `;` before it if it is a comment"},
        {"A 192.0.2.1 192.0.2.2", Mistake::field_extra, 1, 1, 0, 0, "`192.0.2.2` stands after the address of A",
         "a further address is a record of its own, on its own line; a comment begins with `;`"},
        {"NSEC b", Mistake::field_missing, 1, 1, 0, 0, "NSEC needs a next and types; the types are missing"},
        {"KEY NOKEY 3 5 AAAA", Mistake::field_extra, 3, 3, 0, 0,
         "the flags `NOKEY` of KEY say that there is no key, but one follows"},
        {"AXFR x", Mistake::type_not_data, 0, 0, 0, 0, "AXFR is a type of queries and messages, no data of a zone"},
        {"IPSECKEY 10 1 2", Mistake::field_missing, 3, 3, 0, 0, "IPSECKEY ends before its gateway"},
    };
    check(rows);
}

TEST_CASE("numbers, periods, times and mnemonics that are none")
{
    const Bad rows[] = {
        {"MX 65536 mail", Mistake::number_too_large, 0, 0, 0, 5,
         "`65536` is larger than 65535, the most that the preference can be"},
        {"MX -1 mail", Mistake::number_invalid, 0, 0, 0, 2,
         "`-1` is negative, and a preference is a number from 0 to 65535"},
        {"MX ten 10.x mail", Mistake::number_invalid, 0, 0, 0, 3,
         "`ten` is not a number, and the preference is one from 0 to 65535"},
        {"DS 256 8 256 aa", Mistake::number_too_large, 2, 2, 0, 3,
         "`256` is larger than 255, the most that the digest type can be"},
        {"SOA a b 4294967296 1 1 1 1", Mistake::number_too_large, 2, 2, 0, 10,
         "`4294967296` is larger than 4294967295, the most that the serial can be"},
        {"SOA a b 1 1h30 1 1 1", Mistake::number_invalid, 3, 3, 0, 0,
         "`1h30` is not a period: refresh is a number of seconds, or numbers with the units w, d, "
         "h, m, s"},
        {"SOA a b 1 1 7102w 1 1", Mistake::number_too_large, 4, 4, 0, 0,
         "`7102w` is more than 4294967295 seconds, the most that the retry can be"},
        {"RRSIG A 8 2 3600 20230229000000 20230101000000 1 a. AAAA", Mistake::value_invalid, 4, 4, 6, 8,
         "`20230229000000` is not a time (YYYYMMDDHHMMSS): 29 is no day of that month"},
        {"RRSIG A 8 2 3600 2023 20231301000000 1 a. AAAA", Mistake::value_invalid, 5, 5, 4, 6,
         "`20231301000000` is not a time (YYYYMMDDHHMMSS): 13 is no month"},
        {"RRSIG A 8 2 3600 4294967296 2023 1 a. AAAA", Mistake::value_invalid, 4, 4, 0, 0,
         "`4294967296` is not a time: expiration is YYYYMMDDHHMMSS or seconds since 1970"},
        {"RRSIG CNMAE 8 2 3600 1 1 1 a. AAAA", Mistake::type_unknown, 0, 0, 0, 0, "`CNMAE` is not a record type",
         "did you mean `CNAME`?"},
        {"DNSKEY 256 3 RSASHA3 AAAA", Mistake::value_invalid, 2, 2, 0, 0,
         "`RSASHA3` is neither a number nor the mnemonic of an algorithm"},
        {"CERT X509 0 0 AAAA", Mistake::value_invalid, 0, 0, 0, 0,
         "`X509` is neither a number nor the mnemonic of a certificate type"},
        {"NSEC a A FOO", Mistake::type_unknown, 2, 2, 0, 0, "`FOO` is not a record type"},
    };
    check(rows);
}

TEST_CASE("addresses that are none")
{
    const Bad rows[] = {
        {"A 192.0.2.256", Mistake::address_invalid, 0, 0, 8, 11,
         "`192.0.2.256` is not an IPv4 address: 256 is larger than 255"},
        {"A 192.0.2", Mistake::address_invalid, 0, 0, 0, 7,
         "`192.0.2` is not an IPv4 address: it has 3 numbers, not 4"},
        {"A 192.0.02.1", Mistake::address_invalid, 0, 0, 6, 8,
         "`192.0.02.1` is not an IPv4 address: `02` has a leading zero, which some programs read "
         "as octal"},
        {"A 192.0.2.1.", Mistake::address_invalid, 0, 0, 9, 10,
         "`192.0.2.1.` is not an IPv4 address: it ends with a dot"},
        {"A 192..2.1", Mistake::address_invalid, 0, 0, 4, 5,
         "`192..2.1` is not an IPv4 address: a number is missing before the dot"},
        {"A www", Mistake::address_invalid, 0, 0, 0, 3, "`www` is not an IPv4 address: `www` is not a number"},
        {"A 2001:db8::1", Mistake::address_wrong_family, 0, 0, 0, 11,
         "`2001:db8::1` is an IPv6 address, and A holds an IPv4 address", "write `AAAA` as the type"},
        {"AAAA 192.0.2.1", Mistake::address_wrong_family, 0, 0, 0, 9,
         "`192.0.2.1` is an IPv4 address, and AAAA holds an IPv6 address", "write `A` as the type"},
        {"AAAA 2001:db8:1", Mistake::address_invalid, 0, 0, 0, 10,
         "`2001:db8:1` is not an IPv6 address: it has 3 groups, not 8"},
        {"AAAA 1::2::3", Mistake::address_invalid, 0, 0, 4, 6,
         "`1::2::3` is not an IPv6 address: `::` may stand only once"},
        {"AAAA 2001:db8:::1", Mistake::address_invalid, 0, 0, 8, 11,
         "`2001:db8:::1` is not an IPv6 address: `:::` is one colon too many"},
        {"AAAA 2001:db8::g", Mistake::address_invalid, 0, 0, 10, 11,
         "`2001:db8::g` is not an IPv6 address: `g` is not hexadecimal"},
        {"AAAA 2001:0db80::1", Mistake::address_invalid, 0, 0, 5, 10,
         "`2001:0db80::1` is not an IPv6 address: `0db80` has more than four digits"},
        {"AAAA fe80::1%eth0", Mistake::address_invalid, 0, 0, 7, 12,
         "`fe80::1%eth0` is not an IPv6 address: a zone index has no place in the DNS"},
        {"AAAA 2001:db8::/32", Mistake::address_invalid, 0, 0, 10, 13,
         "`2001:db8::/32` is not an IPv6 address: it is an address, not a prefix"},
        {"AAAA 1:2:3:4:5:6:7::8", Mistake::address_invalid, 0, 0, 0, 16,
         "`1:2:3:4:5:6:7::8` is not an IPv6 address: it has 8 groups besides `::`, which leaves "
         "none "
         "for it to stand for"},
        {"EUI48 00-11-22-33-44-5", Mistake::address_invalid, 0, 0, 0, 16,
         "`00-11-22-33-44-5` is not an EUI-48 address: it must have 6 pairs of hexadecimal digits"},
        {"EUI48 00:11:22:33:44:55", Mistake::address_invalid, 0, 0, 2, 3,
         "`00:11:22:33:44:55` is not an EUI-48 address: there must be a hyphen between the pairs"},
        {"NID 1 1:2:3", Mistake::address_invalid, 1, 1, 0, 0,
         "`1:2:3` is not a node id: it must have four groups of up to four hexadecimal digits"},
        {"APL 1:192.0.2.0/33", Mistake::number_too_large, 0, 0, 12, 14,
         "`33` is larger than 32, the most that the prefix length can be"},
    };
    check(rows);
}

TEST_CASE("names and strings that are none")
{
    const Bad rows[] = {
        {"MX 10 a..b", Mistake::label_empty, 1, 1, 2, 3, "`a..b` has an empty label"},
        {"MX 10 \"mail\"", Mistake::name_quoted, 1, 1, 0, 0,
         "the exchange `\"mail\"` is in quotes, and only text may be", "write it as `mail`", "mail"},
        {"NS a\\256b", Mistake::escape_invalid, 0, 0, 1, 5,
         "`\\256` is not an escape: a backslash wants three digits up to 255, or one character "
         "that is "
         "no digit",
         "for a backslash itself write `\\\\`"},
        {"TXT a \"b\\1\"", Mistake::escape_invalid, 1, 1, 1, 3,
         "`\\1` is not an escape: a backslash wants three digits up to 255, or one character that "
         "is "
         "no digit",
         "for a backslash itself write `\\\\`"},
        {"A \"192.0.2.1\"", Mistake::address_invalid, 0, 0, 0, 0,
         "the address `\"192.0.2.1\"` is in quotes, and only text may be", "write it as `192.0.2.1`", "192.0.2.1"},
        {"URI 10 1 http://x", Mistake::value_invalid, 2, 2, 0, 0, "the target `http://x` is not in quotes",
         "write it as `\"http://x\"`", "\"http://x\""},
        {"CAA 0 is-sue \"x\"", Mistake::value_invalid, 1, 1, 2, 3,
         "`is-sue` is not a tag: it can only have letters and digits"},
    };
    check(rows);
    Result label = read("NS " + std::string(64, 'x') + ".");
    CHECK(label.error.mistake == Mistake::label_too_long);
    CHECK(label.error.to == 64);
    std::string long_text(300, 'k');
    Result result = read("TXT short \"" + long_text + "\"");
    CHECK(result.error.mistake == Mistake::string_too_long);
    CHECK(result.error.first_word == 1);
    CHECK(result.error.message == "this string has 300 octets, and one string can have 255");
    CHECK(result.error.help == "split it into 2 strings; they are read as one");
    CHECK(result.error.replacement == "\"" + std::string(255, 'k') + "\" \"" + std::string(45, 'k') + "\"");
    CHECK(read("TXT " + std::string(255, 'k')).good);
    std::string escaped;
    for (int i = 0; i < 256; ++i)
        escaped += "\\065";
    result = read("TXT " + escaped);
    CHECK(result.error.mistake == Mistake::string_too_long);
    CHECK(result.error.replacement.ends_with("\" \"\\065\""));
}

TEST_CASE("encodings that are none, digests of a wrong length")
{
    const Bad rows[] = {
        {"TLSA 3 1 1 0xaa", Mistake::encoding_invalid, 3, 3, 0, 2, "the data is hexadecimal without `0x`",
         "leave `0x` out"},
        {"TLSA 3 1 1 aa ag", Mistake::encoding_invalid, 4, 4, 1, 2, "`g` does not occur in hexadecimal"},
        {"TLSA 3 1 1 aa a", Mistake::encoding_invalid, 3, 4, 0, 0, "the data has an odd number of hexadecimal digits"},
        {"DNSKEY 256 3 8 AwEAA!==", Mistake::encoding_invalid, 3, 3, 5, 6, "`!` does not occur in Base64"},
        {"DNSKEY 256 3 8 AwE", Mistake::encoding_invalid, 3, 3, 0, 0,
         "the Base64 text of the key is cut short: its length is no multiple of four"},
        {"DNSKEY 256 3 8 AwF=", Mistake::encoding_invalid, 3, 3, 0, 0,
         "the Base64 text of the key has bits behind its last octet"},
        {"DNSKEY 256 3 8 AA== AAAA", Mistake::encoding_invalid, 4, 4, 0, 4,
         "`AAAA` stands behind the `=` that ends the Base64 text"},
        {"DNSKEY 256 3 8 A===", Mistake::encoding_invalid, 3, 3, 1, 2, "`=` stands where the Base64 text has no end"},
        {"DS 1 8 2 aabb", Mistake::data_length_wrong, 3, 3, 0, 0,
         "the digest has 2 octets, and one of digest type 2 has 32", "copy it again, whole"},
        {"SSHFP 1 1 aa bb", Mistake::data_length_wrong, 2, 3, 0, 0,
         "the fingerprint has 2 octets, and one of fingerprint type 1 has 20", "copy it again, whole"},
        {"ZONEMD 1 1 240 aa", Mistake::data_length_wrong, 3, 3, 0, 0,
         "the digest has 1 octets, and one has 12 at least"},
        {"NSEC3 1 0 1 - CPNMUOG0", Mistake::data_length_wrong, 4, 4, 0, 0,
         "the hash of the next owner has 5 octets, and one of SHA-1 has 20"},
        {"NSEC3 1 0 1 abc CPNMUOG0", Mistake::encoding_invalid, 3, 3, 0, 0,
         "the salt has an odd number of hexadecimal digits"},
        {"NSEC3 2 0 1 - CPNMUO==", Mistake::encoding_invalid, 4, 4, 6, 8,
         "the hash of the next owner is written without `=`"},
    };
    check(rows);
}

TEST_CASE("fields in the wrong order are put right")
{
    struct Row {
        std::string_view text, right;
    };
    const Row rows[] = {
        {"MX mail 10", "10 mail"},
        {"SRV mail 10 5 5060", "10 5 5060 mail"},
        {"SRV 10 5 mail 5060", "10 5 5060 mail"},
        {"CAA issue 0 \"x\"", "0 issue \"x\""},
        {"CAA 0 \"ca.example\" issue", "0 issue \"ca.example\""},
        {"TLSA 3 1 aabbccdd 1", "3 1 1 aabbccdd"},
        {"NAPTR 100 \"s\" 50 \"SIP+D2U\" \"\" x.", "100 50 \"s\" \"SIP+D2U\" \"\" x."},
        {"HTTPS . 1 alpn=h2", "1 . alpn=h2"},
        {"URI 10 \"http://x\" 1", "10 1 \"http://x\""},
        {"AFSDB afs 1", "1 afs"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        Result result = read(row.text);
        CHECK_FALSE(result.good);
        CHECK(result.error.mistake == Mistake::fields_swapped);
        CHECK(result.error.first_word == 0);
        CHECK(result.error.replacement == row.right);
        CHECK(result.error.help == "swap them: `" + std::string(row.right) + "`");
    }
    CHECK(read("MX mail 10").error.message == "`mail` stands where MX has its preference");
    CHECK(read("MX mail mail").error.mistake == Mistake::number_invalid);
}

TEST_CASE("LOC is read as RFC 1876 has it")
{
    const Bad rows[] = {
        {"LOC", Mistake::field_missing, 0, 0, 0, 0, "LOC has no data; it needs a location"},
        {"LOC 91 N 0 E 0", Mistake::number_too_large, 0, 0, 0, 2,
         "`91` is larger than 90, the most that the degree of the latitude can be"},
        {"LOC 90 1 N 0 E 0", Mistake::value_invalid, 0, 2, 0, 0, "this latitude is beyond 90 degrees"},
        {"LOC 1 n 2 e 0", Mistake::value_invalid, 1, 1, 0, 0,
         "`n` is neither `N` or `S` nor the minutes of the latitude"},
        {"LOC 1 2 60 N 2 E 0", Mistake::value_invalid, 2, 2, 0, 0,
         "`60` is neither `N` or `S` nor seconds, a number below 60 with up to three decimals"},
        {"LOC 1 N 2 E", Mistake::field_missing, 4, 4, 0, 0, "LOC ends before its altitude"},
        {"LOC 1 N 2 E -100001m", Mistake::value_invalid, 4, 4, 0, 0,
         "`-100001m` is outside of -100000.00m to 42849672.95m, the altitudes of LOC"},
        {"LOC 1 N 2 E 0 1 2 3 4", Mistake::field_extra, 8, 8, 0, 0, "`4` stands after the location of LOC",
         "remove it, or put `;` before it if it is a comment"},
    };
    check(rows);
}

TEST_CASE("service parameters")
{
    struct Row {
        std::string_view text, wire;
    };
    const Row good[] = {
        {"HTTPS 1 .", "000100"},
        {"HTTPS 0 . no-default-alpn", "00000000020000"},
        {"HTTPS 1 . port=\"80\" alpn=h2", "00010000010003026832000300020050"},
        {"HTTPS 1 . alpn=\"f\\\\\\\\oo\\\\,bar,h2\"", "0001000001000c08665c6f6f2c626172026832"},
        {"HTTPS 1 . alpn=f\\\\\\092oo\\092,bar,h2", "0001000001000c08665c6f6f2c626172026832"},
        {"HTTPS 1 . key1=\\002h2", "00010000010003026832"},
        {"HTTPS 1 . ohttp key65535", "000100"
                                     "00080000"
                                     "ffff0000"},
        {"HTTPS 1 . mandatory=key9,port port=1 key9", "000100"
                                                      "0000000400030009"
                                                      "000300020001"
                                                      "00090000"},
        {"HTTPS 1 . dohpath=/q{?a,dns}", "000100"
                                         "0007000a2f717b3f612c646e737d"},
    };
    for (const Row& row : good) {
        INFO(row.text);
        Result result = read(row.text);
        CHECK(result.error.message == "");
        CHECK(result.good);
        CHECK(hex(result.wire) == row.wire);
    }
    const Bad bad[] = {
        {"HTTPS 1 . alpn=h2 alpn=h3", Mistake::value_invalid, 3, 3, 0, 0,
         "`alpn` stands twice; a parameter may stand once"},
        {"HTTPS 1 . alpn", Mistake::value_invalid, 2, 2, 0, 0, "`alpn` needs a value"},
        {"HTTPS 1 . alpn=h2,", Mistake::value_invalid, 2, 2, 5, 8, "the list of `alpn` has an empty item"},
        {"HTTPS 1 . port=65536", Mistake::number_too_large, 2, 2, 5, 10,
         "`65536` is larger than 65535, the most that the port can be"},
        {"HTTPS 1 . port=\"x\"", Mistake::number_invalid, 3, 3, 0, 1,
         "`x` is not a number, and the port is one from 0 to 65535"},
        {"HTTPS 1 . ipv4hint=1.2.3.4,1.2.3.400", Mistake::address_invalid, 2, 2, 23, 26,
         "`1.2.3.400` is not an IPv4 address: 400 is larger than 255"},
        {"HTTPS 1 . ipv6hint=1.2.3.4", Mistake::address_wrong_family, 2, 2, 9, 16,
         "`1.2.3.4` is an IPv4 address, and here an IPv6 address belongs"},
        {"HTTPS 1 . mandatory=port", Mistake::value_invalid, 2, 2, 0, 0,
         "`port` is said to be mandatory but is missing"},
        {"HTTPS 1 . mandatory=mandatory", Mistake::value_invalid, 2, 2, 10, 19, "`mandatory` may not list itself"},
        {"HTTPS 1 . no-default-alpn", Mistake::value_invalid, 2, 2, 0, 0,
         "`no-default-alpn` stands without `alpn`, so that no protocol is left",
         "add `alpn` or leave `no-default-alpn` out"},
        {"HTTPS 1 . no-default-alpn=x alpn=h2", Mistake::value_invalid, 2, 2, 16, 17, "`no-default-alpn` has no value"},
        {"HTTPS 1 . ALPN=h2", Mistake::value_invalid, 2, 2, 0, 4,
         "`ALPN` is not a service parameter: they are lower case", "write it as `alpn`", "alpn"},
        {"HTTPS 1 . foo=h2", Mistake::value_invalid, 2, 2, 0, 3, "`foo` is not a service parameter"},
        {"HTTPS 1 . key08=x", Mistake::value_invalid, 2, 2, 0, 5,
         "`key08` is not a service parameter: its number has leading zeros"},
        {"HTTPS 1 . key65536=x", Mistake::value_invalid, 2, 2, 0, 8, "`key65536` is not a service parameter"},
        {"HTTPS 1 . key3=abc", Mistake::value_invalid, 2, 2, 0, 0, "the octets of `key3` are not a value of `port`"},
        {"HTTPS 1 . dohpath=x{?dns}", Mistake::value_invalid, 2, 2, 8, 15,
         "`x{?dns}` is not a path of DNS over HTTPS: it must begin with `/`"},
        {"HTTPS 1 . ech=AAA", Mistake::encoding_invalid, 2, 2, 4, 7,
         "the Base64 text of `ech` is cut short or has `=` in its middle"},
    };
    check(bad);
}

TEST_CASE("the generic form")
{
    CHECK(hex(read("A \\# 4 c0 0002 01").wire) == "c0000201");
    CHECK(read("TYPE65280 \\# 0").good);
    CHECK(read("TXT \\# 1 00").notes.size() == 1);
    CHECK(read("MX \\# 4 000a0000").error.message == "these 4 octets are not the data of MX");
    const Bad rows[] = {
        {"A \\# 5 c0000201", Mistake::generic_invalid, 1, 1, 0, 0, "`\\# 5` announces 5 octets, and 4 follow",
         "write `\\# 4` if the octets are right", "4"},
        {"A \\#", Mistake::generic_invalid, 1, 1, 0, 0, "`\\#` is not followed by the number of octets"},
        {"TYPE65280 x", Mistake::generic_invalid, 0, 0, 0, 0,
         "the data of TYPE65280 can only be written as `\\# length hexadecimal`"},
        {"TYPE65280 \\# 1 a", Mistake::encoding_invalid, 2, 2, 0, 0,
         "the data has an odd number of hexadecimal digits"},
        {"TYPE65280 \\# 65536 aa", Mistake::number_too_large, 1, 1, 0, 5,
         "`65536` is larger than 65535, the most that the number of octets can be"},
        {"ANY \\# 0", Mistake::type_not_data, 0, 1, 0, 0, "ANY is a type of queries and messages, no data of a zone"},
    };
    check(rows);
    Result note = read("MX \\# 3 000a00");
    REQUIRE(note.notes.size() == 1);
    CHECK(note.notes[0].mistake == Mistake::generic_of_known_type);
    CHECK(note.notes[0].replacement == "10 .");
}

TEST_CASE("octets that are not the data of their type")
{
    struct Row {
        Type type;
        std::string_view wire;
    };
    const std::string long_map = std::string("\0\x21", 2) + std::string(33, '\x01');
    const Row rows[] = {
        {Type::A, "abc"},
        {Type::A, ""},
        {Type::MX, std::string_view("\0\x0a\x05"
                                    "ab\0",
                                    6)},
        {Type::NS, std::string_view("\xc0\x0c", 2)},
        {Type::NS, "\x01"
                   "a"},
        {Type::TXT, ""},
        {Type::TXT, "\x05"
                    "abc"},
        {Type::HINFO, std::string_view("\0", 1)},
        {Type::NSEC, std::string_view("\0\0\0", 3)},
        {Type::NSEC, std::string_view("\0\0\1\0", 4)},
        {Type::NSEC, std::string_view("\0\1\1\1\0\1\1", 7)},
        {Type::CAA, std::string_view("\0\0x", 3)},
        {Type::SVCB, std::string_view("\0\1\0\0\3\0\1x", 8)},
        {Type::SVCB, std::string_view("\0\1\0\0\3\0\2xx\0\1\0\3\2h2", 16)},
        {Type::APL, std::string_view("\0\1\x20\4\1", 5)},
        {Type::LOC, "0123456789abcdef"},
        {Type::HIP, std::string_view("\x10\2\0\4", 4)},
        {Type::IPSECKEY, std::string_view("\x0a\1\2\1\2", 5)},
    };
    for (const Row& row : rows) {
        INFO(type_text(row.type) << " " << hex(row.wire));
        CHECK_FALSE(rdata_valid(row.type, row.wire));
        CHECK(rdata_text(row.type, row.wire).starts_with("\\# "));
    }
    CHECK_FALSE(rdata_valid(Type::CSYNC, std::string(6, '\0') + long_map));
    CHECK(rdata_valid(static_cast<Type>(65280), "anything"));
}

TEST_CASE("softer observations do not refuse a record")
{
    Result mailbox = read("SOA ns john.doe@example.com. 1 1 1 1 1");
    CHECK(mailbox.good);
    REQUIRE(mailbox.notes.size() == 1);
    CHECK(mailbox.notes[0].mistake == Mistake::mailbox_at_sign);
    CHECK(mailbox.notes[0].first_word == 1);
    CHECK(mailbox.notes[0].to == 0); // the dot before it changes too
    CHECK(mailbox.notes[0].replacement == "john\\.doe.example.com.");
    Result plain_mailbox = read("SOA ns john@example.com. 1 1 1 1 1");
    REQUIRE(plain_mailbox.notes.size() == 1);
    CHECK(plain_mailbox.notes[0].from == 4);
    CHECK(plain_mailbox.notes[0].to == 5);
    CHECK(plain_mailbox.notes[0].replacement == ".");
    CHECK(read("SOA ns john@example.com 1 1 1 1 1").notes[0].replacement == "john.example.com.");
    CHECK(read("SOA ns john@mail 1 1 1 1 1").notes[0].replacement == ".");
    CHECK(read("SOA @ @ 1 1 1 1 1").notes.empty());
    CHECK(read("SOA @ a\\@b 1 1 1 1 1").notes.empty());
    Result strings = read("TXT \"a\"\"b\" c");
    CHECK(strings.good);
    REQUIRE(strings.notes.size() == 1);
    CHECK(strings.notes[0].mistake == Mistake::strings_adjacent);
    CHECK(strings.notes[0].first_word == 0);
    CHECK(strings.notes[0].last_word == 1);
    Result deletion = read("CDS 0 0 0 0");
    CHECK(hex(deletion.wire) == "0000000000");
    REQUIRE(deletion.notes.size() == 1);
    CHECK(deletion.notes[0].replacement == "00");
    Result key = read("CDNSKEY 0 3 0 0");
    CHECK(hex(key.wire) == "0000030000");
    REQUIRE(key.notes.size() == 1);
    CHECK(key.notes[0].replacement == "AA==");
}

TEST_CASE("fields are found in words and in wire form")
{
    Result srv = read("SRV 10 5 5060 sip");
    REQUIRE(srv.places.size() == 4);
    CHECK(srv.places[3].begin == 3);
    CHECK(srv.places[3].end == 4);
    CHECK(rdata_number(Type::SRV, srv.wire, 2) == 5060);
    CHECK(Name(rdata_field(Type::SRV, srv.wire, 3)).text() == "sip.example.");
    Result ds = read("DS 1 8 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0 614B93C4F9E99B8383F6A1E4469DA50A");
    REQUIRE(ds.places.size() == 4);
    CHECK(ds.places[3].begin == 3);
    CHECK(ds.places[3].end == 5);
    CHECK(rdata_field(Type::DS, ds.wire, 3).size() == 32);
    Result caa = read("CAA 0 issue \"ca.example\"");
    CHECK(rdata_field(Type::CAA, caa.wire, 1) == "issue");
    CHECK(rdata_field(Type::CAA, caa.wire, 2) == "ca.example");
    Result soa = read("SOA ns host 7 1h 2 3 4");
    CHECK(rdata_number(Type::SOA, soa.wire, 2) == 7);
    CHECK(rdata_number(Type::SOA, soa.wire, 3) == 3600);
    CHECK(rdata_field(Type::SOA, soa.wire, 9).empty());
    Result naptr = read("NAPTR 1 2 \"s\" \"SIP+D2U\" \"\" _sip._udp");
    CHECK(rdata_field(Type::NAPTR, naptr.wire, 3) == "SIP+D2U");
    CHECK(rdata_field(Type::NAPTR, naptr.wire, 4).empty());
    Result generic = read("MX \\# 3 000a00");
    REQUIRE(generic.places.size() == 2);
    CHECK(generic.places[1].end == 3);
}

TEST_CASE("data longer than 65535 octets is refused, not written over the end")
{
    std::string strings = "TXT";
    for (int i = 0; i < 300; ++i)
        strings += " " + std::string(250, 'x');
    CHECK(read(strings).error.mistake == Mistake::data_too_long);
    CHECK(read("TLSA 3 1 0 " + std::string(140000, 'a')).error.mistake == Mistake::data_too_long);
    CHECK(read("OPENPGPKEY " + std::string(100000, 'A')).error.mistake == Mistake::data_too_long);
    CHECK(read("TYPE65280 \\# 65535 " + std::string(140000, 'a')).error.mistake == Mistake::data_too_long);
    CHECK(read("URI 1 1 \"" + std::string(70000, 'a') + "\"").error.mistake == Mistake::data_too_long);
    CHECK(read("TYPE65280 \\# 65535 " + std::string(131070, 'a')).good);
    std::string servers = "HIP 2 AA AAAA";
    for (int i = 0; i < 400; ++i)
        servers += " " + std::string(60, 'a') + "." + std::string(60, 'b') + "." + std::string(60, 'c') + ".";
    CHECK(read(servers).error.mistake == Mistake::data_too_long);
    std::string params = "SVCB 1 .";
    for (int i = 10; i < 400; ++i)
        params += fmt::format(" key{}={}", i, std::string(250, 'x'));
    CHECK(read(params).error.mistake == Mistake::data_too_long);
}

TEST_CASE("rdata: a field that the type does not have is empty", "[unit]")
{
    std::string address(4, '\1');
    CHECK(rdata_field(Type::A, address, 0) == address);
    for (std::size_t index : {1, 2, 100})
        CHECK(rdata_field(Type::A, address, index).empty());
}

TEST_CASE("rdata: data that are full take nothing more", "[unit]")
{
    auto buffer = std::make_unique<RdataBuffer>();
    auto full_but = [&](std::size_t room) -> RdataBuffer& {
        buffer->resize(RdataBuffer::limit - room);
        return *buffer;
    };
    CHECK(full_but(1).append_u8(1));
    CHECK_FALSE(full_but(0).append_u8(1));
    CHECK(full_but(2).append_u16(1));
    CHECK_FALSE(full_but(1).append_u16(1));
    CHECK(full_but(4).append_u32(1));
    CHECK_FALSE(full_but(3).append_u32(1));
    CHECK(full_but(2).append("ab", 2));
    CHECK_FALSE(full_but(1).append("ab", 2));
    CHECK(buffer->size() == RdataBuffer::limit - 1);
}
