#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/dmarc.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet::rules::dmarc_policy_invalid {

namespace {

const std::vector<std::string_view> policies = {"none", "quarantine", "reject"};

void check(const Record& txt, Lint& lint)
{
    if (!is_dmarc_owner(txt.owner()) || !is_dmarc(txt))
        return;
    PolicyText text(txt);
    std::vector<Tag> tags = tags_of(text.text());
    for (const Tag& tag : tags) {
        if (!same_text(tag.name, "p") && !same_text(tag.name, "sp") && !same_text(tag.name, "np"))
            continue;
        bool known = false;
        for (std::string_view policy : policies)
            known = known || same_text(tag.value, policy);
        if (known)
            continue;
        std::string_view head = tag.value.substr(0, tag.value.find_first_of(" ,"));
        // "p=none, rua=...": the policy is right, what separates it is not.
        bool unseparated = !nearest(head, policies, 0).empty();
        std::string_view part = tag.value.empty() ? tag.whole : tag.value;
        if (unseparated)
            part = part.substr(0, std::min(part.find_first_not_of(" ,", head.size()), part.size()));
        Draft& draft = lint.report(text.place(part), "`{}` is no DMARC policy", tag.whole);
        if (!lint.describing())
            continue;
        std::string_view near = nearest(tag.value, policies, 3);
        if (unseparated)
            draft.label("a semicolon is missing")
                .help(fmt::format("write `{}={};`", tag.name, head))
                .fix(part.size() == tag.value.size() ? fmt::format("{};", head) : fmt::format("{}; ", head));
        else if (!near.empty())
            draft.help(fmt::format("write `{}={}`", tag.name, near)).fix(std::string(near));
        else
            draft.help("write `none`, `quarantine` or `reject`");
    }
}

} // namespace

extern const Rule rule{
    .name = "dmarc-policy-invalid",
    .summary = "A DMARC record asks for a policy that does not exist.",
    .why = "The policies are `none`, `quarantine` and `reject`. With any other word receivers act "
           "as if it were `none`, or as if there were no record.",
    .effect = "forged mail is not rejected",
    .references = {rfc("7489", "6.3"), rfc("7489", "6.6.3"), rfc("9989")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::TXT},
    .bad = R"(
_dmarc  TXT  "v=DMARC1; p=rejct; rua=mailto:dmarc@example.com"
)",
    .good = R"(
_dmarc  TXT  "v=DMARC1; p=reject; sp=Quarantine; rua=mailto:dmarc@example.com"
)",
    .check = check,
};

} // namespace zonevet::rules::dmarc_policy_invalid
