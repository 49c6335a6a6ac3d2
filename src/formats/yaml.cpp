// libyaml's events composed to a tree, with YAML 1.1 as octoDNS's loader takes it: an unquoted `no`
// is a boolean, an alias the value it names. Nothing a file says is ever constructed or included.
#include "base/failure.h"
#include "formats/value.h"
#include "text/source.h"

#include <algorithm>
#include <map>
#include <memory>
#include <yaml.h>

namespace zonevet {

namespace {

constexpr int deepest = 64;
constexpr std::size_t most_values = 5'000'000; // aliases multiply

std::string lower(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
}

bool is_integer(const std::string& text)
{
    std::size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    return text.size() > sign && text.find_first_not_of("0123456789_", sign) == std::string::npos &&
           text[sign] != '_';
}

// What PyYAML makes of a plain scalar, as octoDNS sees it after str().
void resolve(Value& value)
{
    std::string word = lower(value.text);
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
    }
}

class Composer {
public:
    Composer(std::string_view path, std::string_view text) : path_(path), text_(text)
    {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                     text.size());
    }
    Composer(const Composer&) = delete;
    Composer& operator=(const Composer&) = delete;
    ~Composer()
    {
        if (open_)
            yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }

    Value document()
    {
        next();
        next();
        if (event_.type == YAML_STREAM_END_EVENT)
            return {};
        next(); // behind the start of the document
        return value(0);
    }

private:
    void next()
    {
        if (open_)
            yaml_event_delete(&event_);
        open_ = false;
        if (yaml_parser_parse(&parser_, &event_) == 0)
            throw Failure("{}:{}: this is not YAML: {}", defused(path_),
                          parser_.problem_mark.line + 1,
                          parser_.problem == nullptr ? "it cannot be read" : parser_.problem);
        open_ = true;
    }

    // The value that begins with the current event; leaves its last event current.
    Value value(int depth)
    {
        if (depth > deepest || ++values_ > most_values)
            throw Failure("{}:{}: nested too deep, or too many aliases", defused(path_),
                          event_.start_mark.line + 1);
        Value made;
        made.from = std::min<std::uint64_t>(event_.start_mark.index, text_.size());
        made.to = std::min<std::uint64_t>(event_.end_mark.index, text_.size());
        std::string anchor;
        if (event_.type == YAML_ALIAS_EVENT) {
            auto known = anchors_.find(reinterpret_cast<const char*>(event_.data.alias.anchor));
            if (known == anchors_.end())
                throw Failure("{}:{}: an alias names no anchor", defused(path_),
                              event_.start_mark.line + 1);
            values_ += known->second.items.size() + known->second.members.size();
            return known->second;
        }
        if (event_.type == YAML_SCALAR_EVENT) {
            if (event_.data.scalar.anchor != nullptr)
                anchor = reinterpret_cast<const char*>(event_.data.scalar.anchor);
            made.kind = Value::Kind::string;
            made.text.assign(reinterpret_cast<const char*>(event_.data.scalar.value),
                             event_.data.scalar.length);
            if (event_.data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
                resolve(made);
            else if (event_.data.scalar.style != YAML_LITERAL_SCALAR_STYLE &&
                     event_.data.scalar.style != YAML_FOLDED_SCALAR_STYLE &&
                     made.to - made.from >= 2) {
                ++made.from; // between the quotes
                --made.to;
            }
        } else if (event_.type == YAML_SEQUENCE_START_EVENT) {
            if (event_.data.sequence_start.anchor != nullptr)
                anchor = reinterpret_cast<const char*>(event_.data.sequence_start.anchor);
            made.kind = Value::Kind::list;
            for (next(); event_.type != YAML_SEQUENCE_END_EVENT; next())
                made.items.push_back(value(depth + 1));
            made.to = made.items.empty() ? made.to : made.items.back().to;
        } else if (event_.type == YAML_MAPPING_START_EVENT) {
            if (event_.data.mapping_start.anchor != nullptr)
                anchor = reinterpret_cast<const char*>(event_.data.mapping_start.anchor);
            made.kind = Value::Kind::map;
            mapping(made, depth);
            made.to = made.members.empty() ? made.to : made.members.back().second.to;
        }
        if (!anchor.empty())
            anchors_[anchor] = made;
        return made;
    }

    void mapping(Value& made, int depth)
    {
        std::vector<Value::Member> merged;
        for (next(); event_.type != YAML_MAPPING_END_EVENT; next()) {
            Value key = value(depth + 1);
            if (key.kind == Value::Kind::null && key.text.empty() && key.to > key.from)
                key.text = "none"; // str(None), lower case
            next();
            Value item = value(depth + 1);
            if (key.text == "<<")
                for (const Value* from : item.each())
                    merged.insert(merged.begin(), from->members.begin(), from->members.end());
            else
                made.members.push_back({std::move(key), std::move(item)});
        }
        // What is written here comes after, so it wins over what is merged in.
        made.members.insert(made.members.begin(), merged.begin(), merged.end());
    }

    std::string_view path_, text_;
    yaml_parser_t parser_{};
    yaml_event_t event_{};
    bool open_ = false;
    std::size_t values_ = 0;
    std::map<std::string, Value> anchors_;
};

} // namespace

Value read_yaml(std::string_view path, std::string_view text)
{
    return Composer(path, text).document();
}

} // namespace zonevet
