#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/dkim.h"

#include <fmt/format.h>

namespace zonevet::rules::dkim_key_invalid {

namespace {

void describe_broken(const DkimKey& key, const PolicyText& text, std::string_view type, std::string_view value,
                     Lint& lint)
{
    switch (key.is) {
    case DkimKey::Is::not_base64:
        lint.report(text.place(value.substr(key.bad_at, 1)), "the DKIM key holds `{}`, which is no Base64",
                    value.substr(key.bad_at, 1))
            .help("copy the key again, without quotes, brackets and header lines");
        break;
    case DkimKey::Is::cut_short:
        lint.report(text.place(value), "the DKIM key is cut short after {} octets", key.octets)
            .help("copy the whole key; split it into several quoted strings when it is over 255 "
                  "characters");
        break;
    case DkimKey::Is::not_a_key:
        lint.report(text.place(value), "the value of `p` is no {} key", type)
            .help(same_text(type, "ed25519") ? "an Ed25519 key is 44 characters of Base64"
                  : key.octets == 32         ? "if it is an Ed25519 key, write `k=ed25519`"
                                             : "copy the public key as its generator prints it");
        break;
    case DkimKey::Is::valid:
        break;
    }
}

void check(const Record& txt, Lint& lint)
{
    if (!is_dkim_owner(txt.owner()))
        return;
    PolicyText text(txt);
    std::vector<Tag> tags = tags_of(text.text());
    const Tag* p = find_tag(tags, "p");
    const Tag* k = find_tag(tags, "k");
    if (!p || p->value.empty())
        return;
    std::string_view type = k ? k->value : "rsa";
    if (!same_text(type, "rsa") && !same_text(type, "ed25519")) {
        lint.report(text.place(k->value.empty() ? k->whole : k->value), "`{}` is no type of DKIM keys", type)
            .help("write `k=rsa` or `k=ed25519`");
        return;
    }
    describe_broken(read_dkim_key(type, p->value), text, same_text(type, "rsa") ? "RSA" : "Ed25519", p->value, lint);
}

} // namespace

extern const Rule rule{
    .name = "dkim-key-invalid",
    .summary = "A DKIM record holds something that is no public key.",
    .why = "Receivers cannot check the signature with it. Keys are often cut at the 255th character, "
           "or carry along the quotes of the file they came from.",
    .effect = "DKIM signatures with this selector fail",
    .references = {rfc("6376", "3.6.1"), rfc("8463", "4")},
    .level = Level::error,
    .types = {Type::TXT},
    .bad = R"(
a._domainkey  TXT  "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQ"
b._domainkey  TXT  "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHU"
)",
    .good = R"(
b._domainkey  TXT  "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
c._domainkey  TXT  "v=DKIM1; p="
)",
    .check = check,
};

} // namespace zonevet::rules::dkim_key_invalid
