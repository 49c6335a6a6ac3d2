// simdjson reads; the tree keeps what it shows and where.
#include "base/failure.h"
#include "formats/value.h"
#include "text/source.h"

#include <algorithm>
#include <new>
#include <simdjson.h>

namespace zonevet {

namespace {

namespace json = simdjson::ondemand;

constexpr int deepest = 128;

class Tree {
public:
    Tree(const char* begin, const char* end) : begin_(begin), end_(end) {}

    Value value(json::value from, int depth)
    {
        if (depth > deepest)
            throw simdjson::simdjson_error(simdjson::DEPTH_ERROR);
        Value made;
        json::json_type type = from.type();
        std::string_view raw;
        if (type != json::json_type::array && type != json::json_type::object) {
            raw = from.raw_json_token();
            made.from = static_cast<std::uint64_t>(raw.data() - begin_);
            // Of what is not JSON the token may reach beyond the document.
            if (raw.data() < begin_ || raw.data() > end_)
                throw simdjson::simdjson_error(simdjson::TAPE_ERROR);
            std::size_t size = std::min<std::size_t>(raw.size(), static_cast<std::size_t>(end_ - raw.data()));
            while (size > 0 &&
                   (raw[size - 1] == ' ' || raw[size - 1] == '\n' || raw[size - 1] == '\r' || raw[size - 1] == '\t'))
                --size;
            raw = raw.substr(0, size);
            made.to = made.from + size;
        }
        switch (type) {
        case json::json_type::string:
            made.kind = Value::Kind::string;
            made.text = std::string(std::string_view(from.get_string()));
            ++made.from; // between the quotes
            --made.to;
            break;
        case json::json_type::number:
            made.kind = Value::Kind::number;
            made.text = std::string(raw);
            static_cast<void>(double(from.get_double()));
            break;
        case json::json_type::boolean:
            made.kind = Value::Kind::boolean;
            made.text = bool(from.get_bool()) ? "true" : "false";
            break;
        case json::json_type::null:
            static_cast<void>(from.is_null());
            break;
        case json::json_type::array:
            made.kind = Value::Kind::list;
            for (auto item : from.get_array())
                made.items.push_back(value(item.value(), depth + 1));
            if (!made.items.empty()) // a list or mapping is where its first and last part are
                around(made, made.items.front().from, made.items.back().to);
            break;
        case json::json_type::object:
            made.kind = Value::Kind::map;
            for (auto member : from.get_object()) {
                Value::Key key;
                key.from = static_cast<std::uint64_t>(member.key().value().raw() - begin_);
                key.text = std::string(std::string_view(member.unescaped_key()));
                key.to = key.from + key.text.size();
                made.members.push_back({std::move(key), value(member.value(), depth + 1)});
            }
            if (!made.members.empty())
                around(made, made.members.front().first.from, made.members.back().second.to);
            break;
        }
        return made;
    }

private:
    static void around(Value& made, std::uint64_t from, std::uint64_t to)
    {
        made.from = from;
        made.to = std::max(from, to);
    }

    const char* begin_; // of the document
    const char* end_;
};

// The end of the value that begins at `at`, as far as brackets and quotes tell.
std::size_t end_of_value(std::string_view text, std::size_t at)
{
    std::size_t open = 0;
    for (bool quoted = false; at < text.size(); ++at) {
        char c = text[at];
        if (quoted && c == '\\')
            ++at;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '{' || c == '['))
            ++open;
        else if (!quoted && (c == '}' || c == ']') && (open == 0 || --open == 0))
            return at + 1;
    }
    return text.size();
}

void move_by(Value& value, std::uint64_t octets)
{
    value.from += octets;
    value.to += octets;
    for (Value& item : value.items)
        move_by(item, octets);
    for (Value::Member& member : value.members) {
        member.first.from += octets;
        member.first.to += octets;
        move_by(member.second, octets);
    }
}

} // namespace

std::vector<Value> read_json_documents(std::string_view path, std::string_view text)
{
    std::size_t first = std::min(text.find_first_of("{["), text.size());
    std::size_t end = end_of_value(text, first);
    if (text.find_first_not_of(" \t\r\n", end) == std::string_view::npos)
        return {read_json(path, text)};
    std::vector<Value> documents;
    for (std::size_t at = 0; at < text.size(); at = end) {
        at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
        end = end_of_value(text, at);
        if (at == text.size())
            break;
        try {
            documents.push_back(read_json(path, text.substr(at, end - at)));
        } catch (const UnreadableText& error) {
            throw UnreadableText(path, text, at + error.at, error.problem);
        }
        move_by(documents.back(), at);
    }
    return documents;
}

Value read_json(std::string_view path, std::string_view text)
{
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
        throw Failure("{}: this is UTF-16\nhelp: write it as UTF-8", defused(path));
    if (!begins_like_json(text))
        throw UnreadableText(path, text, 0, "this is not JSON: it begins with neither `{` nor `[`");
    std::size_t mark = text.starts_with("\xef\xbb\xbf") ? 3 : 0;
    simdjson::padded_string padded(text.substr(mark));
    if (padded.data() == nullptr)
        throw std::bad_alloc();
    const char* begin = padded.data() - mark;
    json::parser parser;
    json::document document;
    bool is_open = false; // before that there is no place to ask for
    try {
        document = parser.iterate(padded);
        is_open = true;
        Value made = Tree(begin, padded.data() + padded.size()).value(document.get_value(), 0);
        if (const char* rest = nullptr; document.current_location().get(rest) == simdjson::SUCCESS)
            throw simdjson::simdjson_error(simdjson::TRAILING_CONTENT);
        return made;
    } catch (const simdjson::simdjson_error& error) {
        if (error.error() == simdjson::MEMALLOC)
            throw std::bad_alloc();
        std::size_t at = 0;
        const char* place = nullptr;
        if (is_open && document.current_location().get(place) == simdjson::SUCCESS && place >= padded.data())
            at = std::min<std::size_t>(static_cast<std::size_t>(place - begin), text.size());
        throw UnreadableText(path, text, at,
                             std::string("this is not JSON (") + simdjson::error_message(error.error()) + ")");
    }
}

} // namespace zonevet
