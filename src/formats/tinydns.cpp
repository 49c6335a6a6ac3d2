// The `data` file of tinydns, with the common patches for AAAA and SRV. Names are absolute; one line
// may stand for several records; the zones in it are those with an SOA record.
#include "base/ascii.h"
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"
#include "formats/zone_names.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet {

namespace {

constexpr std::uint32_t positive_ttl = 86400, server_ttl = 259200, negative_ttl = 2560;
constexpr std::string_view leads = ".&=+@-'^CZ:%36S#";

// "\072" is a colon, which would end the field.
std::string unescaped(std::string_view field)
{
    std::string text;
    for (std::size_t i = 0; i < field.size(); ++i) {
        auto digit = [&](std::size_t at) { return at < field.size() && field[at] >= '0' && field[at] <= '7'; };
        if (field[i] == '\\' && digit(i + 1) && digit(i + 2) && digit(i + 3)) {
            int octet = ((field[i + 1] - '0') * 8 + (field[i + 2] - '0')) * 8 + (field[i + 3] - '0');
            text += static_cast<char>(octet & 0xff);
            i += 3;
        } else {
            text += field[i];
        }
    }
    return text;
}

std::string reverse_of_ipv4(const std::string& address)
{
    std::string name;
    for (std::size_t at = 0; at <= address.size();) {
        std::size_t end = std::min(address.find('.', at), address.size());
        name.insert(0, address.substr(at, end - at) + ".");
        at = end + 1;
    }
    return name + "in-addr.arpa.";
}

class TinyData {
public:
    TinyData(const Document& document, const ReadOptions& options)
        : document_(document), zones_(options), collector_(document, options)
    {
    }

    std::vector<ReadZone> read()
    {
        each_line([&](char lead, const std::vector<Value>& fields) {
            if (lead == '.' || lead == 'Z') {
                zones_.know(fields[0].text);
                complete_.insert(in_lower_case(absolute(fields[0].text)));
            }
        });
        each_line([&](char lead, const std::vector<Value>& fields) { line(lead, fields); });
        return collector_.states();
    }

private:
    // Fields 0.. are those behind the lead; there are always enough of them.
    template <class Use> void each_line(Use&& use) const
    {
        constexpr std::size_t most_fields = 16;
        std::string_view text = document_.bytes->view();
        for (std::size_t at = 0; at < text.size();) {
            std::size_t end = std::min(text.find('\n', at), text.size());
            std::string_view line = text.substr(at, end - at);
            while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
                line.remove_suffix(1);
            if (!line.empty() && line[0] != '#' && line[0] != '-') {
                if (leads.find(line[0]) == std::string_view::npos)
                    throw Failure("{}: no line of tinydns-data begins with `{}`", place_text(document_.path, text, at),
                                  defused(line.substr(0, 1)));
                std::vector<Value> fields;
                for (std::size_t from = 1; from <= line.size();) {
                    std::size_t stop = std::min(line.find(':', from), line.size());
                    Value field;
                    field.kind = Value::Kind::string;
                    field.text = unescaped(line.substr(from, stop - from));
                    field.from = at + from;
                    field.to = at + stop;
                    fields.push_back(std::move(field));
                    from = stop + 1;
                }
                fields.resize(std::max(fields.size(), most_fields));
                use(line[0], fields);
            }
            at = end + 1;
        }
    }

    // A name without a dot is one in a domain of its own below the owner; none is that domain.
    static std::string server(const std::string& text, std::string_view kind, const std::string& owner)
    {
        std::string domain = std::string(kind) + "." + owner;
        return absolute(text.empty() ? domain : text.find('.') != std::string::npos ? text : text + "." + domain);
    }

    void put(const std::string& owner, std::uint32_t ttl, const std::string& type, std::string data, const Value& at)
    {
        std::string name = absolute(owner), zone = zones_.of(name);
        if (!complete_.contains(zone))
            collector_.partial(zone);
        collector_.add(Collector::Side::after, zone, name, ttl, type, data, at);
        // The parent of a zone in the same file delegates to it.
        if (type == "NS" && complete_.contains(in_lower_case(name)))
            if (std::size_t dot = name.find('.'); dot + 1 < name.size())
                if (std::string parent = zones_.of(name.substr(dot + 1)); complete_.contains(parent))
                    collector_.add(Collector::Side::after, parent, name, ttl, type, std::move(data), at);
    }

    // Lines that are served from a time on, until a time, or to some clients only.
    bool is_served_always(char lead, const std::vector<Value>& fields, std::size_t timestamp)
    {
        if (fields[timestamp].text.empty() && fields[timestamp + 1].text.empty())
            return true;
        Value all = fields[0]; // of the line
        all.kind = Value::Kind::list;
        all.items = fields;
        all.to = std::max(all.to, fields[timestamp + 1].to);
        collector_.untold(Collector::Side::after, zones_.of(fields[0].text), absolute(fields[0].text), "",
                          Collector::Written(all, 0, std::string(1, lead)),
                          fields[timestamp].text.empty() ? why::elsewhere : why::timed);
        return false;
    }

    void line(char lead, const std::vector<Value>& f)
    {
        auto ttl = [&](std::size_t at, std::uint32_t otherwise) { return f[at].number_or(otherwise); };
        const std::string owner = absolute(f[0].text);
        switch (lead) {
        case '.':
        case '&': {
            if (!is_served_always(lead, f, 4))
                return;
            std::string host = server(f[2].text, "ns", owner);
            put(owner, ttl(3, server_ttl), "NS", host, f[2].text.empty() ? f[0] : f[2]);
            if (!f[1].text.empty())
                put(host, ttl(3, server_ttl), "A", f[1].text, f[1]);
            if (lead == '.')
                soa(owner, host, "hostmaster." + owner, f, f[0], 99);
            return;
        }
        case '=':
        case '+':
            if (!is_served_always(lead, f, 3))
                return;
            put(owner, ttl(2, positive_ttl), "A", f[1].text, f[1]);
            if (lead == '=')
                put(reverse_of_ipv4(f[1].text), ttl(2, positive_ttl), "PTR", owner, f[0]);
            return;
        case '3':
        case '6':
            if (is_served_always(lead, f, 3))
                ipv6(lead, owner, f[1], ttl(2, positive_ttl));
            return;
        case '@': {
            if (!is_served_always(lead, f, 5))
                return;
            std::string host = server(f[2].text, "mx", owner);
            put(owner, ttl(4, positive_ttl), "MX", fmt::format("{} {}", ttl(3, 0), host), f[2]);
            if (!f[1].text.empty())
                put(host, ttl(4, positive_ttl), "A", f[1].text, f[1]);
            return;
        }
        case 'S': {
            if (!is_served_always(lead, f, 7))
                return;
            std::string host = server(f[2].text, "srv", owner);
            put(owner, ttl(6, positive_ttl), "SRV", fmt::format("{} {} {} {}", ttl(4, 0), ttl(5, 0), f[3].text, host),
                f[2]);
            if (!f[1].text.empty())
                put(host, ttl(6, positive_ttl), "A", f[1].text, f[1]);
            return;
        }
        case '\'':
            if (is_served_always(lead, f, 3))
                put(owner, ttl(2, positive_ttl), "TXT", quoted_strings(f[1].text), f[1]);
            return;
        case '^':
        case 'C':
            if (is_served_always(lead, f, 3))
                put(owner, ttl(2, positive_ttl), lead == 'C' ? "CNAME" : "PTR", absolute(f[1].text), f[1]);
            return;
        case 'Z':
            if (is_served_always(lead, f, 9))
                soa(owner, absolute(f[1].text), absolute(f[2].text), f, f[1], 3);
            return;
        case ':':
            if (is_served_always(lead, f, 4))
                generic(owner, f[1].text, f[2], ttl(3, positive_ttl));
            return;
        default: // a location
            return;
        }
    }

    // The numbers begin at a field; none are there behind `first` past the last.
    void soa(const std::string& owner, const std::string& server, const std::string& mailbox,
             const std::vector<Value>& f, const Value& at, std::size_t first)
    {
        // Each line with a server makes one; the server of the first answers.
        if (!with_soa_.insert(in_lower_case(owner)).second)
            return;
        static const Value none;
        auto number = [&](std::size_t i, std::uint32_t otherwise) {
            return (first + i < f.size() ? f[first + i] : none).number_or(otherwise);
        };
        // The serial is the time of the file, which does not stand in it.
        put(owner, number(5, negative_ttl), "SOA",
            fmt::format("{} {} {} {} {} {} {}", server, mailbox, number(0, 1), number(1, 16384), number(2, 2048),
                        number(3, 1048576), number(4, negative_ttl)),
            at);
    }

    void ipv6(char lead, const std::string& owner, const Value& field, std::uint32_t ttl)
    {
        constexpr std::size_t digits = 32;
        std::string address, reverse;
        bool is_hex =
            field.text.size() == digits && field.text.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
        for (std::size_t i = 0; is_hex && i < digits; ++i) {
            address += (i > 0 && i % 4 == 0 ? ":" : "") + field.text.substr(i, 1);
            reverse.insert(0, field.text.substr(i, 1) + ".");
        }
        put(owner, ttl, "AAAA", is_hex ? address : field.text, field);
        if (lead == '6' && is_hex)
            put(in_lower_case(reverse) + "ip6.arpa.", ttl, "PTR", owner, field);
    }

    void generic(const std::string& owner, const std::string& type, const Value& data, std::uint32_t ttl)
    {
        bool is_number = !type.empty() && type.find_first_not_of("0123456789") == std::string::npos;
        if (!is_number) { // not of tinydns itself: a name of a type, and data in presentation form
            if (type_from_text(type) == Type::none)
                return collector_.unknown(Collector::Side::after, zones_.of(owner), owner, type, {data, ttl},
                                          why::not_dns);
            return put(owner, ttl, type, data.text, data);
        }
        std::string hex;
        for (char c : data.text)
            hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
        put(owner, ttl, "TYPE" + type, fmt::format("\\# {} {}", data.text.size(), hex), data);
    }

    const Document& document_;
    ZoneNames zones_;
    Collector collector_;
    std::set<std::string> complete_, with_soa_;
};

} // namespace

bool is_tinydns(std::string_view, std::string_view text)
{
    bool any = false;
    for (std::size_t lines = 0; !text.empty() && lines < 1000; ++lines) {
        std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
            line.remove_suffix(1);
        if (line.empty() || line[0] == '#')
            continue;
        // A quote within the name is one of YAML: `'': {type: A, value: 192.0.2.1}`.
        std::size_t colon = line.find(':', 1);
        if (leads.find(line[0]) == std::string_view::npos || colon == std::string_view::npos ||
            line.substr(1, colon - 1).find_first_of(" \t\"'(){}[]") != std::string_view::npos)
            return false;
        any = any || line[0] != '-';
    }
    return any;
}

std::vector<ReadZone> read_tinydns(const Document& document, const ReadOptions& options)
{
    return TinyData(document, options).read();
}

} // namespace zonevet
