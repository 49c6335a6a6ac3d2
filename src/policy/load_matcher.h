// Reading matchers and their values from TOML, every mistake with its place and a hint.
#pragma once

#include "policy/book.h"
#include "policy/types.h"
#include "toml/reader.h"

#include <map>
#include <optional>
#include <set>

namespace zonevet::policy {

// [lists], [zone-groups], [profiles] of all files, which rules of any file may name.
struct Definitions {
    struct Item {
        std::string text;
        std::int64_t number = 0;
        bool is_number = false;
    };
    struct List {
        std::vector<Item> items;
        std::string from;
    };
    std::map<std::string, List, std::less<>> lists;
    std::map<std::string, std::vector<std::string>, std::less<>> groups;
    std::map<std::string, std::string, std::less<>> profiles; // name, where
};

class MatcherReader {
public:
    MatcherReader(ConfigText& text, Book& book, const Definitions& definitions)
        : text_(text), book_(book), definitions_(definitions)
    {
    }

    // What the matcher may say besides: events only in change rules, templates not in every place.
    bool on_change = false;
    bool templates = true;

    // A matcher on records of `types`.
    Matcher read(const toml::node& node, const Types& types, std::string_view key);
    // A field that exists on (some of) `types`; null after a mistake.
    const FieldSpecification* field(std::string_view name, const Types& types, const toml::source_region& at);
    // Its places in these types.
    std::span<const Field> places(const FieldSpecification& field, const Types& types);
    // Names that are written out, for owners and companions.
    std::vector<Value> names(const toml::node& node);

private:
    struct Operand {
        const toml::node* node = nullptr; // where a mistake is shown
        std::string text;
        std::int64_t number = 0;
        bool is_number = false;
        std::string list; // "@list" it came from, with its place
    };
    struct Test {
        const FieldSpecification* field = nullptr;
        Kind kind = Kind::text;
        Matcher matcher; // subject, kind, field and fields are set
        std::string_view key;
    };

    Matcher read_table(const toml::table& table, const Types& types);
    Matcher read_field(std::string_view key, const toml::source_region& at, const toml::node& node, const Types& types);
    void read_operators(const toml::table& table, const Test& test, std::vector<Matcher>& tests);
    std::optional<Matcher> values_test(const toml::node& node, const Test& test, Op op, bool inverted, bool globs);
    std::optional<std::vector<Operand>> operands(const toml::node& node, std::string_view key);
    std::optional<Value> value_of(const Operand& operand, const Test& test, Op op);
    std::optional<Value> word_value(const Operand& operand, const Test& test);
    std::optional<Value> name_value(const Operand& operand);
    std::optional<Value> address_value(const Operand& operand);
    std::optional<std::int64_t> bound(const toml::node& node, std::string_view key);
    void range(const toml::node& node, std::string_view key, Matcher& matcher);
    void mistake(const Operand& operand, const std::string& message, const std::string& hint = "");

    ConfigText& text_;
    Book& book_;
    const Definitions& definitions_;
};

} // namespace zonevet::policy
