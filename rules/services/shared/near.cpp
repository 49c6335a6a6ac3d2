#include "rules/services/shared/near.h"

#include "base/ascii.h"

namespace zonevet::rules {

bool is_token(std::string_view label)
{
    std::size_t digits = 0, others = 0;
    for (char c : label) {
        c = ascii_lower(c);
        if (c >= '0' && c <= '9')
            ++digits;
        else if (!(c >= 'a' && c <= 'z'))
            ++others;
    }
    if (digits == label.size())
        return true;
    if (others == 0 && label.size() >= 24 && digits >= 3)
        return true;
    for (std::string_view tail : {"-verify", "-verification", "-challenge"})
        if (ends_with_text(label, tail))
            return true;
    return false;
}

} // namespace zonevet::rules
