#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/dkim.h"
#include "rules/zone/shared/may_hold_more.h"

#include <fmt/format.h>

namespace zonevet::rules::dkim_key_missing {

namespace {

// Providers whose customers publish an alias to the provider's key, not the key.
constexpr std::string_view providers[] = {
    "dkim.amazonses.com", "onmicrosoft.com", "dkim.mail.microsoft", "dkim.fmhosted.com",
    "domains.proton.ch",  "mcsv.net",        "sendgrid.net",        "icloudmailadmin.com",
    "mandrillapp.com",    "mailgun.org",     "hubspotemail.net",    "zendesk.com",
};

bool is_provider_host(std::string_view text)
{
    if (text.ends_with('.'))
        text.remove_suffix(1);
    if (text.find_first_of(" ;=") != std::string_view::npos)
        return false;
    for (std::string_view provider : providers)
        if (ends_with_text(text, provider))
            return true;
    return false;
}

void check(const RRset& set, Lint& lint)
{
    if (!is_dkim_owner(set.owner()) || starts_with_text(set.owner().first_label(), "_"))
        return;
    for (Record txt : set) {
        PolicyText text(txt);
        std::vector<Tag> tags = tags_of(text.text());
        if (find_tag(tags, "p"))
            return;
    }
    Record txt = set.front();
    PolicyText text(txt);
    if (set.size() == 1 && is_provider_host(trimmed(text.text()))) {
        lint.report(txt.type_place(), "{} holds the name of another host instead of a key", set.owner())
            .note(txt.at(field(Type::TXT, "text")), "the host that has the key")
            .help(fmt::format("write `CNAME {}{}`, without quotes, in the place of type and text", trimmed(text.text()),
                              trimmed(text.text()).ends_with('.') ? "" : "."));
        return;
    }
    // A text without tags is no key, but the key may stand beside it where these files do not show it.
    std::vector<Tag> tags = tags_of(text.text());
    if (may_hold_more(set) && !find_tag(tags, "v") && !find_tag(tags, "k"))
        return;
    if (is_written_bare(txt))
        return;
    lint.report(txt.at(field(Type::TXT, "text")), "the DKIM record {} has no key `p`", set.owner())
        .help("add `p=` and the public key; an empty `p=` revokes the selector");
}

} // namespace

extern const Rule rule{
    .name = "dkim-key-missing",
    .summary = "A DKIM record has no public key.",
    .why = "Receivers find the selector, but nothing to check the signature with.",
    .effect = "DKIM signatures with this selector fail",
    .references = {rfc("6376", "3.6.1")},
    .level = Level::error,
    .types = {Type::TXT},
    .bad = R"(
a._domainkey  TXT  "v=DKIM1; k=rsa"
)",
    .good = R"(
a._domainkey  TXT  "v=DKIM1; p="
)",
    .check = check,
};

} // namespace zonevet::rules::dkim_key_missing
