// The frame around toml++: regions become lines with marks, unknown keys and wrong kinds become
// mistakes.
#include "toml/reader.h"

#include "base/failure.h"
#include "text/quote.h"

#include <algorithm>
#include <unordered_set>

namespace zonevet {

ConfigText::ConfigText(std::string text, std::string shown_path, std::string folder, const FileTree& tree)
    : folder_(std::move(folder)), tree_(&tree), lines_{0}
{
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;)
        lines_.push_back(++at);
    sources_.add(std::move(shown_path), std::make_shared<const Bytes>(std::move(text)));
}

Span ConfigText::span_of(const toml::source_region& at) const
{
    // toml++ counts lines and code points from 1; a region may be unknown.
    auto offset_of = [&](toml::source_position place) {
        std::string_view rest = text();
        std::uint64_t begin = place.line > 1 ? lines_[std::min<std::size_t>(place.line, lines_.size()) - 1] : 0;
        toml::source_index column = 1;
        while (column < place.column && begin < rest.size() && rest[begin] != '\n') {
            // The octets that continue a UTF-8 letter belong to it.
            ++begin;
            while (begin < rest.size() && (static_cast<unsigned char>(rest[begin]) & 0xc0) == 0x80)
                ++begin;
            ++column;
        }
        return begin;
    };
    Span span{0, offset_of(at.begin), offset_of(at.end)};
    Span line = sources_[0].line_around(span.begin, 0);
    if (span.end <= span.begin)
        span.end = span.begin + 1;
    // Of a value over several lines its first line is enough.
    if (span.end > line.end)
        span.end = std::max(span.begin + 1, line.end);
    return span;
}

void ConfigText::mistake(const toml::source_region& at, const std::string& message, const std::string& hint)
{
    Span span = span_of(at);
    std::string text = message + "\n" + quoted_source(sources_, span);
    if (!hint.empty())
        text += "help: " + hint + "\n";
    text.pop_back(); // whoever prints a failure ends the line
    mistakes_.push_back({span.begin, std::move(text)});
}

std::string ConfigText::from(const toml::source_region& at) const
{
    // A text of --set has one line, which says nothing.
    if (shown_path().starts_with("--"))
        return shown_path();
    return fmt::format("{}:{}", defused(shown_path()), at.begin.line);
}

std::string ConfigText::exactly_from(const toml::source_region& at) const
{
    return fmt::format("{}:{}:{}", defused(shown_path()), at.begin.line, at.begin.column);
}

void ConfigText::finish() const
{
    if (mistakes_.empty())
        return;
    std::vector<Mistake> sorted = mistakes_;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Mistake& a, const Mistake& b) { return a.offset < b.offset; });
    std::string all;
    for (const Mistake& mistake : sorted)
        all += (all.empty() ? "" : "\n\nerror: ") + mistake.text;
    throw Failure("{}", all);
}

toml::table parsed_toml(ConfigText& text)
{
    try {
        return toml::parse(text.text(), text.shown_path());
    } catch (const toml::parse_error& error) {
        // toml++ begins its messages with a capital letter.
        std::string reason = defused(error.description());
        if (!reason.empty() && reason[0] >= 'A' && reason[0] <= 'Z')
            reason[0] = static_cast<char>(reason[0] - 'A' + 'a');
        text.mistake(error.source(), fmt::format("this is not TOML: {}", reason));
        text.finish();
        throw;
    }
}

std::string kind_of(const toml::node& node)
{
    switch (node.type()) {
    case toml::node_type::table:
        return "a table";
    case toml::node_type::array:
        return "an array";
    case toml::node_type::string:
        return "a string";
    case toml::node_type::integer:
        return "a number";
    case toml::node_type::floating_point:
        return "a number with a fraction";
    case toml::node_type::boolean:
        return "true or false";
    default:
        return "a date or time";
    }
}

const toml::node* ConfigTable::find(std::string_view key)
{
    asked_.emplace_back(key);
    return table_.get(key);
}

void ConfigTable::wrong_kind(const toml::node& node, std::string_view key, std::string_view wanted)
{
    text_.mistake(node.source(), fmt::format("`{}` is {}, not {}", key, wanted, kind_of(node)));
}

void ConfigTable::read(std::string_view key, Set<std::string>& to)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return;
    if (!node->is_string())
        return wrong_kind(*node, key, "a string");
    to = {node->as_string()->get(), text_.from(node->source())};
}

void ConfigTable::read(std::string_view key, Set<bool>& to)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return;
    if (!node->is_boolean())
        return wrong_kind(*node, key, "true or false");
    to = {node->as_boolean()->get(), text_.from(node->source())};
}

void ConfigTable::read(std::string_view key, Set<std::int64_t>& to, std::int64_t least, std::int64_t most)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return;
    if (!node->is_integer())
        return wrong_kind(*node, key, "a whole number");
    std::int64_t value = node->as_integer()->get();
    if (value < least || value > most)
        return text_.mistake(node->source(), fmt::format("`{}` is a number from {} to {}", key, least, most));
    to = {value, text_.from(node->source())};
}

void ConfigTable::read(std::string_view key, Set<std::vector<std::string>>& to)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return;
    std::vector<std::string> list;
    if (node->is_string()) {
        list.push_back(node->as_string()->get());
    } else if (!node->is_array()) {
        return wrong_kind(*node, key, "a list of strings");
    } else {
        for (const toml::node& item : *node->as_array()) {
            if (!item.is_string())
                return wrong_kind(item, key, "a list of strings");
            list.push_back(item.as_string()->get());
        }
    }
    to = {std::move(list), text_.from(node->source())};
}

void ConfigTable::table(std::string_view key, const std::function<void(ConfigTable&)>& use)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return;
    if (!node->is_table())
        return wrong_kind(*node, key, "a table");
    std::string name = name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key);
    ConfigTable inner(text_, *node->as_table(), name);
    use(inner);
    inner.finish();
}

void ConfigTable::tables(std::string_view key, const std::function<void(ConfigTable&)>& use)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return;
    if (node->is_table())
        return text_.mistake(node->source(), fmt::format("`{}` may be there several times", key),
                             fmt::format("write [[{}]]", key));
    if (!node->is_array())
        return wrong_kind(*node, key, "an array of tables");
    for (const toml::node& item : *node->as_array()) {
        if (!item.is_table()) {
            wrong_kind(item, key, "an array of tables");
            continue;
        }
        ConfigTable inner(text_, *item.as_table(), std::string(key));
        use(inner);
        inner.finish();
    }
}

void ConfigTable::each(const std::function<void(const toml::key&, const toml::node&)>& use)
{
    // toml++ sorts keys by name; what comes later in the file shall win.
    std::vector<std::pair<const toml::key*, const toml::node*>> entries;
    for (const auto& [key, node] : table_)
        entries.emplace_back(&key, &node);
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        toml::source_position x = a.first->source().begin, y = b.first->source().begin;
        return x.line != y.line ? x.line < y.line : x.column < y.column;
    });
    for (const auto& [key, node] : entries) {
        asked_.emplace_back(key->str());
        use(*key, *node);
    }
}

void ConfigTable::finish()
{
    std::vector<std::string_view> known(asked_.begin(), asked_.end());
    const std::unordered_set<std::string_view> asked(known.begin(), known.end());
    for (const auto& [key, node] : table_) {
        if (asked.contains(key.str()))
            continue;
        std::string where = name_.empty() ? "" : fmt::format(" in `{}`", defused(name_));
        text_.mistake(key.source(), fmt::format("there is no key `{}`{}", defused(key.str()), where),
                      suggestion(key.str(), known));
    }
}

} // namespace zonevet
