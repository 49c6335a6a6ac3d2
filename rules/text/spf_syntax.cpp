#include "lint/rule.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/policy_text.h"
#include "rules/text/shared/spf.h"

#include <fmt/format.h>

namespace zonevet::rules::spf_syntax {

namespace {

// Two strings are joined without a blank: "...a.example" "include:b" is read as one term. Then the
// seam is the mistake, whatever else the term seems to be.
bool ends_at_seam(std::string_view text, std::size_t begin, std::size_t end, const std::vector<std::size_t>& seams,
                  std::size_t& seam)
{
    for (std::size_t at : seams) {
        if (at <= begin || at >= end)
            continue;
        std::string_view next = text.substr(at);
        if (std::string_view("+-~?").find(next[0]) != std::string_view::npos)
            next.remove_prefix(1);
        for (std::string_view head : {"include:", "ip4:", "ip6:", "a:", "mx:", "exists:", "redirect=", "all"})
            if (starts_with_text(next, head)) {
                seam = at;
                return true;
            }
    }
    return false;
}

// "ip4: 192.0.2.1" and "- all": one mistake, not two broken terms.
void report_cut_off(const PolicyText& text, const SpfTerm& term, const SpfTerm& next, Lint& lint)
{
    auto begin = static_cast<std::size_t>(term.whole.data() - text.text().data());
    auto end = static_cast<std::size_t>(next.whole.data() - text.text().data()) + next.whole.size();
    lint.report(text.place(begin, end), "a blank stands behind `{}`", term.whole)
        .help(fmt::format("write `{}{}`", term.whole, next.whole))
        .fix(fmt::format("{}{}", term.whole, next.whole));
}

void check(const Record& txt, Lint& lint)
{
    PolicyText text(txt);
    std::vector<std::size_t> seams = text.seams();
    bool redirected = false, explained = false;
    std::vector<SpfTerm> terms = spf_terms(text.text());
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const SpfTerm& term = terms[i];
        std::size_t begin = static_cast<std::size_t>(term.whole.data() - text.text().data());
        std::size_t seam = 0;
        if (ends_at_seam(text.text(), begin, begin + term.whole.size(), seams, seam)) {
            std::string_view last = text.text().substr(begin, seam - begin);
            lint.report(text.place(begin, seam), "`{}` runs into the next string", last)
                .label("strings are joined without a blank")
                .note(text.place(seam, begin + term.whole.size()), "the next string")
                .help("end the string with a blank before its quote")
                .fix(fmt::format("{} ", last));
            continue;
        }
        if (i + 1 < terms.size() && is_cut_off(term, terms[i + 1])) {
            report_cut_off(text, term, terms[i + 1], lint);
            ++i;
            continue;
        }
        if (std::optional<SpfProblem> problem = check_term(term)) {
            Draft& draft = lint.report(text.place(problem->part), "{}", problem->message);
            draft.help(problem->help);
            if (problem->fix)
                draft.fix(*problem->fix);
            continue;
        }
        bool* seen = same_text(term.name, "redirect") ? &redirected
                     : same_text(term.name, "exp")    ? &explained
                                                      : nullptr;
        if (term.is_modifier && seen && *seen)
            lint.report(text.place(term.whole), "`{}` stands twice in one SPF record", term.name)
                .help("keep one of them");
        else if (seen)
            *seen = true;
    }
}

} // namespace

extern const Rule rule{
    .name = "spf-syntax",
    .summary = "An SPF record has a term that SPF does not know.",
    .why = "One wrong term spoils the whole record: the check ends in a permanent error, and mail is "
           "treated as if the sender were not allowed.",
    .effect = "SPF fails for all mail from this domain",
    .references = {rfc("7208", "4.6"), rfc("7208", "12")},
    .level = Level::error,
    .profile = Profile::core,
    .types = {Type::TXT},
    .bad = R"(
a  TXT  "v=spf1 ipv4:192.0.2.1 -all"
b  TXT  "v=spf1 include:amazonses.com ~al"
c  TXT  "v=spf1 ip4:192.0.2.0/33 -all"
)",
    .good = R"(
a  TXT  "v=spf1 ip4:192.0.2.0/24 a:%{d}.example.net/24//64 -all"
b  TXT  "v=spf1 include:amazonses.com unknown=ignored ~all"
)",
    .unless = is_no_spf,
    .check = check,
};

} // namespace zonevet::rules::spf_syntax
