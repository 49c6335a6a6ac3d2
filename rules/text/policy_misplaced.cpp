#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/dkim.h"
#include "rules/text/shared/policy_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace zonevet::rules::policy_misplaced {

namespace {

struct Kind {
    std::string_view version, name, first, second; // labels where it is looked up
};
constexpr Kind kinds[] = {
    {"v=DMARC1", "DMARC", "_dmarc", ""},           {"v=STSv1", "MTA-STS", "_mta-sts", ""},
    {"v=TLSRPTv1", "TLS report", "_smtp", "_tls"}, {"v=BIMI1", "BIMI", "*", "_bimi"},
    {"v=DKIM1", "DKIM", "*", "_domainkey"},
};

const Kind* kind_of(const Record& txt)
{
    if (!begins_with(txt, "v="))
        return nullptr;
    for (const Kind& kind : kinds)
        if (begins_with(txt, kind.version))
            return &kind;
    return nullptr;
}

bool has_label(Name name, std::string_view label)
{
    for (std::size_t i = 0; i < name.label_count(); ++i)
        if (same_text(name.label(i), label))
            return true;
    return false;
}

bool is_in_place(const Kind& kind, Name owner)
{
    if (kind.name == "DMARC" && has_label(owner, "_report"))
        return true; // consent to reports of other domains (RFC 7489 7.1)
    if (kind.name == "DKIM")
        return is_dkim_owner(owner);
    if (kind.second == "_bimi")
        return has_label(owner, "_bimi");
    return same_text(owner.first_label(), kind.first) &&
           (kind.second.empty() || same_text(owner.label(1), kind.second));
}

// `_dmrac`: of underscore-label-misspelt.
bool is_misspelt(const Kind& kind, Name owner)
{
    for (std::size_t i = 0; i < owner.label_count(); ++i)
        for (std::string_view label : {kind.first, kind.second}) {
            std::string_view written = owner.label(i);
            if (label.size() < 5 || !written.starts_with('_'))
                continue;
            unsigned allowed = edits_allowed(written.substr(1));
            unsigned distance = edit_distance(written, label, allowed);
            if (distance > 0 && distance <= allowed)
                return true;
        }
    return false;
}

// "dmarc" and "_dmarc" for "_dmarc".
bool is_meant(std::string_view written, std::string_view label)
{
    return label == "*" || same_text(written, label) || same_text(written, label.substr(1));
}

// Where it belongs, relative to the zone. An underscore that was forgotten is no reason to go deeper.
std::string right_place(const Kind& kind, Name owner, Name apex)
{
    bool named = kind.first == "*"; // by its author
    std::string first(!named ? kind.first : kind.name == "DKIM" ? "selector" : "default");
    Name domain = owner;
    bool has_both = !kind.second.empty() && owner.label_count() > apex.label_count() + 1;
    bool swapped = !named && has_both && is_meant(owner.label(0), kind.second) && is_meant(owner.label(1), kind.first);
    if (swapped || (has_both && is_meant(owner.label(0), kind.first) && is_meant(owner.label(1), kind.second))) {
        domain = owner.parent().parent();
        if (named)
            first = label_text(owner.first_label());
    } else if (!named && same_text(owner.first_label(), kind.first.substr(1))) {
        domain = owner.parent();
    }
    std::string labels = kind.second.empty() ? first : fmt::format("{}.{}", first, kind.second);
    std::string below = domain.text_below(apex);
    return below == "@" ? labels : fmt::format("{}.{}", labels, below);
}

// An alias of this zone may lead the look-up to any name, so those are found first.
void check(const Zone& zone, Lint& lint)
{
    if (zone.incomplete())
        return; // the alias may be there
    std::vector<Record> found;
    std::size_t count = zone.record_count();
    for (std::size_t i = 0; i < count; ++i) {
        Record txt = zone.record(RecordId{static_cast<std::uint32_t>(i)});
        if (txt.type() != Type::TXT)
            continue;
        const Kind* kind = kind_of(txt);
        if (kind && txt.node().in_zone() && !is_in_place(*kind, txt.owner()) && !is_misspelt(*kind, txt.owner()) &&
            !txt.node().hidden_by())
            found.push_back(txt);
    }
    if (found.empty())
        return;
    std::vector<Name> aliased;
    for (std::size_t i = 0; i < count; ++i) {
        Record alias = zone.record(RecordId{static_cast<std::uint32_t>(i)});
        if (alias.type() == Type::CNAME)
            aliased.push_back(alias.name(field(Type::CNAME, "target")));
    }
    std::sort(aliased.begin(), aliased.end(), canonical_less);
    for (const Record& txt : found) {
        const Kind& kind = *kind_of(txt);
        if (std::binary_search(aliased.begin(), aliased.end(), txt.owner(), canonical_less))
            continue;
        Draft& draft = lint.report(txt.owner_place(), "nobody looks for the {} record at {}", kind.name, txt.owner());
        if (lint.describing())
            draft.help(fmt::format("publish it at `{}`", right_place(kind, txt.owner(), zone.apex())));
    }
}

} // namespace

extern const Rule rule{
    .name = "policy-misplaced",
    .summary = "A DMARC, DKIM, MTA-STS, TLS report or BIMI record stands where nobody looks for it.",
    .why = "Each of these records has a name of its own, such as `_dmarc`. At the domain itself, or "
           "without the underscore, it has no effect.",
    .effect = "receivers do not see this record",
    .references = {rfc("7489", "6.1"), rfc("6376", "3.6.2.1"), rfc("8461", "3.1"), rfc("8460", "3")},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .bad = R"(
@      TXT  "v=DMARC1; p=reject"
dmarc  TXT  "v=DMARC1; p=reject"
)",
    .good = R"(
_dmarc      TXT    "v=DMARC1; p=reject"
_dmarc.www  CNAME  policy
policy      TXT    "v=DMARC1; p=none"
)",
    .check = check,
};

} // namespace zonevet::rules::policy_misplaced
