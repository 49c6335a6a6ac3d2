// What a change does to one zone: two states compared RRset by RRset, as the DNS compares them
// (order, layout, $ORIGIN style and includes make no difference, names ignore case). Both states
// stay there with their places, so a rule can point at what is new and quote what is gone.
#pragma once

#include "text/origins.h"
#include "zone/zone.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zonevet {

// A record that is new (no `before`), gone (no `after`), or stands in the place of another; with
// equal data its TTL is another.
struct ChangedRecord {
    std::optional<Record> before, after; // at least one
};

// A TTL that a placeholder gives may be equal to any.
inline bool ttl_differs(const Record& a, const Record& b)
{
    return a.ttl() != b.ttl() && a.ttl_known() && b.ttl_known();
}

// One RRset that is not the same in both states.
struct ChangedSet {
    std::optional<RRset> before, after; // at least one
    std::vector<Record> removed, added; // data that only one state has
    // Data that both have: indices into `before` and `after`.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> kept;
    // A line about this name could not be read in one of the states, so what is only in the other
    // may be in both.
    bool uncertain = false;

    Name owner() const { return any().owner(); }
    Type type() const { return any().type(); }
    bool is_new() const { return !before && !uncertain; }
    bool is_gone() const { return !after && !uncertain; }
    // Nothing of what was there is left, and something else is there now.
    bool is_replaced() const { return before && after && kept.empty() && !uncertain; }
    // SOA records that differ in nothing but the serial.
    bool only_serial_differs() const;
    // Record by record, as a reader would pair them: the removed with the added in file order.
    std::vector<ChangedRecord> records() const;
    bool ttl_changed() const { return before && after && ttl_differs(before->front(), after->front()); }

private:
    const RRset& any() const { return after ? *after : *before; }
};

// How much of a zone a state shows. A partial state holds whole RRsets, but not all of them.
enum class Extent : std::uint8_t { absent, partial, complete };

class Change {
public:
    struct State {
        const Zone* zone = nullptr; // never null; an empty zone when absent
        Extent extent = Extent::complete;
    };
    // The zones have the same apex, share their Sources and outlive the change.
    Change(State before, State after);

    const Zone& before() const { return *before_.zone; }
    const Zone& after() const { return *after_.zone; }
    // The zone appears, or disappears, as a whole.
    bool zone_added() const { return before_.extent == Extent::absent; }
    bool zone_removed() const { return after_.extent == Extent::absent; }
    // All of both states is known: counts and "nothing else" can be trusted.
    bool complete() const { return before_.extent == Extent::complete && after_.extent == Extent::complete; }

    // In canonical order of owners, then by type. The SOA counts like any other.
    const std::vector<ChangedSet>& sets() const { return sets_; }
    const ChangedSet* find(Name owner, Type type) const;
    // Nothing but the serial differs.
    bool only_serial() const { return only_serial_; }
    std::size_t removed_records() const { return removed_; }
    std::size_t added_records() const { return added_; }

    // Where a finding about the set points: what is new, the TTL that is, or, since a deletion has
    // no line of its own, the serial that publishes it.
    Place place(const ChangedSet& set) const;
    Place serial_place() const;
    // A place of the state before, for notes.
    Place former(const Place& place) const { return Place::text(before().span(place)); }

    // A person writes the serial; else the server does, and what it will be says nothing.
    bool serial_is_written = true;

    // What no RRset holds is not the same in both states: a provider's alias, a line that cannot be read.
    bool kept_differs = false;

    // What only the form of the change shows, see Origins::Remark.
    struct Remark {
        Span span;
        Origins::Remark::Kind kind = Origins::Remark::Kind::no_effect;
        std::string text, help;
    };
    std::vector<Remark> remarks;

    // The branch this change will be merged into has moved on; what it holds now. Null: it has not.
    const Zone* upstream = nullptr;

private:
    void compare(Node before, Node after);
    void compare(std::optional<RRset> before, std::optional<RRset> after);

    State before_, after_;
    std::vector<ChangedSet> sets_;
    bool only_serial_ = false;
    std::size_t removed_ = 0, added_ = 0;
};

} // namespace zonevet
