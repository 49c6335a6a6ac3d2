#include "rules/text/shared/policy_version.h"

#include "rules/services/shared/near.h"
#include "rules/text/shared/policy_text.h"

namespace zonevet::rules {

namespace {

constexpr std::string_view versions[] = {"v=spf1", "v=DMARC1", "v=DKIM1", "v=STSv1", "v=TLSRPTv1", "v=BIMI1"};
// Other texts that begin alike.
constexpr std::string_view others[] = {"v=msv1", "v=tlsrpt1"};

bool looks_like_spf(std::string_view text)
{
    for (std::string_view head : {" ~all", " -all", " ?all", " include:", " ip4:", " mx ", " a "})
        if (text.find(head) != std::string_view::npos)
            return true;
    return false;
}

// The version that was meant by the first word of `text`; empty when it is right or none.
std::string_view meant(std::string_view text, std::string_view word)
{
    if (same_text(word, "v=spf1")) {
        std::string_view rest = text.substr(word.size());
        return rest.starts_with(';') || rest.starts_with(',') ? "v=spf1" : "";
    }
    for (std::string_view version : versions)
        if (word == version)
            return {};
    for (std::string_view other : others)
        if (starts_with_text(word, other))
            return {};
    if (starts_with_text(word, "v=spf1") && looks_like_spf(text))
        return "v=spf1"; // v=spf1, v=spf1; v=spf1include:...
    if ((same_text(word, "spf1") || same_text(word, "v-spf1") || same_text(word, "v:spf1") || same_text(word, "v")) &&
        looks_like_spf(text))
        return "v=spf1";
    if (!starts_with_text(word, "v="))
        return {};
    for (std::string_view version : versions) {
        unsigned distance = edit_distance(word, version, 2);
        if (distance <= (version == "v=spf1" && !looks_like_spf(text) ? 1 : 2))
            return version;
    }
    return {};
}

} // namespace

PolicyVersion read_version(const Record& txt)
{
    std::string_view first = first_string(txt);
    std::string_view start = trimmed(first);
    PolicyVersion version;
    version.quoted = start.starts_with('"') || start.starts_with('\'');
    if (!version.quoted && !starts_with_text(start, "v") && !starts_with_text(start, "spf1"))
        return version;
    if (version.quoted)
        start.remove_prefix(1);
    version.written = start.substr(0, start.find_first_of(" ;,"));
    version.begin = static_cast<std::size_t>(start.data() - first.data());
    if (version.begin != 0)
        for (std::string_view known : versions)
            if (same_text(version.written, known)) {
                version.meant = known;
                return version;
            }
    version.meant = meant(start, version.written);
    return version;
}

std::string_view version_meant(const Record& txt)
{
    return read_version(txt).meant;
}

} // namespace zonevet::rules
