#include "rules/srv/shared/service_name.h"
#include "rules/services/shared/known_services.h"
#include "rules/services/shared/near.h"

namespace zonevet::rules {

namespace {

constexpr std::string_view transports[] = {"tcp", "udp", "tls", "sctp", "dccp", "ipv6"};

bool has_underscore(std::string_view label)
{
    return label.size() > 1 && label[0] == '_';
}

std::string_view bare(std::string_view label)
{
    return has_underscore(label) ? label.substr(1) : label;
}

std::string_view near_transport(std::string_view label)
{
    for (std::string_view transport : {"tcp", "udp", "tls"})
        if (edit_distance(label, transport, 1) == 1)
            return transport;
    return {};
}

// "_sip_tcp" and "sip_tcp": where the protocol begins, 0 when it is none.
std::size_t joined_at(std::string_view label)
{
    for (std::string_view tail : {"_tcp", "_udp", "_tls", "_sctp"})
        if (label.size() > tail.size() + 1 && ends_with_text(label, tail))
            return label.size() - tail.size();
    return 0;
}

} // namespace

bool is_transport(std::string_view label)
{
    for (std::string_view transport : transports)
        if (same_text(label, transport))
            return true;
    return false;
}

ServiceName service_name(Name owner)
{
    using Shape = ServiceName::Shape;
    ServiceName result;
    std::size_t labels = owner.label_count();
    if (labels < 2)
        return result;
    std::string_view first = owner.label(0), second = owner.label(1);
    result.service = bare(first);
    result.protocol = bare(second);
    result.domain = owner.ancestor(labels - 2);
    bool first_marked = has_underscore(first), second_marked = has_underscore(second);
    bool second_is_transport = is_transport(result.protocol);

    if (second_marked && second_is_transport) {
        if (first == "*")
            result.shape = Shape::instance;
        else
            result.shape = first_marked ? Shape::service : Shape::service_bare;
        return result;
    }
    if (second_marked && has_underscore(owner.label(2)) && is_transport(bare(owner.label(2)))) {
        result = {Shape::instance, bare(second), bare(owner.label(2)), owner.ancestor(labels - 3)};
        return result;
    }
    if (first_marked && is_transport(result.service) && second_marked) {
        result = {Shape::swapped, bare(second), bare(first), result.domain};
        return result;
    }
    if (std::size_t at = joined_at(first)) {
        result = {Shape::joined, bare(first.substr(0, at)), first.substr(at + 1), owner.ancestor(labels - 1)};
        if (first_marked || !services_of(result.service).empty())
            return result;
        return {};
    }
    if (second_is_transport) {
        if (first_marked)
            result.shape = Shape::protocol_bare;
        else if (!services_of(result.service).empty())
            result.shape = Shape::both_bare;
        return result;
    }
    if (!first_marked)
        return result;
    if (!second_marked) {
        result.shape = Shape::protocol_missing;
        result.protocol = {};
        result.domain = owner.ancestor(labels - 1);
        return result;
    }
    result.shape = near_transport(result.protocol).empty() ? Shape::other_protocol : Shape::protocol_misspelt;
    return result;
}

} // namespace zonevet::rules
