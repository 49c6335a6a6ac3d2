#include "base/ascii.h"
#include "dns/public_suffix.h"
#include "rules/names/shared/misspelt.h"
#include "rules/names/shared/targets.h"

#include <algorithm>

namespace zonevet::rules::target_top_level_unknown {

namespace {

// Not on the internet, and meant so: special-use-name has the word, and .example is for documents.
bool is_special(std::string_view label)
{
    constexpr std::string_view special[] = {"local", "internal", "lan",   "corp", "home",    "localhost", "localdomain",
                                            "test",  "invalid",  "onion", "alt",  "private", "intranet",  "example"};
    return std::any_of(std::begin(special), std::end(special),
                       [&](std::string_view known) { return same_word(known, label); });
}

// Nearly all names of a zone end in the same few labels.
bool is_known_top(std::string_view label)
{
    thread_local std::string last;
    if (label == last)
        return true;
    if (same_word(label, "arpa") || !ends_in_public_suffix(label))
        return same_word(label, "arpa");
    last = label;
    return true;
}

void check(const Record& record, Lint& lint)
{
    const Zone& zone = record.zone();
    for (Field target : names_in(record.type())) {
        Name name = record.name(target);
        if (is_mailbox(target) || name.label_count() < 2 || name.is_at_or_below(zone.apex()) ||
            is_known_top(name.ancestor(1).first_label()) || is_special(name.ancestor(1).first_label()))
            continue;
        // A private network has names of its own, as its zone shows.
        if (zone.is_reverse() || !is_known_top(zone.apex().ancestor(1).first_label()) ||
            is_miswritten(record, target) || !well_known_domain_meant(name).empty() || repeats_line(record))
            continue;
        lint.report(record.at(target), "{} is below `{}`, which is no top-level domain", name,
                    label_text(name.ancestor(1).first_label()))
            .help("correct it, unless the domain is newer than this program's list, that of its public suffix library");
    }
}

} // namespace

extern const Rule rule{
    .name = "target-top-level-unknown",
    .summary = "A record leads below a top-level domain that does not exist.",
    .why = "Nothing can resolve there. It is a slip of the pen, a name of a private network, or a final dot "
           "too much behind a relative name.",
    .effect = "nobody can follow the record",
    .references = {{"IANA", "Root Zone Database", "https://www.iana.org/domains/root/db"}},
    .level = Level::warning,
    .confidence = Confidence::medium,
    .profile = Profile::strict,
    .types = types_with_names,
    .bad = R"(
www CNAME web.example.qzx.
)",
    .good = R"(
www CNAME web.example.net.
)",
    .check = check,
};

} // namespace zonevet::rules::target_top_level_unknown
