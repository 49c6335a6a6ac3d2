// simdjson reads; the tree keeps what it shows and where.
#include "base/failure.h"
#include "formats/value.h"
#include "text/source.h"

#include <algorithm>
#include <simdjson.h>

namespace zonevet {

namespace {

namespace json = simdjson::ondemand;

constexpr int deepest = 128;

class Tree {
public:
    Tree(std::string_view text, const char* begin) : text_(text), begin_(begin) {}

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
            std::size_t size = raw.size();
            while (size > 0 && (raw[size - 1] == ' ' || raw[size - 1] == '\n' ||
                                raw[size - 1] == '\r' || raw[size - 1] == '\t'))
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
            around(made, made.items.empty() ? nullptr : &made.items.front(),
                   made.items.empty() ? nullptr : &made.items.back());
            break;
        case json::json_type::object:
            made.kind = Value::Kind::map;
            for (auto member : from.get_object()) {
                Value key;
                key.kind = Value::Kind::string;
                key.from = static_cast<std::uint64_t>(member.key().value().raw() - begin_);
                key.text = std::string(std::string_view(member.unescaped_key()));
                key.to = key.from + key.text.size();
                made.members.push_back({std::move(key), value(member.value(), depth + 1)});
            }
            around(made, made.members.empty() ? nullptr : &made.members.front().first,
                   made.members.empty() ? nullptr : &made.members.back().second);
            break;
        }
        return made;
    }

private:
    // A list or mapping is where its first and last part are.
    static void around(Value& made, const Value* first, const Value* last)
    {
        if (first == nullptr)
            return;
        made.from = first->from;
        made.to = std::max(last->to, made.from);
    }

    std::string_view text_;
    const char* begin_;
};

} // namespace

Value read_json(std::string_view path, std::string_view text)
{
    simdjson::padded_string padded(text);
    json::parser parser;
    json::document document;
    try {
        document = parser.iterate(padded);
        Tree tree(text, padded.data());
        Value made = tree.value(document.get_value(), 0);
        if (const char* rest = nullptr; document.current_location().get(rest) == simdjson::SUCCESS)
            throw simdjson::simdjson_error(simdjson::TRAILING_CONTENT);
        return made;
    } catch (const simdjson::simdjson_error& error) {
        std::size_t at = 0;
        const char* place = nullptr;
        if (document.current_location().get(place) == simdjson::SUCCESS && place >= padded.data())
            at =
                std::min<std::size_t>(static_cast<std::size_t>(place - padded.data()), text.size());
        auto line =
            1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        throw Failure("{}:{}: this is not JSON ({})", defused(path), line,
                      simdjson::error_message(error.error()));
    }
}

} // namespace zonevet
