// The reader against readers that keep nothing at hand: the slow one of reference_reader.h, and
// BIND where it is installed. Texts are made by a generator with a seed, which a failure prints
// along with the fewest lines that show it. They are valid but for lines whose data are wrong, and
// go back and forth between what the fast path takes and what it does not.
#include "../program.h"
#include "reference_reader.h"
#include "zone/build.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <random>
#include <set>

namespace zonevet::test {
namespace {

constexpr const char* zone_file = "zone";
constexpr const char* origin_text = "example.com.";
const std::string origin_wire("\7example\3com\0", 13);

// ---- The two readings ----

class MemoryTree final : public FileTree {
public:
    explicit MemoryTree(const ReferenceFiles& files) : files_(files) {}

    std::string resolve(const std::string& path) const override { return is_file(path) ? path : ""; }
    bool is_file(const std::string& path) const override { return files_.contains(path); }
    bool is_folder(const std::string&) const override { return false; }
    std::vector<FolderEntry> entries(const std::string&) const override { return {}; }
    std::string whole(const std::string& path) const override { return "/" + path; }
    std::string inside(const std::string& whole) const override { return whole.substr(1); }
    std::vector<std::string> files_of(const std::string&) const override { return {}; }
    std::vector<std::string> folders_of(const std::string&) const override { return {}; }
    std::uint64_t size(const std::string& path) const override { return files_.at(path).size(); }
    std::shared_ptr<const Bytes> read(const std::string& path) const override
    {
        return std::make_shared<Bytes>(files_.at(path));
    }

private:
    const ReferenceFiles& files_;
};

std::string lower_case(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return lower;
}

// Whatever its octets are.
std::string shown_name(std::string_view wire)
{
    std::string text;
    for (std::size_t at = 0; at < wire.size() && wire[at] != 0; at += static_cast<unsigned char>(wire[at]) + 1u) {
        for (char c : wire.substr(at + 1, static_cast<unsigned char>(wire[at]))) {
            bool is_usual = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            text += is_usual ? std::string(1, c) : fmt::format("\\{:03}", static_cast<unsigned char>(c));
        }
        text += '.';
    }
    return text.empty() ? "." : text;
}

std::string hex(std::string_view octets)
{
    std::string text;
    for (char c : octets)
        text += fmt::format("{:02x}", static_cast<unsigned char>(c));
    return text;
}

std::string shown(const ReferenceRecord& record)
{
    return fmt::format("{}: {}{} {}{} TYPE{} {}{}{}{}", record.entry, shown_name(record.owner),
                       record.owner_written ? "" : " (blank)", record.ttl, record.ttl_written ? "" : " (inherited)",
                       record.type, hex(record.data), record.generated ? " generated" : "",
                       record.plain ? " plain" : "", record.relative ? " relative" : "");
}

// How a file is cut for several threads.
struct Cutting {
    unsigned jobs = 1;
    std::uint64_t chunk = 0;
};

std::vector<ReferenceRecord> our_records(const ReferenceFiles& files, Cutting cutting)
{
    MemoryTree tree(files);
    BuildOptions options;
    options.tree = &tree;
    options.jobs = cutting.jobs;
    options.chunk_size = cutting.chunk;
    options.parallel_from = 0;
    BuiltZone built = build_zone(zone_file, tree.read(zone_file), Name(origin_wire), options);
    std::vector<ReferenceRecord> records;
    for (std::uint32_t i = 0; i < built.zone->record_count(); ++i) {
        Record record = built.zone->record(RecordId{i});
        ReferenceRecord& one = records.emplace_back();
        one.owner = lower_case(record.owner().wire());
        one.ttl = record.ttl();
        one.type = static_cast<std::uint16_t>(record.type());
        one.data = record.rdata();
        one.owner_written = record.owner_written();
        one.ttl_written = record.ttl_written();
        one.generated = record.generated();
        one.plain = record.plain();
        one.relative = record.relative();
        one.entry = record.entry().offset();
    }
    return records;
}

std::optional<std::string> difference(const std::vector<ReferenceRecord>& expected,
                                      const std::vector<ReferenceRecord>& found)
{
    std::size_t same = 0;
    while (same < expected.size() && same < found.size() && expected[same] == found[same])
        ++same;
    if (same == expected.size() && same == found.size())
        return {};
    return fmt::format("record {}\n  the reference: {}\n  the reader:    {}", same,
                       same < expected.size() ? shown(expected[same]) : "nothing",
                       same < found.size() ? shown(found[same]) : "nothing");
}

// What differs first; nothing when both read the same. A text that the reference cannot read has no
// difference: while the lines of a sample are dropped such texts are met.
std::optional<std::string> difference(const ReferenceFiles& files, Cutting cutting)
{
    try {
        return difference(read_reference(files, zone_file, origin_wire), our_records(files, cutting));
    } catch (const std::invalid_argument&) {
        return {};
    }
}

// ---- The fewest lines that show it ----

// With their line ends.
std::vector<std::string> whole_lines(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line;
    return text;
}

// Drops runs of lines, from long ones to single ones, as long as `is_wrong` holds.
template <class Test> ReferenceFiles fewest_lines(ReferenceFiles files, Test is_wrong)
{
    for (auto& [name, text] : files) {
        std::vector<std::string> lines = whole_lines(text);
        for (std::size_t run = lines.size(); run > 0; run /= 2) {
            for (std::size_t at = 0; at < lines.size();) {
                std::vector<std::string> fewer = lines;
                auto from = fewer.begin() + static_cast<std::ptrdiff_t>(at);
                fewer.erase(from, from + static_cast<std::ptrdiff_t>(std::min(run, lines.size() - at)));
                text = joined(fewer);
                if (is_wrong(files))
                    lines = std::move(fewer);
                else
                    at += run;
            }
        }
        text = joined(lines);
    }
    return files;
}

std::string shown(const ReferenceFiles& files)
{
    std::string text;
    for (const auto& [name, content] : files)
        if (!content.empty())
            text += fmt::format("--- {}\n{}\n", name, content);
    return text;
}

constexpr Cutting cuttings[] = {{1, 0}, {2, 1}, {3, 150}};

// One failure is enough: those behind it have the same cause.
void require_agreement(const ReferenceFiles& files)
{
    const std::vector<ReferenceRecord> expected = read_reference(files, zone_file, origin_wire);
    for (Cutting cutting : cuttings) {
        if (!difference(expected, our_records(files, cutting)))
            continue;
        ReferenceFiles fewer =
            fewest_lines(files, [&](const ReferenceFiles& some) { return difference(some, cutting).has_value(); });
        FAIL(fmt::format("{} threads, {} octets each: {}\n{}", cutting.jobs, cutting.chunk, *difference(fewer, cutting),
                         shown(fewer)));
    }
}

// ---- The generator ----

struct DataSample {
    const char* type;
    const char* data;
};

constexpr DataSample data_samples[] = {
    {"A", "192.0.2.1"},
    {"A", "203.0.113.255"},
    {"AAAA", "2001:db8::1"},
    {"AAAA", "2001:DB8:0:0:8:800:200C:417A"},
    {"AAAA", "::"},
    {"MX", "10 mail"},
    {"MX", "65535 mx.example.net."},
    {"MX", "0 ."},
    {"MX", "1 m"},
    {"PTR", "host-1.example.org."},
    {"PTR", "a/b"},
    {"PTR", "x-"},
    {"SRV", "0 5 5060 sip"},
    {"SRV", "1 1 443 _tcp.example.net."},
    {"CAA", "0 issue \"ca.example; policy=ev\""},
    {"CAA", "128 iodef \"mailto:a@example.com\""},
    {"TXT", "\"v=spf1 -all\""},
    {"TXT", "\"a;b\" \"(c\" \"d)\""},
    {"TXT", "\"say \\\"hi\\\" \\\\ \\059 \\010\""},
    {"TXT", "word"},
    {"TXT", "a\\ b \\; x=1 \\(c \\097\\\"d"},
    {"TXT", "\"a\"\"b\""},
    {"TXT", "\"\""},
    {"TXT", "\"tab\there \xC3\xA9\""},
    {"TXT", "@ - 1h IN A 300"},
    {"TYPE65280", "\\# 4 0a00 0001"},
    {"TYPE65280", "\\# 0"},
    {"TYPE1", "192.0.2.7"},
    {"A", "\\# 4 C0000208"},
};

const std::vector<std::string> owners =
    words_of("@ www mail ns1 h-1 10 1h a in txt soa a.b.c * *.w _sip._tcp x-y.z-9 A:b a/b a[b a`b x{y a@b "
             "-a a- a.-b x-.b Z z 0 9 a\\.b a\\032b a\\;b a\\\\ \\(x\\) \\\"q\\\" \"q\" \\$t \\064x \\000 "
             "\xC3\xBC www.example.com. w.sub.example.com. WWW ns1 www @");

const std::vector<std::string> ttls =
    words_of("0 1 300 3600 86400 1h 1h30m 1W2d 90M 30s 2D 2147483647 2147483648 4294967295");

const std::vector<std::string> origins =
    words_of("example.com. sub.example.com. Deep.Sub.Example.com. x-y.example.com. "
             "_tcp.example.com. -o.example.com. a\\.b.example.com.");

// Writes a file, and those that it includes. What BIND would refuse, or read as another zone, is
// left out for it.
class Author {
public:
    Author(std::uint32_t seed, bool for_bind) : random_(seed), for_bind_(for_bind) {}

    ReferenceFiles write(int lines)
    {
        line_end_ = one_in(8) ? LineEnd::carriage : one_in(8) ? LineEnd::mixed : LineEnd::plain;
        std::string text = beginning();
        text += part(lines, for_bind_, 0);
        if (one_in(2)) // the fast path wants 64 octets, behind the last record too
            text += ";" + std::string(80, '-') + "\n";
        else if (!for_bind_ && one_in(3)) // behind a directive BIND minds
            text.pop_back();
        files_[zone_file] = text;
        return files_;
    }

private:
    enum class LineEnd { plain, carriage, mixed };

    std::size_t below(std::size_t count) { return random_() % count; }
    bool one_in(std::size_t count) { return below(count) == 0; }
    template <class List> const auto& pick(const List& list) { return std::data(list)[below(std::size(list))]; }

    std::string line_end()
    {
        bool with_carriage = line_end_ == LineEnd::carriage || (line_end_ == LineEnd::mixed && one_in(2));
        return with_carriage ? "\r\n" : "\n";
    }

    // Between two words.
    std::string gap()
    {
        switch (below(12)) {
        case 0:
            return "\t";
        case 1:
            return " \t ";
        case 2:
            return std::string(2 + below(6), ' ');
        case 3:
            return one_in(4) ? std::string(20 + below(100), ' ') : "\t\t";
        default:
            return " ";
        }
    }

    std::string comment() { return one_in(2) ? "; a \"comment\" (of" : ";;) www A 192.0.2.99"; }

    std::string tail()
    {
        std::string text = one_in(6) ? gap() : "";
        return text + (one_in(8) ? gap() + comment() : "") + line_end();
    }

    // BIND has to know a TTL before the first record, and the zone its SOA and NS.
    std::string beginning()
    {
        if (!for_bind_)
            return one_in(10) ? "\xEF\xBB\xBF" : "";
        one_record_each_ = one_in(2);
        std::string text = one_record_each_ ? "" : fmt::format("$TTL {}{}", pick(ttls), tail());
        text += fmt::format("@ {}SOA ns1 hostmaster 1 4h 1h 2w 15m{}", one_in(2) ? "300 " : "", tail());
        return text + fmt::format(" NS ns1{} NS ns.example.net.{}ns1 A 192.0.2.1{}", tail(), tail(), tail());
    }

    // Some lines of a file. `has_owner`: a blank owner has a meaning at its start.
    std::string part(int lines, bool has_owner, int depth)
    {
        int deeper = 0; // how far relative origins went
        std::string text;
        for (int line = 0; line < lines; ++line) {
            switch (below(24)) {
            case 0:
                text += fmt::format("{}{}{}{}", cased("$TTL"), gap(), pick(ttls), tail());
                break;
            case 1:
                text += origin(deeper);
                break;
            case 2:
                text += one_in(2) ? tail() : gap() + tail();
                break;
            case 3:
                text += comment() + line_end();
                break;
            case 4:
                text += depth < 2 && one_in(2) ? include(depth, has_owner) : record(has_owner);
                break;
            case 5:
                text += one_in(2) ? generate() : record(has_owner);
                break;
            case 6:
                text += !for_bind_ && one_in(2) ? broken() : record(has_owner);
                break;
            case 7:
                text += !for_bind_ && one_in(2) ? soa(has_owner) : record(has_owner);
                break;
            default:
                text += record(has_owner);
            }
        }
        return text;
    }

    std::string cased(std::string word)
    {
        if (one_in(4))
            for (char& c : word)
                c = c >= 'A' && c <= 'Z' && one_in(2) ? static_cast<char>(c + 32) : c;
        return word;
    }

    std::string origin(int& deeper)
    {
        std::string name = pick(origins);
        if (one_in(3) && deeper < 3) {
            ++deeper;
            name = one_in(3) ? "@" : "sub-" + std::to_string(deeper);
        } else {
            deeper = 0;
        }
        return cased("$ORIGIN") + gap() + name + tail();
    }

    std::string include(int depth, bool has_owner)
    {
        std::string name = fmt::format("part{}", files_.size());
        files_[name] = ""; // so that the name is taken
        std::string content = part(1 + static_cast<int>(below(6)), has_owner, depth + 1);
        if (!for_bind_ && one_in(8))
            content = "\xEF\xBB\xBF" + content;
        if (!for_bind_ && one_in(4))
            content.pop_back();
        files_[name] = content;
        constexpr const char* arguments[] = {"", " inc", " inc.example.com.", " @", ""};
        return cased("$INCLUDE") + gap() + (one_in(4) ? "\"" + name + "\"" : name) + pick(arguments) + tail();
    }

    std::string generate()
    {
        constexpr const char* forms[] = {
            "1-3 g{}-$ {}A 192.0.2.$",
            "0-8/4 ${{10,3,d}}.g{} {}CNAME t$",
            "7-9 g{}-${{0,2,X}} {}TXT \"a $ \\\"b c\\\"\"",
            "1-2 ${{0,5,n}}.g{} {}PTR h-$",
            "1-1 g{}\\$$ {}MX \"10 mx$\"",
            "254-255 g{}${{1,0,o}} {}TXT x$$\\$",
        };
        constexpr const char* heads[] = {"", "300 ", "IN ", "1h IN ", "IN 60 "};
        return cased("$GENERATE") + " " + fmt::format(fmt::runtime(pick(forms)), ++unique_, pick(heads)) + tail();
    }

    // Whatever is wrong with its data, the lines below go on with its owner.
    std::string broken()
    {
        constexpr const char* data[] = {"A 192.0.2.256", "MX ten mail", "MX 10", "TXT", "AAAA 1:2", "A 192.0.2.1 x"};
        return fmt::format("broken-{} {}\n", below(3), pick(data));
    }

    std::string soa(bool& has_owner)
    {
        has_owner = true;
        return fmt::format("s{} {}SOA ns1 hostmaster ({}1 4h 1h ; timers\n\t2w {} ){}", below(3),
                           one_in(2) ? "60 " : "", line_end(), 1000 + below(9), tail());
    }

    std::string long_name()
    {
        std::string name;
        for (std::size_t labels = 1 + below(2); labels > 0; --labels) {
            name += std::string(20 + below(44), static_cast<char>('a' + below(26)));
            name[name.size() - 1 - below(20)] = "-x_"[below(3)];
            name += labels > 1 ? "." : "";
        }
        return name;
    }

    // The owner and what stands before the head; `has_owner` is whether a blank one has a meaning.
    std::string owner(bool& has_owner)
    {
        if (one_record_each_)
            return fmt::format("unique-{}{}", ++unique_, gap());
        if (has_owner && one_in(3))
            return gap();
        has_owner = true;
        if (!one_in(4) || last_owner_.empty())
            last_owner_ = one_in(12)                 ? long_name()
                          : !for_bind_ && one_in(40) ? "\"$origin\"" // to BIND a directive
                                                     : pick(owners);
        return last_owner_ + gap();
    }

    // [TTL] [class] and the type: often letter by letter what the record before has.
    std::string head(const DataSample& sample)
    {
        if (sample.type == last_type_ && one_in(2))
            return last_head_;
        last_type_ = sample.type;
        last_head_.clear();
        std::string ttl = one_in(2) ? "" : pick(ttls);
        std::string record_class = one_in(2) ? "" : cased(one_in(6) ? "CLASS1" : "IN");
        bool class_first = one_in(2);
        for (const std::string& word : {class_first ? record_class : ttl, class_first ? ttl : record_class})
            if (!word.empty())
                last_head_ += word + gap();
        last_head_ += cased(sample.type) + gap();
        return last_head_;
    }

    std::string record(bool& has_owner)
    {
        DataSample sample = pick(data_samples);
        for (int tries = 0; tries < 6 && sample.type != last_type_; ++tries)
            sample = pick(data_samples);
        if (one_in(16)) { // no other data may stand beside an alias
            sample = {one_in(2) ? "CNAME" : "NS", "target"};
            has_owner = !for_bind_;
            return fmt::format("unique-{} {}{}{}", ++unique_, head(sample), sample.data, tail());
        }
        std::string before = owner(has_owner);
        std::string text = head(sample) + sample.data;
        bool may_open = sample.type != std::string_view("TXT") && sample.type != std::string_view("CAA");
        if (one_in(8) && (may_open || one_in(2)))
            text = grouped(text, may_open);
        else if (one_in(60) && before[0] != ' ' && before[0] != '\t')
            return "(" + before + text + ")" + tail();
        return before + text + tail();
    }

    // In parentheses, from somewhere on and over lines when no string lies between.
    std::string grouped(const std::string& text, bool over_lines)
    {
        bool is_inner_open = one_in(4);
        std::string result = is_inner_open ? "((" : "(";
        for (char c : text) {
            bool is_gap = over_lines && (c == ' ' || c == '\t');
            if (is_gap && is_inner_open && one_in(3)) {
                result += ")";
                is_inner_open = false;
            }
            if (is_gap && one_in(3))
                result += (one_in(3) ? " " + comment() : "") + line_end();
            result += is_gap && one_in(4) ? '\t' : c;
        }
        if (one_in(2))
            result += line_end();
        return result + (is_inner_open ? "))" : ")");
    }

    std::mt19937 random_;
    bool for_bind_;
    // Of each set, since BIND goes on with the TTL that it gave to a set, whatever the record
    // states.
    bool one_record_each_ = false;
    LineEnd line_end_ = LineEnd::plain;
    ReferenceFiles files_{{zone_file, ""}};
    std::string last_owner_, last_type_, last_head_;
    int unique_ = 0;
};

} // namespace

TEST_CASE("generated files are read as the plain reader reads them", "[oracle]")
{
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        require_agreement(Author(seed, false).write(40));
    }
}

TEST_CASE("what was read wrongly once, and what generated files seldom hold", "[oracle]")
{
    // The last TTL that was stated is 0 when it was too large to be one.
    require_agreement({{zone_file, "@ 2147483648 A 192.0.2.1\nwww A 192.0.2.2\n"}});
    require_agreement({{zone_file, "@ 300 A 192.0.2.1\nwww 3000000000 A 192.0.2.2\n A 192.0.2.3\n"}});
    // A blank owner with an escaped dot is not plain in an included file either.
    require_agreement({{zone_file, "a\\.b TXT x\n$INCLUDE part1\n"}, {"part1", " TXT y\n"}});
    require_agreement({{zone_file, "$ORIGIN a\\.b.example.com.\nwww TXT x\n"}});
    // An owner in quotes is no directive, where files are cut either.
    require_agreement({{zone_file, "$TTL 1h\n\"$origin\" A 192.0.2.1\nwww A 192.0.2.2\nmail A 192.0.2.3\n"}});
    // The first TTL that is stated stands in an included file.
    require_agreement({{zone_file, "$INCLUDE part1\nwww A 192.0.2.1\n"}, {"part1", "a 60 A 192.0.2.2\n"}});
    // A directive behind a byte order mark, where the file is cut.
    require_agreement({{zone_file, "\xEF\xBB\xBF$ORIGIN sub.example.com.\n$TTL 1h\nwww A 192.0.2.1\n"
                                   "mail A 192.0.2.2\n"}});
}

TEST_CASE("every head behind every other head", "[oracle]")
{
    std::vector<std::string> heads;
    for (const char* before : {"www ", "mail ", " "})
        for (const char* stated : {"", "300 ", "1h ", "in ", "300 IN ", "IN 300 "})
            for (const char* type : {"A ", "TXT "})
                heads.push_back(std::string(before) + stated + type);
    for (const char* start : {"$TTL 7\n", "@ SOA a b 1 2 3 4 5\n", "@ 9 SOA a b 1 2 3 4 5\n", "@ NS a\n"}) {
        std::string text = start;
        for (const std::string& first : heads)
            for (const std::string& second : heads)
                text += fmt::format("{}192.0.2.1\n{}192.0.2.1\n", first, second);
        CAPTURE(start);
        require_agreement({{zone_file, text}});
    }
}

namespace {

// "{}" becomes so many blanks, "[]" a name of so many octets.
constexpr const char* place_forms[] = {
    "w{} A 192.0.2.1",  "w A{} 192.0.2.1",     "w A 192.0.2.1{} ",  " {} A 192.0.2.1",      "w{}\tMX\t10\tm",
    "{}\n A 192.0.2.2", "[]x A 192.0.2.1",     "[]-x A 192.0.2.1",  "[]- A 192.0.2.1",      "[]x.-x A 192.0.2.1",
    "[]_ A 192.0.2.1",  "[]x\\.x A 192.0.2.1", "w CNAME []-x",      "w CNAME []-",          "w CNAME []x.x.",
    "w CNAME []:",      "[]{ MX 1 m",          "[]` MX 1 m",        "w CNAME []x-.x",       "w CNAME []x;x",
    "w CNAME []x\r",    "w CNAME []x\\.",      "w{} MX ( 10\n m )", "w{} TXT \"a b\" c",    "w{} TXT a\"b\"",
    "w{} TXT a\\ b",    "w{} TXT a ; b",       "w{} A 192.0.2.1\r", "w{}A\t192.0.2.1{};\"", "w TXT a{}b{}c{}d",
};

// A name of so many octets.
std::string letters(std::size_t count)
{
    std::string text(count, 'x');
    for (std::size_t i = 50; i + 1 < count; i += 51)
        text[i] = '.';
    return text;
}

} // namespace

TEST_CASE("words and special octets at every place of a line", "[oracle]")
{
    for (const char* form : place_forms) {
        std::string text = "$TTL 1h\nw A 192.0.2.9\n";
        for (std::size_t count = 1; count < 140; ++count) {
            std::string line = form;
            for (std::size_t at; (at = line.find("{}")) != std::string::npos;)
                line.replace(at, 2, std::string(count, ' '));
            for (std::size_t at; (at = line.find("[]")) != std::string::npos;)
                line.replace(at, 2, letters(count));
            text += line + "\n";
        }
        CAPTURE(form);
        require_agreement({{zone_file, text + ";" + std::string(200, '-') + "\n"}});
    }
}

TEST_CASE("a line longer than the fast path goes", "[oracle]")
{
    std::string text = "$TTL 1h\n";
    for (std::size_t count = 4090; count < 4170; ++count)
        text += "w" + std::string(count, ' ') + "A 192.0.2.1\n";
    require_agreement({{zone_file, text}});
}

// ---- BIND ----

namespace {

// Owner and type.
std::string set_of(const ReferenceRecord& record)
{
    return fmt::format("{} TYPE{}", shown_name(record.owner), record.type);
}

// Those whose records differ in their TTLs; BIND gives all of a set the same.
std::set<std::string> sets_with_ttls(const std::vector<ReferenceRecord>& records)
{
    std::map<std::string, std::uint32_t> first;
    std::set<std::string> found;
    for (const ReferenceRecord& record : records)
        if (first.emplace(set_of(record), record.ttl).first->second != record.ttl)
            found.insert(set_of(record));
    return found;
}

std::set<std::string> lines_of_records(const std::vector<ReferenceRecord>& records,
                                       const std::set<std::string>& with_ttls)
{
    std::set<std::string> lines;
    for (const ReferenceRecord& record : records) {
        std::string set = set_of(record);
        std::string ttl = with_ttls.contains(set) ? "any" : std::to_string(record.ttl);
        lines.insert(fmt::format("{} {} {}", set, ttl, hex(record.data)));
    }
    return lines;
}

struct Compiled {
    bool installed = true, accepted = false;
    std::string said; // why it is not accepted
    std::vector<ReferenceRecord> records;
};

// What BIND makes of a zone: a file of full lines, which the reference can read.
Compiled compiled_by_bind(const ReferenceFiles& files, const fs::path& folder)
{
    for (const auto& [name, text] : files)
        spill(folder / name, text);
    Command command;
    command.words = words_of("named-compilezone -i none -k ignore -n ignore -r ignore "
                             "-f text -F text -s full -o -");
    command.words.insert(command.words.end(), {origin_text, zone_file});
    command.folder = folder;
    Outputs outputs = run_program(command);
    Compiled compiled;
    compiled.installed = outputs.exit_code != 127;
    compiled.accepted = outputs.exit_code == 0;
    compiled.said = outputs.err;
    if (compiled.accepted)
        compiled.records = read_reference({{zone_file, outputs.out}}, zone_file, origin_wire);
    return compiled;
}

// The records that only one of the two has; empty when there is none.
std::string only_in_one(const ReferenceFiles& files, const Compiled& compiled)
{
    std::vector<ReferenceRecord> records = our_records(files, {});
    std::set<std::string> with_ttls = sets_with_ttls(records);
    std::set<std::string> ours = lines_of_records(records, with_ttls);
    std::set<std::string> theirs = lines_of_records(compiled.records, with_ttls);
    std::string text;
    for (const std::string& line : ours)
        if (!theirs.contains(line))
            text += "we alone:   " + line + "\n";
    for (const std::string& line : theirs)
        if (!ours.contains(line))
            text += "BIND alone: " + line + "\n";
    return text;
}

} // namespace

TEST_CASE("BIND reads generated zones as we do", "[oracle]")
{
    TemporaryFolder folder;
    for (std::uint32_t seed = 1; seed <= 32; ++seed) {
        CAPTURE(seed);
        ReferenceFiles files = Author(seed, true).write(60);
        Compiled compiled = compiled_by_bind(files, folder.path());
        if (!compiled.installed) {
            WARN("named-compilezone is not installed: not tested");
            return;
        }
        if (!compiled.accepted)
            FAIL(compiled.said + shown(files));
        if (only_in_one(files, compiled).empty())
            continue;
        ReferenceFiles fewer = fewest_lines(files, [&](const ReferenceFiles& some) {
            Compiled again = compiled_by_bind(some, folder.path());
            return again.accepted && !only_in_one(some, again).empty();
        });
        FAIL(only_in_one(fewer, compiled_by_bind(fewer, folder.path())) + shown(fewer));
    }
}

} // namespace zonevet::test
