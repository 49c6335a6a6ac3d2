// The reader of one record's data at work: the words, how far it has come, where the octets go and
// how a mistake is reported. Private to this folder. Every `read_...` consumes the words of one
// field and returns false after it has reported the mistake.
#pragma once

#include "dns/rdata.h"

#include <fmt/format.h>

namespace zonevet {

struct DataReader {
    const TypeSpec& spec;
    std::span<const Word> words;
    Name origin;
    RdataBuffer& out;
    RdataError& error;
    std::vector<RdataError>* notes = nullptr;

    std::size_t next = 0;             // the word to be read
    const FieldSpec* field = nullptr; // the field at hand
    std::size_t field_start = 0;      // where its octets begin in `out`

    bool at_end() const { return next == words.size(); }
    const Word& word() const { return words[next]; }

    // "key-tag" -> "key tag": the field at hand in a message.
    std::string noun() const;

    // Report what is wrong with the word at hand, with [from, to) of it, or with several words.
    // All return false, so that a reader can say `return wrong(...)`.
    bool wrong(Mistake mistake, std::string message, std::string help = {});
    bool wrong_at(std::size_t from, std::size_t to, Mistake mistake, std::string message, std::string help = {});
    bool wrong_words(std::size_t first, std::size_t last, Mistake mistake, std::string message, std::string help = {});
    bool missing();
    bool lacks(std::string_view part); // a part of a field that has several
    bool too_long();
    void note(Mistake mistake, std::size_t first, std::size_t last, std::string message, std::string help = {},
              std::string replacement = {});
};

// Numbers (fields_number.cpp). `largest` is inclusive.
bool read_number(DataReader& reader, std::uint32_t largest, std::uint32_t& value);
bool number_in(DataReader& reader, std::string_view text, std::size_t from, std::uint32_t largest,
               std::string_view noun, std::uint32_t& value);
bool read_u8_field(DataReader& reader);
bool read_u16_field(DataReader& reader);
bool read_u32_field(DataReader& reader);
bool read_period(DataReader& reader);
bool read_time(DataReader& reader);
bool read_type(DataReader& reader);
bool read_algorithm(DataReader& reader);
bool read_certificate(DataReader& reader);
// Decimal digits only, at most `largest`.
enum class NumberError : std::uint8_t { none, syntax, overflow };
NumberError to_number(std::string_view text, std::uint32_t largest, std::uint32_t& value);

// Addresses (fields_address.cpp).
bool to_ip4(std::string_view text, char* out);
bool to_ip6(std::string_view text, char* out);
// Says why `text` is no address of this family; the text begins at octet `from` of the word.
bool wrong_ip4(DataReader& reader, std::string_view text, std::size_t from);
bool wrong_ip6(DataReader& reader, std::string_view text, std::size_t from);
bool read_ip4(DataReader& reader);
bool read_ip6(DataReader& reader);
bool read_eui(DataReader& reader, std::size_t octets);
bool read_locator(DataReader& reader);
bool read_nsap(DataReader& reader);
std::string ip4_text(const char* wire);
std::string ip6_text(const char* wire);

// Names and text (fields_text.cpp).
bool read_name(DataReader& reader);
bool read_mailbox(DataReader& reader);
bool read_string(DataReader& reader);
bool read_strings(DataReader& reader);
bool read_text_rest(DataReader& reader);
bool read_tag(DataReader& reader);

// Encodings (fields_encoding.cpp).
bool read_hex(DataReader& reader);
bool read_base64(DataReader& reader);
bool read_salt(DataReader& reader);
bool read_base32(DataReader& reader);
bool read_types(DataReader& reader);
// Whether the flags of a KEY record say that no key follows.
bool has_no_key(Type type, std::string_view rdata);
enum class Base64Error : std::uint8_t { none, character, padding, length, bits };
// Decodes one piece of Base64 that stands alone; at most three quarters of its length come out.
Base64Error to_base64(std::string_view text, std::string& out, std::size_t& at);
std::string base64_text(std::string_view octets);
std::string hex_text(std::string_view octets);
std::string base32_text(std::string_view octets);

// Mnemonics of numbers (mnemonics.cpp): -1 when the word is none.
int algorithm_from_text(std::string_view text);
int certificate_from_text(std::string_view text);
int key_flags_from_text(std::string_view text);
int key_protocol_from_text(std::string_view text);
int ip_protocol_from_text(std::string_view text);
int ip_service_from_text(std::string_view text);
std::string_view certificate_text(std::uint32_t value); // empty: it has none

// Fields that belong to one type alone: read, check and print (special.cpp chooses by type; the
// rest of the data is `rest`, all of it `rdata`).
bool read_special(DataReader& reader);
bool special_valid(Type type, std::string_view rest, std::string_view rdata);
std::string special_text(Type type, std::string_view rest, std::string_view rdata);

bool read_location(DataReader& reader); // LOC (loc.cpp)
bool location_valid(std::string_view rest);
std::string location_text(std::string_view rest);
bool read_svc_params(DataReader& reader); // SVCB, HTTPS (svcb.cpp, svcb_values.cpp)
bool svc_params_valid(std::string_view rest, bool alias);
std::string svc_params_text(std::string_view rest);
bool read_prefixes(DataReader& reader); // APL (apl.cpp)
bool prefixes_valid(std::string_view rest);
std::string prefixes_text(std::string_view rest);
bool read_gateway(DataReader& reader); // IPSECKEY (special_gateway.cpp)
bool gateway_valid(std::string_view rest, std::size_t kind);
std::string gateway_text(std::string_view rest, std::size_t kind);
bool read_relay(DataReader& reader); // AMTRELAY
bool relay_valid(std::string_view rest);
std::string relay_text(std::string_view rest);
bool read_host_identity(DataReader& reader); // HIP
bool host_identity_valid(std::string_view rest);
std::string host_identity_text(std::string_view rest);
bool read_subaddress(DataReader& reader); // ISDN (special_old.cpp)
bool subaddress_valid(std::string_view rest);
bool read_services(DataReader& reader); // WKS
bool services_valid(std::string_view rest);
std::string services_text(std::string_view rest);
bool read_next_types(DataReader& reader); // NXT
bool next_types_valid(std::string_view rest);
std::string next_types_text(std::string_view rest);
bool read_a6(DataReader& reader);
bool a6_valid(std::string_view rest, std::size_t prefix);
std::string a6_text(std::string_view rest, std::size_t prefix);
bool read_atm_address(DataReader& reader); // ATMA
bool atm_address_valid(std::string_view rest);
std::string atm_address_text(std::string_view rest);

// A part of such a field, read as a field of `kind`; it is reported missing when no word is left.
bool read_part(DataReader& reader, FieldKind kind, std::string_view name);

// One field, by its kind.
bool read_field(DataReader& reader);

// Where the octets of field `index` lie: [begin, end) of valid data. False: they run over the end.
bool field_extent(const TypeSpec& spec, std::string_view rdata, std::size_t index, std::size_t& begin,
                  std::size_t& end);
// Whether the hash of an NSEC3 record can have so many octets.
bool next_hash_valid(std::size_t octets, std::string_view rdata);
// RFC 1183 3.1: four digits at least.
bool x25_valid(std::string_view address);
// What a digest of its kind must measure, by the fields before it (and nothing needs to stand
// behind them); 0: any length.
constexpr std::size_t any_from_12 = ~std::size_t{0}; // ZONEMD of an unknown hash (RFC 8976 2.2.4)
std::size_t digest_length(Type type, std::string_view rdata);

// "\# n hex" (generic.cpp).
bool read_generic(Type type, DataReader& reader);

// Looks for an order of the words in which they are valid (rdata_order.cpp); turns the error into
// fields_swapped when there is one.
void look_for_swap(DataReader& reader);

} // namespace zonevet
