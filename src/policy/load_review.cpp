// [review] protected and scope: lists of matchers, each list one rule. No change touches what is protected, nor what
// is outside of the scope, without an acknowledgement.
#include "policy/check.h"
#include "policy/load.h"

#include <fmt/format.h>

namespace zonevet::policy {

namespace {

// The message says which record it is, as the zone would write it.
constexpr FieldUse fields_of_message[] = {{"name", Subject::name, {}, {}}, {"type", Subject::type, {}, {}}};

struct ReviewList {
    std::string_view key, wanted, example, rule, summary, why, message, help;
    bool others; // what none of the matchers fits is reported
};
constexpr ReviewList review_lists[] = {
    {"protected", "`protected` is a list of records", "protected = [{ name = \"@\", type = [\"NS\", \"DS\", \"MX\"] }]",
     "protected-record-changed", "The change touches a record that the configuration protects.",
     "[review] protected names records that nobody changes without somebody's consent.",
     "`{name} {type}` is {event}, and [review] protects it", "", false},
    {"scope", "`scope` is a list of records", "scope = [{ name = [\"shop\", \"**.shop\"] }]", "change-outside-scope",
     "The change touches a record outside of the names it is for.",
     "[review] scope names the records that a ticket, a team or a pipeline may change. What it touches besides is a "
     "slip, "
     "or somebody else's.",
     "`{name} {type}` is {event}, and is outside of what [review] scope names", "leave it out of this change", true},
};

} // namespace

void Loader::read_review(ConfigTable& file)
{
    const toml::node* section = file.find("review");
    if (section == nullptr || !section->is_table())
        return;
    for (std::size_t i = 0; i < std::size(review_lists); ++i) {
        const ReviewList& list = review_lists[i];
        const toml::node* node = section->as_table()->get(list.key);
        if (node == nullptr)
            continue;
        if (!node->is_array()) {
            file.text().mistake(node->source(), std::string(list.wanted), std::string(list.example));
            continue;
        }
        MatcherReader matchers(file.text(), book_, definitions_);
        std::vector<Matcher>& known = review_matchers_[i];
        for (const toml::node& entry : *node->as_array())
            known.push_back(matchers.read(entry, {}, std::string(list.key)));
        if (known.empty())
            continue;
        Policy policy;
        policy.message = list.message;
        policy.help = list.help;
        policy.fields = fields_of_message;
        policy.select.op = Op::any;
        policy.select.parts = book_.keep(known);
        if (list.others) {
            std::vector<Matcher> inner{policy.select};
            policy.select = Matcher();
            policy.select.op = Op::negate;
            policy.select.parts = book_.keep(inner);
        }
        policy.claim = Claim::forbid;
        policy.on_change = policy.needs_ack = true;
        policy.spares_new_zones = !list.others;
        add_review_rule(Rule{.name = list.rule,
                             .summary = list.summary,
                             .why = list.why,
                             .level = Level::error,
                             .profile = Profile::core,
                             .bad = "",
                             .good = "",
                             .family = own_family,
                             .check = check_change,
                             .policy = book_.keep_one(policy),
                             .defined_at = book_.keep(file.text().from(node->source())),
                             .takes_ack = true});
    }
}

void Loader::add_review_rule(const Rule& rule)
{
    names_.emplace(rule.name, rule.defined_at);
    for (std::size_t i = 0; i < book_.rules.size(); ++i)
        if (book_.rules[i].name == rule.name) { // of a file that this one extends: now it knows more
            book_.rules[i] = rule;
            book_.policies[i] = rule.policy;
            return;
        }
    book_.rules.push_back(rule);
    book_.policies.push_back(rule.policy);
}

} // namespace zonevet::policy
