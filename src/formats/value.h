// JSON and YAML as one tree whose values know where they stand. Mappings keep their order and their
// duplicates: what a program would silently drop is for us to say.
#pragma once

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
};

struct Value::Member {
    Value first, second; // key and value
};

// Throw Failure with the line when the text is not what its name says, or is nested too deep.
Value read_json(std::string_view path, std::string_view text);
Value read_yaml(std::string_view path, std::string_view text);

} // namespace zonevet
