// Reading TOML strictly: every key that nobody asked for is a mistake, every value has a kind, and
// every mistake shows its line. The configuration and the rule files are read through it.
#pragma once

#include "text/source.h"
#include "text/tree.h"
#include "toml/set.h"
#include "toml/words.h"

#include <fmt/format.h>
#include <functional>
#include <optional>
#include <string>
#include <toml++/toml.h>
#include <vector>

namespace zonevet {

// One TOML text and the mistakes found in it.
class ConfigText {
public:
    // `folder` is absolute; what the text names is read from `tree`, which outlives it.
    ConfigText(std::string text, std::string shown_path, std::string folder, const FileTree& tree = disk());

    const std::string& folder() const { return folder_; }
    const FileTree& tree() const { return *tree_; }
    std::string_view text() const { return sources_[0].text(); }
    const std::string& shown_path() const { return sources_[0].path(); }

    void mistake(const toml::source_region& at, const std::string& message, const std::string& hint = "");
    // "zonevet.toml:12"
    std::string from(const toml::source_region& at) const;
    // "zonevet.toml:12:3"
    std::string exactly_from(const toml::source_region& at) const;
    std::size_t mistakes() const { return mistakes_.size(); }
    // Throws a Failure with all mistakes, if there are any.
    void finish() const;

private:
    Span span_of(const toml::source_region& at) const;

    Sources sources_;
    std::string folder_;
    const FileTree* tree_;
    std::vector<std::uint64_t> lines_; // where each begins
    struct Mistake {
        std::uint64_t offset;
        std::string text;
    };
    std::vector<Mistake> mistakes_;
};

// One table. The keys that are asked for are the keys that exist; the destructor's work is done by
// finish(), which names the others.
class ConfigTable {
public:
    ConfigTable(ConfigText& text, const toml::table& table, std::string name)
        : text_(text), table_(table), name_(std::move(name))
    {
    }

    // The value of a key, or null; the key counts as known.
    const toml::node* find(std::string_view key);
    toml::source_region region() const { return table_.source(); }
    ConfigText& text() { return text_; }

    void read(std::string_view key, Set<std::string>& to);
    void read(std::string_view key, Set<bool>& to);
    void read(std::string_view key, Set<std::int64_t>& to, std::int64_t least, std::int64_t most);
    // A list of strings; a single string is a list of one.
    void read(std::string_view key, Set<std::vector<std::string>>& to);
    // One of some words, which `meaning` knows.
    template <class T> void read(std::string_view key, Set<T>& to, const std::vector<std::string_view>& words,
                                 const std::function<std::optional<T>(std::string_view)>& meaning);

    // Calls `use` for a sub-table, or for each table of an array of tables.
    void table(std::string_view key, const std::function<void(ConfigTable&)>& use);
    void tables(std::string_view key, const std::function<void(ConfigTable&)>& use);
    // Every key of this table in the order of the file, for tables whose keys are names.
    void each(const std::function<void(const toml::key&, const toml::node&)>& use);
    // Names the keys that were not asked for.
    void finish();
    // "`key` is a number, not a string".
    void wrong_kind(const toml::node& node, std::string_view key, std::string_view wanted);
    const std::string& name() const { return name_; }

private:
    ConfigText& text_;
    const toml::table& table_;
    std::string name_; // "[lint]"
    std::vector<std::string> asked_;
};

// The table of a text; a Failure that shows the place when it is not TOML.
toml::table parsed_toml(ConfigText& text);

// "a string", "an array": what a value is, for messages.
std::string kind_of(const toml::node& node);

template <class T> void ConfigTable::read(std::string_view key, Set<T>& to, const std::vector<std::string_view>& words,
                                          const std::function<std::optional<T>(std::string_view)>& meaning)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return;
    if (!node->is_string())
        return wrong_kind(*node, key, "a string");
    const std::string& word = node->as_string()->get();
    if (std::optional<T> value = meaning(word)) {
        to = {*value, text_.from(node->source())};
        return;
    }
    std::string list;
    for (std::string_view each : words)
        list += fmt::format("{}{}", list.empty() ? "" : each == words.back() ? " or " : ", ", each);
    text_.mistake(node->source(), fmt::format("`{}` is {}, not `{}`", key, list, defused(word)),
                  suggestion(word, words));
}

} // namespace zonevet
