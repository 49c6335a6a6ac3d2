#include "rules/change/shared/changes.h"

namespace zonevet::rules::mta_sts_id_unchanged {

namespace {
constexpr Field exchange = field(Type::MX, "exchange");
constexpr Field text = field(Type::TXT, "text");

bool has_new_server(const ChangedSet& set)
{
    for (const Record& added : set.added) {
        bool known = false;
        for (Record old : *set.before)
            known = known || old.name(exchange) == added.name(exchange);
        if (!known)
            return true;
    }
    return false;
}

void check(const Change& change, Lint& lint)
{
    for (const ChangedSet& set : change.sets()) {
        if (set.type() != Type::MX || !set.before || set.uncertain || !has_new_server(set))
            continue;
        OwnedName policy;
        if (!to_name("_mta-sts", policy, set.owner()) || change.find(policy, Type::TXT) != nullptr)
            continue;
        std::optional<Node> node = change.after().find(policy);
        std::optional<RRset> records = node ? node->find(Type::TXT) : std::nullopt;
        if (!records || !records->front().joined_text(text).starts_with("v=STSv1"))
            continue;
        report(lint, change, set, "the mail servers of `{}` change, but the id of its MTA-STS policy does not",
               owner_of(set, change))
            .note(records->front().data_place(), "the id that senders have seen")
            .help("add the new servers to the policy file, then give the record a new id");
    }
}
} // namespace

extern const Rule rule{
    .name = "mta-sts-id-unchanged",
    .summary = "The mail servers change, but the id of the MTA-STS policy does not.",
    .why = "Senders keep the policy for weeks and look for a new one only when the id in the "
           "TXT record changes. If the policy does not name the new servers, they refuse to "
           "deliver to them.",
    .effect = "senders that know the old policy do not deliver to the new servers",
    .references = {rfc("8461", "3.1"), rfc("8461", "8.3")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .bad = R"(
@ MX 10 mail
mail A 192.0.2.25
_mta-sts TXT "v=STSv1; id=20260101;"
; becomes
@ MX 10 mx
mx A 192.0.2.26
_mta-sts TXT "v=STSv1; id=20260101;"
)",
    .good = R"(
@ MX 10 mail
mail A 192.0.2.25
_mta-sts TXT "v=STSv1; id=20260101;"
; becomes
@ MX 10 mx
mx A 192.0.2.26
_mta-sts TXT "v=STSv1; id=20260115;"
)",
    .check = check,
};

} // namespace zonevet::rules::mta_sts_id_unchanged
