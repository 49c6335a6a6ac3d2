// Each target takes any octets and returns; it aborts when something does not hold that must hold for
// every input. The tests run them over all that the repository has.
#pragma once

#include <cstdlib>
#include <string_view>

namespace zonevet::fuzz {

void zone(std::string_view text);    // as a zone, with all rules
void reader(std::string_view text);  // as a master file: lexer, reader, printing
void data(std::string_view text);    // as the data of a record; its first octet chooses the type
void rdata(std::string_view text);   // the same, against ldns
void config(std::string_view text);  // as zonevet.toml
void servers(std::string_view text); // as the configuration of each name server
void comment(std::string_view text); // behind "; zonevet:"
void review(std::string_view text);  // as two states of a zone, "; becomes" on a line between them
void reports(std::string_view text); // as a file name, on the first line, and a zone
void names(std::string_view text);   // as a name, and as a label of an international one
void formats(std::string_view text); // as a document in each of the other formats

inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace zonevet::fuzz
