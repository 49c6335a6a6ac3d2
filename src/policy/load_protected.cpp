// [review] protected: each entry is a matcher of records that no change touches without an acknowledgement;
// all of them are one rule.
#include "policy/check.h"
#include "policy/load.h"

#include <fmt/format.h>

namespace zonevet::policy {

namespace {

// The message says which record it is, as the zone would write it.
constexpr FieldUse fields_of_message[] = {{"name", Subject::name, {}, {}}, {"type", Subject::type, {}, {}}};

} // namespace

void Loader::read_protected(ConfigTable& file)
{
    constexpr std::string_view name = "protected-record-changed";
    const toml::node* section = file.find("review");
    const toml::node* list = section != nullptr && section->is_table() ? section->as_table()->get("protected") : nullptr;
    if (list == nullptr)
        return;
    if (!list->is_array()) {
        file.text().mistake(list->source(), "`protected` is a list of records",
                            "protected = [{ name = \"@\", type = [\"NS\", \"DS\", \"MX\"] }]");
        return;
    }
    MatcherReader matchers(file.text(), book_, definitions_);
    for (const toml::node& entry : *list->as_array())
        protected_.push_back(matchers.read(entry, {}, "protected"));
    if (protected_.empty())
        return;
    Policy policy;
    policy.message = "`{name} {type}` is {event}, and [review] protects it";
    policy.help = "if that is meant: --ack protected-record-changed=TICKET";
    policy.fields = fields_of_message;
    policy.select.op = Op::any;
    policy.select.parts = book_.keep(protected_);
    policy.claim = Claim::forbid;
    policy.on_change = policy.needs_ack = policy.spares_new_zones = true;
    Rule rule{.name = name,
              .summary = "The change touches a record that the configuration protects.",
              .why = "[review] protected names records that nobody changes without somebody's consent.",
              .level = Level::error,
              .profile = Profile::core,
              .bad = "",
              .good = "",
              .family = own_family,
              .check = check_change,
              .policy = book_.keep_one(policy),
              .defined_at = book_.keep(file.text().from(list->source())),
              .takes_ack = true};
    names_.emplace(name, rule.defined_at);
    for (std::size_t i = 0; i < book_.rules.size(); ++i)
        if (book_.rules[i].name == name) { // of a file that this one extends: now it knows more
            book_.rules[i] = rule;
            book_.policies[i] = rule.policy;
            return;
        }
    book_.rules.push_back(rule);
    book_.policies.push_back(rule.policy);
}

} // namespace zonevet::policy
