#include "rules/names/shared/targets.h"
#include "rules/soa/shared/timers.h"

namespace zonevet::rules::soa_mailbox_dot {

namespace {

// "john.doe" of john.doe.example.com., written as a local part.
std::string local_part(Name mailbox, Name apex)
{
    std::string text;
    for (std::size_t i = 0; i + apex.label_count() < mailbox.label_count(); ++i)
        text.append(i == 0 ? "" : ".").append(mailbox.label(i));
    return text;
}

std::string with_escaped_dots(std::string_view text)
{
    std::string escaped;
    for (char c : text)
        escaped.append(c == '.' ? "\\" : "") += c;
    return escaped;
}

void check(const Record& soa, Lint& lint)
{
    Name mailbox = soa.name(soa_rname), domain = mailbox.parent(), apex = soa.zone().apex();
    // Above real domains most mail domains are delegated, or left out of private copies.
    if (!soa.node().is_apex() || apex.label_count() < 2 || !domain.is_below(apex) ||
        soa.zone().look_up(domain, Type::MX).is != Existence::no_such_name || is_miswritten(soa, soa_rname) ||
        mailbox.first_label().find('@') != std::string_view::npos)
        return; // mailbox-at-sign
    Draft& draft =
        lint.report(soa.at(soa_rname), "the mailbox is read as `{}@{}`, and `{}` does not exist",
                    label_text(mailbox.first_label()), domain.text().substr(0, domain.text().size() - 1), domain);
    if (!lint.describing())
        return;
    std::string local = local_part(mailbox, apex), domain_text = apex.text();
    draft.help(fmt::format("if it is `{}@{}`, write `{}.{}`", local, domain_text.substr(0, domain_text.size() - 1),
                           with_escaped_dots(local), domain_text));
}

} // namespace

extern const Rule rule{
    .name = "soa-mailbox-dot",
    .summary = "The mailbox of the SOA has its at sign at a dot that belongs to the name of a "
               "person.",
    .why = "The first dot stands for the at sign: `john.doe.example.com.` is "
           "john@doe.example.com. Mail to the zone's contact goes to a domain that does not exist.",
    .references = {rfc("1035", "8"), rfc("1912", "2.2")},
    .level = Level::info,
    .confidence = Confidence::low,
    .profile = Profile::strict,
    .types = {Type::SOA},
    .bad = R"(
@ SOA ns1 john.doe 2026010100 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .good = R"(
@ SOA ns1 john\.doe 2026010100 4h 1h 14d 1h
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 192.0.2.2
)",
    .check = check,
};

} // namespace zonevet::rules::soa_mailbox_dot
