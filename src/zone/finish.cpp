// The index over the columns, made in bulk when all records are there: a counting sort by owner, the
// types of one owner in order, and one pass from parents to children for what lies below a cut.
#include "base/failure.h"
#include "zone/store.h"

#include <algorithm>
#include <atomic>
#include <cctype>

namespace zonevet {

void finish(Store& store)
{
    Columns& c = store.columns;
    if (c.size() >= NameTable::none) // ids of records have 32 bits
        throw Failure("this zone has {} records; no more than {} are read", c.size(), NameTable::none);
    static std::atomic<std::uint64_t> stores{0};
    store.serial = ++stores;
    std::size_t names = c.names.size();
    OwnedName in_addr, ip6;
    to_name("in-addr.arpa.", in_addr);
    to_name("ip6.arpa.", ip6);
    Name apex = store.name(store.apex);
    store.reverse = apex.is_at_or_below(in_addr) || apex.is_at_or_below(ip6);
    store.apex_plain = true;
    for (Name rest = apex; !rest.is_root(); rest = rest.parent())
        for (char octet : rest.first_label())
            if (octet != '-' && std::isalnum(static_cast<unsigned char>(octet)) == 0)
                store.apex_plain = false;
    store.node_begin.resize(names + 1, 0);
    store.odd.resize(names, 0);
    for (std::size_t record = 0; record < c.size(); ++record) {
        ++store.node_begin[c.owner[record] + 1];
        store.odd[c.owner[record]] |= (c.flags[record] & Columns::plain) == 0;
    }
    for (std::size_t i = 0; i < names; ++i)
        store.node_begin[i + 1] += store.node_begin[i];
    store.order.resize(c.size(), 0);
    {
        PodVector<std::uint32_t> next;
        next.append(store.node_begin.data(), names);
        for (std::uint32_t record = 0; record < c.size(); ++record)
            store.order[next[c.owner[record]]++] = record;
    }
    auto by_type = [&](std::uint32_t a, std::uint32_t b) { return c.type[a] < c.type[b]; };
    for (std::size_t i = 0; i < names; ++i) {
        std::uint32_t* begin = store.order.data() + store.node_begin[i];
        std::uint32_t* end = store.order.data() + store.node_begin[i + 1];
        if (end - begin > 1 && !std::is_sorted(begin, end, by_type))
            std::stable_sort(begin, end, by_type);
    }

    // A cut hides what lies strictly below it. The apex's own NS and DNAME: NS is no cut, DNAME is one. Of a fragment
    // the apex may be any name.
    store.cut.resize(names, NameTable::none);
    store.inside.resize(names, 0);
    store.inside[store.apex] = 1;
    for (std::uint32_t id = 1; id < names; ++id) {
        if (store.inside[c.names.parent(id)] != 0)
            store.inside[id] = 1;
        store.cut[id] = id == store.apex ? NameTable::none : store.cut[c.names.parent(id)];
        if (store.cut[id] != NameTable::none)
            continue;
        for (std::uint32_t i = store.node_begin[id]; i < store.node_begin[id + 1]; ++i) {
            std::uint16_t type = c.type[store.order[i]];
            if ((type == static_cast<std::uint16_t>(Type::NS) && id != store.apex && !store.fragment) ||
                type == static_cast<std::uint16_t>(Type::DNAME)) {
                store.cut[id] = id;
                break;
            }
        }
    }
    if (!c.unreadable.empty()) {
        store.uncertain.resize(names, false);
        for (std::uint32_t id : c.unreadable)
            store.uncertain[id] = true;
    }
}

} // namespace zonevet
