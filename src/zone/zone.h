// A zone as a resolver would know it, offline: names with their RRsets, empty non-terminals,
// delegations and what lies below them, DNAME, wildcards; and one lookup that answers yes, no or
// "not from these files". Zone owns its store; Record, RRset and Node are small views passed by
// value. Ids are in the order in which the file first names them.
#pragma once

#include "dns/name.h"
#include "dns/rdata.h"
#include "dns/types.h"
#include "text/source.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

class Zone;
class RRset;
class Node;
struct Store; // zone/store.h, private to this folder

enum class NameId : std::uint32_t {}; // NameId{0} is the root
enum class RecordId : std::uint32_t {};
inline constexpr NameId no_name{0xffffffff};

// Where a finding points: a part of a record, or plain text. Rules make places without knowing lines
// and columns; `Zone::span` finds them by reading the entry again.
struct Place {
    enum class Part : std::uint8_t { owner, ttl, type, field, data, entry, text };

    Part part = Part::text;
    std::uint8_t field = 0;
    std::uint16_t string = 0;       // for `strings` fields: which string
    std::uint32_t from = 0, to = 0; // octets of the decoded string or of the field's text; 0,0: all
    RecordId record{};
    Span text_span; // for Part::text

    static Place text(Span span)
    {
        Place p;
        p.text_span = span;
        return p;
    }
    // Octets [from, to) inside this place, counted in the field's text as written (strings: without
    // the quotes).
    Place within(std::size_t begin, std::size_t end) const
    {
        Place p = *this;
        p.from = static_cast<std::uint32_t>(begin);
        p.to = static_cast<std::uint32_t>(end);
        return p;
    }
};

class Record {
public:
    Record(const Zone& zone, RecordId id) : zone_(&zone), id_(id) {}

    const Zone& zone() const { return *zone_; }
    RecordId id() const { return id_; }
    Node node() const;
    Name owner() const; // in lower case, unless the file writes it otherwise
    Type type() const;
    std::uint32_t ttl() const;  // seconds, the effective one
    bool ttl_written() const;   // the record states its own TTL
    bool ttl_known() const;     // false: a declared placeholder gives it, and ttl() means nothing
    bool serial_known() const;  // of an SOA record, the same
    bool owner_written() const; // false: a blank owner, inherited from the record before
    bool generated() const;     // made by $GENERATE
    // The names that the record states, owner and data, hold letters, digits and inner hyphens only:
    // no underscore, no star, no escape. Rules about odd names need not look closer.
    bool plain() const;
    // A word of the data has no final dot; false: every name in it is written in full.
    bool relative() const;
    std::string_view rdata() const;
    Position entry() const; // of the first octet of its entry

    Name name(Field field) const;                             // FieldKind::name, mailbox
    std::uint32_t number(Field field) const;                  // numbers, types, algorithms
    std::string_view bytes(Field field) const;                // octets of any field
    std::string joined_text(Field field) const;               // `strings`: all of them joined
    std::vector<std::string_view> strings(Field field) const; // `strings`: each one's octets
    std::string data_text() const;                            // presentation form of the data

    Place at(Field field) const;
    Place at(Field field, std::size_t string) const; // one string of a `strings` field
    Place owner_place() const;                       // the owner as written; for a blank owner the type
    Place ttl_place() const;                         // the TTL as written; without one the type
    Place type_place() const;
    Place data_place() const; // from the first to the last word of the data
    Place place() const;      // from the owner to the last word

    friend bool operator==(const Record& a, const Record& b) { return a.id_ == b.id_; }

private:
    const Zone* zone_;
    RecordId id_;
};

// Records of one owner and type, in file order. Never empty.
class RRset {
public:
    RRset(const Zone& zone, std::uint32_t begin, std::uint32_t end) : zone_(&zone), begin_(begin), end_(end) {}

    const Zone& zone() const { return *zone_; }
    Node node() const;
    Name owner() const { return front().owner(); }
    Type type() const { return front().type(); }
    std::size_t size() const { return end_ - begin_; }
    Record operator[](std::size_t i) const;
    Record front() const { return (*this)[0]; }

    class Iterator {
    public:
        Iterator(const RRset& set, std::size_t i) : set_(&set), i_(i) {}
        Record operator*() const { return (*set_)[i_]; }
        Iterator& operator++()
        {
            ++i_;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return i_ != other.i_; }

    private:
        const RRset* set_;
        std::size_t i_;
    };
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }

private:
    const Zone* zone_;
    std::uint32_t begin_, end_;
};

// A name that exists in the zone or its files: it has records, or lies above one that has (an empty
// non-terminal).
class Node {
public:
    Node(const Zone& zone, NameId id) : zone_(&zone), id_(id) {}

    const Zone& zone() const { return *zone_; }
    NameId id() const { return id_; }
    Name name() const;
    Node parent() const; // the root's parent is the root
    bool is_apex() const;
    bool in_zone() const;     // at or below the apex
    bool has_records() const; // false: empty non-terminal (or outside)
    bool has(Type type) const { return find(type).has_value(); }
    std::optional<RRset> find(Type type) const;
    std::size_t rrset_count() const;
    // Its RRsets by ascending type: `for (RRset set : node.rrsets())`.
    class RRsets;
    RRsets rrsets() const;
    std::size_t record_count() const;
    Record first_record() const; // of the first in file order; needs has_records()
    bool is_delegation() const;  // NS below the apex, not itself below a cut
    // The delegation (or DNAME owner) strictly above this name that hides it, if any.
    std::optional<Node> hidden_by() const;
    bool plain() const; // all its records are; see Record::plain
    // A record here could not be read: what the name holds is not fully known.
    bool uncertain() const;
    // Records of this type may be served here although the files do not show them.
    bool is_untold(Type type) const;
    bool holds_untold() const; // of any type

    friend bool operator==(const Node& a, const Node& b) { return a.id_ == b.id_; }

private:
    const Zone* zone_;
    NameId id_;
};

class Node::RRsets {
public:
    class Iterator {
    public:
        Iterator(const Zone& zone, std::uint32_t begin, std::uint32_t end);
        RRset operator*() const { return {*zone_, begin_, last_}; }
        Iterator& operator++();
        bool operator!=(const Iterator& other) const { return begin_ != other.begin_; }

    private:
        void find_last();

        const Zone* zone_;
        std::uint32_t begin_, last_, end_;
    };
    RRsets(const Zone& zone, std::uint32_t begin, std::uint32_t end) : zone_(&zone), begin_(begin), end_(end) {}
    Iterator begin() const { return {*zone_, begin_, end_}; }
    Iterator end() const { return {*zone_, end_, end_}; }

private:
    const Zone* zone_;
    std::uint32_t begin_, end_;
};

enum class Existence : std::uint8_t {
    found,        // the RRset is there (perhaps through a wildcard)
    alias,        // the name owns a CNAME instead (`rrset` is it), or lies below a DNAME
    no_such_type, // the name exists, without that type
    no_such_name,
    delegated, // at or below a delegation: another zone knows (`node` is the cut)
    unknown    // outside this zone, or hidden by something that could not be read
};

struct Answer {
    Existence is = Existence::unknown;
    std::optional<RRset> rrset;
    std::optional<Node> node; // the name found, the wildcard used, or the cut
    bool by_wildcard = false;

    bool missing() const { return is == Existence::no_such_name || is == Existence::no_such_type; }
};

class Zone {
public:
    explicit Zone(std::unique_ptr<Store> store);
    Zone(Zone&&) noexcept;
    ~Zone();

    Name apex() const;
    Node apex_node() const;
    const Sources& sources() const;
    std::shared_ptr<const Sources> shared_sources() const; // outlives the zone
    std::uint32_t main_source() const;                     // the file that was asked for

    std::size_t record_count() const;
    Record record(RecordId id) const { return {*this, id}; }
    std::size_t name_count() const; // ids 0 .. count-1, the root and names outside included
    Node node(NameId id) const { return {*this, id}; }
    std::optional<Node> find(Name name) const; // exact; no wildcard
    // Where several SOA records stand, the first at the apex.
    std::optional<Record> soa() const;
    // Nothing without an SOA record, or when a declared placeholder gives it.
    std::optional<std::uint32_t> soa_serial() const;
    // Something that would have brought records (an $INCLUDE) could not be read, so nothing may be
    // called missing.
    bool incomplete() const;
    // Whoever serves the zone adds this: it is not called missing, whatever else is.
    bool is_added_later(Name owner, Type type) const;
    bool is_reverse() const; // under in-addr.arpa or ip6.arpa
    bool is_signed() const;  // the apex has a DNSKEY

    // One answer of the authoritative side, without following aliases.
    Answer look_up(Name name, Type type) const;
    // The same for "A or AAAA".
    Answer look_up_address(Name name) const;
    // Names at or below the apex in canonical order (RFC 4034 6.1), made on first use.
    const std::vector<NameId>& canonical_order() const;

    // Tells zones apart that were at the same place in memory one after the other.
    std::uint64_t serial() const;

    Span span(const Place& place) const;
    // The place of a zone-wide finding: the SOA's type, else the first record, else the file's start.
    Place anchor() const;

    const Store& store() const { return *store_; }

private:
    Answer find_answer(Name name, Type type) const;

    std::unique_ptr<Store> store_;
};

} // namespace zonevet
