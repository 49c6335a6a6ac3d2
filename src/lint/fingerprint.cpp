// No line number, no path, and of the message nothing: wording may improve without making every recorded finding
// new.
#include "lint/fingerprint.h"

#include "base/ascii.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <sys/types.h>

#include <sha2.h>

namespace zonevet {

std::string sha256_hex(std::string_view octets, std::size_t digits)
{
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(octets.data()), octets.size());
    std::uint8_t digest[SHA256_DIGEST_LENGTH];
    SHA256Final(digest, &context);
    std::string hex;
    for (std::uint8_t octet : digest)
        hex += fmt::format("{:02x}", octet);
    hex.resize(std::min(digits, hex.size()));
    return hex;
}

namespace {

// The words [from, to) of the data.
std::string words(const std::string& data, std::size_t from, std::size_t to)
{
    std::string taken;
    std::size_t at = 0;
    for (std::size_t i = 0; i < to && at < data.size(); ++i) {
        std::size_t end = std::min(data.find(' ', at), data.size());
        if (i >= from)
            taken += (taken.empty() ? "" : " ") + data.substr(at, end - at);
        at = end + 1;
    }
    return taken;
}

constexpr std::size_t to_the_end = 1000;

// What of the data stays as it is when nobody edits it: serials are raised and zones are signed again, with new
// salts and with other neighbours, and an old fault is none the newer for it.
std::string lasting(const std::string& type, const std::string& data)
{
    if (type == "SOA")
        return words(data, 0, 2) + " " + words(data, 3, to_the_end);
    if (type == "RRSIG")
        return words(data, 0, 4) + " " + words(data, 7, 8); // what is covered, how, and the signer
    if (type == "NSEC3PARAM")
        return words(data, 0, 3);
    if (type == "NSEC" || type == "NSEC3" || type == "ZONEMD")
        return "";
    return data;
}

} // namespace

std::string fingerprint(const Finding& finding, Name apex, std::string_view written)
{
    std::string text(finding.rule->name);
    text += '\0';
    text += apex.text();
    text += '\0';
    if (finding.type != "NSEC3") // a hash
        text += finding.owner;
    text += '\0';
    text += finding.type;
    text += '\0';
    text += lasting(finding.type, finding.data);
    if (finding.owner.empty())
        text += written;
    return sha256_hex(in_lower_case(text), 32);
}

void number_equal_fingerprints(std::vector<Finding>& findings)
{
    std::map<std::string, unsigned> seen;
    for (Finding& finding : findings)
        if (unsigned number = seen[finding.fingerprint]++; number > 0)
            finding.fingerprint = sha256_hex(fmt::format("{}:{}", finding.fingerprint, number), 32);
}

} // namespace zonevet
