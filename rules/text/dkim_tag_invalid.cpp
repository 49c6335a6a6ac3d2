#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/dkim.h"

#include <algorithm>
#include <fmt/format.h>
#include <initializer_list>

namespace zonevet::rules::dkim_tag_invalid {

namespace {

// A list of words between colons has `wanted` or "*".
bool list_has(std::string_view list, std::initializer_list<std::string_view> wanted)
{
    while (!list.empty()) {
        std::size_t end = std::min(list.find(':'), list.size());
        std::string_view word = trimmed(list.substr(0, end));
        for (std::string_view item : wanted)
            if (same_text(word, item))
                return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

void check(const Record& txt, Lint& lint)
{
    if (!is_dkim_owner(txt.owner()))
        return;
    PolicyText text(txt);
    std::vector<Tag> tags = tags_of(text.text());
    if (!find_tag(tags, "p"))
        return;
    if (const Tag* v = find_tag(tags, "v"); v && v != &tags[0])
        lint.report(text.place(v->whole), "`{}` must be the first tag of a DKIM record", v->whole)
            .help("begin the text with `v=DKIM1;`");
    if (const Tag* h = find_tag(tags, "h"); h && !list_has(h->value, {"sha256"}))
        lint.report(text.place(h->whole), "`{}` does not allow SHA-256", h->whole)
            .help("remove the tag, or write `h=sha256`");
    if (const Tag* s = find_tag(tags, "s"); s && !list_has(s->value, {"*", "email", "tlsrpt"}))
        lint.report(text.place(s->whole), "`{}` keeps the key from being used for mail", s->whole)
            .help("remove the tag; the selector stands in the owner name alone");
}

} // namespace

extern const Rule rule{
    .name = "dkim-tag-invalid",
    .summary = "A tag of a DKIM record makes receivers discard the key.",
    .why = "The version must come first, SHA-256 must be allowed, and the service must be mail. Else "
           "the key is there, but not used.",
    .effect = "DKIM signatures with this selector fail",
    .references = {rfc("6376", "3.6.1"), rfc("8301", "3.1")},
    .level = Level::error,
    .types = {Type::TXT},
    .bad = R"(
a._domainkey  TXT  "k=ed25519; v=DKIM1; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
b._domainkey  TXT  "v=DKIM1; s=b; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
)",
    .good = R"(
a._domainkey  TXT  "v=DKIM1; k=ed25519; s=email; h=sha1:sha256; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
)",
    .check = check,
};

} // namespace zonevet::rules::dkim_tag_invalid
