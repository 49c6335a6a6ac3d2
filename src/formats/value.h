// JSON and YAML as one tree whose values know where they stand. Mappings keep their order and their
// duplicates: what a program would silently drop is for us to say.
#pragma once

#include "base/failure.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zonevet {

class Value {
public:
    enum class Kind : std::uint8_t { null, boolean, number, string, list, map };

    Kind kind = Kind::null;
    std::string text; // of scalars; numbers and booleans as they are written
    std::vector<Value> items;
    struct Key {
        std::string text;
        std::uint64_t from = 0, to = 0;
    };
    struct Member;
    std::vector<Member> members;
    std::uint64_t from = 0, to = 0; // octets of the document

    bool is_null() const { return kind == Kind::null; }
    bool is_list() const { return kind == Kind::list; }
    bool is_map() const { return kind == Kind::map; }
    bool is_true() const { return kind == Kind::boolean && text == "true"; }
    // The member, or a null value. Of duplicates the last, as the programs that own these formats
    // do.
    const Value& operator[](std::string_view key) const;
    bool has(std::string_view key) const { return !(*this)[key].is_null(); }
    // A list as it is; anything else as a list of one, null as none.
    std::vector<const Value*> each() const;
    std::uint32_t number_or(std::uint32_t otherwise) const;
    std::string text_or(std::string_view otherwise) const;
    // All of it on a line, for a person and to be compared: the members of mappings in the order of their keys,
    // without those that say nothing.
    std::string words() const;
};

struct Value::Member {
    Key first;
    Value second;
};

// What stands under this key, at any depth.
std::vector<const Value*> values_called(std::string_view key, const Value& in);

// A text that is not what it should be, with the octet where that shows.
class UnreadableText : public Failure {
public:
    UnreadableText(std::string_view path, std::string_view text, std::uint64_t offset, std::string_view what);

    std::uint64_t at;
    std::string problem;
};

// Throw UnreadableText when the text is not what its name says, or is nested too deep.
Value read_json(std::string_view path, std::string_view text);
// Values one behind the other: pages of an API, or a value on each line.
std::vector<Value> read_json_documents(std::string_view path, std::string_view text);
// Of several documents the first; a second one is refused. A value with a local tag becomes a mapping
// of that tag to the value, as it is spelled where there are no tags: `!Ref Zone` is {"!Ref": Zone}.
Value read_yaml(std::string_view path, std::string_view text);
// The same for a mapping of which some members are no YAML: the others, and what is wrong with those. Where that
// cannot be told apart nothing is read, and one mistake is said.
struct ReadableParts {
    Value root;
    std::vector<UnreadableText> mistakes;
};
ReadableParts read_yaml_in_parts(std::string_view path, std::string_view text);
std::vector<Value> read_yaml_documents(std::string_view path, std::string_view text);
// Pages of one answer as one: the lists under `list` joined, all else from the last page. Values that
// have no such list become a list of them.
Value joined_pages(std::vector<Value> pages, std::string_view list);
// By what the text begins with: `{` and `[` are JSON, everything else is YAML.
std::vector<Value> read_json_or_yaml(std::string_view path, std::string_view text);
bool begins_like_json(std::string_view text);

// "zones/a.yaml:3:7", for messages.
std::string place_text(std::string_view path, std::string_view text, std::uint64_t offset);

} // namespace zonevet
