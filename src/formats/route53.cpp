// Route 53: change batches, and lists of record sets. Names are absolute, unusual octets octal.
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"

#include <fmt/format.h>

namespace zonevet {

namespace {

// "\052.example.com" -> "*.example.com."
std::string name_of(std::string_view text)
{
    std::string name;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto digit = [&](std::size_t at) {
            return at < text.size() && text[at] >= '0' && text[at] <= '7';
        };
        if (text[i] != '\\' || !digit(i + 1) || !digit(i + 2) || !digit(i + 3)) {
            name += text[i];
            continue;
        }
        int octet = ((text[i + 1] - '0') * 8 + (text[i + 2] - '0')) * 8 + (text[i + 3] - '0');
        name += octet == '*' ? "*" : fmt::format("\\{:03}", octet & 0xff);
        i += 3;
    }
    return absolute(name);
}

void add_set(Collector& to, Collector::Side side, const std::string& zone, const Value& set)
{
    if (!set["AliasTarget"].is_null()) {
        to.unknown(zone); // it has addresses, but which ones only AWS knows
        return;
    }
    for (const Value& record : set["ResourceRecords"].items)
        to.add(side, zone, name_of(set["Name"].text), set["TTL"].number_or(0), set["Type"].text,
               record["Value"].text, record["Value"]);
}

std::string zone_of(const std::vector<const Value*>& sets, const Document& document,
                    const ReadOptions& options)
{
    if (!options.origin.empty())
        return absolute(options.origin);
    if (!options.base_zone.empty())
        return options.base_zone;
    std::vector<std::string> names;
    for (const Value* set : sets) {
        if ((*set)["Type"].text == "SOA")
            return name_of((*set)["Name"].text);
        names.push_back(name_of((*set)["Name"].text));
    }
    if (names.size() == 1 && names[0].find('.') + 1 < names[0].size())
        names[0].erase(0, names[0].find('.') + 1);
    std::string zone = common_suffix(names);
    if (zone.empty())
        throw Failure("{}: nothing says which zone it is about\nhelp: --origin NAME",
                      defused(document.path));
    return zone;
}

} // namespace

bool is_route53(std::string_view, std::string_view text)
{
    return text.find("\"ResourceRecordSet") != std::string_view::npos &&
           text.find_first_not_of(" \t\r\n") != std::string_view::npos &&
           (text[text.find_first_not_of(" \t\r\n")] == '{' ||
            text[text.find_first_not_of(" \t\r\n")] == '[');
}

std::vector<ReadZone> read_route53(const Document& document, const ReadOptions& options)
{
    Value root = read_json(document.path, document.bytes->view());
    const Value& batch = root.has("ChangeBatch") ? root["ChangeBatch"] : root;
    Collector collector(document, options);
    std::vector<const Value*> sets;
    if (!batch.has("Changes")) {
        const Value& list = root.is_list() ? root : root["ResourceRecordSets"];
        for (const Value& set : list.items)
            sets.push_back(&set);
        std::string zone = zone_of(sets, document, options);
        for (const Value* set : sets)
            add_set(collector, Collector::Side::after, zone, *set);
        if (root["IsTruncated"].is_true() || root.has("NextToken"))
            collector.unknown(zone);
        return collector.states();
    }
    for (const Value& change : batch["Changes"].items)
        sets.push_back(&change["ResourceRecordSet"]);
    std::string zone = zone_of(sets, document, options);
    for (const Value& change : batch["Changes"].items) {
        bool is_delete = change["Action"].text == "DELETE";
        add_set(collector, is_delete ? Collector::Side::before : Collector::Side::after, zone,
                change["ResourceRecordSet"]);
    }
    return collector.changes();
}

} // namespace zonevet
