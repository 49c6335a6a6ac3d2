// The tables that rules share, against the registries they come from. As in dns_registries_test.cpp, what stands
// here was written from the sources of the tables and not from the tables.
#include "rules/caa/shared/caa.h"
#include "rules/dane/shared/labels.h"
#include "rules/dnssec/shared/algorithms.h"
#include "rules/dnssec/shared/signed.h"
#include "rules/names/shared/host_name.h"
#include "rules/names/shared/targets.h"
#include "rules/services/shared/known_labels.h"
#include "rules/services/shared/lync.h"
#include "rules/services/shared/microsoft.h"
#include "rules/soa/shared/date.h"
#include "rules/srv/shared/service_name.h"

#include "../support.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <map>
#include <set>

using namespace zonevet;
using namespace zonevet::rules;

namespace {

// IANA "Underscored and Globally Scoped DNS Node Names" (RFC 8552, 4.1.2), with the types that the registry has for
// a label; below them what is not in the registry.
const std::pair<std::string_view, std::string_view> global_labels[] = {
    {"ta-4f66", "NULL"},
    {"openpgpkey", "OPENPGPKEY"},
    {"smimecert", "SMIMEA"},
    {"dccp", "SRV URI"},
    {"http", "SRV"},
    {"ipv6", "SRV"},
    {"ldap", "SRV"},
    {"ocsp", "SRV"},
    {"sctp", "SRV TLSA URI"},
    {"sip", "SRV URI"},
    {"tcp", "SRV TLSA TXT URI"},
    {"udp", "SRV TLSA TXT URI"},
    {"xmpp", "SRV URI"},
    {"dane", "TLSA"},
    {"acme-challenge", "TXT"},
    {"dmarc", "TXT"},
    {"domainkey", "TXT"},
    {"mta-sts", "TXT"},
    {"spf", "TXT"},
    {"sztp", "TXT"},
    {"tls", "TXT SRV"},
    {"vouch", "TXT"},
    {"acct", "URI"},
    {"email", "URI"},
    {"ems", "URI"},
    {"fax", "URI"},
    {"ft", "URI"},
    {"h323", "URI"},
    {"iax", "URI"},
    {"ical-access", "URI"},
    {"ical-sched", "URI"},
    {"ifax", "URI"},
    {"im", "URI"},
    {"mms", "URI"},
    {"pres", "URI"},
    {"pstn", "URI"},
    {"sms", "URI"},
    {"unifmsg", "URI"},
    {"vcard", "URI"},
    {"videomsg", "URI"},
    {"voice", "URI"},
    {"voicemsg", "URI"},
    {"vpim", "URI"},
    {"web", "URI"},
    {"dns", "SVCB"},           // RFC 9461
    {"quic", "TLSA"},          // RFC 9250
    {"er", "TXT"},             // RFC 9567
    {"dsboot", "CDS CDNSKEY"}, // RFC 9615
    {"signal", "NS CDS CDNSKEY"},
    {"resolver", "SVCB"}, // RFC 9462
    {"for-sale", "TXT"},
    {"validation-contactemail", "TXT"}, // CA/Browser Forum
    {"validation-contactphone", "TXT"},
    {"validation-persist", "TXT"},
    {"kerberos", "TXT URI SRV"},
    {"report", "TXT"},   // RFC 7489
    {"adsp", "TXT"},     // RFC 5617
    {"policy", "TXT"},   // RFC 4870
    {"smtp", "TXT SRV"}, // RFC 8460
    {"bimi", "TXT"},
    {"msdcs", "SRV CNAME A"}, // Active Directory
    {"sites", "SRV"},
    // Providers of services.
    {"amazonses", "TXT"},
    {"asuid", "TXT"},
    {"atproto", "TXT"},
    {"canva-domain-verify", "TXT"},
    {"cert-challenge", "TXT"},
    {"cf-challenge", "TXT"},
    {"cf-custom-hostname", "TXT"},
    {"discord", "TXT"},
    {"dnsauth", "TXT CNAME"},
    {"dnslink", "TXT"},
    {"domainconnect", "TXT CNAME"},
    {"fly-ownership", "TXT"},
    {"gitlab-pages-verification-code", "TXT"},
    {"openid", "TXT"},
    {"psl", "TXT"},
    {"railway-verify", "TXT"},
    {"vercel", "TXT"},
};

const Type types_at_labels[] = {Type::TXT, Type::CNAME, Type::TLSA, Type::SMIMEA, Type::OPENPGPKEY,
                                Type::URI, Type::SVCB,  Type::SRV,  Type::CDS,    Type::CDNSKEY,
                                Type::NUL, Type::NS,    Type::A};

// A letter that no label has in its place, so that no other label is as near.
std::string misspelt(std::string_view label)
{
    std::string other(label);
    other[other.size() - 2] = 'q';
    return other;
}

// "TXT CNAME": the types for which `label` is taken for a misspelling of `right`.
std::set<std::string> types_near(const std::string& label, std::string_view right)
{
    std::set<std::string> types;
    for (Type type : types_at_labels) {
        const KnownLabel* near = near_label(label, type);
        if (near != nullptr && near->label == right)
            types.insert(type_text(type));
    }
    return types;
}

std::set<std::string> types_in(std::string_view text)
{
    std::vector<std::string> words = test::words_of(text);
    std::set<std::string> types(words.begin(), words.end());
    // Where a text stands, an alias may lead to it.
    if (types.contains("TXT"))
        types.insert("CNAME");
    else
        types.erase("CNAME");
    return types;
}

OwnedName name(std::string_view text)
{
    OwnedName result;
    REQUIRE(to_name(text, result));
    return result;
}

} // namespace

TEST_CASE("labels of the registry are known, and their misspellings are told", "[unit]")
{
    for (const auto& [label, types] : global_labels) {
        INFO(label);
        CHECK(is_known_label(label));
        if (label.size() < 4 || label.starts_with("ta-"))
            continue; // too short to be misspelt for certain
        CHECK_FALSE(is_known_label(misspelt(label)));
        CHECK(types_near(misspelt(label), label) == types_in(types));
    }
    for (std::string_view made : {"github-challenge-x", "github-pages-challenge-x", "gh-x-o", "acme-challenge-www"})
        CHECK(is_known_label(made));
    for (std::string_view other :
         {"github-chalenge-x", "github-page-challenge-x", "gh-x-p", "acme-challeng-www", "gx-x-o", "tb-4f66"})
        CHECK_FALSE(is_known_label(other));
    CHECK(is_known_label("example"));
    for (Type type : types_at_labels)
        CHECK(near_label("exampqe", type) != nullptr);
}

TEST_CASE("DNSSEC algorithms are those of the registry", "[unit]")
{
    // IANA "DNS Security Algorithm Numbers"; true: MUST NOT be used for signing (RFC 8624, RFC 9905, RFC 9906). 2 is
    // Diffie-Hellman, which signs no zone.
    const std::map<std::uint32_t, std::pair<std::string, bool>> registry = {
        {1, {"RSAMD5", true}},
        {3, {"DSA", true}},
        {5, {"RSASHA1", true}},
        {6, {"DSA-NSEC3-SHA1", true}},
        {7, {"RSASHA1-NSEC3-SHA1", true}},
        {8, {"RSASHA256", false}},
        {10, {"RSASHA512", false}},
        {12, {"ECC-GOST", true}},
        {13, {"ECDSAP256SHA256", false}},
        {14, {"ECDSAP384SHA384", false}},
        {15, {"ED25519", false}},
        {16, {"ED448", false}},
        {17, {"SM2SM3", false}},
        {23, {"ECC-GOST12", false}},
        {252, {"INDIRECT", false}},
        {253, {"PRIVATEDNS", false}},
        {254, {"PRIVATEOID", false}},
    };
    for (std::uint32_t number = 0; number < 256; ++number) {
        INFO(number);
        auto row = registry.find(number);
        bool assigned = row != registry.end();
        CHECK(is_assigned_algorithm(number) == assigned);
        CHECK(is_deprecated_algorithm(number) == (assigned && row->second.second));
        CHECK(algorithm_text(number) ==
              (assigned ? fmt::format("{} ({})", row->second.first, number) : fmt::format("algorithm {}", number)));
    }
}

TEST_CASE("CAA properties are those of the registry", "[unit]")
{
    // IANA "Certification Authority Restriction Properties"; true: the value names a CA.
    const std::pair<std::string, bool> registry[] = {
        {"issue", true},  {"issuewild", true},     {"issuemail", true},    {"issuevmc", true},
        {"iodef", false}, {"contactemail", false}, {"contactphone", false}};
    for (const auto& [tag, issuer] : registry) {
        INFO(tag);
        CHECK(is_known_tag(tag));
        CHECK(names_issuer(tag) == issuer);
        CHECK_FALSE(is_known_tag(tag + "q"));
        CHECK_FALSE(names_issuer(tag + "q"));
        CHECK(intended_tag(tag + "q") == tag);
    }
}

TEST_CASE("transports are those that clients ask below", "[unit]")
{
    for (std::string_view transport : {"tcp", "udp", "tls", "sctp", "dccp", "ipv6"}) {
        CHECK(is_transport(transport));
        CHECK_FALSE(is_transport(std::string(transport) + "x"));
    }
    CHECK_FALSE(is_transport("quic"));
    for (std::string_view transport : {"_tcp", "_udp", "_sctp", "_dccp", "_quic"}) {
        INFO(transport);
        CHECK(read_tlsa_owner(name(fmt::format("_443.{}.www.example.", transport)).view()).good);
        CHECK_FALSE(read_tlsa_owner(name(fmt::format("_443.{}x.www.example.", transport)).view()).good);
    }
    CHECK_FALSE(read_tlsa_owner(name("_443._tls.www.example.").view()).good);
}

TEST_CASE("types have the names that others look up", "[unit]")
{
    // RFC 1035, RFC 1183, RFC 2230, RFC 2782, RFC 3403, RFC 6672, RFC 6742, RFC 9460; "m": it stands for a mailbox.
    const std::map<std::string, std::vector<std::string>> registry = {
        {"NS", {"target"}},
        {"CNAME", {"target"}},
        {"SOA", {"mname", "rname m"}},
        {"PTR", {"target"}},
        {"MX", {"exchange"}},
        {"SRV", {"target"}},
        {"NAPTR", {"replacement"}},
        {"DNAME", {"target"}},
        {"SVCB", {"target"}},
        {"HTTPS", {"target"}},
        {"AFSDB", {"hostname"}},
        {"KX", {"exchanger"}},
        {"RP", {"mailbox m", "text-name"}},
        {"RT", {"intermediate"}},
        {"LP", {"target"}},
        {"MINFO", {"rmailbox m", "emailbox m"}},
    };
    const std::set<std::string> host_targets = {"NS", "SOA", "MX", "SRV", "PTR", "AFSDB", "RT", "KX", "SVCB", "HTTPS"};
    const std::set<std::string> host_owners = {"A", "AAAA", "MX"};
    auto has = [](const Few<Type, 24>& types, Type type) {
        return std::find(types.begin(), types.end(), type) != types.end();
    };
    for (const TypeSpec* spec = all_types_begin(); spec != all_types_end(); ++spec) {
        std::string type(spec->mnemonic);
        INFO(type);
        std::vector<std::string> names;
        for (Field field : names_in(spec->type)) {
            CHECK(field.type == spec->type);
            names.push_back(std::string(spec->fields[field.index].name) + (is_mailbox(field) ? " m" : ""));
        }
        auto row = registry.find(type);
        CHECK(names == (row == registry.end() ? std::vector<std::string>() : row->second));
        CHECK(has(types_with_names, spec->type) == (row != registry.end()));
        CHECK(has(types_with_host_target, spec->type) == host_targets.contains(type));
        CHECK(has(types_with_host_owner, spec->type) == host_owners.contains(type));
    }
}

TEST_CASE("octets of host names are those of RFC 952", "[unit]")
{
    for (unsigned octet = 0; octet < 256; ++octet) {
        INFO(octet);
        bool letter = (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
        bool digit = octet >= '0' && octet <= '9';
        HostFault fault = letter || digit || octet == '-' ? HostFault::none
                          : octet == '_'                  ? HostFault::underscore
                          : octet >= 128                  ? HostFault::not_ascii
                                                          : HostFault::character;
        CHECK(fault_of(std::string("a") + static_cast<char>(octet) + "b") == fault);
    }
    CHECK(fault_of("-a") == HostFault::hyphen);
    CHECK(fault_of("a-") == HostFault::hyphen);
}

TEST_CASE("Microsoft's clouds have three hosts each", "[unit]")
{
    const std::pair<std::string, std::string> clouds[] = {
        {"online.lync.com.", "Microsoft's worldwide cloud"},
        {"online.gov.skypeforbusiness.us.", "the GCC High cloud"},
        {"online.dod.skypeforbusiness.us.", "the DoD cloud"},
        {"online.partner.lync.cn.", "the cloud of 21Vianet"},
    };
    const std::pair<std::string, std::string> hosts[] = {
        {"sipfed", "sipfederationtls"}, {"sipdir", "sip"}, {"webdir", ""}};
    for (const auto& [cloud, text] : clouds) {
        INFO(cloud);
        CHECK(cloud_of(name("x." + cloud).view()) == cloud);
        CHECK(cloud_of(name("x" + cloud).view()) == "");
        CHECK(home_text(cloud) == text);
        for (const auto& [host, service] : hosts) {
            OwnedName whole = name(host + "." + cloud);
            const CloudTarget* target = find_cloud_target(whole.view());
            REQUIRE(target != nullptr);
            CHECK(target->host == host);
            CHECK(target->service == service);
            CHECK(target->cloud == cloud);
            CHECK(find_cloud_target(name(host + "x." + cloud).view()) == nullptr);
            CHECK(is_microsoft(whole.view()));
        }
    }
    CHECK(home_text("") == "your own servers");
    for (std::string domain : {"lync.com.", "lync.cn.", "skypeforbusiness.us.", "skype.com.", "microsoft.com.",
                               "office365.us.", "messenger.msn.com."}) {
        INFO(domain);
        CHECK(is_microsoft(name(domain).view()));
        CHECK(is_microsoft(name("x." + domain).view()));
        CHECK_FALSE(is_microsoft(name("x" + domain).view()));
    }
    CHECK_FALSE(is_microsoft(name("msn.com.").view()));
}

TEST_CASE("serials that are dates are days of the calendar", "[unit]")
{
    for (int year : {1984, 1985, 2000, 2023, 2024, 2099, 2100})
        for (unsigned month = 0; month <= 13; ++month)
            for (unsigned day : {0U, 1U, 28U, 29U, 30U, 31U, 32U}) {
                std::uint32_t serial = static_cast<std::uint32_t>(year) * 1000000 + month * 10000 + day * 100 + 7;
                INFO(serial);
                std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                                 std::chrono::day(day)};
                CHECK(SerialDate(serial).is_date() == date.ok());
                CHECK(SerialDate(serial).looks_like_date() == (year >= 1985 && year < 2100));
                CHECK(SerialDate(serial).count == 7);
                if (date.ok())
                    CHECK(last_serial_of(std::chrono::sys_days(date).time_since_epoch().count()) == serial + 92);
            }
}
