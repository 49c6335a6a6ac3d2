// Data of every type: what is read can be printed, and what was printed reads as the same octets and
// prints as the same text.
#include "dns/types.h"
#include "fuzz/targets.h"
#include "syntax/lexer.h"

#include <fmt/format.h>
#include <string>

namespace zonevet::fuzz {

namespace {

bool read(Type type, std::string_view text, RdataBuffer& out)
{
    std::string line = fmt::format(" {}\n", text);
    Lexer lexer(line);
    EntryText entry;
    RdataError error;
    return lexer.next(entry) && entry.mistakes.empty() &&
           parse_rdata(type, {entry.words.data(), entry.words.size()}, Name(), out, error);
}

} // namespace

void data(std::string_view text)
{
    if (text.empty())
        return;
    auto types = static_cast<std::size_t>(all_types_end() - all_types_begin());
    Type type = all_types_begin()[static_cast<unsigned char>(text[0]) % types].type;
    RdataBuffer first, second;
    if (!read(type, text.substr(1), first))
        return;
    std::string printed = rdata_text(type, first.view());
    require(read(type, printed, second));
    require(first.view() == second.view());
    require(rdata_text(type, second.view()) == printed);
}

} // namespace zonevet::fuzz
