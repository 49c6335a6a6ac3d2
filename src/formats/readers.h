// The functions behind the table of formats; only the table names them.
#pragma once

#include "formats/formats.h"

namespace zonevet {

bool is_unified_diff(std::string_view path, std::string_view text);
std::vector<ReadZone> read_unified_diff(const Document& document, const ReadOptions& options);

bool is_nsupdate(std::string_view path, std::string_view text);
std::vector<ReadZone> read_nsupdate(const Document& document, const ReadOptions& options);
std::vector<ReadZone> read_knsupdate(const Document& document, const ReadOptions& options);

bool is_terraform_plan(std::string_view path, std::string_view text);
std::vector<ReadZone> read_terraform_plan(const Document& document, const ReadOptions& options);

bool is_ansible(std::string_view path, std::string_view text);
std::vector<ReadZone> read_ansible(const Document& document, const ReadOptions& options);

bool is_pulumi(std::string_view path, std::string_view text);
std::vector<ReadZone> read_pulumi(const Document& document, const ReadOptions& options);

bool is_terraform_state(std::string_view path, std::string_view text);
std::vector<ReadZone> read_terraform_state(const Document& document, const ReadOptions& options);

bool is_octodns_plan(std::string_view path, std::string_view text);
std::vector<ReadZone> read_octodns_plan(const Document& document, const ReadOptions& options);

bool is_octodns_yaml(std::string_view path, std::string_view text);
std::vector<ReadZone> read_octodns_yaml(const Document& document, const ReadOptions& options);

bool is_route53(std::string_view path, std::string_view text);
std::vector<ReadZone> read_route53(const Document& document, const ReadOptions& options);

bool is_cloudformation(std::string_view path, std::string_view text);
std::vector<ReadZone> read_cloudformation(const Document& document, const ReadOptions& options);

bool is_dnscontrol(std::string_view path, std::string_view text);
std::vector<ReadZone> read_dnscontrol(const Document& document, const ReadOptions& options);

bool is_dnscontrol_report(std::string_view path, std::string_view text);
std::vector<ReadZone> read_dnscontrol_report(const Document& document, const ReadOptions& options);

bool is_dnscontrol_tsv(std::string_view path, std::string_view text);
std::vector<ReadZone> read_dnscontrol_tsv(const Document& document, const ReadOptions& options);

bool is_external_dns(std::string_view path, std::string_view text);
std::vector<ReadZone> read_external_dns(const Document& document, const ReadOptions& options);

bool is_gcloud(std::string_view path, std::string_view text);
std::vector<ReadZone> read_gcloud(const Document& document, const ReadOptions& options);

bool is_powerdns(std::string_view path, std::string_view text);
std::vector<ReadZone> read_powerdns(const Document& document, const ReadOptions& options);

bool is_cloudflare_api(std::string_view path, std::string_view text);
std::vector<ReadZone> read_cloudflare_api(const Document& document, const ReadOptions& options);

bool is_zone_export(std::string_view path, std::string_view text);
std::vector<ReadZone> read_zone_export(const Document& document, const ReadOptions& options);

bool is_tinydns(std::string_view path, std::string_view text);
std::vector<ReadZone> read_tinydns(const Document& document, const ReadOptions& options);

bool is_csv(std::string_view path, std::string_view text);
std::vector<ReadZone> read_csv(const Document& document, const ReadOptions& options);

bool is_registry(std::string_view path, std::string_view text);
std::vector<ReadZone> read_registry(const Document& document, const ReadOptions& options);

} // namespace zonevet
