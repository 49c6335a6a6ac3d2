// The table of formats. What is most certain of itself comes first.
#include "formats/formats.h"

#include "formats/readers.h"

namespace zonevet {

const std::vector<ChangeFormat>& change_formats()
{
    static const std::vector<ChangeFormat> formats{
        {"unified diff", is_unified_diff, read_unified_diff},
        {"nsupdate script", is_nsupdate, read_nsupdate},
        {"Terraform plan", is_terraform_plan, read_terraform_plan},
        {"octoDNS plan", is_octodns_plan, read_octodns_plan},
        {"Route 53 JSON", is_route53, read_route53},
        {"DNSControl print-ir", is_dnscontrol, read_dnscontrol},
        {"octoDNS YAML", is_octodns_yaml, read_octodns_yaml},
    };
    return formats;
}

const ChangeFormat* recognize_format(std::string_view path, std::string_view text)
{
    for (const ChangeFormat& format : change_formats())
        if (format.recognizes(path, text))
            return &format;
    return nullptr;
}

} // namespace zonevet
