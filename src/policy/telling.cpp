// The message, help and fix of a rule, with the values of the record filled in.
#include "policy/telling.h"

#include <algorithm>

namespace zonevet::policy {

namespace {

// The test of `select` that shows where a record that should not be there is wrong; null: none does.
const Matcher* selecting_test(const Policy& policy, const Situation& situation)
{
    const Matcher* test = deciding_test(policy.select, situation, Truth::yes);
    bool sharp = test != nullptr &&
                 (test->subject == Subject::data || test->subject == Subject::ttl || test->subject == Subject::value);
    return sharp ? test : nullptr;
}

} // namespace

bool is_selected(const Policy& policy, const Situation& situation)
{
    if (!policy.types.empty() &&
        std::find(policy.types.begin(), policy.types.end(), situation.record.type()) == policy.types.end())
        return false;
    if (policy.first_octets != 0 && situation.record.type() == Type::TXT) {
        std::string_view data = situation.record.rdata(); // a length, and the text
        bool tells = data.size() > 1 && data[0] != 0;
        if (tells && !(policy.first_octets >> (static_cast<unsigned char>(data[1]) & 63) & 1))
            return false;
    }
    if (matches(policy.select, situation) != Truth::yes)
        return false;
    // An exception that may hold holds.
    return std::none_of(policy.except.begin(), policy.except.end(),
                        [&](const Matcher& except) { return matches(except, situation) != Truth::no; });
}

Facts facts_of(const Policy& policy, const Record& record)
{
    Facts facts;
    facts.fields = policy.fields;
    facts.record = record;
    facts.zone = record.zone().apex();
    return facts;
}

Draft& tell(Lint& lint, const Policy& policy, const Place& place, const Facts& facts)
{
    Draft& draft = lint.report(place, "{}", lint.describing() ? expanded(policy.message, facts) : std::string());
    if (!lint.describing())
        return draft;
    std::string help = expanded(policy.help, facts);
    if (policy.needs_ack)
        help += fmt::format("{}`--ack {}=TICKET` accepts it", help.empty() ? "" : "; ",
                            lint.rule().id.empty() ? lint.rule().name : lint.rule().id);
    if (!help.empty())
        draft.help(std::move(help));
    if (!policy.label.empty())
        draft.label(expanded(policy.label, facts));
    return draft;
}

Place selected_place(const Policy& policy, const Situation& situation)
{
    const Matcher* test = selecting_test(policy, situation);
    return test != nullptr ? place_of(*test, situation.record) : situation.record.place();
}

Place sign_place(const Policy& policy, const Situation& situation)
{
    const Matcher* test = deciding_test(policy.select, situation, Truth::yes);
    bool tells = test != nullptr && test->subject == Subject::data && test->kind != Kind::number && !test->inverted;
    return tells ? place_of(*test, situation.record) : situation.record.owner_place();
}

std::optional<Objection> objection_to(const Policy& policy, const Situation& situation)
{
    const Record& record = situation.record;
    bool wanted = policy.claim == Claim::require;
    Truth wrong = wanted ? Truth::no : Truth::yes;
    if (matches(policy.matcher, situation) != wrong)
        return {};
    Objection objection;
    bool is_whole_record = !wanted && policy.matcher.parts.empty() && policy.matcher.op == Op::all;
    objection.test =
        is_whole_record ? selecting_test(policy, situation) : deciding_test(policy.matcher, situation, wrong);
    const Matcher* test = objection.test;
    // A test on a field that this record has not got points nowhere.
    objection.place = test == nullptr ? (wanted ? record.data_place() : selected_place(policy, situation))
                      : has_field(test->subject, test->fields, record.type()) ? place_of(*test, record)
                                                                              : record.type_place();
    return objection;
}

void explain(Draft& draft, const Policy& policy, const Objection& objection, const Facts& facts)
{
    const Matcher* at = objection.test;
    if (policy.label.empty() && policy.claim == Claim::require && at != nullptr && !at->shown.empty())
        draft.label(std::string(at->shown));
    for (const FieldUse& fix : policy.fix) {
        std::string text = expanded(fix.text, facts);
        bool is_here = at != nullptr && fix.subject == at->subject && fix.name == at->field;
        // A TTL that comes from $TTL has no words of its own to be replaced.
        if (is_here && (fix.subject != Subject::ttl || facts.record->ttl_written()))
            draft.fix(text);
        else if (policy.help.empty())
            draft.help(fmt::format("set {} to `{}`", fix.name, text));
    }
}

} // namespace zonevet::policy
