// The views: each is an id and looks into the columns.
#include "zone/zone.h"

#include "zone/store.h"

#include <algorithm>

namespace zonevet {

namespace {

std::uint32_t raw(RecordId id)
{
    return static_cast<std::uint32_t>(id);
}
std::uint32_t raw(NameId id)
{
    return static_cast<std::uint32_t>(id);
}

// Where the records of the type at `begin` end. Most sets are small; of large ones a rule that asks for each record
// must not be quadratic.
std::uint32_t end_of_set(const Store& store, std::uint32_t begin, std::uint32_t end)
{
    Type type = store.type(store.order[begin]);
    std::uint32_t near = std::min(end, begin + 16);
    std::uint32_t last = begin + 1;
    while (last < near && store.type(store.order[last]) == type)
        ++last;
    if (last < near || last == end)
        return last;
    const std::uint32_t* order = store.order.data();
    return static_cast<std::uint32_t>(
        std::partition_point(order + last, order + end,
                             [&](std::uint32_t record) { return store.type(record) == type; }) -
        order);
}

} // namespace

Zone::Zone(std::unique_ptr<Store> store) : store_(std::move(store)) {}
Zone::Zone(Zone&&) noexcept = default;
Zone::~Zone() = default;

Name Zone::apex() const
{
    return store_->name(store_->apex);
}
Node Zone::apex_node() const
{
    return {*this, NameId{store_->apex}};
}
const Sources& Zone::sources() const
{
    return *store_->sources;
}
std::shared_ptr<const Sources> Zone::shared_sources() const
{
    return store_->sources;
}
std::uint32_t Zone::main_source() const
{
    return store_->main_source;
}
std::size_t Zone::record_count() const
{
    return store_->columns.size();
}
std::size_t Zone::name_count() const
{
    return store_->columns.names.size();
}
bool Zone::incomplete() const
{
    return store_->columns.incomplete;
}

bool Zone::is_added_later(Name owner, Type type) const
{
    if (!store_->without_apex || owner != apex())
        return false;
    switch (type) {
    case Type::SOA:
    case Type::NS:
    case Type::DNSKEY:
    case Type::CDS:
    case Type::CDNSKEY:
    case Type::NSEC3PARAM:
    case Type::RRSIG:
        return true;
    default:
        return false;
    }
}

std::optional<Node> Zone::find(Name name) const
{
    std::uint32_t id = store_->columns.names.find(name);
    if (id == NameTable::none)
        return {};
    return Node(*this, NameId{id});
}

std::optional<Record> Zone::soa() const
{
    if (std::optional<RRset> set = apex_node().find(Type::SOA))
        return set->front();
    return {};
}

std::optional<std::uint32_t> Zone::soa_serial() const
{
    constexpr Field serial = field(Type::SOA, "serial");
    std::optional<Record> record = soa();
    return record && record->serial_known() ? std::optional(record->number(serial)) : std::nullopt;
}

std::uint64_t Zone::serial() const
{
    return store_->serial;
}
bool Zone::is_reverse() const
{
    return store_->reverse;
}

bool Zone::is_signed() const
{
    return apex_node().has(Type::DNSKEY);
}

const std::vector<NameId>& Zone::canonical_order() const
{
    std::call_once(store_->canonical_once, [&] {
        std::vector<NameId>& order = store_->canonical;
        for (std::uint32_t id = 0; id < name_count(); ++id)
            if (Node(*this, NameId{id}).in_zone())
                order.push_back(NameId{id});
        std::sort(order.begin(), order.end(),
                  [&](NameId a, NameId b) { return canonical_less(store_->name(raw(a)), store_->name(raw(b))); });
    });
    return store_->canonical;
}

Place Zone::anchor() const
{
    if (std::optional<Record> record = soa())
        return record->type_place();
    if (record_count() > 0)
        return record(RecordId{0}).type_place();
    return Place::text({main_source(), 0, 0});
}

Node Record::node() const
{
    return {*zone_, NameId{zone_->store().columns.owner[raw(id_)]}};
}
Name Record::owner() const
{
    return zone_->store().name(zone_->store().columns.owner[raw(id_)]);
}
Type Record::type() const
{
    return zone_->store().type(raw(id_));
}
std::uint32_t Record::ttl() const
{
    return zone_->store().columns.ttl[raw(id_)];
}
std::string_view Record::rdata() const
{
    return zone_->store().data(raw(id_));
}
bool Record::ttl_written() const
{
    return (zone_->store().columns.flags[raw(id_)] & Columns::ttl_written) != 0;
}
bool Record::ttl_known() const
{
    return (zone_->store().columns.flags[raw(id_)] & Columns::ttl_unknown) == 0;
}
bool Record::serial_known() const
{
    return (zone_->store().columns.flags[raw(id_)] & Columns::serial_unknown) == 0;
}
bool Record::owner_written() const
{
    return (zone_->store().columns.flags[raw(id_)] & Columns::owner_written) != 0;
}
bool Record::generated() const
{
    return (zone_->store().columns.flags[raw(id_)] & Columns::generated) != 0;
}

bool Record::plain() const
{
    return zone_->store().apex_plain && (zone_->store().columns.flags[raw(id_)] & Columns::plain) != 0;
}
bool Record::relative() const
{
    return (zone_->store().columns.flags[raw(id_)] & Columns::relative) != 0;
}

Position Record::entry() const
{
    std::uint64_t bits = zone_->store().columns.entry[raw(id_)];
    return {static_cast<std::uint32_t>(bits >> 40), bits & ((std::uint64_t{1} << 40) - 1)};
}

std::string_view Record::bytes(Field field) const
{
    // Half of all records hold one name and nothing else.
    Type type = this->type();
    if (type == Type::NS || type == Type::PTR || type == Type::CNAME)
        return rdata();
    return rdata_field(type, rdata(), field.index);
}
Name Record::name(Field field) const
{
    return Name(bytes(field));
}
std::uint32_t Record::number(Field field) const
{
    return rdata_number(type(), rdata(), field.index);
}
std::string Record::data_text() const
{
    return rdata_text(type(), rdata());
}

std::vector<std::string_view> Record::strings(Field field) const
{
    std::vector<std::string_view> parts;
    std::string_view rest = bytes(field);
    while (!rest.empty()) {
        std::size_t size = static_cast<unsigned char>(rest[0]);
        parts.push_back(rest.substr(1, size));
        rest.remove_prefix(std::min(rest.size(), size + 1));
    }
    return parts;
}

std::string Record::joined_text(Field field) const
{
    std::string text;
    for (std::string_view part : strings(field))
        text += part;
    return text;
}

namespace {

Place record_place(RecordId id, Place::Part part)
{
    Place place;
    place.part = part;
    place.record = id;
    return place;
}

} // namespace

Place Record::at(Field field) const
{
    Place place = record_place(id_, Place::Part::field);
    place.field = field.index;
    place.string = 0xffff;
    return place;
}

Place Record::at(Field field, std::size_t string) const
{
    Place place = at(field);
    place.string = static_cast<std::uint16_t>(string);
    return place;
}

Place Record::owner_place() const
{
    return record_place(id_, Place::Part::owner);
}
Place Record::ttl_place() const
{
    return record_place(id_, Place::Part::ttl);
}
Place Record::type_place() const
{
    return record_place(id_, Place::Part::type);
}
Place Record::data_place() const
{
    return record_place(id_, Place::Part::data);
}
Place Record::place() const
{
    return record_place(id_, Place::Part::entry);
}

Record RRset::operator[](std::size_t i) const
{
    return {*zone_, RecordId{zone_->store().order[begin_ + i]}};
}
Node RRset::node() const
{
    return front().node();
}

Name Node::name() const
{
    return zone_->store().name(raw(id_));
}
Node Node::parent() const
{
    return {*zone_, NameId{zone_->store().columns.names.parent(raw(id_))}};
}
bool Node::is_apex() const
{
    return raw(id_) == zone_->store().apex;
}
bool Node::in_zone() const
{
    return zone_->store().inside[raw(id_)] != 0;
}

std::size_t Node::record_count() const
{
    const Store& store = zone_->store();
    return store.node_begin[raw(id_) + 1] - store.node_begin[raw(id_)];
}
bool Node::has_records() const
{
    return record_count() > 0;
}

bool Node::plain() const
{
    return zone_->store().apex_plain && zone_->store().odd[raw(id_)] == 0;
}

bool Node::uncertain() const
{
    const Store& store = zone_->store();
    return !store.uncertain.empty() && store.uncertain[raw(id_)];
}

bool Node::is_untold(Type type) const
{
    const auto& untold = zone_->store().untold;
    return uncertain() ||
           (!untold.empty() &&
            std::binary_search(untold.begin(), untold.end(), std::pair(raw(id_), static_cast<std::uint16_t>(type))));
}

bool Node::holds_untold() const
{
    const auto& untold = zone_->store().untold;
    auto first = std::lower_bound(untold.begin(), untold.end(), std::pair(raw(id_), std::uint16_t{0}));
    return uncertain() || (first != untold.end() && first->first == raw(id_));
}

std::optional<RRset> Node::find(Type type) const
{
    const Store& store = zone_->store();
    std::uint32_t begin = store.node_begin[raw(id_)], end = store.node_begin[raw(id_) + 1];
    // Types ascend; big nodes are rare, but must not make rules quadratic.
    if (end - begin > 16)
        begin = static_cast<std::uint32_t>(
            std::lower_bound(store.order.data() + begin, store.order.data() + end, type,
                             [&](std::uint32_t record, Type wanted) { return store.type(record) < wanted; }) -
            store.order.data());
    while (begin < end && store.type(store.order[begin]) < type)
        ++begin;
    if (begin == end || store.type(store.order[begin]) != type)
        return {};
    return RRset(*zone_, begin, end_of_set(store, begin, end));
}

std::size_t Node::rrset_count() const
{
    std::size_t count = 0;
    for ([[maybe_unused]] RRset set : rrsets())
        ++count;
    return count;
}

Node::RRsets Node::rrsets() const
{
    const Store& store = zone_->store();
    return {*zone_, store.node_begin[raw(id_)], store.node_begin[raw(id_) + 1]};
}

Node::RRsets::Iterator::Iterator(const Zone& zone, std::uint32_t begin, std::uint32_t end)
    : zone_(&zone), begin_(begin), end_(end)
{
    find_last();
}

Node::RRsets::Iterator& Node::RRsets::Iterator::operator++()
{
    begin_ = last_;
    find_last();
    return *this;
}

void Node::RRsets::Iterator::find_last()
{
    last_ = begin_ < end_ ? end_of_set(zone_->store(), begin_, end_) : begin_;
}

Record Node::first_record() const
{
    RecordId first{NameTable::none};
    for (RRset set : rrsets())
        first = std::min(first, set.front().id());
    return {*zone_, first};
}

bool Node::is_delegation() const
{
    return !is_apex() && zone_->store().cut[raw(id_)] == raw(id_) && has(Type::NS);
}

std::optional<Node> Node::hidden_by() const
{
    const Store& store = zone_->store();
    std::uint32_t cut = is_apex() ? NameTable::none : store.cut[store.columns.names.parent(raw(id_))];
    if (cut == NameTable::none || raw(id_) == 0)
        return {};
    return Node(*zone_, NameId{cut});
}

} // namespace zonevet
