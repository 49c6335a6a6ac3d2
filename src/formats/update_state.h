// A zone under dynamic updates, with the rules of RFC 2136, 3.4.2 as servers apply them: what
// conflicts is ignored without an error, the apex keeps its SOA and one NS, an added record gives
// its TTL to the whole RRset.
#pragma once

#include "dns/name.h"
#include "dns/rdata_compare.h"
#include "formats/zone_text.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace zonevet {

class UpdateState {
public:
    explicit UpdateState(Name apex) : apex_(apex) {}

    struct Stored {
        std::string rdata;
        std::uint32_t ttl = 0;
        FilePlace place;
        std::size_t number = 0; // of the records of its set as they came
    };
    // What the DNS takes for the same data is the same record.
    struct DataOrder {
        using is_transparent = void;
        Type type;
        bool operator()(const Stored& a, const Stored& b) const { return compare_data(type, a.rdata, b.rdata) < 0; }
        bool operator()(const Stored& a, std::string_view b) const { return compare_data(type, a.rdata, b) < 0; }
        bool operator()(std::string_view a, const Stored& b) const { return compare_data(type, a, b.rdata) < 0; }
    };
    struct Set {
        std::multiset<Stored, DataOrder> records; // never empty; a file may hold one twice
        std::optional<std::uint32_t> ttl;         // of all; nothing: each has its own
        std::size_t came = 0;
    };

    // As it stands in a zone; no rule of updates applies.
    void put(Name owner, Type type, Stored record);

    // Each returns why nothing happens; empty when something does.
    std::string add(Name owner, Type type, const Stored& record);
    std::string remove_name(Name owner);
    std::string remove_set(Name owner, Type type);
    std::string remove_record(Name owner, Type type, const std::string& rdata);

    bool has_name(Name owner) const;
    // Null: there is none.
    const Set* find(Name owner, Type type) const;
    Name apex() const { return apex_.view(); }
    // What a server does after a batch that changed something.
    void raise_serial();
    // Someone raised it in the batch.
    std::uint32_t serial() const;

    void write(ZoneText& text) const;

private:
    struct Owner {
        OwnedName name;
        std::size_t number = 0; // of the names as they came
        std::map<Type, Set> sets;
    };
    static std::string key(Name name);
    bool is_apex(Name name) const { return name == apex_.view(); }
    void drop(Name owner, Type type);

    OwnedName apex_;
    std::map<std::string, Owner> owners_;
    std::size_t names_ = 0; // that came so far
};

} // namespace zonevet
