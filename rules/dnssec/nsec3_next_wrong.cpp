#include "rules/dnssec/shared/denial.h"

namespace zonevet::rules::nsec3_next_wrong {

namespace {
void check(const Zone& zone, Lint& lint)
{
    Nsec3Chain chain = nsec3_chain(zone);
    for (std::size_t i = 0; i < chain.links.size(); ++i) {
        std::size_t following = i + 1 < chain.links.size() ? i + 1 : 0;
        const dnssec::HashedName& expected = chain.hashes[following];
        if (nsec3::octets(chain.links[i], nsec3::next) != std::string_view(expected.data(), expected.size()))
            lint.report(chain.links[i].at(nsec3::next),
                        "the next NSEC3 record is that of `{}`, which is not named here",
                        chain.links[following].owner())
                .note(chain.links[following].place(), "the next one")
                .help("sign the zone again");
    }
}
} // namespace

extern const Rule rule{
    .name = "nsec3-next-wrong",
    .summary = "An NSEC3 record does not lead to the next one of the chain.",
    .why = "It proves to validators that the names between do not exist, or leaves a gap in which "
           "nothing can be "
           "proven.",
    .effect = "validating resolvers deny names that exist, or answer SERVFAIL",
    .references = {rfc("5155", "7.1"), rfc("5155", "3.1.7")},
    .level = Level::error,
    .bad = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
@     NSEC3PARAM 1 0 0 -
0p9mhaveqvm6t7vbl5lop2u3t2rp3tom NSEC3 1 0 0 - 2t7b4g4vsa5smi47k61mv5bv1a22bojr A RRSIG
)",
    .good = R"(
@     DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@     RRSIG  NS 13 2 3600 20360101000000 20260101000000 2371 @ AAAA
@     NSEC3PARAM 1 0 0 -
0p9mhaveqvm6t7vbl5lop2u3t2rp3tom NSEC3 1 0 0 - 2t7b4g4vsa5smi47k61mv5bv1a22bojr A RRSIG
2t7b4g4vsa5smi47k61mv5bv1a22bojr NSEC3 1 0 0 - 0p9mhaveqvm6t7vbl5lop2u3t2rp3tom A RRSIG
)",
    .check = check,
};

} // namespace zonevet::rules::nsec3_next_wrong
