// Every service of the packs as its clients meet it: on each of its ports, a digit beside it, with two digits
// swapped, on the port of its neighbour in the family, below a protocol that it does not have and under a misspelt
// label. All rules about SRV records and services run; services.expected holds what they say.
#include "findings_text.h"
#include "rules/services/shared/known_services.h"

#include <optional>
#include <set>

namespace zonevet::test {
namespace {

using rules::PortPolicy;
using rules::Service;
using rules::ServiceStatus;

std::string_view policy_text(PortPolicy policy)
{
    switch (policy) {
    case PortPolicy::fixed:
        return "fixed";
    case PortPolicy::usual:
        return "usual";
    case PortPolicy::any:
        return "any";
    case PortPolicy::bogus:
        break;
    }
    return "bogus";
}

std::string_view status_text(ServiceStatus status)
{
    switch (status) {
    case ServiceStatus::standard:
        return "standard";
    case ServiceStatus::vendor:
        return "vendor";
    case ServiceStatus::convention:
        return "convention";
    case ServiceStatus::nonstandard:
        return "nonstandard";
    case ServiceStatus::draft:
        return "draft";
    case ServiceStatus::deprecated:
        return "deprecated";
    case ServiceStatus::bogus:
        break;
    }
    return "bogus";
}

std::string record_of(const std::string& owner, unsigned port)
{
    return fmt::format("{} SRV 0 5 {} host", owner, port);
}

std::vector<Finding> findings_of(const std::string& record)
{
    static const Settings settings = settings_of_rules({"srv", "services"});
    const std::string zone = "$TTL 3600\n@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ NS ns1\n@ NS ns2\n"
                             "ns1 A 9.9.9.1\nns2 A 9.9.9.2\nhost A 9.9.9.3\n";
    return check_text(zone + record + "\n", "example.com.", settings).findings;
}

// "  RECORD: FINDING", one line for each of these families.
std::string line_of(const std::string& record, const std::set<std::string_view>& families = {"srv"})
{
    std::string lines;
    for (const Finding& finding : findings_of(record))
        if (families.contains(finding.rule->family))
            lines += fmt::format("  {}: {}\n", record, finding_text(finding));
    return lines.empty() ? fmt::format("  {}: nothing\n", record) : lines;
}

// How many findings say that the port is wrong.
std::size_t port_findings(const std::string& record)
{
    std::size_t count = 0;
    for (const Finding& finding : findings_of(record))
        if (finding.rule->name.starts_with("srv-port-"))
            ++count;
    return count;
}

// The last digit is one more.
unsigned beside(const Service& service, unsigned port)
{
    do
        port = port / 10 * 10 + (port + 1) % 10;
    while (service.accepts(port));
    return port;
}

// Two digits side by side change places; nothing when that gives no other port.
std::optional<unsigned> swapped(const Service& service)
{
    std::string digits = std::to_string(service.default_port());
    for (std::size_t i = digits.size() - 1; i > 0; --i) {
        std::string other = digits;
        std::swap(other[i - 1], other[i]);
        if (other != digits && other[0] != '0' && std::stoi(other) < 65536 &&
            !service.accepts(static_cast<unsigned>(std::stoi(other))))
            return std::stoi(other);
    }
    return {};
}

// The next of the family that is on a port of its own.
const Service* neighbour(const Service& service)
{
    std::span<const Service> all = rules::known_services();
    auto self = static_cast<std::size_t>(&service - all.data());
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Service& other = all[(self + i) % all.size()];
        if (other.group == service.group && other.default_port() != 0 && !service.accepts(other.default_port()))
            return &other;
    }
    return nullptr;
}

// Two letters in the middle change places.
std::string misspelt(std::string label)
{
    std::size_t i = label.size() / 2;
    while (i + 1 < label.size() && label[i] == label[i - 1])
        ++i;
    std::swap(label[i], label[i - 1]);
    return label;
}

std::string wrong_protocol(std::string_view label)
{
    for (const char* protocol : {"udp", "tcp", "tls", "sctp", "ipv6"})
        if (rules::find_service(label, protocol) == nullptr)
            return protocol;
    return "dccp";
}

std::string head_of(const Service& service)
{
    return fmt::format("{} {}\n  {}, {}; {}\n  {}\n", service.text(), fmt::join(service.ports, " "),
                       policy_text(service.policy), status_text(service.status), service.name,
                       rules::effect_of(service));
}

std::string ports_of(const Service& service)
{
    std::string text;
    for (unsigned port : service.ports)
        text += line_of(record_of(service.text(), port), {"srv", "services"});
    for (unsigned port : service.ports)
        text += line_of(record_of(service.text(), beside(service, port)));
    if (std::optional<unsigned> port = swapped(service))
        text += line_of(record_of(service.text(), *port));
    if (const Service* other = neighbour(service))
        text += line_of(record_of(service.text(), other->default_port()));
    text += line_of(record_of(service.text(), 0));
    text += line_of(fmt::format("{} SRV 0 {} 5 host", service.text(), service.default_port()));
    return text;
}

std::string labels_of(const Service& service)
{
    return line_of(record_of(fmt::format("_{}._{}", service.label, wrong_protocol(service.label)),
                             service.default_port())) +
           line_of(record_of(fmt::format("_{}._{}", misspelt(std::string(service.label)), service.protocol),
                             service.default_port()));
}

} // namespace

TEST_CASE("every service is told from its neighbours", "[golden]")
{
    rules::set_own_services({});
    std::string text;
    std::string_view last;
    for (const Service& service : rules::known_services()) {
        text += head_of(service) + ports_of(service);
        if (service.label != last)
            text += labels_of(service);
        last = service.label;
    }
    check_expected(TESTS_DIR "/services.expected", text);
}

TEST_CASE("the ports of a service are silent, others are told once", "[golden]")
{
    rules::set_own_services({});
    for (const Service& service : rules::known_services()) {
        bool judged = service.policy == PortPolicy::fixed || service.policy == PortPolicy::usual;
        if (service.default_port() == 0)
            continue; // without a transport a port means nothing
        CAPTURE(service.text());
        for (unsigned port : service.ports)
            CHECK(port_findings(record_of(service.text(), port)) == 0);
        unsigned wrong = beside(service, service.default_port());
        CHECK(port_findings(record_of(service.text(), wrong)) == (judged ? 1 : 0));
        std::optional<unsigned> slip = swapped(service);
        if (slip && judged) {
            std::vector<Finding> findings = findings_of(record_of(service.text(), *slip));
            auto says = [](const Finding& finding) {
                return finding.rule->name == "srv-port-unexpected" && finding.label == "two digits are swapped";
            };
            CHECK(std::count_if(findings.begin(), findings.end(), says) == 1);
        }
    }
}

} // namespace zonevet::test
