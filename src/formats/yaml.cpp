// libyaml's events composed to a tree, with YAML 1.1 as octoDNS's loader takes it: an unquoted `no`
// is a boolean, an alias the value it names. Nothing a file says is ever constructed or included.
#include "base/ascii.h"
#include "base/failure.h"
#include "formats/value.h"
#include "text/source.h"

#include <algorithm>
#include <map>
#include <memory>
#include <new>
#include <vector>
#include <yaml.h>

namespace zonevet {

namespace {

constexpr int deepest = 64;
constexpr std::size_t most_values = 5'000'000;
constexpr std::size_t most_by_aliases = 200'000; // they multiply

bool is_integer(const std::string& text)
{
    std::size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    return text.size() > sign && text.find_first_not_of("0123456789_", sign) == std::string::npos && text[sign] != '_';
}

// "1:20" is 80, as in hours and minutes; so is an IPv6 address without letters and "::".
bool read_base_60(const std::string& text, long long& value)
{
    value = 0;
    std::size_t parts = 0;
    for (std::size_t at = 0; at <= text.size(); ++parts) {
        std::size_t end = std::min(text.find(':', at), text.size());
        std::string part = text.substr(at, end - at);
        constexpr std::size_t longest = 9;
        if (part.empty() || part.size() > longest || part.find_first_not_of("0123456789") != std::string::npos)
            return false;
        int number = std::stoi(part);
        if (parts == 0 ? part[0] == '0' : part.size() > 2 || number > 59)
            return false;
        if (value > 1'000'000'000'000'000)
            return false;
        value = value * 60 + number;
        at = end + 1;
    }
    return parts > 1;
}

bool is_fraction(const std::string& text)
{
    std::size_t dot = text.find('.');
    std::size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    return dot != std::string::npos && text.size() > dot + 1 && text.find_first_not_of("0123456789", sign) == dot &&
           text.find_first_not_of("0123456789", dot + 1) == std::string::npos;
}

// What PyYAML makes of a plain scalar, as octoDNS sees it after str().
void resolve(Value& value)
{
    std::string word = in_lower_case(value.text);
    long long number = 0;
    if (word.empty() || word == "~" || word == "null") {
        value.kind = Value::Kind::null;
    } else if (word == "yes" || word == "true" || word == "on") {
        value.kind = Value::Kind::boolean;
        value.text = "true";
    } else if (word == "no" || word == "false" || word == "off") {
        value.kind = Value::Kind::boolean;
        value.text = "false";
    } else if (is_integer(value.text)) {
        value.kind = Value::Kind::number;
        value.text.erase(std::remove(value.text.begin(), value.text.end(), '_'), value.text.end());
        if (value.text.size() > 1 && value.text[0] == '0' &&
            value.text.find_first_not_of("01234567") == std::string::npos && value.text.size() < 11)
            value.text = std::to_string(std::stoll(value.text, nullptr, 8)); // 010 is 8
    } else if (word.starts_with("0x") && word.size() > 2 && word.size() < 16 &&
               word.find_first_not_of("0123456789abcdef", 2) == std::string::npos) {
        value.kind = Value::Kind::number;
        value.text = std::to_string(std::stoll(word, nullptr, 16));
    } else if (is_fraction(value.text)) { // 1.10 is 1.1
        value.kind = Value::Kind::number;
        std::size_t end = value.text.find_last_not_of('0');
        value.text.resize(end + (value.text[end] == '.' ? 2 : 1));
    } else if (read_base_60(value.text, number)) {
        value.kind = Value::Kind::number;
        value.text = std::to_string(number);
    }
}

class Composer {
public:
    Composer(std::string_view path, std::string_view text) : path_(path), text_(text)
    {
        if (yaml_parser_initialize(&parser_) == 0)
            throw std::bad_alloc();
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        count_characters();
    }
    Composer(const Composer&) = delete;
    Composer& operator=(const Composer&) = delete;
    ~Composer()
    {
        if (open_)
            yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }

    std::vector<Value> documents()
    {
        std::vector<Value> list;
        next();
        for (next(); event_.type != YAML_STREAM_END_EVENT; next()) {
            next(); // behind the start of the document
            anchors_.clear();
            list.push_back(value(0));
            next(); // its end
        }
        return list;
    }

private:
    void next()
    {
        if (open_)
            yaml_event_delete(&event_);
        open_ = false;
        if (yaml_parser_parse(&parser_, &event_) == 0) {
            if (parser_.error == YAML_MEMORY_ERROR)
                throw std::bad_alloc();
            throw UnreadableText(path_, text_, octet_of(parser_.problem_mark.index),
                                 std::string("this is not YAML: ") +
                                     (parser_.problem == nullptr ? "it cannot be read" : parser_.problem));
        }
        open_ = true;
    }

    // The value that begins with the current event; leaves its last event current.
    Value value(int depth)
    {
        if (depth > deepest || ++values_ > most_values)
            throw UnreadableText(path_, text_, octet_of(event_.start_mark.index),
                                 "nested too deep, or too many values");
        Value made;
        made.from = octet_of(event_.start_mark.index);
        made.to = octet_of(event_.end_mark.index);
        std::string tag;
        std::string anchor;
        if (event_.type == YAML_ALIAS_EVENT) {
            auto known = anchors_.find(reinterpret_cast<const char*>(event_.data.alias.anchor));
            if (known == anchors_.end())
                throw UnreadableText(path_, text_, made.from, "an alias names no anchor");
            values_ += known->second.second;
            by_aliases_ += known->second.second;
            if (by_aliases_ > most_by_aliases)
                throw Failure("{}: aliases make more than {} values of this file", place_text(path_, text_, made.from),
                              most_by_aliases);
            return known->second.first;
        }
        std::size_t values_before = values_;
        if (event_.type == YAML_SCALAR_EVENT) {
            tag = local_tag(event_.data.scalar.tag);
            if (event_.data.scalar.anchor != nullptr)
                anchor = reinterpret_cast<const char*>(event_.data.scalar.anchor);
            made.kind = Value::Kind::string;
            made.text.assign(reinterpret_cast<const char*>(event_.data.scalar.value), event_.data.scalar.length);
            if (event_.data.scalar.style == YAML_PLAIN_SCALAR_STYLE) {
                if (tag.empty() && event_.data.scalar.tag == nullptr)
                    resolve(made);
            } else if (event_.data.scalar.style != YAML_LITERAL_SCALAR_STYLE &&
                       event_.data.scalar.style != YAML_FOLDED_SCALAR_STYLE && made.to - made.from >= 2) {
                ++made.from; // between the quotes
                --made.to;
            }
        } else if (event_.type == YAML_SEQUENCE_START_EVENT) {
            tag = local_tag(event_.data.sequence_start.tag);
            if (event_.data.sequence_start.anchor != nullptr)
                anchor = reinterpret_cast<const char*>(event_.data.sequence_start.anchor);
            made.kind = Value::Kind::list;
            for (next(); event_.type != YAML_SEQUENCE_END_EVENT; next())
                made.items.push_back(value(depth + 1));
            made.to = made.items.empty() ? made.to : made.items.back().to;
        } else if (event_.type == YAML_MAPPING_START_EVENT) {
            tag = local_tag(event_.data.mapping_start.tag);
            if (event_.data.mapping_start.anchor != nullptr)
                anchor = reinterpret_cast<const char*>(event_.data.mapping_start.anchor);
            made.kind = Value::Kind::map;
            mapping(made, depth);
            made.to = made.members.empty() ? made.to : made.members.back().second.to;
        }
        if (!tag.empty()) {
            Value tagged;
            tagged.kind = Value::Kind::map;
            tagged.from = made.from;
            tagged.to = made.to;
            tagged.members.push_back({Value::Key{tag, made.from, made.to}, std::move(made)});
            made = std::move(tagged);
        }
        if (!anchor.empty())
            anchors_[anchor] = {made, values_ - values_before + 1};
        return made;
    }

    // "!Ref"; those of YAML itself only say what a value is anyway.
    static std::string local_tag(const unsigned char* tag)
    {
        std::string text = tag == nullptr ? "" : reinterpret_cast<const char*>(tag);
        return text.size() > 1 && text.starts_with('!') ? text : "";
    }

    // libyaml counts characters. Where they are more than octets, each 64th is remembered.
    void count_characters()
    {
        if (std::all_of(text_.begin(), text_.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
            return;
        std::size_t mark = text_.starts_with("\xef\xbb\xbf") ? 3 : 0, count = 0;
        for (std::size_t at = mark; at < text_.size(); ++at) {
            if ((static_cast<unsigned char>(text_[at]) & 0xc0) == 0x80)
                continue;
            if (count++ % remembered == 0)
                octets_.push_back(at);
        }
    }
    std::uint64_t octet_of(std::size_t character) const
    {
        if (octets_.empty())
            return std::min(character, text_.size());
        std::size_t block = std::min(character / remembered, octets_.size() - 1);
        std::size_t at = octets_[block], left = character - block * remembered;
        for (; at < text_.size() && left > 0; --left)
            for (++at; at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xc0) == 0x80;)
                ++at;
        return at;
    }

    void mapping(Value& made, int depth)
    {
        std::vector<Value::Member> merged;
        for (next(); event_.type != YAML_MAPPING_END_EVENT; next()) {
            Value key = value(depth + 1);
            if (key.kind == Value::Kind::null && key.to > key.from)
                key.text = "none"; // str(None), lower case
            next();
            Value item = value(depth + 1);
            if (key.text == "<<")
                for (const Value* from : item.each())
                    merged.insert(merged.begin(), from->members.begin(), from->members.end());
            else
                made.members.push_back({Value::Key{std::move(key.text), key.from, key.to}, std::move(item)});
        }
        // What is written here comes after, so it wins over what is merged in.
        made.members.insert(made.members.begin(), merged.begin(), merged.end());
    }

    std::string_view path_, text_;
    yaml_parser_t parser_{};
    yaml_event_t event_{};
    bool open_ = false;
    std::size_t values_ = 0, by_aliases_ = 0;
    std::map<std::string, std::pair<Value, std::size_t>> anchors_; // and how many values they are
    static constexpr std::size_t remembered = 64;
    std::vector<std::size_t> octets_; // of each 64th character; empty: characters are octets
};

} // namespace

std::vector<Value> read_yaml_documents(std::string_view path, std::string_view text)
{
    return Composer(path, text).documents();
}

Value read_yaml(std::string_view path, std::string_view text)
{
    std::vector<Value> documents = read_yaml_documents(path, text);
    if (documents.size() > 1)
        throw Failure("{}: there is a second document in this file", place_text(path, text, documents[1].from));
    return documents.empty() ? Value() : std::move(documents.front());
}

} // namespace zonevet
