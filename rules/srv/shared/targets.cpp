#include "rules/srv/shared/targets.h"
#include "rules/services/shared/near.h"

#include <algorithm>
#include <libpsl.h>

namespace zonevet::rules {

namespace {

std::string plain_text(Name name)
{
    std::string text = name.text();
    text.pop_back();
    std::transform(text.begin(), text.end(), text.begin(), lower_case);
    return text;
}

bool is_number(std::string_view label)
{
    return !label.empty() && label.size() <= 3 &&
           std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::string registered_domain(Name name)
{
    std::string text = plain_text(name);
    const char* domain =
        text.empty() ? nullptr : psl_registrable_domain(psl_builtin(), text.c_str());
    return domain ? std::string(domain) + "." : "";
}

bool looks_like_missing_dot(const Record& record, Field target)
{
    Name name = record.name(target), apex = record.zone().apex();
    if (!name.is_below(apex))
        return false;
    std::size_t labels = name.label_count() - apex.label_count();
    if (labels < 2)
        return false;
    Name rest = name; // "mail.example.net" of "mail.example.net.example.com."
    std::string text;
    for (std::size_t i = 0; i < labels; ++i)
        text += (i ? "." : "") + label_text(rest.label(i));
    std::transform(text.begin(), text.end(), text.begin(), lower_case);
    std::string own = plain_text(apex);
    if (text == own || (ends_with_text(text, own) && text[text.size() - own.size() - 1] == '.'))
        return true;
    // An existing name there ("srv1.it" below "it") makes it a name of this zone.
    if (record.zone().find(name.parent()))
        return false;
    std::string last = text.substr(text.rfind('.') + 1);
    return psl_is_public_suffix2(psl_builtin(), last.c_str(),
                                 PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE) != 0;
}

bool looks_like_address(const Record& record, Field target)
{
    Name name = record.name(target);
    if (name.label_count() < 4)
        return false;
    for (std::size_t i = 0; i < 4; ++i)
        if (!is_number(name.label(i)))
            return false;
    return true;
}

bool is_missing_host(const Record& record, Field target)
{
    Name name = record.name(target);
    return !name.is_root() && record.zone().look_up_address(name).missing() &&
           !looks_like_address(record, target) && !looks_like_missing_dot(record, target) &&
           !record.node().hidden_by();
}

std::optional<RRset> alias_of_host(const Record& record, Field target)
{
    Answer answer = record.zone().look_up(record.name(target), Type::A);
    return answer.is == Existence::alias && !record.node().hidden_by() ? answer.rrset
                                                                       : std::nullopt;
}

std::string_view alias_text(const RRset& alias)
{
    return alias.type() == Type::DNAME ? "which lies below a DNAME" : "which is an alias";
}

} // namespace zonevet::rules
