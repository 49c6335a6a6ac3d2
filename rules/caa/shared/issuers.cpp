#include "rules/caa/shared/issuers.h"

#include "text/source.h"

#include <algorithm>
#include <vector>

namespace zonevet::rules {

namespace {

// From the certification practice statements of the CAs, as collected by the Common CA Database
// (https://www.ccadb.org/resources, "CAA identifiers").
constexpr std::string_view issuers[] = {
    "letsencrypt.org",
    "sectigo.com",
    "comodo.com",
    "comodoca.com",
    "usertrust.com",
    "trust-provider.com",
    "trust-provider.net",
    "digicert.com",
    "www.digicert.com",
    "digicert.ne.jp",
    "cybertrust.ne.jp",
    "symantec.com",
    "thawte.com",
    "geotrust.com",
    "rapidssl.com",
    "digitalcertvalidation.com",
    "volusion.digitalcertvalidation.com",
    "quovadisglobal.com",
    "amazon.com",
    "amazontrust.com",
    "awstrust.com",
    "amazonaws.com",
    "pki.goog",
    "google.com",
    "globalsign.com",
    "godaddy.com",
    "starfieldtech.com",
    "entrust.net",
    "affirmtrust.com",
    "ssl.com",
    "buypass.com",
    "buypass.no",
    "certum.pl",
    "certum.eu",
    "actalis.it",
    "harica.gr",
    "swisssign.com",
    "swisssign.net",
    "swisssign.ch",
    "telesec.de",
    "t-systems.com",
    "pki.dfn.de",
    "dfn.de",
    "d-trust.net",
    "d-trust.de",
    "dtrust.de",
    "dtrust.net",
    "identrust.com",
    "trustwave.com",
    "securetrust.com",
    "networksolutions.com",
    "camerfirma.com",
    "firmaprofesional.com",
    "izenpe.com",
    "anf.es",
    "accv.es",
    "fnmt.es",
    "e-szigno.hu",
    "netlock.hu",
    "netlock.net",
    "netlock.eu",
    "certsign.ro",
    "twca.com.tw",
    "cht.com.tw",
    "hinet.net",
    "gca.nat.gov.tw",
    "gdca.com.cn",
    "cfca.com.cn",
    "sheca.com",
    "imtrust.cn",
    "trustasia.com",
    "secomtrust.net",
    "emsign.com",
    "emudhra.com",
    "ecert.gov.hk",
    "hongkongpost.gov.hk",
    "microsoft.com",
    "disig.sk",
    "certinomis.com",
    "certinomis.fr",
    "certigna.fr",
    "certigna.com",
    "dhimyotis.com",
    "e-tugra.com",
    "e-tugra.com.tr",
    "kamusm.gov.tr",
    "visa.com",
    "apple.com",
    "pki.apple.com",
    "cisco.com",
    "oati.net",
    "globaltrust.eu",
    "postsignum.cz",
    "navercloudtrust.com",
    "certainly.com",
    "elektronicznypodpis.pl",
    "kir.pl",
    "wisekey.com",
    "hightrusted.com",
    "certifyid.com",
    "oiste.org",
    "eca.hinet.net",
    "publicca.hinet.net",
    "bjca.cn",
    "vikingcloud.com",

};

// The ones that are common enough for a slip to be likely.
constexpr std::string_view common[] = {
    "letsencrypt.org", "sectigo.com",   "comodoca.com",   "digicert.com",       "amazon.com",    "amazontrust.com",
    "awstrust.com",    "pki.goog",      "globalsign.com", "godaddy.com",        "entrust.net",   "geotrust.com",
    "rapidssl.com",    "buypass.com",   "certum.pl",      "actalis.it",         "harica.gr",     "swisssign.com",
    "telesec.de",      "identrust.com", "trustwave.com",  "quovadisglobal.com", "amazonaws.com", "starfieldtech.com"};

struct Confusion {
    std::string_view written, meant;
};
// Web sites, products and other top-level domains of the same CAs.
constexpr Confusion confusions[] = {{"letsencrypt.com", "letsencrypt.org"},
                                    {"letsencrypt.net", "letsencrypt.org"},
                                    {"lets-encrypt.com", "letsencrypt.org"},
                                    {"www.letsencrypt.org", "letsencrypt.org"},
                                    {"acme-v02.api.letsencrypt.org", "letsencrypt.org"},
                                    {"isrg.org", "letsencrypt.org"},
                                    {"abetterinternet.org", "letsencrypt.org"},
                                    {"www.sectigo.com", "sectigo.com"},
                                    {"positivessl.com", "sectigo.com"},
                                    {"www.amazon.com", "amazon.com"},
                                    {"aws.amazon.com", "amazon.com"},
                                    {"aws.com", "amazon.com"},
                                    {"www.globalsign.com", "globalsign.com"},
                                    {"www.godaddy.com", "godaddy.com"},
                                    {"www.ssl.com", "ssl.com"},
                                    {"entrust.com", "entrust.net"},
                                    {"www.entrust.net", "entrust.net"},
                                    {"www.harica.gr", "harica.gr"},
                                    {"www.buypass.com", "buypass.com"},
                                    {"pki.google.com", "pki.goog"},
                                    {"gts.goog", "pki.goog"},
                                    {"digicert.org", "digicert.com"}};

bool same(std::string_view a, std::string_view b)
{
    return edit_distance(a, b, 0) == 0;
}

} // namespace

bool is_known_issuer(std::string_view domain)
{
    return std::any_of(std::begin(issuers), std::end(issuers),
                       [&](std::string_view issuer) { return same(issuer, domain); });
}

std::string_view intended_issuer(std::string_view domain)
{
    if (is_known_issuer(domain))
        return {};
    for (const Confusion& one : confusions)
        if (same(one.written, domain))
            return one.meant;
    return nearest(domain, {std::begin(common), std::end(common)}, domain.size() < 12 ? 1 : 2);
}

} // namespace zonevet::rules
