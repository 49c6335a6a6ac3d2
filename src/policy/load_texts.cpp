// The words of a [[rule]]: message, help, fix, references, and its tests.
#include "policy/load_rule.h"
#include "policy/template.h"

#include <algorithm>

namespace zonevet::policy {

namespace {

// "Sentence." of a message with templates: "`{name}` must ..." -> "`<name>` must ....".
std::string sentence_of(std::string text)
{
    for (char& c : text)
        c = c == '{' ? '<' : c == '}' ? '>' : c;
    if (!text.empty() && text.back() != '.')
        text += '.';
    return text;
}

// What templates may name whatever is selected.
constexpr std::string_view always[] = {"name", "fqdn", "domain", "zone", "type", "ttl", "value", "count", "file"};

} // namespace

void RuleReader::check_templates(std::string_view text, const toml::source_region& at, std::vector<FieldUse>& uses)
{
    std::optional<std::vector<std::string_view>> names = template_names(text);
    if (!names) {
        text_.mistake(at, "a brace is not closed", "`{{` is a brace of the text itself");
        return;
    }
    std::vector<std::string_view> known(std::begin(always), std::end(always));
    if (claim_ == "groups")
        known.insert(known.end(), {"group", "other"});
    if (claim_ == "unique" || claim_ == "same")
        known.push_back("first");
    if (claim_ == "limit")
        known.insert(known.end(), {"before", "removed", "added", "modified", "percent"});
    else if (policy_.on_change)
        known.insert(known.end(), {"event", "old"});
    for (std::string_view name : *names) {
        bool fixed = std::find(known.begin(), known.end(), name) != known.end();
        const FieldSpecification* field = find_field(name);
        if (field != nullptr && (!fixed || field->subject != Subject::event)) {
            bool there = field->subject != Subject::event && (types_.none() || !types_of(*field).both(types_).none());
            if (!there) {
                text_.mistake(at, fmt::format("`{{{}}}` does not exist on {}", name,
                                              types_.all ? "what is selected" : listed(types_.these)));
                continue;
            }
            bool used =
                std::any_of(uses.begin(), uses.end(), [&](const FieldUse& use) { return use.name == field->name; });
            if (!used)
                uses.push_back({field->name, field->subject, matchers_.places(*field, types_), {}});
        } else if (!fixed) {
            for (const FieldSpecification& each : all_fields())
                if (types_.all || !types_of(each).both(types_).none())
                    known.push_back(each.name);
            text_.mistake(at, fmt::format("`{{{}}}` stands for nothing here", defused(name)), suggestion(name, known));
        }
    }
}

void RuleReader::read_fix()
{
    const toml::node* node = table_.find("fix");
    if (node == nullptr)
        return;
    const toml::table* table = node->as_table();
    if (table == nullptr || table->empty())
        return text_.mistake(node->source(), "`fix` says what a field should be", "fix = { port = 5061 }");
    std::vector<FieldUse> fixes;
    ConfigTable reader(text_, *table, "fix");
    reader.each([&](const toml::key& key, const toml::node& value) {
        const FieldSpecification* field = matchers_.field(key.str(), types_, key.source());
        if (field == nullptr)
            return;
        std::string text;
        if (const auto* word = value.as_string())
            text = word->get();
        else if (const auto* number = value.as_integer())
            text = fmt::format("{}", number->get());
        else
            return reader.wrong_kind(value, key.str(), "a string or a number");
        fixes.push_back({field->name, field->subject, matchers_.places(*field, types_), book_.keep(text)});
    });
    policy_.fix = book_.keep(std::move(fixes));
}

void RuleReader::read_texts()
{
    std::vector<FieldUse> uses;
    auto read = [&](std::string_view key) {
        std::string_view text = word(key);
        if (!text.empty())
            check_templates(text, table_.find(key)->source(), uses);
        return text;
    };
    policy_.message = read("message");
    if (table_.find("message") == nullptr)
        text_.mistake(table_.region(), "a [[rule]] needs `message`",
                      "message = \"`{name}` must use port 5061, found {port}\"");
    else if (policy_.message.empty() && table_.find("message")->is_string())
        text_.mistake(table_.find("message")->source(), "the message is empty");
    policy_.help = read("help");
    policy_.label = read("label");
    for (const FieldUse& fix : policy_.fix)
        check_templates(fix.text, table_.find("fix")->source(), uses);
    policy_.fields = book_.keep(std::move(uses));
    std::string_view summary = word("summary"), why = word("why");
    rule_.summary = book_.keep(sentence_of(std::string(summary.empty() ? policy_.message : summary)));
    if (why.empty())
        why = policy_.help.empty() ? rule_.effect : policy_.help;
    rule_.why = book_.keep(sentence_of(std::string(why.empty() ? rule_.summary : why)));
}

void RuleReader::read_references()
{
    std::span<const std::string_view> urls = words("url");
    std::span<const std::string_view> sources = words("source");
    Few<Reference, 6> references;
    std::size_t count = std::max(urls.size(), sources.size());
    if (count > 6)
        text_.mistake(table_.region(), "a rule names at most six sources");
    for (std::size_t i = 0; i < std::min<std::size_t>(count, 6); ++i)
        references.add({i < sources.size() ? sources[i] : "more", "", i < urls.size() ? urls[i] : std::string_view()});
    rule_.references = references;
}

// The first that passes and the first that fails are shown by `zonevet explain`.
void RuleReader::use_as_example(const RuleTest& test)
{
    std::string_view& example = test.passes ? rule_.good : rule_.bad;
    if (!example.empty() || !test.zone.empty() || !std::ranges::equal(test.profiles, rule_.scope.profiles))
        return;
    if (test.has_old)
        example = book_.keep(fmt::format("{}\n; becomes\n{}\n", test.old, test.text));
    else
        example = test.text;
}

// Each text is a zone, and a test, of its own.
void RuleReader::read_test_text(RuleTest test, const toml::node& node, bool is_alone)
{
    const auto* text = node.as_string();
    if (text == nullptr)
        return table_.wrong_kind(node, test.passes ? "pass" : "fail", "a zone's text, or a list of them");
    test.text = book_.keep(text->get());
    if (!is_alone)
        test.where = book_.keep(text_.from(node.source()));
    if (test.text.empty() && !policy_.on_change && policy_.group_by != GroupBy::zone)
        text_.mistake(node.source(), "the zone of this test is empty");
    use_as_example(test);
    book_.tests.push_back(test);
}

void RuleReader::read_test(ConfigTable& table)
{
    RuleTest test;
    test.rule = rule_.name;
    test.where = book_.keep(text_.from(table.region()));
    auto text = [&](std::string_view key) {
        Set<std::string> value;
        table.read(key, value);
        return value ? book_.keep(*value) : std::string_view();
    };
    const toml::node *pass = table.find("pass"), *fail = table.find("fail");
    const toml::node* texts = pass != nullptr ? pass : fail;
    bool is_one = (pass == nullptr) != (fail == nullptr);
    if (!is_one)
        text_.mistake(table.region(),
                      pass != nullptr ? "a test has `pass` or `fail`, not both"
                                      : "a test needs `pass` or `fail` with a zone's text",
                      "fail = \"www 60 IN A 192.0.2.1\"");
    test.passes = pass != nullptr;
    test.old = text("old");
    test.has_old = table.find("old") != nullptr;
    if (test.has_old != policy_.on_change)
        text_.mistake(table.region(),
                      policy_.on_change ? "a test of a change rule needs `old`" : "`old` is for tests of change rules");
    test.zone = text("zone");
    OwnedName name;
    if (!test.zone.empty() && !to_name(test.zone, name))
        text_.mistake(table.find("zone")->source(), fmt::format("`{}` is no zone name", defused(test.zone)));
    auto list = [&](std::string_view key) {
        Set<std::vector<std::string>> value;
        table.read(key, value);
        std::vector<std::string_view> kept;
        if (value)
            for (const std::string& each : *value)
                kept.push_back(book_.keep(each));
        return book_.keep(std::move(kept));
    };
    test.profiles = list("profiles");
    for (std::string_view profile : test.profiles)
        if (!loader_.knows_profile(profile))
            text_.mistake(table.find("profiles")->source(), fmt::format("there is no profile `{}`", defused(profile)),
                          loader_.profile_hint(profile));
    if (table.find("profiles") == nullptr)
        test.profiles = rule_.scope.profiles;
    test.expect = list("expect");
    if (!test.expect.empty() && test.passes)
        text_.mistake(table.find("expect")->source(), "`expect` goes with `fail`");
    Set<std::int64_t> line;
    table.read("line", line, 1, 1'000'000);
    if (line)
        test.line = static_cast<std::uint32_t>(*line);
    if (!is_one)
        return;
    const toml::array* several = texts->as_array();
    if (several == nullptr)
        return read_test_text(test, *texts, true);
    if (several->empty())
        text_.mistake(texts->source(),
                      fmt::format("`{}` is an empty list: no zone is tested", test.passes ? "pass" : "fail"));
    for (const toml::node& each : *several)
        read_test_text(test, each, false);
}

void RuleReader::read_tests()
{
    table_.tables("test", [&](ConfigTable& test) { read_test(test); });
}

} // namespace zonevet::policy
