#include "base/ascii.h"
#include "lint/rule.h"

namespace zonevet::rules::ses_dkim_token_differs {

namespace {

constexpr std::string_view domains[] = {"\x09"
                                        "amazonses"
                                        "\x03"
                                        "com"};

// token._domainkey CNAME token.dkim.amazonses.com.
void check(const Record& record, Lint& lint)
{
    Name owner = record.owner(), target = record.name(field(Type::CNAME, "target"));
    if (!same_word(owner.parent().first_label(), "_domainkey") || target.label_count() != 4 ||
        !same_word(target.label(1), "dkim"))
        return;
    constexpr std::size_t token_size = 32;
    std::string_view token = owner.first_label(), its = target.first_label();
    if (same_word(token, its) || its.size() != token_size)
        return;
    lint.report(record.data_place(), "the token `{}` of the target is not that of the owner, `{}`", label_text(its),
                label_text(token))
        .help("copy both sides of the record from the SES console again");
}

} // namespace

extern const Rule rule{
    .name = "ses-dkim-token-differs",
    .summary = "A DKIM alias to Amazon SES leads to the key of another selector.",
    .why = "Easy DKIM has three aliases, and each has its token on both sides. With one token on the left and another "
           "on the right receivers check a signature with the wrong key, and SES never calls the domain verified.",
    .effect = "DKIM signatures with this selector fail",
    .references = {{"Amazon SES", "Easy DKIM",
                    "https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dkim-easy.html"}},
    .level = Level::error,
    .types = {Type::CNAME},
    .bad = R"(
aaaabbbbccccddddeeeeffffgggghhhh._domainkey CNAME aaaabbbbccccddddeeeeffffgggghhhi.dkim.amazonses.com.
)",
    .good = R"(
aaaabbbbccccddddeeeeffffgggghhhh._domainkey CNAME aaaabbbbccccddddeeeeffffgggghhhh.dkim.amazonses.com.
)",
    .check = check,
    .scope = {.zones = {}, .files = {}, .profiles = {}, .labels = {}, .targets = domains},
};

} // namespace zonevet::rules::ses_dkim_token_differs
