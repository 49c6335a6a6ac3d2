// Is the port of an SRV record the one of its service, and if not, what slip of the pen was it?
#pragma once

#include "lint/rule.h"
#include "rules/services/shared/known_services.h"

namespace zonevet::rules {

enum class Slip : std::uint8_t {
    none,
    digits_swapped,
    digits_shuffled,
    one_digit,
    digit_missing,
    digit_doubled,
    digit_extra
};
// How `found` was made from `expected`.
Slip classify_slip(std::uint32_t found, std::uint32_t expected);
// "two digits are swapped"; empty for none.
std::string_view slip_text(Slip slip);

struct PortMistake {
    const Service* service; // what the owner names
    std::uint32_t found;
    std::uint32_t expected;
    Slip slip = Slip::none;
    bool in_priority = false; // the expected port stands in another field
    bool in_weight = false;
    const Service* other = nullptr; // whose port it is instead
    bool sibling = false;           // and it is one that is set up together with `service`
    bool others_target = false;     // the target is the one of `other`, too

    // Surely a mistake, not a choice.
    bool certain() const
    {
        return service->policy == PortPolicy::fixed || in_priority || in_weight || sibling ||
               slip == Slip::digits_swapped;
    }
};

// Nothing when the port is right, or when any port is as good.
std::optional<PortMistake> judge_port(const Record& srv);
// Label, notes, help and fix.
void describe(const PortMistake& mistake, const Record& srv, Draft& draft);

} // namespace zonevet::rules
