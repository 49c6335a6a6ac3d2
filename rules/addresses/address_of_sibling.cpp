#include "base/ascii.h"
#include "lint/rule.h"

#include <optional>
#include <vector>

namespace zonevet::rules::address_of_sibling {

namespace {

struct Numbered {
    std::string_view family; // "web" of web12
    std::string_view number; // "12", without leading zeros
};

std::optional<Numbered> numbered(std::string_view label)
{
    std::size_t end = label.size();
    while (end > 0 && is_digit(label[end - 1]))
        --end;
    std::string_view number = label.substr(end);
    while (number.size() > 1 && number.front() == '0')
        number.remove_prefix(1);
    if (number.empty() || end == 0 || !is_letter(label[0]))
        return {};
    return Numbered{label.substr(0, end), number};
}

// web1 and web2, one right behind the other, each with one address.
bool are_siblings(const Record& a, const Record& b)
{
    Name one = a.owner(), other = b.owner();
    std::optional<Numbered> first = numbered(one.first_label()), second = numbered(other.first_label());
    return first && second && same_word(first->family, second->family) && first->number != second->number &&
           one.parent() == other.parent() && a.node().find(a.type())->size() == 1 && b.node().find(b.type())->size() == 1;
}

// Calls `visit` with each record of the type and the one of that type before it in the file.
template <class Visit> void each_pair(const Zone& zone, Type type, Visit visit)
{
    std::optional<Record> last;
    for (std::uint32_t i = 0; i < zone.record_count(); ++i) {
        Record record = zone.record(RecordId{i});
        if (record.type() != type)
            continue;
        if (last)
            visit(*last, record);
        last = record;
    }
}

void check_type(const Zone& zone, Type type, Lint& lint)
{
    std::vector<std::pair<Record, Record>> alike;
    each_pair(zone, type, [&](const Record& a, const Record& b) {
        if (a.rdata() == b.rdata() && !b.generated() && are_siblings(a, b))
            alike.emplace_back(a, b);
    });
    if (alike.empty())
        return;
    std::size_t apart = 0;
    each_pair(zone, type,
              [&](const Record& a, const Record& b) { apart += a.rdata() != b.rdata() && are_siblings(a, b) ? 1 : 0; });
    // Some zones number the names of one machine.
    constexpr std::size_t times_more = 4;
    if (apart < alike.size() * times_more)
        return;
    for (std::size_t i = 0; i < alike.size(); ++i) {
        const auto& [sibling, record] = alike[i];
        // Three in a row are no slip.
        if ((i > 0 && alike[i - 1].second == sibling) || (i + 1 < alike.size() && alike[i + 1].first == record))
            continue;
        lint.report(record.data_place(), "`{}` has the address of `{}`", record.owner().text_below(zone.apex()),
                    sibling.owner().text_below(zone.apex()))
            .label("copied from the line above?")
            .note(sibling.data_place(), "the same address");
    }
}

void check(const Zone& zone, Lint& lint)
{
    check_type(zone, Type::A, lint);
    check_type(zone, Type::AAAA, lint);
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
