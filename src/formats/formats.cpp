// The table of formats. What is most certain of itself comes first.
#include "formats/formats.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "formats/readers.h"
#include "text/source.h"

#include <algorithm>
#include <set>

namespace zonevet {

const std::vector<ChangeFormat>& change_formats()
{
    using enum Describes;
    static const std::vector<ChangeFormat> formats{
        {"unified diff", "diff", change, is_unified_diff, read_unified_diff},
        {"Terraform plan", "terraform-plan", change, is_terraform_plan, read_terraform_plan},
        {"Terraform state", "terraform-state", state, is_terraform_state, read_terraform_state},
        {"Pulumi preview or stack", "pulumi", either, is_pulumi, read_pulumi},
        {"Ansible tasks", "ansible", change, is_ansible, read_ansible},
        {"octoDNS plan", "octodns-plan", change, is_octodns_plan, read_octodns_plan},
        {"CloudFormation template", "cloudformation", state, is_cloudformation, read_cloudformation},
        {"Route 53 JSON", "route53", either, is_route53, read_route53},
        {"DNSControl print-ir", "dnscontrol-ir", state, is_dnscontrol, read_dnscontrol},
        {"DNSControl report", "dnscontrol-report", change, is_dnscontrol_report, read_dnscontrol_report},
        {"DNSControl TSV", "dnscontrol-tsv", state, is_dnscontrol_tsv, read_dnscontrol_tsv},
        {"external-dns resources", "external-dns", state, is_external_dns, read_external_dns},
        {"Cloud DNS records", "gcloud", either, is_gcloud, read_gcloud},
        {"PowerDNS API JSON", "powerdns", either, is_powerdns, read_powerdns},
        {"Cloudflare API JSON", "cloudflare-api", either, is_cloudflare_api, read_cloudflare_api},
        {"zone export", "zone-export", state, is_zone_export, read_zone_export},
        {"tinydns data", "tinydns", state, is_tinydns, read_tinydns},
        {"CSV", "csv", state, is_csv, read_csv},
        {"registry JSON", "registry", state, is_registry, read_registry},
        {"octoDNS YAML", "octodns", state, is_octodns_yaml, read_octodns_yaml},
        {"nsupdate script", "nsupdate", change, is_nsupdate, read_nsupdate},
        // Nothing but a line `origin` tells it from nsupdate; see there.
        {"knsupdate script", "knsupdate", change, nullptr, read_knsupdate},
    };
    return formats;
}

ReadState joined_state(const ReadState& one, const ReadState& other)
{
    std::string text(one.text->view());
    auto origins = std::make_shared<Origins>(*one.origins);
    auto file = static_cast<std::uint32_t>(origins->files.size());
    std::uint64_t moved = text.size();
    text += other.text->view();
    origins->files.insert(origins->files.end(), other.origins->files.begin(), other.origins->files.end());
    for (auto list : {&Origins::records, &Origins::exact})
        for (Origins::Piece piece : (*other.origins).*list) {
            piece.begin += moved;
            piece.end += moved;
            piece.file += file;
            ((*origins).*list).push_back(piece);
        }
    for (Origins::Remark remark : other.origins->remarks) {
        remark.file += file;
        origins->remarks.push_back(std::move(remark));
    }
    origins->untold.insert(origins->untold.end(), other.origins->untold.begin(), other.origins->untold.end());
    for (Origins::Opaque record : other.origins->opaque) {
        record.file += file;
        origins->opaque.push_back(std::move(record));
    }
    for (Origins::Flaw flaw : other.origins->flaws) {
        flaw.begin += moved;
        flaw.end += moved;
        origins->flaws.push_back(std::move(flaw));
    }
    Spellings spellings = one.spellings;
    for (const auto& [key, set] : other.spellings)
        spellings[key].insert(set.begin(), set.end());
    return {std::make_shared<Bytes>(std::move(text)), std::move(origins), std::max(one.coverage, other.coverage),
            std::move(spellings), one.is_part || other.is_part};
}

void expect_zone_of_base(const std::vector<ReadZone>& zones, const Document& change, const ReadOptions& options)
{
    if (!options.base || options.base_format != nullptr)
        return;
    const ReadZone* other = nullptr;
    for (const ReadZone& zone : zones) {
        if (in_lower_case(zone.zone) == in_lower_case(options.base_zone))
            return;
        other = zone.is_known() ? &zone : other;
    }
    if (other != nullptr)
        throw Failure("{}: it changes {}, and `{}` holds {}\nhelp: name the file of that zone with --zone, or say with "
                      "--origin which zone the file holds",
                      defused(change.path), defused(other->zone), defused(options.base->path),
                      defused(options.base_zone));
}

const ChangeFormat* format_called(std::string_view word)
{
    for (const ChangeFormat& format : change_formats())
        if (format.word == word)
            return &format;
    return nullptr;
}

std::vector<std::string> respelled_sets(const ReadState& before, const ReadState& after)
{
    std::vector<std::string> sets;
    for (const auto& [key, old_set] : before.spellings) {
        auto now = after.spellings.find(key);
        if (now == after.spellings.end() || now->second == old_set)
            continue;
        auto data_of_all = [](const auto& spellings) {
            std::set<std::string> all;
            for (const auto& [data, text] : spellings)
                all.insert(data);
            return all;
        };
        if (data_of_all(old_set) == data_of_all(now->second))
            sets.push_back(key);
    }
    return sets;
}

const ChangeFormat* recognize_format(std::string_view path, std::string_view text)
{
    for (const ChangeFormat& format : change_formats())
        if (format.recognizes != nullptr && format.recognizes(path, text))
            return &format;
    return nullptr;
}

} // namespace zonevet
