// Conditions of a rule on one record: yes, no, or unknown.
#include "policy/evaluate.h"

#include "dns/octets.h"
#include "dns/public_suffix.h"
#include "dns/special_address.h"
#include "policy/fields.h"
#include "policy/names.h"
#include "policy/pattern.h"
#include "policy/template.h"

#include <algorithm>
#include <cstring>

namespace zonevet::policy {

namespace {

constexpr Truth sure(bool holds)
{
    return holds ? Truth::yes : Truth::no;
}

constexpr Truth inverse(Truth truth)
{
    return truth == Truth::yes ? Truth::no : truth == Truth::no ? Truth::yes : Truth::unknown;
}

// The octets of a text without copying them where they lie in one piece.
std::string_view text_of(const Matcher& test, const Situation& situation, std::string& room)
{
    const Record& record = situation.record;
    room.clear();
    switch (test.subject) {
    case Subject::file:
        return file_of(record);
    case Subject::value:
        room = record.data_text();
        return room;
    default:
        break;
    }
    const Field* field = field_in(test.fields, record.type());
    std::string_view octets = record.bytes(*field);
    switch (find_type(field->type)->fields[field->index].kind) {
    case FieldKind::string:
    case FieldKind::tag:
    case FieldKind::text_rest:
        return octets;
    case FieldKind::strings:
        if (!octets.empty() && static_cast<unsigned char>(octets[0]) + 1u == octets.size())
            return octets.substr(1);
        break;
    default:
        break;
    }
    append_field(room, *field, record);
    return room;
}

Name name_of(const Matcher& test, const Record& record)
{
    switch (test.subject) {
    case Subject::zone:
        return record.zone().apex();
    case Subject::domain:
        return service_domain(record.owner());
    case Subject::data:
        return record.name(*field_in(test.fields, record.type()));
    default:
        return record.owner();
    }
}

std::int64_t number_of(const Matcher& test, const Record& record)
{
    if (test.subject == Subject::ttl)
        return record.ttl();
    if (test.subject == Subject::strings)
        return static_cast<std::int64_t>(string_count(record));
    return record.number(*field_in(test.fields, record.type()));
}

bool same_octets(std::string_view a, std::string_view b, bool any_case)
{
    return any_case ? same_word(a, b) : a == b;
}

bool text_test(const Matcher& test, std::string_view text)
{
    auto one = [&](auto&& fits) { return std::any_of(test.values.begin(), test.values.end(), fits); };
    switch (test.op) {
    case Op::is_text:
        return one([&](const Value& v) { return same_octets(text, v.text, test.any_case); });
    case Op::is_text_glob:
        return one(
            [&](const Value& v) { return glob_match(v.text, text, test.subject == Subject::file ? '/' : '\0'); });
    case Op::starts_with:
        return one([&](const Value& v) {
            return text.size() >= v.text.size() && same_octets(text.substr(0, v.text.size()), v.text, test.any_case);
        });
    case Op::ends_with:
        return one([&](const Value& v) {
            return text.size() >= v.text.size() &&
                   same_octets(text.substr(text.size() - v.text.size()), v.text, test.any_case);
        });
    case Op::contains:
        return one([&](const Value& v) {
            return std::search(text.begin(), text.end(), v.text.begin(), v.text.end(),
                               [&](char a, char b) {
                                   return test.any_case ? ascii_lower(a) == ascii_lower(b) : a == b;
                               }) != text.end() ||
                   v.text.empty();
        });
    case Op::matches:
        return one([&](const Value& v) { return matches_whole(v.text, text, test.any_case); });
    case Op::length:
        return static_cast<std::int64_t>(text.size()) >= test.least &&
               static_cast<std::int64_t>(text.size()) <= test.most;
    default:
        return false;
    }
}

// Follows aliases inside the zone.
Truth resolves(const Zone& zone, Name name)
{
    for (int hop = 0; hop < 16; ++hop) {
        if (!name.is_at_or_below(zone.apex()))
            return hop == 0 ? Truth::no : Truth::unknown;
        Answer answer = zone.look_up_address(name);
        if (answer.is == Existence::found)
            return Truth::yes;
        if (answer.missing())
            return Truth::no;
        if (answer.is != Existence::alias || !answer.rrset || answer.rrset->type() != Type::CNAME)
            return Truth::unknown;
        name = Name(answer.rrset->front().rdata());
    }
    return Truth::no;
}

Truth alias_in_zone(const Zone& zone, Name name)
{
    if (!name.is_at_or_below(zone.apex()))
        return Truth::no;
    switch (zone.look_up(name, Type::CNAME).is) {
    case Existence::found:
        return Truth::yes;
    case Existence::no_such_type:
    case Existence::no_such_name:
        return Truth::no;
    default:
        return Truth::unknown;
    }
}

Truth name_test(const Matcher& test, const Situation& situation)
{
    const Record& record = situation.record;
    const Zone& zone = record.zone();
    Name name = name_of(test, record);
    Name apex = zone.apex();
    char room[256];
    switch (test.op) {
    case Op::is_name:
    case Op::under:
    case Op::below:
        for (const Value& value : test.values) {
            if (test.op == Op::is_name && !value.has_templates) {
                if (fits(value, name, apex))
                    return Truth::yes;
                continue;
            }
            std::optional<Name> other =
                value.has_templates ? expanded_name(value.text, situation.origin, room) : exact_name(value, apex, room);
            if (other && (test.op == Op::is_name ? name == *other
                          : test.op == Op::under ? name.is_at_or_below(*other)
                                                 : name.is_below(*other)))
                return Truth::yes;
        }
        return Truth::no;
    case Op::in_zone:
        return sure(name.is_at_or_below(apex));
    case Op::resolves_in_zone:
        return resolves(zone, name);
    case Op::alias_in_zone:
        return alias_in_zone(zone, name);
    case Op::same_domain:
        // A zone is inside one domain, so most answers need no list.
        if (name.is_at_or_below(apex) && apex.label_count() >= 2)
            return Truth::yes;
        return sure(registered_domain(name.text()) == registered_domain(record.owner().text()));
    case Op::labels: {
        auto count = static_cast<std::int64_t>(name.label_count());
        if (test.subject == Subject::name)
            count -= static_cast<std::int64_t>(apex.label_count());
        return sure(count >= test.least && count <= test.most);
    }
    default:
        break;
    }
    thread_local std::string text;
    text.clear();
    if (test.subject == Subject::name)
        append_relative(text, name, apex);
    else
        append_absolute(text, name);
    return sure(text_test(test, text));
}

bool in_prefix(std::string_view address, const Value& prefix)
{
    if (address.size() != prefix.text.size())
        return false;
    auto bits = static_cast<std::size_t>(prefix.number);
    if (std::memcmp(address.data(), prefix.text.data(), bits / 8) != 0)
        return false;
    if (bits % 8 == 0)
        return true;
    unsigned mask = 0xff00u >> (bits % 8) & 0xffu;
    return ((static_cast<unsigned char>(address[bits / 8]) ^ static_cast<unsigned char>(prefix.text[bits / 8])) &
            mask) == 0;
}

bool address_test(const Matcher& test, std::string_view address)
{
    switch (test.op) {
    case Op::is_address:
        return std::any_of(test.values.begin(), test.values.end(),
                           [&](const Value& prefix) { return in_prefix(address, prefix); });
    case Op::is_private: {
        Purpose purpose = purpose_of(address);
        return purpose == Purpose::private_use || purpose == Purpose::shared || purpose == Purpose::loopback ||
               purpose == Purpose::link_local;
    }
    case Op::is_documentation:
        return purpose_of(address) == Purpose::documentation;
    default:
        return purpose_of(address) == Purpose::global;
    }
}

bool number_test(const Matcher& test, std::int64_t number)
{
    if (test.op == Op::in_range)
        return number >= test.least && number <= test.most;
    return std::any_of(test.values.begin(), test.values.end(),
                       [&](const Value& value) { return value.number == number; });
}

// Whether a declared placeholder stands for what is asked.
bool is_filled(const Matcher& test, const Record& record)
{
    constexpr Field serial = field(Type::SOA, "serial");
    switch (test.subject) {
    case Subject::ttl:
        return !record.ttl_known();
    case Subject::value:
        return !record.serial_known();
    case Subject::data: {
        const Field* asked = field_in(test.fields, record.type());
        return !record.serial_known() && asked != nullptr && asked->index == serial.index;
    }
    default:
        return false;
    }
}

Truth plain_test(const Matcher& test, const Situation& situation)
{
    const Record& record = situation.record;
    if (is_filled(test, record))
        return Truth::unknown;
    auto among = [&](std::int64_t number) {
        return sure(std::any_of(test.values.begin(), test.values.end(),
                                [&](const Value& value) { return value.number == number; }));
    };
    switch (test.op) {
    case Op::is_type:
        return among(static_cast<std::int64_t>(record.type()));
    case Op::is_event:
        return among(static_cast<std::int64_t>(situation.event));
    case Op::is_class:
        return Truth::yes; // a zone of another class is none for us
    default:
        break;
    }
    switch (test.kind) {
    case Kind::number:
        return sure(number_test(test, number_of(test, record)));
    case Kind::name:
        return name_test(test, situation);
    case Kind::address:
        return sure(address_test(test, record.bytes(*field_in(test.fields, record.type()))));
    default:
        break;
    }
    thread_local std::string room;
    return sure(text_test(test, text_of(test, situation, room)));
}

bool is_compound(const Matcher& matcher)
{
    return matcher.op <= Op::negate;
}

// How near to the mistake the place of a test is: a field says more than the owner.
int sharpness(const Matcher& test)
{
    switch (test.subject) {
    case Subject::data:
    case Subject::strings:
        return 4;
    case Subject::ttl:
        return 3;
    case Subject::value:
        return 2;
    case Subject::name:
    case Subject::fqdn:
    case Subject::domain:
        return 1;
    default:
        return 0;
    }
}

} // namespace

Truth matches(const Matcher& matcher, const Situation& situation)
{
    Truth result = Truth::yes;
    switch (matcher.op) {
    case Op::all:
        for (const Matcher& part : matcher.parts) {
            result = std::min(result, matches(part, situation));
            if (result == Truth::no)
                break;
        }
        return result;
    case Op::any:
        result = Truth::no;
        for (const Matcher& part : matcher.parts) {
            result = std::max(result, matches(part, situation));
            if (result == Truth::yes)
                break;
        }
        return result;
    case Op::negate:
        return inverse(matches(matcher.parts[0], situation));
    default:
        break;
    }
    if (!has_field(matcher.subject, matcher.fields, situation.record.type()))
        return Truth::no;
    result = plain_test(matcher, situation);
    return matcher.inverted ? inverse(result) : result;
}

const Matcher* deciding_test(const Matcher& matcher, const Situation& situation, Truth wanted)
{
    if (!is_compound(matcher))
        return matches(matcher, situation) == wanted ? &matcher : nullptr;
    if (matcher.op == Op::negate)
        return deciding_test(matcher.parts[0], situation, inverse(wanted));
    const Matcher* best = nullptr;
    // Several parts of an `any` failed together: only what they agree on can be pointed at.
    bool together = matcher.op == Op::any && wanted == Truth::no;
    for (const Matcher& part : matcher.parts) {
        if (matches(part, situation) != wanted)
            continue;
        const Matcher* test = deciding_test(part, situation, wanted);
        if (test == nullptr)
            continue;
        if (together && best != nullptr && (best->subject != test->subject || best->field != test->field))
            return nullptr;
        if (best == nullptr || sharpness(*test) > sharpness(*best))
            best = test; // of equally sharp ones the first
    }
    return best;
}

Place place_of(const Matcher& test, const Record& record)
{
    return place_of(test.subject, test.fields, record);
}

} // namespace zonevet::policy
