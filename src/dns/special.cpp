// Which function reads, checks and prints the data that belongs to one type alone.
#include "dns/reader.h"

namespace zonevet {

bool read_special(Reader& reader)
{
    return reader.wrong(Mistake::generic_invalid, "not there yet");
}
bool special_valid(Type, std::string_view, std::string_view)
{
    return true;
}
std::string special_text(Type, std::string_view rest, std::string_view)
{
    return hex_text(rest);
}

} // namespace zonevet
