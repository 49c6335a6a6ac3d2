// What ldns does best: signatures, digests, key tags. Its types stay in this file.
#include "dnssec/validate.h"

#include "dnssec/canonical.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <ldns/ldns.h>
#include <memory>
#include <new>
#include <openssl/crypto.h>

namespace zonevet::dnssec {

namespace {

const std::uint8_t* octets(std::string_view text)
{
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

// The first eight fields of RRSIG data: what a signature is made over begins with them.
constexpr std::size_t fixed_fields = 18;

constexpr Field signer = field(Type::RRSIG, "signer");
constexpr Field labels = field(Type::RRSIG, "labels");
constexpr Field algorithm = field(Type::RRSIG, "algorithm");
constexpr Field original_ttl = field(Type::RRSIG, "original-ttl");
constexpr Field signature = field(Type::RRSIG, "signature");
constexpr Field public_key = field(Type::DNSKEY, "key");
constexpr Field type_covered = field(Type::RRSIG, "type-covered");

// RFC 4034 3.1.8.1.
std::string signed_data(const RRset& set, const Record& rrsig)
{
    std::string data(rrsig.rdata().substr(0, fixed_fields));
    append_name(data, rrsig.name(signer));
    std::string head;
    Name owner = set.owner();
    std::size_t count = owner.label_count() - (owner.is_wildcard() ? 1 : 0);
    if (rrsig.number(labels) < count) { // made for the wildcard above
        head = std::string("\1*", 2);
        append_name(head, owner.ancestor(rrsig.number(labels)));
    } else {
        append_name(head, owner);
    }
    append_u16(head, static_cast<std::uint16_t>(set.type()));
    append_u16(head, 1);
    append_u32(head, rrsig.number(original_ttl));
    for (const std::string& rdata : canonical_data(set)) {
        data += head;
        append_u16(data, static_cast<std::uint16_t>(rdata.size()));
        data += rdata;
    }
    return data;
}

// A positive INTEGER of ASN.1: without leading zeros, and with one where the first bit is set.
void append_integer(std::string& out, std::string_view number)
{
    while (number.size() > 1 && number[0] == 0)
        number.remove_prefix(1);
    bool pad = (static_cast<unsigned char>(number[0]) & 0x80) != 0;
    out += '\2';
    out += static_cast<char>(number.size() + (pad ? 1 : 0));
    if (pad)
        out += '\0';
    out += number;
}

// ECDSA signatures are two numbers side by side (RFC 6605 4); libcrypto wants them as a SEQUENCE of
// ASN.1. All lengths are below 128.
std::string as_sequence(std::string_view sig)
{
    std::string numbers;
    append_integer(numbers, sig.substr(0, sig.size() / 2));
    append_integer(numbers, sig.substr(sig.size() / 2));
    std::string out = "\x30";
    out += static_cast<char>(numbers.size());
    return out + numbers;
}

struct BufferDeleter {
    void operator()(ldns_buffer* buffer) const { ldns_buffer_free(buffer); }
};

// libcrypto takes a key or a signature that it has no memory for as one that is wrong, and goes on with half of its
// tables when they did not fit. So whoever asks it has to know whether it got all that it wanted.
std::atomic<bool> memory_ran_out{false};

void* watched_malloc(std::size_t size, const char*, int)
{
    void* made = std::malloc(size);
    if (made == nullptr)
        memory_ran_out = true;
    return made;
}

void* watched_realloc(void* old, std::size_t size, const char*, int)
{
    void* made = std::realloc(old, size);
    if (made == nullptr && size > 0)
        memory_ran_out = true;
    return made;
}

void watched_free(void* memory, const char*, int)
{
    std::free(memory);
}

bool start_libcrypto()
{
    CRYPTO_set_mem_functions(watched_malloc, watched_realloc, watched_free);
    // What a signature is worth is not for the openssl.cnf of this machine to say.
    return OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr) != 0;
}

// SHA-384 and SHA-512 differ in their start only.
class LongDigest {
public:
    explicit LongDigest(bool short_form) : short_form_(short_form)
    {
        short_form_ ? ldns_sha384_init(&state_) : ldns_sha512_init(&state_);
    }
    void add(std::string_view text)
    {
        short_form_ ? ldns_sha384_update(&state_, octets(text), text.size())
                    : ldns_sha512_update(&state_, octets(text), text.size());
    }
    std::string finish()
    {
        std::uint8_t out[LDNS_SHA512_DIGEST_LENGTH];
        short_form_ ? ldns_sha384_final(out, &state_) : ldns_sha512_final(out, &state_);
        return {reinterpret_cast<const char*>(out),
                short_form_ ? std::size_t{LDNS_SHA384_DIGEST_LENGTH} : std::size_t{LDNS_SHA512_DIGEST_LENGTH}};
    }

private:
    bool short_form_;
    ldns_sha512_CTX state_;
};

} // namespace

std::uint16_t key_tag(std::string_view dnskey)
{
    const std::uint8_t* data = octets(dnskey);
    std::size_t size = dnskey.size();
    if (size > 6 && data[3] == 1) // RSA/MD5: the last but one 16 bits of the modulus
        return static_cast<std::uint16_t>(data[size - 3] << 8 | data[size - 2]);
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < size; ++i)
        sum += i % 2 == 0 ? static_cast<std::uint32_t>(data[i]) << 8 : data[i];
    sum += sum >> 16;
    return static_cast<std::uint16_t>(sum);
}

std::optional<std::string> key_digest(unsigned digest_type, Name owner, std::string_view dnskey)
{
    std::string data;
    append_name(data, owner);
    data += dnskey;
    std::uint8_t out[LDNS_SHA384_DIGEST_LENGTH];
    auto result = [&](std::size_t size) { return std::string(reinterpret_cast<const char*>(out), size); };
    switch (digest_type) {
    case 1:
        ldns_sha1(octets(data), static_cast<unsigned>(data.size()), out);
        return result(LDNS_SHA1_DIGEST_LENGTH);
    case 2:
        ldns_sha256(octets(data), static_cast<unsigned>(data.size()), out);
        return result(LDNS_SHA256_DIGEST_LENGTH);
    case 4:
        ldns_sha384(octets(data), static_cast<unsigned>(data.size()), out);
        return result(LDNS_SHA384_DIGEST_LENGTH);
    default:
        return {};
    }
}

HashedName hash_name(Name name, std::string_view salt, unsigned iterations)
{
    std::string data;
    append_name(data, name);
    HashedName hash{};
    auto* out = reinterpret_cast<std::uint8_t*>(hash.data());
    std::string_view input = data;
    for (unsigned i = 0; i <= iterations; ++i) {
        ldns_sha1_ctx state;
        ldns_sha1_init(&state);
        ldns_sha1_update(&state, octets(input), static_cast<unsigned>(input.size()));
        ldns_sha1_update(&state, octets(salt), static_cast<unsigned>(salt.size()));
        ldns_sha1_final(out, &state);
        input = {hash.data(), hash.size()};
    }
    return hash;
}

Verdict verify(const RRset& set, const Record& rrsig, const Record& dnskey)
{
    std::string data = signed_data(set, rrsig);
    std::string sig(rrsig.bytes(signature));
    std::string key(dnskey.bytes(public_key));
    static const bool is_started = start_libcrypto();
    std::unique_ptr<ldns_buffer, BufferDeleter> buffer(ldns_buffer_new(data.size()));
    if (!is_started || !buffer)
        throw std::bad_alloc();
    if (sig.empty() || key.empty())
        return Verdict::bad;
    std::uint32_t number = rrsig.number(algorithm);
    if (number == 13 || number == 14) {
        if (sig.size() != (number == 13 ? 64U : 96U))
            return Verdict::bad;
        sig = as_sequence(sig);
    }
    ldns_buffer_write(buffer.get(), data.data(), data.size());
    ldns_status status = ldns_verify_rrsig_buffers_raw(reinterpret_cast<unsigned char*>(sig.data()), sig.size(),
                                                       buffer.get(), reinterpret_cast<unsigned char*>(key.data()),
                                                       key.size(), static_cast<std::uint8_t>(number));
    if (status == LDNS_STATUS_MEM_ERR || memory_ran_out)
        throw std::bad_alloc();
    switch (status) {
    case LDNS_STATUS_OK:
        return Verdict::good;
    case LDNS_STATUS_CRYPTO_UNKNOWN_ALGO:
    case LDNS_STATUS_CRYPTO_ALGO_NOT_IMPL:
        return Verdict::unsupported;
    default:
        return Verdict::bad;
    }
}

std::string zone_digest(const Zone& zone, unsigned hash)
{
    LongDigest digest(hash == 1);
    std::string head;
    for (NameId id : zone.canonical_order()) {
        Node node = zone.node(id);
        if (!node.has_records())
            continue;
        for (RRset set : node.rrsets()) {
            if (node.is_apex() && set.type() == Type::ZONEMD)
                continue;
            head.clear();
            append_name(head, node.name());
            append_u16(head, static_cast<std::uint16_t>(set.type()));
            append_u16(head, 1);
            std::vector<std::pair<std::string, std::uint32_t>> records;
            for (Record record : set) {
                bool of_digest = node.is_apex() && set.type() == Type::RRSIG &&
                                 record.number(type_covered) == static_cast<std::uint32_t>(Type::ZONEMD);
                if (!of_digest)
                    records.emplace_back(canonical_data(record), record.ttl());
            }
            std::sort(records.begin(), records.end());
            auto same_data = [](const auto& a, const auto& b) { return a.first == b.first; };
            records.erase(std::unique(records.begin(), records.end(), same_data), records.end());
            for (const auto& [rdata, ttl] : records) {
                std::string tail;
                append_u32(tail, ttl);
                append_u16(tail, static_cast<std::uint16_t>(rdata.size()));
                digest.add(head);
                digest.add(tail);
                digest.add(rdata);
            }
        }
    }
    return digest.finish();
}

} // namespace zonevet::dnssec
