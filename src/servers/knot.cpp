// knot.conf looks like YAML and is not: a bare value may begin with `%`, `@` or `*`, a backslash takes
// the next character as it is, in quotes too, and a `#` begins a comment wherever it stands outside of
// quotes. So `file: %s.zone` is right here and an error in YAML, and no YAML library can read it.
#include "servers/reading.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace zonevet::servers {

namespace {

// "key: value", "- key: value" or "key:"; of a list the first value.
struct KnotLine {
    bool top = false;  // without indentation
    bool item = false; // begins with a dash
    Token key, value;
};

class KnotLexer {
public:
    KnotLexer(Reading& reading, std::uint32_t source) : reading_(reading), source_(source), text_(reading.text(source))
    {
    }

    // The next line that holds a key; false at the end.
    bool next(KnotLine& line);

private:
    bool read(std::size_t at, std::size_t end, KnotLine& line);
    Token value(std::size_t at, std::size_t end);

    Reading& reading_;
    std::uint32_t source_;
    std::string_view text_;
    std::size_t at_ = 0;
};

bool KnotLexer::next(KnotLine& line)
{
    while (at_ < text_.size()) {
        std::size_t begin = at_;
        std::size_t end = std::min(text_.find('\n', at_), text_.size());
        at_ = end + 1;
        if (end > begin && text_[end - 1] == '\r')
            --end;
        if (read(begin, end, line))
            return true;
    }
    return false;
}

Token KnotLexer::value(std::size_t at, std::size_t end)
{
    Token token;
    while (at < end && (text_[at] == ' ' || text_[at] == '[' || text_[at] == '\t'))
        ++at;
    if (at >= end || text_[at] == '#' || text_[at] == ']')
        return token;
    bool quoted = text_[at] == '"';
    token.kind = quoted ? Token::quoted : Token::word;
    std::size_t begin = at;
    at += quoted ? 1 : 0;
    std::string_view stop = quoted ? "\"" : " \t#[],\"";
    while (at < end && stop.find(text_[at]) == std::string_view::npos) {
        if (text_[at] == '\\' && at + 1 < end)
            ++at;
        token.text += text_[at++];
    }
    token.at = {source_, begin, at};
    if (quoted && at >= end)
        reading_.mistake({source_, begin, begin + 1}, "this quote is never closed",
                         "a string ends on the line it begins on");
    else if (quoted)
        ++token.at.end;
    return token;
}

bool KnotLexer::read(std::size_t at, std::size_t end, KnotLine& line)
{
    line = KnotLine();
    std::size_t begin = at;
    while (at < end && text_[at] == ' ')
        ++at;
    if (at < end && text_[at] == '\t') {
        reading_.mistake({source_, at, at + 1}, "a tab stands here", "Knot takes only blanks before a key");
        while (at < end && (text_[at] == ' ' || text_[at] == '\t'))
            ++at;
    }
    line.top = at == begin;
    if (at + 1 < end && text_[at] == '-' && text_[at + 1] == ' ') {
        line.item = true;
        line.top = false;
        ++at;
        while (at < end && text_[at] == ' ')
            ++at;
    }
    if (at >= end || text_[at] == '#')
        return false;
    std::size_t key = at;
    while (at < end && text_[at] != ':' && text_[at] != ' ' && text_[at] != '#')
        ++at;
    line.key.kind = Token::word;
    line.key.text = text_.substr(key, at - key);
    line.key.at = {source_, key, at};
    while (at < end && text_[at] == ' ')
        ++at;
    if (at >= end || text_[at] != ':') {
        reading_.mistake(line.key.at, "a `:` is missing after this", "every line is `key: value`");
        return false;
    }
    line.value = value(at + 1, end);
    return true;
}

struct KnotBlock {
    Token name;
    std::string zone_template, storage, file;
    bool has_template = false, secondary = false;
    Token template_word;
};

class KnotReader {
public:
    explicit KnotReader(Reading& reading) : reading_(reading) {}

    void read(std::uint32_t source)
    {
        KnotLexer lexer(reading_, source);
        KnotLine line;
        while (lexer.next(line))
            take(line);
        close(); // a section does not reach into another file
        section_.clear();
    }
    void finish();

private:
    void take(const KnotLine& line);
    void close();

    Reading& reading_;
    std::string section_;
    std::optional<KnotBlock> block_;
    std::map<std::string, KnotBlock> templates_;
    std::vector<KnotBlock> zones_;
};

void KnotReader::close()
{
    if (block_ && section_ == "template")
        templates_.insert_or_assign(block_->name.text, *block_);
    else if (block_ && section_ == "zone")
        zones_.push_back(*block_);
    block_.reset();
}

void KnotReader::take(const KnotLine& line)
{
    const std::string& key = line.key.text;
    if (line.top) {
        close();
        section_ = key;
        if (key == "include") {
            if (line.value.is_value())
                reading_.include(line.value, "", [&](std::uint32_t source) { read(source); });
            else
                reading_.mistake(line.key.at, "`include` names no file");
            section_.clear();
        }
        return;
    }
    if (section_ != "zone" && section_ != "template")
        return;
    std::string_view id = section_ == "zone" ? "domain" : "id";
    if (line.item || key == id) {
        close();
        if (key != id || !line.value.is_value()) {
            reading_.mistake(line.key.at, fmt::format("an item of `{}` begins with `{}` and a name", section_, id));
            return;
        }
        block_.emplace();
        block_->name = line.value;
        return;
    }
    if (!block_ || !line.value.is_value())
        return;
    if (key == "file") {
        block_->file = line.value.text;
    } else if (key == "storage") {
        block_->storage = line.value.text;
    } else if (key == "master") {
        block_->secondary = true;
    } else if (key == "template") {
        block_->has_template = true;
        block_->template_word = line.value;
    }
}

void KnotReader::finish()
{
    for (const KnotBlock& block : zones_) {
        std::string wanted = block.has_template ? block.template_word.text : "default";
        auto base = templates_.find(wanted);
        if (base == templates_.end() && block.has_template)
            reading_.mistake(block.template_word.at, fmt::format("there is no template `{}`", defused(wanted)));
        KnotBlock none;
        const KnotBlock& inherited = base == templates_.end() ? none : base->second;
        std::string file = !block.file.empty() ? block.file : inherited.file;
        ServedZone zone;
        zone.file = knot_file(file.empty() ? "%s.zone" : file, block.name.text);
        zone.folder = !block.storage.empty() ? block.storage : inherited.storage;
        zone.role = block.secondary || inherited.secondary ? ServedZone::Role::secondary : ServedZone::Role::primary;
        reading_.add_zone(std::move(zone), block.name);
    }
}

} // namespace

void read_knot(Reading& reading, std::uint32_t source)
{
    KnotReader reader(reading);
    reader.read(source);
    reader.finish();
}

} // namespace zonevet::servers
