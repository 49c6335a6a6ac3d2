// `dnscontrol preview --report`: the corrections of each domain, as lines of text. What is not the
// line of a record (new nameservers, more than one line) stays unknown.
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"

#include <algorithm>

namespace zonevet {

namespace {

// "192.0.2.1 ttl=300" -> its two parts.
bool take_ttl(std::string& data, std::uint32_t& ttl)
{
    std::size_t at = data.rfind(" ttl=");
    if (at == std::string::npos)
        return false;
    Value number;
    number.text = data.substr(at + 5);
    ttl = number.number_or(300);
    data.resize(at);
    return true;
}

std::string take_word(std::string& line)
{
    std::size_t end = std::min(line.find(' '), line.size());
    std::string word = line.substr(0, end);
    line.erase(0, std::min(end + 1, line.size()));
    return word;
}

class Report {
public:
    Report(const Document& document, const ReadOptions& options) : collector_(document, options) {}

    void correction(const std::string& zone, const Value& detail)
    {
        std::string line = detail.text;
        // The sign before the word, in whatever alphabet, says the same.
        take_word(line);
        std::string word = take_word(line);
        std::string owner = absolute(take_word(line)), type = take_word(line);
        std::uint32_t ttl = 300;
        bool is_record = (word == "CREATE" || word == "DELETE" || word.starts_with("MODIFY")) &&
                         type_from_text(type) != Type::none && line.find('\n') == std::string::npos;
        if (!is_record)
            return collector_.unknown(Collector::Side::after, zone, "", "", detail, why::other_lines);
        auto put = [&](Collector::Side side, std::string data) {
            take_ttl(data, ttl);
            collector_.add(side, zone, owner, ttl, type, std::move(data), detail, Collector::Extent::one);
        };
        if (word == "CREATE")
            return put(Collector::Side::after, line);
        if (word == "DELETE")
            return put(Collector::Side::before, line);
        std::size_t arrow = line.find(word == "MODIFY" ? ") -> (" : " ttl=(");
        if (arrow == std::string::npos || !line.ends_with(')') || (word == "MODIFY" && line[0] != '('))
            return collector_.unknown(Collector::Side::after, zone, "", "", detail, why::other_lines);
        if (word == "MODIFY") {
            put(Collector::Side::before, line.substr(1, arrow - 1));
            return put(Collector::Side::after, line.substr(arrow + 6, line.size() - arrow - 7));
        }
        // "DATA ttl=(60->300)"
        std::string data = line.substr(0, arrow), both = line.substr(arrow + 6);
        std::size_t middle = std::min(both.find("->"), both.size() - 1);
        put(Collector::Side::before, data + " ttl=" + both.substr(0, middle));
        put(Collector::Side::after, data + " ttl=" + both.substr(middle + 2, both.size() - middle - 3));
    }

    std::vector<ReadZone> changes() { return collector_.changes(); }

private:
    Collector collector_;
};

} // namespace

bool is_dnscontrol_report(std::string_view, std::string_view text)
{
    return begins_like_json(text) && text.find("\"corrections\"") != std::string_view::npos &&
           text.find("\"domain\"") != std::string_view::npos;
}

std::vector<ReadZone> read_dnscontrol_report(const Document& document, const ReadOptions& options)
{
    Value root = read_json(document.path, document.bytes->view());
    if (!root.is_list())
        throw Failure("{}: this is no report: it is no list of domains", defused(document.path));
    Report report(document, options);
    for (const Value& domain : root.items) {
        if (domain["corrections"].number_or(0) > 0 && !domain.has("correction_details"))
            throw Failure("{}: it counts corrections and does not say which\nhelp: write it with a newer "
                          "dnscontrol",
                          place_text(document.path, document.bytes->view(), domain.from));
        for (const Value& detail : domain["correction_details"].items)
            report.correction(absolute(domain["domain"].text), detail);
    }
    return report.changes();
}

} // namespace zonevet
