#include "rules/srv/shared/port.h"
#include "rules/services/shared/microsoft.h"
#include "rules/services/shared/near.h"
#include "rules/srv/shared/owner_rule.h"
#include "rules/srv/shared/service_name.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace zonevet::rules {

namespace {

constexpr Field priority = field(Type::SRV, "priority");
constexpr Field weight = field(Type::SRV, "weight");
constexpr Field port = field(Type::SRV, "port");
constexpr Field target = field(Type::SRV, "target");

// "_turn" and "_turns".
bool are_twins(const Service& a, const Service& b)
{
    const auto& [shorter, longer] = std::minmax(a.label, b.label);
    return longer.size() == shorter.size() + 1 && longer.starts_with(shorter) && longer.ends_with('s');
}

// Whose port `found` is: of those that go to `cloud`, or else a sibling first, of several the twin, then the nearest
// that a standard names, then TCP.
const Service* service_on(std::uint32_t found, const Service& instead_of, const CloudTarget* cloud)
{
    auto rank = [&](const Service& service) {
        bool goes_there = cloud && same_text(service.label, cloud->service);
        return std::tuple(!goes_there, !are_siblings(service, instead_of), !are_twins(service, instead_of),
                          service.group != instead_of.group, service.protocol != instead_of.protocol,
                          service.status == ServiceStatus::nonstandard, service.protocol != "tcp");
    };
    const Service* best = nullptr;
    for (const Service& service : known_services()) {
        if (service.default_port() != found || service.policy == PortPolicy::any ||
            service.policy == PortPolicy::bogus || service.label == instead_of.label ||
            service.status == ServiceStatus::deprecated)
            continue;
        bool may_be_meant = are_siblings(service, instead_of) || service.protocol == instead_of.protocol;
        if (may_be_meant && (best == nullptr || rank(service) < rank(*best)))
            best = &service;
    }
    return best;
}

// Where `service` leads in the cloud that the record leads to.
std::string target_text(const Service& service, const Record& record)
{
    const CloudTarget* cloud = find_cloud_target(record.name(target));
    std::string host = cloud ? cloud_host(service.label, cloud->cloud) : "";
    return host.empty() ? fmt::format("that of `{}`", service.text()) : fmt::format("`{}`", host);
}

} // namespace

Slip classify_slip(std::uint32_t found, std::uint32_t expected)
{
    std::string a = std::to_string(found), b = std::to_string(expected);
    if (a.size() == b.size()) {
        std::size_t differences = 0, first = 0, last = 0;
        for (std::size_t i = 0; i < a.size(); ++i)
            if (a[i] != b[i]) {
                first = differences++ == 0 ? i : first;
                last = i;
            }
        if (differences == 1)
            return Slip::one_digit;
        if (differences == 2 && a[first] == b[last] && a[last] == b[first])
            return Slip::digits_swapped;
        std::sort(a.begin(), a.end());
        std::sort(b.begin(), b.end());
        return a == b ? Slip::digits_shuffled : Slip::none;
    }
    bool missing = a.size() < b.size();
    const std::string& longer = missing ? b : a;
    const std::string& shorter = missing ? a : b;
    for (std::size_t i = 0; i < longer.size(); ++i)
        if (longer.substr(0, i) + longer.substr(i + 1) == shorter) {
            bool doubled = longer[i + 1] == longer[i]; // behind the last digit is a null
            return missing ? Slip::digit_missing : doubled ? Slip::digit_doubled : Slip::digit_extra;
        }
    return Slip::none;
}

std::string_view slip_text(Slip slip)
{
    switch (slip) {
    case Slip::digits_swapped:
        return "two digits are swapped";
    case Slip::digits_shuffled:
        return "the digits are in another order";
    case Slip::one_digit:
        return "one digit differs";
    case Slip::digit_missing:
        return "a digit is missing";
    case Slip::digit_doubled:
        return "a digit is doubled";
    case Slip::digit_extra:
        return "there is a digit too many";
    case Slip::none:
        break;
    }
    return "";
}

std::optional<PortMistake> judge_port(const Record& record)
{
    ServiceName name = service_name(record.owner());
    if (name.shape != ServiceName::Shape::service || record.name(target).is_root())
        return {};
    const Service* service = find_service(name.service, name.protocol);
    if (!service || service->policy == PortPolicy::bogus)
        return {};
    std::uint32_t found = record.number(port);
    const CloudTarget* cloud = find_cloud_target(record.name(target));
    // What may be right on premises is not in Microsoft's clouds, which have the default ports
    // only.
    bool right = cloud ? found == service->default_port() : service->accepts(found);
    if (right || found == 0 || service->default_port() == 0)
        return {};
    PortMistake mistake{.service = service, .found = found, .expected = service->default_port()};
    mistake.in_priority = record.number(priority) == mistake.expected;
    mistake.in_weight = record.number(weight) == mistake.expected;
    if (mistake.in_priority || mistake.in_weight)
        return mistake;
    if (service->policy == PortPolicy::any)
        return {};
    mistake.slip = classify_slip(found, mistake.expected);
    mistake.other = service_on(found, *service, cloud);
    mistake.sibling = mistake.other && are_siblings(*mistake.other, *service);
    mistake.others_target = mistake.sibling && cloud && same_text(cloud->service, mistake.other->label);
    return mistake;
}

void describe(const PortMistake& mistake, const Record& record, Draft& draft)
{
    if (mistake.in_priority || mistake.in_weight) {
        std::string_view holder = mistake.in_priority ? "priority" : "weight";
        draft
            .label(
                fmt::format("{} stands in the {} field: the fields are in the wrong order", mistake.expected, holder))
            .note(record.at(mistake.in_priority ? priority : weight), "the port stands here")
            .help("write the fields in the order priority, weight, port, target");
    } else {
        if (mistake.slip == Slip::digits_swapped || !mistake.other)
            draft.label(std::string(slip_text(mistake.slip)));
        else if (mistake.others_target)
            draft.label(fmt::format("port and target belong to `{}`, a sibling service", mistake.other->text()));
        else
            draft.label(fmt::format("{} belongs to `{}`{}", mistake.found, mistake.other->text(),
                                    mistake.sibling ? ", a sibling service" : ""));
        if (mistake.others_target) {
            draft.note(record.at(target), fmt::format("the target of `{}`", mistake.other->text()))
                .help(fmt::format("change the port to {}, and the target to {}", mistake.expected,
                                  target_text(*mistake.service, record)));
        } else {
            draft.help(fmt::format("change the port to {}", mistake.expected));
            offer_fix(draft, record, std::to_string(mistake.expected));
        }
    }
    if (std::string_view effect = effect_of(*mistake.service); !effect.empty())
        draft.effect(std::string(effect));
}

} // namespace zonevet::rules
