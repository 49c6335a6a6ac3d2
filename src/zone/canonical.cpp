// The data is read by the same lexer and the same table as a zone file's.
#include "zone/canonical.h"

#include "dns/rdata.h"
#include "syntax/lexer.h"

namespace zonevet {

std::string canonical_data(std::string_view type, std::string_view data, Name origin)
{
    const std::string line = " " + std::string(data); // without an owner
    Lexer lexer(line);
    EntryText entry, more;
    RdataBuffer rdata;
    RdataError error;
    Type known = type_from_text(type);
    bool is_read = known != Type::none && lexer.next(entry) && parse_rdata(known, entry.words, origin, rdata, error) &&
                   !lexer.next(more);
    return is_read ? rdata_text(known, rdata.view()) : std::string(data);
}

} // namespace zonevet
