#include "base/ascii.h"
#include "lint/rule.h"

#include <cstdlib>
#include <optional>
#include <vector>

namespace zonevet::rules::address_of_sibling {

namespace {

struct Numbered {
    std::string_view family; // "web" of web12
    long number;
};

std::optional<Numbered> numbered(std::string_view label)
{
    std::size_t end = label.find_last_not_of("0123456789") + 1; // npos + 1 is 0
    constexpr std::size_t most_digits = 9;
    if (end == label.size() || label.size() - end > most_digits || !is_letter(label[0]))
        return {};
    long number = 0;
    for (char c : label.substr(end))
        number = number * 10 + (c - '0');
    return Numbered{label.substr(0, end), number};
}

// web1 and web2, one right behind the other, each with one address. web1 and web21 may be names of one host.
bool are_siblings(const Record& a, const Record& b)
{
    Name one = a.owner(), other = b.owner();
    std::optional<Numbered> first = numbered(one.first_label()), second = numbered(other.first_label());
    return first && second && same_word(first->family, second->family) &&
           std::abs(first->number - second->number) == 1 && one.parent() == other.parent() &&
           a.node().find(a.type())->size() == 1 && b.node().find(b.type())->size() == 1;
}

using Pair = std::pair<Record, Record>;

// Calls `visit` with each address and the one of its kind before it in the file, until that returns false.
template <class Visit> void each_pair(const Zone& zone, Visit visit)
{
    std::optional<Record> last_v4, last_v6;
    for (std::uint32_t i = 0; i < zone.record_count(); ++i) {
        Record record = zone.record(RecordId{i});
        Type type = record.type();
        if (type != Type::A && type != Type::AAAA)
            continue;
        std::optional<Record>& last = type == Type::A ? last_v4 : last_v6;
        if (last && !visit(Pair{*last, record}))
            return;
        last = record;
    }
}

// Some zones number the names of one machine: hosts beside each other have addresses of their own far more often.
bool has_own_addresses(const Zone& zone, std::size_t exceptions)
{
    constexpr std::size_t times_more = 4;
    std::size_t apart = 0;
    each_pair(zone, [&](const Pair& pair) {
        apart += pair.first.rdata() != pair.second.rdata() && are_siblings(pair.first, pair.second) ? 1 : 0;
        return apart < exceptions * times_more;
    });
    return apart >= exceptions * times_more;
}

void check(const Zone& zone, Lint& lint)
{
    std::vector<Pair> alike;
    each_pair(zone, [&](const Pair& pair) {
        if (pair.first.rdata() == pair.second.rdata() && !pair.second.generated() &&
            are_siblings(pair.first, pair.second))
            alike.push_back(pair);
        return true;
    });
    if (alike.empty() || !has_own_addresses(zone, alike.size()))
        return;
    for (std::size_t i = 0; i < alike.size(); ++i) {
        const auto& [sibling, record] = alike[i];
        // Three in a row are no slip.
        if ((i > 0 && alike[i - 1].second == sibling) || (i + 1 < alike.size() && alike[i + 1].first == record))
            continue;
        lint.report(record.data_place(), "`{}` has the address of `{}`", record.owner().text_below(zone.apex()),
                    sibling.owner().text_below(zone.apex()))
            .label("copied and not changed?")
            .note(sibling.data_place(), "the same address")
            .help("write the host's own address");
    }
}

} // namespace

extern const Rule rule{
    .name = "address-of-sibling",
    .summary = "Two hosts that are numbered side by side have one address, in a zone where each has its own.",
    .why = "A line was copied for the next host and its number changed, but not its address. Whoever connects to "
           "the new host works on the old one.",
    .effect = "one of the two hosts is not reached by its name",
    .references = {rfc("1912", "2.1")},
    .confidence = Confidence::low,
    .types = {Type::A, Type::AAAA},
    .bad = R"(
db1     A  192.0.2.11
db2     A  192.0.2.12
db3     A  192.0.2.13
db4     A  192.0.2.14
store1  A  192.0.2.21
store2  A  192.0.2.21
)",
    .good = R"(
db1     A  192.0.2.11
db2     A  192.0.2.12
www1    A  192.0.2.80
www2    A  192.0.2.80
)",
    .check = check,
};

} // namespace zonevet::rules::address_of_sibling
