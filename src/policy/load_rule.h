// Reads one [[rule]] into a Rule and its Policy. Private to src/policy.
#pragma once

#include "policy/load.h"
#include "policy/load_matcher.h"

namespace zonevet::policy {

class RuleReader {
public:
    RuleReader(Loader& loader, ConfigTable& table)
        : loader_(loader), book_(loader.book_), table_(table), text_(table.text()),
          matchers_(table.text(), loader.book_, loader.definitions_)
    {
    }

    void read();

private:
    void read_identity();
    void read_scope();
    void read_selection();
    void read_assertion();
    void read_companion(const toml::node& node);
    void read_count(const toml::node& node);
    void read_groups(const toml::node& node);
    void read_limit(const toml::node& node);
    std::span<const FieldUse> read_fields(const toml::node& node, std::string_view key);
    void read_fix();
    void read_texts();
    void read_references();
    void read_tests();
    void read_test(ConfigTable& table);
    void read_test_text(RuleTest test, const toml::node& node, bool is_alone);
    void use_as_example(const RuleTest& test);

    std::string_view word(std::string_view key);
    std::span<const std::string_view> words(std::string_view key);
    void check_templates(std::string_view text, const toml::source_region& at, std::vector<FieldUse>& uses);
    void strict_fields(const Matcher& matcher, const toml::source_region& at);

    Loader& loader_;
    Book& book_;
    ConfigTable& table_;
    ConfigText& text_;
    MatcherReader matchers_;
    Rule rule_;
    Policy policy_;
    Types types_;
    std::string claim_;
};

} // namespace zonevet::policy
