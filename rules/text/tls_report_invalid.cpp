#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/policy_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet::rules::tls_report_invalid {

namespace {

bool is_owner(Name owner)
{
    return same_text(owner.first_label(), "_smtp") && same_text(owner.parent().first_label(), "_tls");
}

void check(const RRset& set, Lint& lint)
{
    if (!is_owner(set.owner()))
        return;
    std::optional<Record> first;
    for (Record txt : set) {
        if (!begins_with(txt, "v=TLSRPTv1"))
            continue;
        if (first) {
            lint.report(txt.at(field(Type::TXT, "text")), "{} has a second TLS report record", set.owner())
                .note(first->place(), "the first one")
                .help("keep one of them, with all addresses in its `rua`");
            return;
        }
        first = txt;
    }
    if (!first)
        return;
    PolicyText text(*first);
    std::vector<Tag> tags = tags_of(text.text());
    const Tag* rua = find_tag(tags, "rua");
    if (!rua || rua->value.empty()) {
        if (is_written_bare(*first))
            return;
        lint.report(text.place(text.text()), "the TLS report record of {} has no `rua`", set.owner())
            .help("add `rua=mailto:` and the address for reports");
        return;
    }
    std::string_view rest = rua->value;
    while (!rest.empty()) {
        std::size_t end = std::min(rest.find(','), rest.size());
        std::string_view uri = trimmed(rest.substr(0, end));
        if (!starts_with_text(uri, "mailto:") && !starts_with_text(uri, "https:")) {
            bool bare = uri.find('@') != std::string_view::npos && uri.find(':') == std::string_view::npos;
            Draft& draft = lint.report(text.place(uri), "`{}` is no `mailto:` or `https:` address", uri);
            if (bare)
                draft.help(fmt::format("write `mailto:{}`", uri)).fix(fmt::format("mailto:{}", uri));
            else
                draft.help("write `mailto:` and a mail address, or an `https:` address");
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

} // namespace

extern const Rule rule{
    .name = "tls-report-invalid",
    .summary = "A record that asks for TLS reports gives no usable address, or stands there twice.",
    .why = "Senders that cannot read the record send no reports, and failing TLS goes unnoticed.",
    .effect = "no TLS reports arrive",
    .references = {rfc("8460", "3")},
    .level = Level::error,
    .types = {Type::TXT},
    .bad = R"(
_smtp._tls  TXT  "v=TLSRPTv1; rua=tls@example.com"
)",
    .good = R"(
_smtp._tls  TXT  "v=TLSRPTv1; rua=mailto:tls@example.com,https://reports.example.net/"
)",
    .check = check,
};

} // namespace zonevet::rules::tls_report_invalid
