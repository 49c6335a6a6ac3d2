// The functions behind the table of formats; only the table names them.
#pragma once

#include "formats/formats.h"

namespace zonevet {

bool is_nsupdate(std::string_view path, std::string_view text);
std::vector<ReadZone> read_nsupdate(const Document& change, const ReadOptions& options);

bool is_unified_diff(std::string_view path, std::string_view text);
std::vector<ReadZone> read_unified_diff(const Document& change, const ReadOptions& options);

bool is_octodns_plan(std::string_view path, std::string_view text);
std::vector<ReadZone> read_octodns_plan(const Document& change, const ReadOptions& options);

bool is_octodns_yaml(std::string_view path, std::string_view text);
std::vector<ReadZone> read_octodns_yaml(const Document& document, const ReadOptions& options);

bool is_terraform_plan(std::string_view path, std::string_view text);
std::vector<ReadZone> read_terraform_plan(const Document& change, const ReadOptions& options);

bool is_route53(std::string_view path, std::string_view text);
std::vector<ReadZone> read_route53(const Document& change, const ReadOptions& options);

bool is_dnscontrol(std::string_view path, std::string_view text);
std::vector<ReadZone> read_dnscontrol(const Document& document, const ReadOptions& options);

} // namespace zonevet
