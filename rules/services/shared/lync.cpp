#include "rules/services/shared/lync.h"

#include <cstring>

namespace zonevet::rules {

namespace {

constexpr Field srv_target = field(Type::SRV, "target");
constexpr Field cname_target = field(Type::CNAME, "target");
constexpr Field a_address = field(Type::A, "address");
constexpr Field aaaa_address = field(Type::AAAA, "address");

std::optional<Node> find_below(const Zone& zone, std::string_view labels, Name domain)
{
    char wire[256];
    if (labels.size() + domain.wire().size() > sizeof wire)
        return {};
    std::memcpy(wire, labels.data(), labels.size());
    std::memcpy(wire + labels.size(), domain.wire().data(), domain.wire().size());
    std::optional<Node> node = zone.find(Name({wire, labels.size() + domain.wire().size()}));
    return node && node->in_zone() && !node->hidden_by() && !node->is_delegation() ? node : std::nullopt;
}

LyncRecord service_record(const std::optional<Node>& node, std::string_view cloud_host)
{
    LyncRecord result;
    result.cloud_host = cloud_host;
    std::optional<RRset> set = node ? node->find(Type::SRV) : std::nullopt;
    if (!set || set->front().name(srv_target).is_root())
        return result;
    result.record = set->front();
    result.place = set->front().at(srv_target);
    result.cloud = cloud_of(set->front().name(srv_target));
    return result;
}

LyncRecord host_record(const std::optional<Node>& node, std::string_view cloud_host)
{
    LyncRecord result;
    result.cloud_host = cloud_host;
    if (!node)
        return result;
    if (std::optional<RRset> alias = node->find(Type::CNAME)) {
        result.record = alias->front();
        result.place = alias->front().at(cname_target);
        result.cloud = cloud_of(alias->front().name(cname_target));
    } else if (std::optional<RRset> set = node->find(Type::A)) {
        result.record = set->front();
        result.place = set->front().at(a_address);
    } else if (std::optional<RRset> six = node->find(Type::AAAA)) {
        result.record = six->front();
        result.place = six->front().at(aaaa_address);
    }
    return result;
}

} // namespace

LyncDomain lync_domain(const Zone& zone, Name domain)
{
    return {service_record(find_below(zone, "\x11_sipfederationtls\x04_tcp", domain), "sipfed"),
            service_record(find_below(zone, "\x04_sip\x04_tls", domain), "sipdir"),
            host_record(find_below(zone, "\x0clyncdiscover", domain), "webdir"),
            host_record(find_below(zone, "\x03sip", domain), "sipdir")};
}

std::string_view home_text(std::string_view cloud)
{
    if (cloud.empty())
        return "your own servers";
    if (cloud == "online.lync.com.")
        return "Microsoft's worldwide cloud";
    if (cloud == "online.partner.lync.cn.")
        return "the cloud of 21Vianet";
    return cloud.find("gov") != std::string_view::npos ? "the GCC High cloud" : "the DoD cloud";
}

} // namespace zonevet::rules
