#include "lint/rule.h"
#include "rules/services/shared/near.h"

#include <fmt/format.h>

namespace zonevet::rules::mx_submission_host {

namespace {

constexpr Field exchange = field(Type::MX, "exchange");

struct Submission {
    std::string_view host, instead;
};
constexpr Submission hosts[] = {
    {"smtp.office365.com.", "the domain's own host that ends in `.mail.protection.outlook.com.`"},
    {"smtp-mail.outlook.com.", "the domain's own host that ends in `.mail.protection.outlook.com.`"},
    {"smtp.gmail.com.", "`smtp.google.com.`"},
    {"smtp.mail.me.com.", "`mx01.mail.icloud.com.`"},
    {"smtp.fastmail.com.", "`in1-smtp.messagingengine.com.`"},
    {"smtp.zoho.com.", "`mx.zoho.com.`"},
};

void check(const Record& mx, Lint& lint)
{
    Name target = mx.name(exchange);
    if (!starts_with_text(target.first_label(), "smtp"))
        return;
    std::string text = target.text();
    for (const Submission& host : hosts)
        if (same_text(text, host.host)) {
            Draft& draft =
                lint.report(mx.at(exchange), "{} takes outgoing mail from users, not mail for {}", target, mx.owner());
            if (lint.describing())
                draft.help(fmt::format("name {}", host.instead));
        }
}

} // namespace

extern const Rule rule{
    .name = "mx-submission-host",
    .summary = "An MX record names the host through which a provider's customers send mail.",
    .why = "Such a host asks for a user name and a password. Other mail servers have none, so it "
           "turns every message away.",
    .effect = "senders cannot deliver mail",
    .references = {rfc("6409", "4.3")},
    .level = Level::error,
    .types = {Type::MX},
    .bad = R"(
@  MX  10 smtp.office365.com.
)",
    .good = R"(
@  MX  10 example-com.mail.protection.outlook.com.
g  MX  1 smtp.google.com.
)",
    .check = check,
};

} // namespace zonevet::rules::mx_submission_host
