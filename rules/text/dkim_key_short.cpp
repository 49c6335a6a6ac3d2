#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/dkim.h"

#include <fmt/format.h>

namespace zonevet::rules::dkim_key_short {

namespace {

void check(const Record& txt, Lint& lint)
{
    if (!is_dkim_owner(txt.owner()))
        return;
    PolicyText text(txt);
    std::vector<Tag> tags = tags_of(text.text());
    const Tag* p = find_tag(tags, "p");
    const Tag* k = find_tag(tags, "k");
    if (!p || p->value.empty() || (k && !same_text(k->value, "rsa")))
        return;
    DkimKey key = read_dkim_key("rsa", p->value);
    if (key.is != DkimKey::Is::valid || key.bits >= 1024)
        return;
    lint.report(text.place(p->value), "the DKIM key has {} bits, and fewer than 1024 do not count", key.bits)
        .help("make a key of 2048 bits");
}

} // namespace

extern const Rule rule{
    .name = "dkim-key-short",
    .summary = "A DKIM key is too short to be accepted.",
    .why = "Receivers must not accept RSA keys of fewer than 1024 bits, since such keys can be "
           "broken. The mail counts as unsigned.",
    .effect = "DKIM signatures with this selector do not count",
    .references = {rfc("8301", "3.2")},
    .level = Level::error,
    .types = {Type::TXT},
    .bad = R"(
a._domainkey  TXT  "v=DKIM1; k=rsa; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKcOfrADescNMTrXVhOnR3w0lOnyrwiLiW1kDtxz8qYbhq/Dyghsdzqh72mO8n9d5iEuzsBWfZ5Pm6Or4o2iIr8CAwEAAQ=="
)",
    .good = R"(
b._domainkey  TXT  "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
)",
    .check = check,
};

} // namespace zonevet::rules::dkim_key_short
