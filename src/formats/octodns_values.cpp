// One value of octoDNS as the data of a record, by type.
#include "formats/octodns_values.h"

#include "formats/collector.h"

#include <fmt/format.h>
#include <initializer_list>

namespace zonevet {

namespace {

// As octoDNS takes it: quotes around it are no part of the text, `" "` within joins two parts.
std::string text_value(std::string_view raw)
{
    if (raw.size() >= 2 && raw.starts_with('"'))
        raw = raw.substr(1, raw.size() - 2);
    std::string text(raw);
    for (std::size_t at = 0; (at = text.find("\" \"", at)) != std::string::npos;)
        text.erase(at, 3);
    for (std::size_t at = 0; (at = text.find("\\;", at)) != std::string::npos; ++at)
        text.erase(at, 1);
    return quoted_strings(text);
}

std::string joined(const Value& value, std::initializer_list<std::pair<std::string_view, std::string_view>> fields)
{
    std::string data;
    for (auto [key, otherwise] : fields)
        data += (data.empty() ? "" : " ") + value[key].text_or(otherwise);
    return data;
}

std::string svc_data(const Value& value)
{
    std::string data =
        fmt::format("{} {}", value["svcpriority"].text_or("0"), absolute(value["targetname"].text_or(".")));
    for (const auto& [key, parameter] : value["svcparams"].members) {
        std::string list;
        for (const Value* item : parameter.each())
            list += (list.empty() ? "" : ",") + item->text;
        data += list.empty() ? " " + key.text : fmt::format(" {}={}", key.text, list);
    }
    return data;
}

} // namespace

std::string octodns_data(const std::string& type, const Value& value)
{
    if (!value.is_map()) {
        if (type == "TXT" || type == "SPF")
            return text_value(value.text);
        bool is_target = type == "CNAME" || type == "DNAME" || type == "NS" || type == "PTR";
        return is_target ? absolute(value.text) : value.text;
    }
    if (type == "MX")
        return fmt::format("{} {}", value["preference"].text_or(value["priority"].text_or("0")),
                           absolute(value["exchange"].text_or(value["value"].text_or(""))));
    if (type == "SRV")
        return joined(value, {{"priority", "0"}, {"weight", "0"}, {"port", "0"}}) + " " +
               absolute(value["target"].text_or(""));
    if (type == "CAA")
        return fmt::format("{} {} \"{}\"", value["flags"].text_or("0"), value["tag"].text_or(""),
                           value["value"].text_or(""));
    if (type == "NAPTR")
        return fmt::format("{} {} \"{}\" \"{}\" \"{}\" {}", value["order"].text_or("0"),
                           value["preference"].text_or("0"), value["flags"].text_or(""), value["service"].text_or(""),
                           value["regexp"].text_or(""), absolute(value["replacement"].text_or(".")));
    if (type == "SSHFP")
        return joined(value, {{"algorithm", "0"}, {"fingerprint_type", "0"}, {"fingerprint", ""}});
    if (type == "TLSA")
        return joined(value, {{"certificate_usage", "0"},
                              {"selector", "0"},
                              {"matching_type", "0"},
                              {"certificate_association_data", ""}});
    if (type == "DS")
        return value.has("key_tag")
                   ? joined(value, {{"key_tag", ""}, {"algorithm", ""}, {"digest_type", ""}, {"digest", ""}})
                   : joined(value, {{"flags", ""}, {"protocol", ""}, {"algorithm", ""}, {"public_key", ""}});
    if (type == "URI")
        return fmt::format("{} {} \"{}\"", value["priority"].text_or("0"), value["weight"].text_or("0"),
                           value["target"].text_or(""));
    if (type == "HTTPS" || type == "SVCB")
        return svc_data(value);
    if (type == "LOC") {
        auto part = [&](std::string_view name) {
            return fmt::format("{} {} {} {}", value[fmt::format("{}_degrees", name)].text_or("0"),
                               value[fmt::format("{}_minutes", name)].text_or("0"),
                               value[fmt::format("{}_seconds", name)].text_or("0"),
                               value[fmt::format("{}_direction", name)].text_or(""));
        };
        return fmt::format("{} {} {}m {}m {}m {}m", part("lat"), part("long"), value["altitude"].text_or("0"),
                           value["size"].text_or("1"), value["precision_horz"].text_or("10000"),
                           value["precision_vert"].text_or("10"));
    }
    return "";
}

} // namespace zonevet
