// What a zone is for, told from one record (`detect` of each profile of the packs): what `zonevet config init`
// proposes. Each entry of each `detect` is needed by a case; the second test leaves them out one by one.
#include "policy/book.h"
#include "policy/evaluate.h"
#include "zone/build.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace zonevet::test {
namespace {

struct Case {
    std::string_view profile; // empty: no profile is shown
    std::string_view record;
};

constexpr Case cases[] = {
    {"ad-internal", "_ldap._tcp.dc._msdcs SRV 0 100 389 dc1"},
    {"ad-internal", "_ldap._tcp.pdc._msdcs SRV 0 100 389 dc1"},
    {"ad-internal", "_gc._tcp SRV 0 100 3268 dc1"},
    {"ad-internal", "_kerberos._tcp.dc._msdcs SRV 0 100 88 dc1"},
    {"", "_kerberos._tcp SRV 0 100 88 dc1"},
    {"", "_ldap._tcp SRV 0 100 389 dc1"},
    {"", "_gc._tcp TXT x"},

    {"amazon-ses", "abc._domainkey CNAME abc.dkim.amazonses.com."},
    {"amazon-ses", "bounce MX 10 feedback-smtp.eu-west-1.amazonses.com."},
    {"", "abc CNAME abc.dkim.amazonses.com."},
    {"", "abc._domainkey CNAME abc.dkim.example.net."},
    {"", "abc._domainkey MX 10 abc.dkim.amazonses.com."},
    {"", "@ MX 10 inbound-smtp.eu-west-1.amazonaws.com."},
    {"", "bounce CNAME feedback-smtp.eu-west-1.amazonses.com."},

    {"exchange-onprem", "_autodiscover._tcp SRV 0 0 443 mail"},
    {"", "_autodiscover._tcp SRV 0 0 443 autodiscover.example.net."},
    {"", "_autodiscover._tcp SRV 0 0 80 mail"},
    {"", "_caldavs._tcp SRV 0 0 443 mail"},

    {"fastmail", "@ MX 10 in1-smtp.messagingengine.com."},
    {"", "@ MX 10 in1-smtp.example.net."},
    {"", "shop MX 10 in1-smtp.messagingengine.com."},
    {"", "@ SRV 0 0 25 in1-smtp.messagingengine.com."},

    {"google-workspace", "@ MX 1 smtp.google.com."},
    {"google-workspace", "@ MX 1 aspmx.l.google.com."},
    {"google-workspace", "@ MX 5 alt1.aspmx.l.google.com."},
    {"google-workspace", "@ MX 10 aspmx2.googlemail.com."},
    {"", "@ MX 1 mail.google.com."},
    {"", "shop MX 1 smtp.google.com."},
    {"", "@ SRV 0 0 25 smtp.google.com."},

    {"icloud", "@ MX 10 mx01.mail.icloud.com."},
    {"", "@ MX 10 mx01.mail.example.net."},
    {"", "shop MX 10 mx01.mail.icloud.com."},
    {"", "@ SRV 0 0 25 mx01.mail.icloud.com."},

    {"lync-onprem-external", "_sipfederationtls._tcp SRV 0 0 5061 sip"},
    {"", "_sipfederationtls._tcp SRV 0 0 5061 sip.example.net."},
    {"", "_sip._tls SRV 0 0 443 sip"},
    {"", "_sipfederationtls._tcp CNAME sip"},

    {"lync-onprem-internal", "_sipinternaltls._tcp SRV 0 0 5061 pool"},
    {"lync-onprem-internal", "_sipinternal._tcp SRV 0 0 5060 pool"},
    {"lync-onprem-internal", "lyncdiscoverinternal A 192.0.2.20"},
    {"lync-onprem-internal", "lyncdiscoverinternal AAAA 2001:db8::20"},
    {"lync-onprem-internal", "lyncdiscoverinternal CNAME pool"},
    {"", "_sipinternaltls._tcp TXT x"},
    {"", "lyncdiscoverinternal TXT x"},
    {"", "lyncdiscover A 192.0.2.20"},

    {"microsoft365", "@ MX 0 contoso-com.mail.protection.outlook.com."},
    {"microsoft365", "@ MX 0 contoso-com.o-v1.mx.microsoft."},
    {"", "@ MX 0 contoso-com.mail.protection.outlook.de."},
    {"", "shop MX 0 contoso-com.mail.protection.outlook.com."},
    {"", "@ SRV 0 0 25 contoso-com.mail.protection.outlook.com."},

    {"proton", "@ MX 10 mail.protonmail.ch."},
    {"", "@ MX 10 mail.example.ch."},
    {"", "shop MX 10 mail.protonmail.ch."},
    {"", "@ SRV 0 0 25 mail.protonmail.ch."},

    {"teams-only", "_sipfederationtls._tcp SRV 100 1 5061 sipfed.online.lync.com."},
    {"", "_sip._tls SRV 100 1 443 sipdir.online.lync.com."},
    {"", "_sipfederationtls._tcp CNAME sipfed.online.lync.com."},
    {"gcc-high", "_sipfederationtls._tcp SRV 100 1 5061 sipfed.online.gov.skypeforbusiness.us."},
    {"", "_sip._tls SRV 100 1 443 sipdir.online.gov.skypeforbusiness.us."},
    {"", "_sipfederationtls._tcp CNAME sipfed.online.gov.skypeforbusiness.us."},
    {"dod", "_sipfederationtls._tcp SRV 100 1 5061 sipfed.online.dod.skypeforbusiness.us."},
    {"", "_sip._tls SRV 100 1 443 sipdir.online.dod.skypeforbusiness.us."},
    {"", "_sipfederationtls._tcp CNAME sipfed.online.dod.skypeforbusiness.us."},
    {"21vianet", "_sipfederationtls._tcp SRV 100 1 5061 sipfed.online.partner.lync.cn."},
    {"21vianet", "@ MX 0 contoso-cn.mail.protection.partner.outlook.cn."},
    {"", "_sip._tls SRV 100 1 443 sipdir.online.partner.lync.cn."},
    {"", "_sipfederationtls._tcp CNAME sipfed.online.partner.lync.cn."},
    {"", "shop MX 0 contoso-cn.mail.protection.partner.outlook.cn."},
    {"", "@ SRV 0 0 25 contoso-cn.mail.protection.partner.outlook.cn."},

    {"zoho", "@ MX 10 mx.zoho.eu."},
    {"zoho", "@ MX 10 mx.zoho.com.au."},
    {"", "@ MX 20 mx2.zoho.eu."},
    {"", "shop MX 10 mx.zoho.eu."},
    {"", "@ SRV 0 0 25 mx.zoho.eu."},
};

// One record in a zone, which lives as long as this.
class OneRecord {
public:
    explicit OneRecord(const Case& shown) : profile(shown.profile), text(shown.record)
    {
        OwnedName origin;
        REQUIRE(to_name("example.com.", origin));
        std::string zone = fmt::format("$TTL 3600\n@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n{}\n", text);
        built_ = build_zone("zone", std::make_shared<Bytes>(zone), origin.view(), {});
        REQUIRE(built_.zone->record_count() == 2);
    }

    bool shows(const policy::Matcher& detect) const
    {
        policy::Situation situation(built_.zone->record(RecordId{1}));
        return policy::matches(detect, situation) == policy::Truth::yes;
    }

    std::string_view profile, text;

private:
    BuiltZone built_;
};

std::vector<OneRecord> all_cases()
{
    return {std::begin(cases), std::end(cases)};
}

// A matcher that has lost one entry.
struct Altered {
    policy::Matcher matcher;
    std::string lost;
};

// The same span without its element `at`, or with another one in its place.
template <class T> std::vector<T> with(std::span<const T> items, std::size_t at, const T* other)
{
    std::vector<T> result(items.begin(), items.end());
    if (other != nullptr)
        result[at] = *other;
    else
        result.erase(result.begin() + static_cast<std::ptrdiff_t>(at));
    return result;
}

// Whether a part is the type whose fields alone the others are about: they hold for no other type any more.
bool narrows_others(const policy::Matcher& matcher, std::size_t part)
{
    return matcher.op == policy::Op::all && matcher.parts[part].subject == policy::Subject::type &&
           std::any_of(matcher.parts.begin(), matcher.parts.end(), [](const policy::Matcher& other) {
               return other.subject == policy::Subject::data && !other.fields.empty();
           });
}

std::vector<Altered> without_one_entry(const policy::Matcher& matcher, policy::Book& book)
{
    std::vector<Altered> all;
    for (std::size_t i = 0; i < matcher.values.size() && matcher.values.size() > 1; ++i) {
        all.push_back({matcher, fmt::format("value {} of {}", i + 1, matcher.field)});
        all.back().matcher.values = book.keep(with<policy::Value>(matcher.values, i, nullptr));
    }
    for (std::size_t i = 0; i < matcher.parts.size(); ++i) {
        if (matcher.parts.size() > 1 && !narrows_others(matcher, i)) {
            all.push_back(
                {matcher, fmt::format("part {}: {} {}", i + 1, matcher.parts[i].field, matcher.parts[i].shown)});
            all.back().matcher.parts = book.keep(with<policy::Matcher>(matcher.parts, i, nullptr));
        }
        for (const Altered& part : without_one_entry(matcher.parts[i], book)) {
            all.push_back({matcher, part.lost});
            all.back().matcher.parts = book.keep(with<policy::Matcher>(matcher.parts, i, &part.matcher));
        }
    }
    return all;
}

} // namespace

TEST_CASE("one record shows what a zone is for", "[policy]")
{
    for (const OneRecord& record : all_cases()) {
        std::string shown;
        for (const policy::ServiceProfile& profile : policy::pack_profiles())
            if (profile.detect != nullptr && record.shows(*profile.detect))
                shown += profile.name;
        CAPTURE(std::string(record.text));
        CHECK(shown == record.profile);
    }
}

TEST_CASE("every entry of what shows a profile is needed", "[policy]")
{
    const std::vector<OneRecord> records = all_cases();
    policy::Book book;
    for (const policy::ServiceProfile& profile : policy::pack_profiles()) {
        if (profile.detect == nullptr)
            continue;
        std::vector<Altered> all = without_one_entry(*profile.detect, book);
        all.push_back({{}, "all of it"}); // `all` of nothing holds for every record
        for (const Altered& altered : all) {
            bool noticed = std::any_of(records.begin(), records.end(), [&](const OneRecord& record) {
                return record.shows(altered.matcher) != (record.profile == profile.name);
            });
            CAPTURE(std::string(profile.name), altered.lost);
            CHECK(noticed);
        }
    }
}

} // namespace zonevet::test
