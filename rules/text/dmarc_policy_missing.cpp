#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/dmarc.h"
#include "rules/text/shared/odd_character.h"

#include <fmt/format.h>

namespace zonevet::rules::dmarc_policy_missing {

namespace {

// "policy=reject" is told by dmarc-tag-invalid, "p" behind a no-break space by text-character-odd.
bool is_policy_miswritten(const std::vector<Tag>& tags)
{
    for (const Tag& tag : tags) {
        if (dmarc_tag_near(tag.name) == "p")
            return true;
        std::optional<OddCharacter> odd = odd_character(tag.name, true);
        if (odd && same_text(tag.name.substr(odd->length), "p"))
            return true;
    }
    return false;
}

void check(const Record& txt, Lint& lint)
{
    if (!is_dmarc_owner(txt.owner()) || !is_dmarc(txt))
        return;
    PolicyText text(txt);
    std::vector<Tag> tags = tags_of(text.text());
    if (find_tag(tags, "p") || is_policy_miswritten(tags) || is_written_bare(txt))
        return;
    lint.report(txt.at(field(Type::TXT, "text")), "the DMARC record of {} has no policy `p`", txt.owner().parent())
        .help("add `p=none`, `p=quarantine` or `p=reject` after the version");
}

} // namespace

extern const Rule rule{
    .name = "dmarc-policy-missing",
    .summary = "A DMARC record does not say what to do with forged mail.",
    .why = "Without `p` receivers take the policy for `none` at best; older ones ignore the whole "
           "record.",
    .effect = "forged mail is not rejected",
    .references = {rfc("7489", "6.3"), rfc("9989")},
    .level = Level::warning,
    .types = {Type::TXT},
    .bad = R"(
_dmarc  TXT  "v=DMARC1; rua=mailto:dmarc@example.com"
)",
    .good = R"(
_dmarc  TXT  "v=DMARC1; p=none; rua=mailto:dmarc@example.com"
)",
    .check = check,
};

} // namespace zonevet::rules::dmarc_policy_missing
