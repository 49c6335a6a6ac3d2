// The parameters of SVCB and HTTPS records: their keys and how the value of each is written.
// Private to this folder.
#pragma once

#include "dns/reader.h"

namespace zonevet {

// RFC 9460 14.3.2, RFC 9461, RFC 9540.
enum SvcKey : std::uint16_t {
    svc_mandatory = 0,
    svc_alpn = 1,
    svc_no_default_alpn = 2,
    svc_port = 3,
    svc_ipv4hint = 4,
    svc_ech = 5,
    svc_ipv6hint = 6,
    svc_dohpath = 7,
    svc_ohttp = 8
};

// One parameter as it is written: its key, its value, and where both lie in the words.
struct SvcParam {
    std::uint16_t key = 0;
    bool numbered = false;  // written as keyNNNNN: the value is plain octets
    bool has_value = false; // there is a "="
    bool escaped = false;
    std::string_view name;
    std::string_view value;
    std::size_t word = 0;       // the word that the value stands in
    std::size_t value_from = 0; // and where in its text
};

// "alpn" or "key65280": false when it is neither.
bool svc_key_from_text(std::string_view text, std::uint16_t& key, bool& numbered);
std::string svc_key_text(std::uint16_t key);

// Reads the value of `param` behind the octets of `reader.out`.
bool read_svc_value(DataReader& reader, const SvcParam& param);
bool svc_value_valid(std::uint16_t key, std::string_view value);
std::string svc_value_text(std::uint16_t key, std::string_view value);

} // namespace zonevet
