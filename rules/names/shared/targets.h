// The names inside the data of a record, as written and as read, and the mistakes that a rule about
// missing targets should leave to the rules of this folder.
#pragma once

#include "lint/rule.h"

#include <string>
#include <string_view>

namespace zonevet::rules {

// Types whose data holds a name that somebody will look up (or a mailbox), signatures left out.
inline constexpr Few<Type, 24> types_with_names = {
    Type::NS,   Type::CNAME, Type::SOA,   Type::PTR, Type::MX, Type::SRV, Type::NAPTR, Type::DNAME,
    Type::SVCB, Type::HTTPS, Type::AFSDB, Type::KX,  Type::RP, Type::RT,  Type::LP,    Type::MINFO};

// The fields of such a type that hold names; empty for all other types.
const Few<Field, 2>& names_in(Type type);
bool is_mailbox(Field field);

// What stands at the place in the file. Reads the entry again: ask only when there is a suspicion.
std::string_view written(const Record& record, const Place& place);
// The same for one name of the data; empty when it was made by $GENERATE, as its text is a pattern.
std::string_view written_name(const Record& record, Field field);

// A record that came from the same $GENERATE line as the one before it: its line was judged
// already.
bool repeats_line(const Record& record);

// `text` is a name without a final dot (and more than "@").
bool is_relative(std::string_view text);
bool is_address(std::string_view text);

// The apex stands in the name once more before the name ends with it: anywhere, or right there.
bool holds_twice(Name name, Name apex, bool anywhere);

// The name holds the apex twice because the final dot was forgotten. `text` as written, or empty.
bool repeats_origin(const Zone& zone, Name name, std::string_view text);

// Something else than a missing target is wrong with this name: it lacks its final dot, is an
// address, or holds what no name of a host can hold. Those have rules of their own.
bool is_miswritten(const Record& record, Field field);
bool lacks_final_dot(const Record& record, Field field);
bool holds_address(const Record& record, Field field);
bool holds_foreign_text(const Record& record, Field field); // a URL, a port, a blank, a star

// A label of RFC 2317 such as "0/25".
bool is_range(std::string_view label);
// "Office Printer._ipp._tcp.example.com.": its first label is free text (RFC 6763).
bool is_service_instance(Name name);

} // namespace zonevet::rules
