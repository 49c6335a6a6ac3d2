#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/policy_text.h"
#include "rules/text/shared/spf.h"

#include <fmt/format.h>

namespace zonevet::rules::spf_host_missing {

namespace {

void check(const Record& txt, Lint& lint)
{
    PolicyText text(txt);
    for (const SpfTerm& term : spf_terms(text.text())) {
        bool mx = term.is("mx");
        if (!mx && !term.is("a"))
            continue;
        // Without a domain they are the usual beginning of many records, and do no harm.
        std::string storage;
        Name name;
        if (!term_domain(term, storage, name))
            continue;
        Answer answer = mx ? txt.zone().look_up(name, Type::MX) : txt.zone().look_up_address(name);
        if (answer.missing())
            lint.report(text.place(term.whole), "`{}` matches nobody: {} has no {}", term.whole, name,
                        mx ? "MX record" : "address")
                .help(mx ? "remove the term, or add the MX record" : "remove the term, or name the right host");
    }
}

} // namespace

extern const Rule rule{
    .name = "spf-host-missing",
    .summary = "An SPF record allows a host or mail servers that do not exist.",
    .why = "The server that was meant is not allowed to send. And after two look-ups that find "
           "nothing, receivers may end the check with a permanent error.",
    .effect = "mail from the server that was meant fails SPF",
    .references = {rfc("7208", "5.3"), rfc("7208", "5.4"), rfc("7208", "4.6.4")},
    .level = Level::info,
    .types = {Type::TXT},
    .bad = R"(
@  TXT  "v=spf1 mx a:mail.example.com -all"
)",
    .good = R"(
@  MX   10 ns1
@  TXT  "v=spf1 mx a:ns1.example.com -all"
)",
    .unless = is_no_spf,
    .check = check,
};

} // namespace zonevet::rules::spf_host_missing
