// No line number, no path, and of the message nothing: wording may improve without making every
// recorded finding new.
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

// "ns1. host. 2026112401 7200 ...": the serial changes with every edit, whatever it is about.
std::string without_serial(const std::string& data)
{
    std::size_t names = data.find(' ', data.find(' ') + 1);
    std::size_t timers = data.find(' ', names + 1);
    return data.substr(0, names) + data.substr(std::min(timers, data.size()));
}

} // namespace

std::string fingerprint(const Finding& finding, Name apex)
{
    std::string text(finding.rule->name);
    text += '\0';
    text += apex.text();
    text += '\0';
    text += finding.owner;
    text += '\0';
    text += finding.type;
    text += '\0';
    text += finding.type == "SOA" ? without_serial(finding.data) : finding.data;
    text = in_lower_case(text);
    if (finding.owner.empty())
        text += finding.message; // about text: what it quotes is all there is
    return sha256_hex(text, 32);
}

void number_equal_fingerprints(std::vector<Finding>& findings)
{
    std::map<std::string, unsigned> seen;
    for (Finding& finding : findings)
        if (unsigned number = seen[finding.fingerprint]++; number > 0)
            finding.fingerprint = sha256_hex(fmt::format("{}:{}", finding.fingerprint, number), 32);
}

} // namespace zonevet
