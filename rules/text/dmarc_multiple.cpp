#include "lint/rule.h"
#include "rules/text/shared/dmarc.h"

#include <fmt/format.h>

namespace zonevet::rules::dmarc_multiple {

namespace {

void check(const RRset& set, Lint& lint)
{
    if (set.size() < 2 || !is_dmarc_owner(set.owner()))
        return;
    std::optional<Record> first;
    for (Record txt : set) {
        if (!is_dmarc(txt))
            continue;
        if (!first) {
            first = txt;
            continue;
        }
        lint.report(txt.at(field(Type::TXT, "text")), "{} has a second DMARC record", set.owner())
            .note(first->place(), "the first one")
            .help("keep one of them");
        return;
    }
}

} // namespace

extern const Rule rule{
    .name = "dmarc-multiple",
    .summary = "A domain has more than one DMARC record.",
    .why = "Receivers that find several DMARC records act as if there were none.",
    .effect = "the domain has no DMARC policy",
    .references = {rfc("7489", "6.6.3"), rfc("9989")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::TXT},
    .bad = R"(
_dmarc  TXT  "v=DMARC1; p=none"
_dmarc  TXT  "v=DMARC1; p=reject"
)",
    .good = R"(
_dmarc  TXT  "v=DMARC1; p=reject"
_dmarc  TXT  "some other text"
)",
    .check = check,
};

} // namespace zonevet::rules::dmarc_multiple
