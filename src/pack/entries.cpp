// Alters each entry of a pack and asks whether a test of the rule notices.
#include "pack/entries.h"

#include "policy/test.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>
#include <vector>

namespace zonevet::policy {

namespace {

// The keys of a rule that decide what it reports. The others are words, and say how it is reported.
constexpr std::string_view deciding[] = {"profiles", "zones", "select", "except", "require", "forbid", "companion",
                                         "absent",   "count", "unique", "same",   "groups",  "limit"};
// Those that it may do without.
constexpr std::string_view optional[] = {"profiles", "zones", "except", "absent"};

bool is_among(std::string_view key, std::span<const std::string_view> keys)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// A number as it may be written: 300, or "5m" where a duration may stand.
std::optional<std::int64_t> number_in(std::string_view key, const toml::node& node)
{
    if (const auto* number = node.as_integer())
        return number->get();
    const auto* text = node.as_string();
    return text != nullptr && (key == "min" || key == "max") ? period_of(text->get()) : std::nullopt;
}

// A text, name or pattern like this one, for other records.
std::string another(const std::string& text)
{
    constexpr std::string_view label = "x-other";
    return text == "@" ? std::string(label) : fmt::format("{}{}{}", label, text == "." ? "" : ".", text);
}

class PackEntries {
public:
    PackEntries(ConfigText& text, toml::table& pack, const Loader& loader, std::string_view family)
        : text_(text), scratch_(std::string(text.text()), text.shown_path(), text.folder()), pack_(pack),
          loader_(loader), family_(family)
    {
    }

    void check();

private:
    // A rule as it stands now, and its tests.
    void read(const toml::table& rule, Book& book);
    // What the tests of the rules say as they stand now; empty: all is as expected.
    std::string failure();
    // Makes a change to a table or list, and sees whether a test notices.
    template <class Container, class Change>
    void alter(Container& container, const toml::node& entry, const std::string& how, Change&& change);
    template <class Container, class Key> void alter_value(Container& container, const Key& at, std::string_view key);
    void alter_inside(toml::node& node, std::string_view key);
    void alter_list(toml::array& list, std::string_view key);
    void alter_table(toml::table& table, std::string_view name);
    void check_rule(toml::table& rule);
    void check_lists();

    ConfigText& text_;
    ConfigText scratch_; // takes the mistakes of altered rules
    toml::table& pack_;
    const Loader& loader_;
    std::string_view family_;
    std::vector<const toml::table*> tested_; // whose tests are to notice
    std::string name_;                       // "of RULE "
    struct Noticed {
        std::size_t rule = 0, test = 0;
    } noticed_; // the last alteration, by which test
};

void PackEntries::read(const toml::table& rule, Book& book)
{
    Loader loader(loader_, book);
    if (const toml::table* lists = pack_["lists"].as_table()) {
        ConfigTable table(scratch_, *lists, "lists");
        loader.read_lists(table);
    }
    ConfigTable table(scratch_, rule, "rule");
    loader.read_rule(table, family_);
    table.finish();
}

// Entries and their tests are written in one order: the test that noticed the last alteration, or the next one,
// is likely to notice this one.
std::string PackEntries::failure()
{
    Noticed first = noticed_;
    for (std::size_t i = 0; i < tested_.size(); ++i) {
        std::size_t rule = (first.rule + i) % tested_.size(), begin = i == 0 ? first.test : 0;
        std::size_t mistakes = scratch_.mistakes();
        Book book;
        read(*tested_[rule], book);
        if (scratch_.mistakes() > mistakes)
            return "it cannot be read";
        for (std::size_t j = 0; j < book.tests.size(); ++j) {
            std::size_t at = (begin + j) % book.tests.size();
            TestResult result = run_test(book.tests[at], book.rules.front());
            if (result.as_expected)
                continue;
            noticed_ = {rule, at};
            return fmt::format("{}: {}", book.tests[at].where, result.why);
        }
    }
    return "";
}

template <class Container, class Change>
void PackEntries::alter(Container& container, const toml::node& entry, const std::string& how, Change&& change)
{
    Container whole = std::move(container);
    container = whole;
    change(container);
    bool noticed = !failure().empty();
    container = std::move(whole);
    if (!noticed)
        text_.mistake(entry.source(), fmt::format("no test {}notices when this is {}", name_, how));
}

// A number becomes its neighbours, a text another one, and true false.
template <class Container, class Key>
void PackEntries::alter_value(Container& container, const Key& at, std::string_view key)
{
    const toml::node& node = *container.get(at);
    auto become = [&](auto value, const std::string& how) {
        alter(container, node, how, [&](Container& altered) {
            if constexpr (std::is_same_v<Container, toml::table>)
                altered.insert_or_assign(at, value);
            else
                altered.replace(altered.cbegin() + static_cast<std::ptrdiff_t>(at), value);
        });
    };
    if (std::optional<std::int64_t> number = number_in(key, node)) {
        for (std::int64_t other : {*number - 1, *number + 1})
            become(other, fmt::format("{}", other));
    } else if (const auto* text = node.as_string()) {
        std::string other = another(text->get());
        become(other, fmt::format("`{}`", other));
    } else if (const auto* flag = node.as_boolean()) {
        become(!flag->get(), flag->get() ? "false" : "true");
    }
}

void PackEntries::alter_inside(toml::node& node, std::string_view key)
{
    if (toml::table* table = node.as_table())
        alter_table(*table, key);
    else if (toml::array* list = node.as_array())
        alter_list(*list, key);
}

void PackEntries::alter_list(toml::array& list, std::string_view key)
{
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list.size() > 1)
            alter(list, list[i], "left out",
                  [&](toml::array& altered) { altered.erase(altered.cbegin() + static_cast<std::ptrdiff_t>(i)); });
        else
            alter_value(list, i, key);
        alter_inside(list[i], key);
    }
}

void PackEntries::alter_table(toml::table& table, std::string_view name)
{
    std::vector<std::string> keys;
    for (const auto& [key, node] : table)
        if (name != "rule" || is_among(key.str(), deciding))
            keys.emplace_back(key.str());
    for (const std::string& key : keys) {
        const toml::node& node = *table.get(key);
        if (name == "groups" || (name == "rule" && is_among(key, optional)))
            alter(table, node, "left out", [&](toml::table& altered) { altered.erase(key); });
        alter_value(table, key, key);
        alter_inside(*table.get(key), key);
    }
}

void PackEntries::check_rule(toml::table& rule)
{
    tested_ = {&rule};
    noticed_ = {};
    name_ = fmt::format("of {} ", rule["name"].value_or(std::string()));
    if (std::string why = failure(); !why.empty())
        text_.mistake(rule.source(), fmt::format("a test {}fails, {}", name_, why));
    else
        alter_table(rule, "rule");
}

// Rules of the same pack use them.
void PackEntries::check_lists()
{
    name_.clear();
    tested_.clear();
    noticed_ = {};
    if (toml::array* rules = pack_["rule"].as_array())
        for (toml::node& rule : *rules)
            tested_.push_back(rule.as_table());
    if (toml::table* lists = pack_["lists"].as_table())
        alter_table(*lists, "lists");
}

void PackEntries::check()
{
    if (toml::array* rules = pack_["rule"].as_array())
        for (toml::node& rule : *rules)
            check_rule(*rule.as_table());
    check_lists();
}

} // namespace

void check_entries(ConfigText& text, toml::table& pack, const Loader& loader, std::string_view family)
{
    PackEntries(text, pack, loader, family).check();
}

} // namespace zonevet::policy
