// What a record holds in a field of the language, as text, and where.
#pragma once

#include "policy/model.h"
#include "zone/zone.h"

#include <string>

namespace zonevet::policy {

// The field of this type among those of a test; null: it has none.
const Field* field_in(std::span<const Field> fields, Type type);
// How many strings the data of a TXT record has.
std::size_t string_count(const Record& record);
// The path of the file the record stands in.
std::string_view file_of(const Record& record);

// The value of a field as text: numbers in decimal, names as the language writes them.
void append_value(std::string& out, Subject subject, std::span<const Field> fields, const Record& record);
// The same as a message shows it: times as "1h".
void append_shown(std::string& out, Subject subject, std::span<const Field> fields, const Record& record);
void append_field(std::string& out, const Field& field, const Record& record);
// Whether the record has it at all.
bool has_field(Subject subject, std::span<const Field> fields, Type type);
Place place_of(Subject subject, std::span<const Field> fields, const Record& record);

} // namespace zonevet::policy
