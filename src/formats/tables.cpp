// Tables: exports of providers and inventories as CSV, whose header names the columns, and
// `dnscontrol get-zones --format=tsv`, which has none.
#include "formats/tables.h"

#include "base/ascii.h"
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"
#include "formats/terraform_shapes.h"
#include "formats/zone_names.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet {

namespace {

std::string_view first_line(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    std::string_view line = text.substr(0, text.find('\n'));
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

std::vector<std::string> column_names(std::string_view line, char separator)
{
    std::vector<std::string> names;
    for (std::size_t at = 0; at <= line.size();) {
        std::size_t end = std::min(line.find(separator, at), line.size());
        std::string name = in_lower_case(line.substr(at, end - at));
        std::erase(name, '"');
        std::erase(name, ' ');
        names.push_back(name);
        at = end + 1;
    }
    return names;
}

int column(const std::vector<std::string>& names, std::initializer_list<std::string_view> words)
{
    for (std::string_view word : words)
        if (auto at = std::find(names.begin(), names.end(), word); at != names.end())
            return static_cast<int>(at - names.begin());
    return -1;
}

struct Columns {
    int type, owner, data, ttl, priority, zone, status;
};

Columns columns_of(const std::vector<std::string>& names)
{
    return {column(names, {"type", "recordtype", "rtype"}),
            column(names, {"host", "hostname", "name", "fqdn", "record", "recordname"}),
            column(names, {"answer", "value", "content", "data", "rdata", "target", "address"}),
            column(names, {"ttl"}),
            column(names, {"priority", "prio", "preference"}),
            column(names, {"zone", "domain"}),
            column(names, {"status", "disabled"})};
}

char separator_of(std::string_view line)
{
    return std::count(line.begin(), line.end(), ';') > std::count(line.begin(), line.end(), ',') ? ';' : ',';
}

const Value& cell(const std::vector<Value>& row, int at)
{
    static const Value none;
    return at >= 0 && static_cast<std::size_t>(at) < row.size() ? row[static_cast<std::size_t>(at)] : none;
}

} // namespace

std::vector<std::vector<Value>> read_table(std::string_view path, std::string_view text, char separator)
{
    std::vector<std::vector<Value>> rows(1);
    std::size_t at = text.starts_with("\xef\xbb\xbf") ? 3 : 0;
    while (at <= text.size()) {
        Value field;
        field.kind = Value::Kind::string;
        std::size_t begin = at;
        if (separator != '\t' && at < text.size() && text[at] == '"') {
            for (++at;; ++at) {
                if (at >= text.size())
                    throw Failure("{}: this quote never ends", place_text(path, text, begin));
                if (text[at] != '"') {
                    field.text += text[at];
                    continue;
                }
                if (text.substr(at).starts_with("\"\"")) {
                    field.text += text[at++];
                    continue;
                }
                break;
            }
            field.from = begin + 1;
            field.to = at;
            at = std::min(text.find_first_of(std::string{separator, '\n'}, at), text.size());
        } else {
            at = std::min(text.find_first_of(std::string{separator, '\n'}, at), text.size());
            field.text = text.substr(begin, at - begin);
            if (field.text.ends_with('\r'))
                field.text.pop_back();
            field.from = begin;
            field.to = begin + field.text.size();
        }
        rows.back().push_back(std::move(field));
        if (at < text.size() && text[at] == '\n')
            rows.emplace_back();
        ++at;
    }
    std::erase_if(rows, [](const std::vector<Value>& row) {
        return std::all_of(row.begin(), row.end(), [](const Value& field) { return field.text.empty(); });
    });
    return rows;
}

bool is_csv(std::string_view, std::string_view text)
{
    std::string_view line = first_line(text);
    if (line.find_first_of(",;") == std::string_view::npos || line.size() > 1000)
        return false;
    Columns columns = columns_of(column_names(line, separator_of(line)));
    return columns.type >= 0 && columns.owner >= 0 && columns.data >= 0;
}

std::vector<ReadZone> read_csv(const Document& document, const ReadOptions& options)
{
    std::string_view text = document.bytes->view();
    std::string_view head = first_line(text);
    Columns columns = columns_of(column_names(head, separator_of(head)));
    if (columns.type < 0 || columns.owner < 0 || columns.data < 0)
        throw Failure("{}: the first line must name the columns: type, name and value at least",
                      defused(document.path));
    std::vector<std::vector<Value>> rows = read_table(document.path, text, separator_of(head));
    Collector collector(document, options);
    ZoneNames zones(options);
    static const TerraformShape& plain = *terraform_shape("dnsimple_zone_record");
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const std::vector<Value>& row = rows[i];
        std::string name = cell(row, columns.owner).text, zone = cell(row, columns.zone).text;
        std::string type = cell(row, columns.type).text, status = in_lower_case(cell(row, columns.status).text);
        if (status == "inactive" || status == "true" || status == "disabled")
            continue;
        // With a column for the zone, names are relative to it unless they end with it or with a dot.
        std::string full = name;
        if (!zone.empty()) {
            zone = absolute(zone);
            bool is_full = name.ends_with('.') || in_lower_case(absolute(name)) == in_lower_case(zone) ||
                           in_lower_case(absolute(name)).ends_with("." + in_lower_case(zone));
            full = is_full ? absolute(name) : below(name, zone);
        } else if (name == "@" || name.empty()) {
            full = options.origin;
        }
        if (full.empty())
            throw Failure("{}: nothing says which zone `{}` is in\nhelp: name the zone",
                          place_text(document.path, text, cell(row, columns.owner).from), defused(name));
        zone = zone.empty() ? zones.of(full) : zone;
        collector.partial(zone);
        if (type_from_text(type) == Type::none) {
            collector.foreign(Collector::Side::after, zone, absolute(full), type,
                              {cell(row, columns.data), cell(row, columns.ttl).number_or(0)});
            continue;
        }
        Value fields; // what stands beside the value
        fields.kind = Value::Kind::map;
        if (columns.priority >= 0)
            fields.members.push_back({Value::Key{"priority", 0, 0}, cell(row, columns.priority)});
        const Value& value = cell(row, columns.data);
        collector.add(Collector::Side::after, zone, absolute(full), cell(row, columns.ttl).number_or(3600), type,
                      terraform_data(plain, type, value, fields), value);
    }
    return collector.states();
}

namespace {
enum TsvColumn : int { full_name, short_name, tsv_ttl, tsv_class, tsv_type, tsv_data };
}

bool is_dnscontrol_tsv(std::string_view, std::string_view text)
{
    std::vector<std::string> fields = column_names(first_line(text), '\t');
    // A zone file with two tabs behind the owner has the same columns, but no short name.
    return fields.size() > tsv_data && !fields[short_name].empty() && fields[tsv_class] == "in" &&
           type_from_text(fields[tsv_type]) != Type::none;
}

std::vector<ReadZone> read_dnscontrol_tsv(const Document& document, const ReadOptions& options)
{
    Collector collector(document, options);
    std::set<std::string> zones, with_soa;
    std::string zone;
    for (const std::vector<Value>& row : read_table(document.path, document.bytes->view(), '\t')) {
        if (row.size() <= tsv_data)
            throw Failure("{}: a line holds a name, its short name, TTL, class, type and data",
                          place_text(document.path, document.bytes->view(), row.front().from));
        std::string name = absolute(cell(row, full_name).text), type = cell(row, tsv_type).text;
        const std::string& relative = cell(row, short_name).text;
        zone = relative == "@" ? name
               : name.size() > relative.size() + 1 && name.starts_with(relative + ".")
                   ? name.substr(relative.size() + 1)
                   : zone;
        zones.insert(zone);
        if (type == "SOA")
            with_soa.insert(zone);
        const Value& data = cell(row, tsv_data);
        Collector::Written written(data, cell(row, tsv_ttl).number_or(0));
        if (type_from_text(type) == Type::none) {
            collector.foreign(Collector::Side::after, zone, name, type, written);
            continue;
        }
        if (type == "CNAME" && cell(row, tsv_data + 1).text.find("cloudflare_proxy=true") != std::string::npos) {
            collector.untold_addresses(Collector::Side::after, zone, name, type, written, why::alias);
            continue;
        }
        collector.add(Collector::Side::after, zone, name, cell(row, tsv_ttl).number_or(300), type,
                      type == "TXT" ? quoted_strings(data.text) : data.text, data);
    }
    for (const std::string& each : zones)
        if (!with_soa.contains(each))
            collector.partial(each);
    return collector.states();
}

} // namespace zonevet
