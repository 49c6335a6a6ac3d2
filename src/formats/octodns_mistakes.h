// What octoDNS refuses or silently misreads in a zone of its own, beyond what its records say.
#pragma once

#include "formats/collector.h"

namespace zonevet {

void note_octodns_mistakes(Collector& to, const std::string& zone, const Value& root, const Document& document,
                           const Neighbours& neighbours);

// What the configuration of octoDNS says about the YAML files beside it.
struct OctodnsSettings {
    bool found = false; // by a configuration; else its defaults
    bool enforces_order = true, orders_naturally = true, escapes_semicolons = true, is_lenient = false;
};
OctodnsSettings octodns_settings(const std::string& path, const std::string& zone, const Neighbours& neighbours);

// Keys that are not where their order wants them; `before`: the key they belong before, null: the end.
struct MisplacedKey {
    const Value::Member *key = nullptr, *before = nullptr;
};
std::vector<MisplacedKey> misplaced_keys(const std::vector<const Value::Member*>& list);

// As natsort compares: numbers in them by their value.
bool is_in_natural_order(std::string_view a, std::string_view b);

} // namespace zonevet
