#include "lint/rule.h"
#include "rules/services/shared/known_labels.h"
#include "rules/services/shared/near.h"

#include <fmt/format.h>

namespace zonevet::rules::underscore_label_misspelt {

namespace {

// The first record of a type that is looked up below such labels; SRV has rules of its own.
std::optional<Record> record_of(const Node& node)
{
    for (Type type : {Type::TXT, Type::CNAME, Type::TLSA, Type::SMIMEA, Type::OPENPGPKEY, Type::URI, Type::SVCB})
        if (std::optional<RRset> set = node.find(type))
            return set->front();
    return {};
}

// "_dmarc2", "_domainkey-old": set aside on purpose.
bool is_variant(std::string_view label, std::string_view known)
{
    if (!starts_with_text(label, known))
        return false;
    char next = label[known.size()];
    return (next >= '0' && next <= '9') || next == '-' || next == '_';
}

void check(const Node& node, Lint& lint)
{
    Name name = node.name();
    std::size_t labels = name.label_count() - node.zone().apex().label_count();
    if (node.has(Type::SRV))
        return;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < labels; begin += name.label(i).size() + 1, ++i) {
        std::string_view label = name.label(i);
        if (label[0] != '_' || is_known_label(label.substr(1)))
            continue;
        std::optional<Record> record = record_of(node);
        if (!record)
            return;
        const KnownLabel* near = near_label(label.substr(1), record->type());
        if (!near || is_variant(label.substr(1), near->label) || node.hidden_by())
            continue;
        Place place =
            record->owner_written() ? record->owner_place().within(begin, begin + label.size()) : record->owner_place();
        Draft& draft = lint.report(place, "`{}` is no known label, but near `_{}`", label, near->label);
        if (!lint.describing())
            return;
        draft.label(fmt::format("did you mean `_{}`?", near->label))
            .help(fmt::format("rename it to `_{}`", near->label));
        if (!record->generated())
            draft.fix(fmt::format("_{}", near->label));
        return;
    }
}

} // namespace

extern const Rule rule{
    .name = "underscore-label-misspelt",
    .summary = "A label with an underscore is not known, but a known one is spelt nearly alike.",
    .why = "Programs ask for the label they know. Under `_dmrac` there is no DMARC policy, and under "
           "`_acme-challange` no certificate authority finds the answer.",
    .effect = "whoever looks for the record does not find it",
    .references = {rfc("8552", "4.1.2")},
    .level = Level::warning,
    .bad = R"(
_dmrac                TXT  "v=DMARC1; p=reject"
_acme-challange.www   TXT  "LHDhK3oGRvkiefQnx7OOczTY5Tic_xZ6HcMOc_gmtoM"
)",
    .good = R"(
_dmarc                TXT  "v=DMARC1; p=reject"
_acme-challenge.www   TXT  "LHDhK3oGRvkiefQnx7OOczTY5Tic_xZ6HcMOc_gmtoM"
_myapp                TXT  "hello"
)",
    .unless = has_plain_records,
    .check = check,
};

} // namespace zonevet::rules::underscore_label_misspelt
