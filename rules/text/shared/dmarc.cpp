#include "rules/text/shared/dmarc.h"
#include "rules/services/shared/near.h"

namespace zonevet::rules {

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
