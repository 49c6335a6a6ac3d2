// Zone files as providers and tools export them, with what they write differently: Cloudflare, Azure,
// and the answer of dig to AXFR. The text stays what it is but for the words that mean something else
// there, so every place is one of the export.
#include "base/ascii.h"
#include "base/failure.h"
#include "formats/collector.h"
#include "formats/readers.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet {

namespace {

// How the lines of an export become lines of a zone file.
class PatchedText {
public:
    explicit PatchedText(const Document& document) : document_(document)
    {
        origins_->files.push_back({document.path, document.bytes});
    }

    void keep(std::uint64_t from, std::uint64_t to)
    {
        if (from == to)
            return;
        std::uint64_t begin = text_.size();
        text_ += document_.bytes->view().substr(from, to - from);
        std::vector<Origins::Piece>& exact = origins_->exact;
        if (!exact.empty() && exact.back().end == begin && exact.back().to == from) {
            exact.back().end = text_.size();
            exact.back().to = to;
        } else {
            exact.push_back({begin, text_.size(), 0, from, to});
        }
    }
    void write(std::string_view text) { text_ += text; }
    void hide(const Origins::Untold& set) { origins_->untold.push_back(set); }
    void keep(const Origins::Opaque& record) { origins_->opaque.push_back(record); }
    // All that was kept and written since the last call stands for this line.
    void end_line(std::uint64_t from, std::uint64_t to)
    {
        origins_->records.push_back({line_begin_, text_.size(), 0, from, to});
        line_begin_ = text_.size();
    }

    ReadState state(Coverage coverage) const { return {std::make_shared<Bytes>(text_), origins_, coverage, {}}; }

private:
    const Document& document_;
    std::string text_;
    std::uint64_t line_begin_ = 0;
    std::shared_ptr<Origins> origins_ = std::make_shared<Origins>();
};

struct ExportLine {
    std::string_view text;          // without its end
    std::uint64_t from = 0, to = 0; // with its end
    struct Word {
        std::string_view text;
        std::uint64_t from = 0;
    };
    std::vector<Word> words; // without comments; a blank at the beginning is no word
    bool begins_blank = false;
    std::string_view comment;

    std::size_t index_of(std::string_view word) const
    {
        for (std::size_t i = 0; i < words.size() && i < 4; ++i)
            if (in_lower_case(words[i].text) == word)
                return i;
        return words.size();
    }
};

std::vector<ExportLine> export_lines(std::string_view text)
{
    std::vector<ExportLine> lines;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find('\n', at), text.size());
        ExportLine line;
        line.from = at;
        line.to = std::min(end + 1, text.size());
        line.text = text.substr(at, end - at);
        line.begins_blank = !line.text.empty() && (line.text[0] == ' ' || line.text[0] == '\t');
        bool quoted = false;
        for (std::size_t i = 0; i < line.text.size();) {
            char c = line.text[i];
            if (c == ';' && !quoted) {
                line.comment = line.text.substr(i);
                break;
            }
            if (c == ' ' || c == '\t' || c == '\r') {
                ++i;
                continue;
            }
            std::size_t begin = i;
            for (; i < line.text.size(); ++i) {
                if (line.text[i] == '\\')
                    ++i;
                else if (line.text[i] == '"')
                    quoted = !quoted;
                else if (!quoted && std::string_view(" \t\r;").find(line.text[i]) != std::string_view::npos)
                    break;
            }
            i = std::min(i, line.text.size());
            line.words.push_back({line.text.substr(begin, i - begin), at + begin});
        }
        lines.push_back(std::move(line));
        at = line.to;
    }
    return lines;
}

std::string header_value(const std::vector<ExportLine>& lines, std::string_view name)
{
    for (const ExportLine& line : lines) {
        std::size_t at = line.words.empty() ? line.comment.find(name) : std::string_view::npos;
        if (at == std::string_view::npos)
            continue;
        std::string_view value = line.comment.substr(at + name.size());
        std::size_t begin = std::min(value.find_first_not_of(" \t"), value.size());
        std::size_t end = std::min(value.find_first_of(" \t\r", begin), value.size());
        return std::string(value.substr(begin, end - begin));
    }
    return "";
}

bool is_name(std::string_view word, const std::string& zone)
{
    return in_lower_case(absolute(word)) == in_lower_case(zone);
}

class CloudflareExport {
public:
    // `is_asked`: the user says that it is an export. Else it is a zone file that began as one, and a
    // name server that was to be replaced is a mistake.
    CloudflareExport(const Document& document, std::vector<ExportLine> lines, const std::string& zone, bool is_asked)
        : document_(document), lines_(std::move(lines)), zone_(zone), text_(document), is_asked_(is_asked)
    {
    }

    ReadZone read()
    {
        for (const ExportLine& line : lines_) {
            put(line);
            text_.end_line(line.from, line.to);
        }
        ReadZone read{zone_,
                      "",
                      document_.path,
                      std::nullopt,
                      text_.state(has_servers_ ? Coverage::whole : Coverage::without_apex),
                      {}};
        if (aliases_ > 0)
            read.notes.push_back(fmt::format("{}: {} record set{} of {} {} not evaluated: {}", defused(document_.path),
                                             aliases_, aliases_ == 1 ? "" : "s", defused(zone_),
                                             aliases_ == 1 ? "is" : "are", why::alias));
        return read;
    }

private:
    void put(const ExportLine& line)
    {
        if (line.words.empty())
            return text_.keep(line.from, line.to);
        const ExportLine::Word& first = line.words[0];
        if (!line.begins_blank)
            last_owner_ = first.text.ends_with('.') ? std::string(first.text) : below(first.text, zone_);
        std::size_t ns = line.index_of("ns"), cname = line.index_of("cname");
        bool is_apex = !line.begins_blank && (first.text == "@" || is_name(first.text, zone_));
        bool is_placeholder =
            ns < line.words.size() && line.text.find("&ME$WITH^YOUR@NAMESERVER") != std::string_view::npos;
        bool is_proxied = line.comment.find("cf-proxied:true") != std::string_view::npos ||
                          line.comment.find("cf-flatten-cname:true") != std::string_view::npos;
        if (cname < line.words.size() && (is_apex || is_proxied)) {
            ++aliases_;
            for (const char* type : {"A", "AAAA"})
                text_.hide({last_owner_, type});
            Origins::Opaque record{last_owner_, "CNAME", "", 0, false, 0, line.from, line.to};
            for (std::size_t i = cname + 1; i < line.words.size(); ++i)
                record.value += (record.value.empty() ? "" : " ") + std::string(line.words[i].text);
            text_.keep(record);
            return text_.write("\n");
        }
        if (is_placeholder && is_asked_)
            return text_.write("\n");
        has_servers_ = has_servers_ || (is_apex && ns < line.words.size());
        std::uint64_t at = line.from;
        auto replace = [&](const ExportLine::Word& word, std::string_view by) {
            text_.keep(at, word.from);
            text_.write(by);
            at = word.from + word.text.size();
        };
        // Exports up to 2018 put the SOA record at the root, newer ones leave out its final dot.
        if (in_lower_case(first.text) == "$origin" && line.words.size() > 1 && line.words[1].text == ".")
            replace(line.words[1], zone_);
        else if (!line.begins_blank && !first.text.ends_with('.') && first.text != "@" && is_apex)
            replace(first, zone_);
        // A TTL of 1 is "automatic".
        if (line.words.size() > 3 && line.words[1].text == "1" && first.text[0] != '$')
            replace(line.words[1], "300");
        text_.keep(at, line.to);
    }

    const Document& document_;
    std::vector<ExportLine> lines_;
    std::string zone_;
    PatchedText text_;
    bool is_asked_;
    std::size_t aliases_ = 0;
    bool has_servers_ = false;
    std::string last_owner_;
};

// Azure writes its origin without a final dot, and may write the type of the SOA record twice.
ReadZone read_azure(const Document& document, const std::vector<ExportLine>& lines, const std::string& zone)
{
    PatchedText text(document);
    for (const ExportLine& line : lines) {
        std::uint64_t at = line.from;
        bool is_origin = line.words.size() > 1 && in_lower_case(line.words[0].text) == "$origin";
        if (is_origin && !line.words[1].text.ends_with('.') && is_name(line.words[1].text, zone)) {
            text.keep(at, line.words[1].from);
            text.write(zone);
            at = line.words[1].from + line.words[1].text.size();
        }
        std::size_t soa = line.index_of("soa");
        if (soa + 1 < line.words.size() && in_lower_case(line.words[soa + 1].text) == "soa") {
            text.keep(at, line.words[soa + 1].from);
            at = line.words[soa + 1].from + line.words[soa + 1].text.size();
        }
        text.keep(at, line.to);
        text.end_line(line.from, line.to);
    }
    return {zone, "", document.path, std::nullopt, text.state(Coverage::whole), {}};
}

// A transfer ends with the SOA record that it began with.
ReadZone read_axfr(const Document& document, const std::vector<ExportLine>& lines)
{
    PatchedText text(document);
    std::string zone;
    const ExportLine* first = nullptr;
    for (const ExportLine& line : lines) {
        bool is_soa = line.index_of("soa") < line.words.size() && !line.begins_blank;
        if (is_soa && first == nullptr) {
            first = &line;
            zone = absolute(line.words[0].text);
        } else if (is_soa && is_name(line.words[0].text, zone)) {
            text.write("\n");
            text.end_line(line.from, line.to);
            continue;
        }
        text.keep(line.from, line.to);
        text.end_line(line.from, line.to);
    }
    return {zone, "", document.path, std::nullopt, text.state(Coverage::whole), {}};
}

constexpr std::string_view cloudflare_head = ";; Domain:", azure_head = "; Exported zone file from Azure DNS",
                           azure_zone = "Zone name:";

// The last line that is no comment.
std::string_view last_record(std::string_view text)
{
    while (!text.empty()) {
        std::size_t begin = text.rfind('\n', text.size() - 1);
        begin = begin == std::string_view::npos ? 0 : begin + 1;
        std::string_view line = text.substr(begin);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\n'))
            line.remove_suffix(1);
        if (!line.empty() && line[0] != ';')
            return line;
        if (begin == 0)
            break;
        text = text.substr(0, begin - 1);
    }
    return {};
}

bool is_axfr(std::string_view text)
{
    std::string_view last = last_record(text);
    std::vector<ExportLine> lines = export_lines(last);
    if (lines.empty() || lines[0].begins_blank || lines[0].words.size() < 10 ||
        lines[0].index_of("soa") >= lines[0].words.size())
        return false;
    std::size_t at = text.find(last);
    return at != std::string_view::npos && at + last.size() < text.size() &&
           text.find(last, at + last.size()) != std::string_view::npos;
}

} // namespace

bool is_zone_export(std::string_view path, std::string_view text)
{
    constexpr std::size_t head = 2048;
    std::string_view beginning = text.substr(0, head);
    beginning.remove_prefix(std::min(beginning.find_first_not_of("\r\n"), beginning.size()));
    // Any zone file may repeat its SOA record; a transfer says what it is.
    bool says_transfer = path.ends_with(".axfr") || beginning.starts_with("; <<>>");
    return (beginning.starts_with(";") && (beginning.find(cloudflare_head) != std::string_view::npos ||
                                           beginning.find(azure_head) != std::string_view::npos)) ||
           (says_transfer && is_axfr(text));
}

std::vector<ReadZone> read_zone_export(const Document& document, const ReadOptions& options)
{
    std::string_view text = document.bytes->view();
    std::vector<ExportLine> lines = export_lines(text);
    std::string zone = header_value(lines, cloudflare_head);
    bool is_cloudflare = !zone.empty();
    if (!is_cloudflare)
        zone = header_value(lines, azure_zone);
    bool is_azure = text.substr(0, 2048).find(azure_head) != std::string_view::npos;
    if (!options.origin.empty())
        zone = options.origin;
    if (is_cloudflare)
        return {CloudflareExport(document, std::move(lines), absolute(zone), options.is_asked).read()};
    if (is_azure && !zone.empty())
        return {read_azure(document, lines, absolute(zone))};
    if (!is_axfr(text))
        throw Failure("{}: this is no export: it begins with no header of Cloudflare or Azure, and does "
                      "not end with the SOA record it begins with\nhelp: a plain zone file needs no format",
                      defused(document.path));
    return {read_axfr(document, lines)};
}

} // namespace zonevet
