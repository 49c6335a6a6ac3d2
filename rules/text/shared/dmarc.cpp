#include "rules/text/shared/dmarc.h"
#include "rules/services/shared/near.h"

namespace zonevet::rules {

namespace {

constexpr DmarcTag dmarc_tags[] = {{"v", ""},   {"p", ""},       {"sp", ""},     {"np", ""},    {"rua", ""},
                                   {"ruf", ""}, {"adkim", "rs"}, {"aspf", "rs"}, {"fo", ""},    {"pct", ""},
                                   {"rf", ""},  {"ri", ""},      {"t", "yn"},    {"psd", "yun"}};

} // namespace

const DmarcTag* find_dmarc_tag(std::string_view name)
{
    for (const DmarcTag& known : dmarc_tags)
        if (same_text(known.name, name))
            return &known;
    return nullptr;
}

std::string_view dmarc_tag_near(std::string_view name)
{
    if (name.size() < 3)
        return {};
    if (starts_with_text(name, "pol"))
        return "p";
    for (const DmarcTag& known : dmarc_tags)
        if (known.name.size() > 2 && edit_distance(name, known.name, 1) == 1)
            return known.name;
    return {};
}

bool is_dmarc_owner(Name owner)
{
    return same_text(owner.first_label(), "_dmarc");
}

bool is_dmarc(const Record& txt)
{
    std::string_view text = first_string(txt);
    if (!text.starts_with('v'))
        return false;
    text = trimmed(text.substr(1));
    if (!text.starts_with('='))
        return false;
    text = trimmed(text.substr(1));
    if (!text.starts_with("DMARC1"))
        return false;
    text = trimmed(text.substr(6));
    return text.empty() || text.starts_with(';');
}

} // namespace zonevet::rules
