// Writes zones to measure with: make_zone SHAPE RECORDS [SEED [FOLDER]]. The same arguments give
// the same octets on every machine. Healthy zones: time spent on findings is not what is measured.
//
//   tld         delegations of a top-level domain: NS, some glue, some DS; absolute names
//   tld-short   the same with relative names
//   enterprise  what people write: $ORIGIN, blank owners, parentheses, comments, many types
//   reverse     PTR records of a large network
//   signed      a signed delegation zone: NSEC3 and RRSIG beside the delegations
//   hosting     many zones of 100 records, one file each, into FOLDER
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

// splitmix64: short, and the same everywhere (distributions of the standard library are not).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next()
    {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }
    std::string letters(std::string_view alphabet, std::size_t count)
    {
        std::string text;
        while (text.size() < count)
            text += alphabet[below(alphabet.size())];
        return text;
    }
    std::string hex(std::size_t octets) { return letters("0123456789ABCDEF", octets * 2); }

private:
    std::uint64_t state_;
};

// Counts the records and keeps one large buffer.
class Output {
public:
    explicit Output(std::FILE* file) : file_(file) {}
    ~Output() { flush(); }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    template <class... Args> void record(fmt::format_string<Args...> format, Args&&... args)
    {
        line(format, std::forward<Args>(args)...);
        ++records_;
    }
    template <class... Args> void line(fmt::format_string<Args...> format, Args&&... args)
    {
        fmt::format_to(std::back_inserter(buffer_), format, std::forward<Args>(args)...);
        buffer_ += '\n';
        if (buffer_.size() > 1 << 20)
            flush();
    }
    std::uint64_t records() const { return records_; }

private:
    void flush()
    {
        std::fwrite(buffer_.data(), 1, buffer_.size(), file_);
        buffer_.clear();
    }
    std::FILE* file_;
    std::string buffer_;
    std::uint64_t records_ = 0;
};

// Pronounceable, of the lengths that registered names have; the number makes it unique.
std::string domain(Random& random, std::uint64_t number)
{
    std::string name;
    for (std::uint64_t i = 2 + random.below(3); i > 0; --i) {
        name += "bcdfghklmnprstvz"[random.below(16)];
        name += "aeiou"[random.below(5)];
    }
    return name + fmt::format("{:x}", number);
}

void tld(Output& out, Random& random, std::uint64_t records, bool absolute)
{
    std::string suffix = absolute ? ".example." : "";
    if (!absolute)
        out.line("$ORIGIN example.\n$TTL 172800");
    std::string ttl = absolute ? " 172800 IN" : "";
    std::string_view apex = absolute ? "example." : "@";
    out.record("{}{} SOA ns1.nic.example. dns.nic.example. 2026011501 1800 900 604800 86400", apex, ttl);
    std::string host;
    for (std::uint64_t i = 0; out.records() < records; ++i) {
        // Every hundredth is a provider with servers of its own; the others use the last one's.
        std::string name = i == 0 ? "nic" : domain(random, i);
        bool provider = i % 100 == 0;
        if (provider)
            host = name;
        if (i == 0) {
            out.record("{}{} NS ns1.nic{}", apex, ttl, suffix);
            out.record("{}{} NS ns2.nic{}", apex, ttl, suffix);
        }
        out.record("{}{}{} NS ns1.{}{}", name, suffix, ttl, host, suffix);
        out.record("{}{}{} NS ns2.{}{}", name, suffix, ttl, host, suffix);
        if (random.below(16) == 0)
            out.record("{}{}{} DS {} 13 2 {}", name, suffix, ttl, random.below(65536), random.hex(32));
        if (!provider)
            continue;
        for (int server = 1; server <= 2; ++server) {
            out.record("ns{}.{}{}{} A 192.0.{}.{}", server, name, suffix, ttl, random.below(256),
                       1 + random.below(254));
            out.record("ns{}.{}{}{} AAAA 2001:db8:{:x}::{:x}", server, name, suffix, ttl, 1 + random.below(65535),
                       1 + random.below(65535));
        }
    }
}

void enterprise(Output& out, Random& random, std::uint64_t records)
{
    out.line("; The zone of a company that has grown for twenty years.\n$ORIGIN example.com.\n"
             "$TTL 3600");
    out.record("@  IN  SOA  ns1.example.net. hostmaster.example.com. (\n"
               "        2026011501  ; serial\n        2h  ; refresh\n        30m ; retry\n"
               "        2w  ; expire\n        1h )");
    out.record("   IN  NS   ns1.example.net.");
    out.record("   IN  NS   ns2.example.org.");
    for (std::uint64_t site = 0; out.records() < records; ++site) {
        out.line("\n; site {0}\n$ORIGIN s{0}.example.com.", site);
        for (std::uint64_t i = 0; i < 200 && out.records() < records; ++i) {
            std::string host = domain(random, i);
            std::uint64_t third = random.below(256), fourth = 1 + random.below(254);
            out.record("{:<16} IN A     10.{}.{}.{}", host, site % 256, third, fourth);
            switch (random.below(8)) {
            case 0:
                out.record("                 IN AAAA  2001:db8:{:x}::{:x}", site % 65536, i + 1);
                break;
            case 1:
                out.record("{:<12} 300 IN CNAME {} ; moved by change {}", host + "-web", host, i);
                break;
            case 2:
                out.record("                 IN TXT   \"rack {} unit {}; contact facilities\"", third, fourth);
                break;
            case 3:
                out.record("_ldap._tcp.{:<8} IN SRV 0 100 389 {}", host, host);
                break;
            case 4:
                out.record("                 IN MX    10 {}", host);
                break;
            case 5:
                out.record("                 IN TXT   ( \"owner={}\"\n"
                           "                              \"since={}\" )",
                           host, 2000 + third % 26);
                break;
            default:
                break;
            }
        }
    }
}

void reverse(Output& out, Random& random, std::uint64_t records)
{
    out.line("$ORIGIN 10.in-addr.arpa.\n$TTL 86400");
    out.record("@ IN SOA ns1.example.net. hostmaster.example.com. 2026011501 7200 1800 1209600 3600");
    out.record("@ IN NS ns1.example.net.");
    out.record("@ IN NS ns2.example.org.");
    for (std::uint64_t i = 1; out.records() < records; ++i)
        out.record("{}.{}.{} IN PTR {}.example.com.", i & 255, (i >> 8) & 255, (i >> 16) & 255, domain(random, i));
}

void signed_zone(Output& out, Random& random, std::uint64_t records)
{
    constexpr std::string_view base32 = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
    constexpr std::string_view base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    auto signature = [&](const std::string& owner, std::string_view type, unsigned labels, unsigned ttl) {
        out.record("{} {} IN RRSIG {} 13 {} {} 20261231000000 20260101000000 34505 example. {}==", owner, ttl, type,
                   labels, ttl, random.letters(base64, 85) + "A");
    };
    out.record("example. 86400 IN SOA ns1.example.net. dns.example.net. 2026011501 1800 900 604800 86400");
    signature("example.", "SOA", 1, 86400);
    out.record("example. 86400 IN NS ns1.example.net.");
    out.record("example. 86400 IN NS ns2.example.org.");
    signature("example.", "NS", 1, 86400);
    out.record("example. 86400 IN DNSKEY 257 3 13 {}==", random.letters(base64, 85) + "A");
    signature("example.", "DNSKEY", 1, 86400);
    out.record("example. 0 IN NSEC3PARAM 1 0 0 -");
    signature("example.", "NSEC3PARAM", 1, 0);
    for (std::uint64_t i = 1; out.records() < records; ++i) {
        std::string name = domain(random, i) + ".example.";
        out.record("{} 172800 IN NS ns1.example.net.", name);
        out.record("{} 172800 IN NS ns2.example.org.", name);
        out.record("{} 86400 IN DS {} 13 2 {}", name, random.below(65536), random.hex(32));
        signature(name, "DS", 2, 86400);
        std::string hash = random.letters(base32, 32) + ".example.";
        out.record("{} 86400 IN NSEC3 1 1 0 - {} NS DS RRSIG", hash, random.letters(base32, 32));
        signature(hash, "NSEC3", 2, 86400);
    }
}

void hosting(Random& random, std::uint64_t records, const std::string& folder)
{
    for (std::uint64_t zone = 0; zone * 100 < records; ++zone) {
        std::string name = domain(random, zone) + ".example";
        std::FILE* file = std::fopen(fmt::format("{}/{}.zone", folder, name).c_str(), "w");
        if (!file)
            throw std::runtime_error("cannot write into " + folder);
        {
            Output out(file);
            out.line("$ORIGIN {}.\n$TTL 3600", name);
            out.record("@ IN SOA ns1.example.net. hostmaster.example.net. {} 7200 1800 1209600 3600",
                       2026011501 + zone % 50);
            out.record("@ IN NS ns1.example.net.\n@ IN NS ns2.example.org.");
            out.record("@ IN MX 10 mail.example.net.\n@ IN TXT \"v=spf1 include:example.net -all\"");
            out.record("@ IN A 192.0.2.{}\nwww IN CNAME @", 1 + random.below(254));
            for (int i = 0; i < 93; ++i)
                out.record("{} IN A 198.51.100.{}", domain(random, static_cast<std::uint64_t>(i)),
                           1 + random.below(254));
        }
        std::fclose(file);
    }
}

} // namespace

int main(int count, char** words)
{
    std::string_view shape = count > 2 ? words[1] : "";
    std::uint64_t records = count > 2 ? std::strtoull(words[2], nullptr, 10) : 0;
    Random random(count > 3 ? std::strtoull(words[3], nullptr, 10) : 1);
    Output out(stdout);
    if (shape == "tld" || shape == "tld-short")
        tld(out, random, records, shape == "tld");
    else if (shape == "enterprise")
        enterprise(out, random, records);
    else if (shape == "reverse")
        reverse(out, random, records);
    else if (shape == "signed")
        signed_zone(out, random, records);
    else if (shape == "hosting" && count > 4)
        hosting(random, records, words[4]);
    else {
        fmt::print(stderr, "usage: make_zone tld|tld-short|enterprise|reverse|signed RECORDS [SEED]\n"
                           "       make_zone hosting RECORDS SEED FOLDER\n");
        return 2;
    }
    return 0;
}
