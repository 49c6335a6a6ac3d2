#include "rules/srv/shared/owner_rule.h"
#include "rules/services/shared/near.h"

#include <fmt/format.h>
#include <tuple>

namespace zonevet::rules {

void offer_fix(Draft& draft, const Record& record, std::string text)
{
    if (!record.generated())
        draft.fix(std::move(text));
}

Place label_place(const Record& record, std::size_t first, std::size_t last)
{
    Name owner = record.owner();
    std::size_t begin = 0, end = 0;
    for (std::size_t i = 0; i < last; ++i) {
        if (i == first)
            begin = end;
        end += owner.label(i).size() + 1;
    }
    return record.owner_written() ? record.owner_place().within(begin, end - 1) : record.owner_place();
}

std::string service_text(std::string_view service, std::string_view protocol)
{
    return fmt::format("_{}._{}", service, protocol);
}

std::string_view likely_protocol(std::string_view service, std::string_view written, std::uint32_t port)
{
    auto rank = [&](const Service& known) {
        unsigned distance = written.empty() ? 0 : edit_distance(written, known.protocol, 2);
        return std::tuple(distance, !known.accepts(port), known.protocol != "tcp");
    };
    const Service* best = nullptr;
    for (const Service& known : services_of(service)) {
        if (same_text(known.protocol, written))
            return known.protocol;
        if (best == nullptr || rank(known) < rank(*best))
            best = &known;
    }
    if (best != nullptr)
        return best->protocol;
    for (std::string_view transport : {"tcp", "udp", "tls"})
        if (edit_distance(written, transport, 1) <= 1)
            return transport;
    return {};
}

} // namespace zonevet::rules
