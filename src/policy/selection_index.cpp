// Which rules may speak about a record, found by its type and first label.
#include "policy/selection_index.h"

#include "dns/octets.h"
#include "policy/field_values.h"

#include <algorithm>
#include <set>

namespace zonevet::policy {

namespace {

// The owners a matcher can hold for, when it names them all.
std::optional<std::vector<Value>> owners_of(const Matcher& matcher)
{
    std::vector<Value> found;
    switch (matcher.op) {
    case Op::is_name:
        if (matcher.inverted || (matcher.subject != Subject::name && matcher.subject != Subject::fqdn))
            return {};
        for (const Value& value : matcher.values) {
            if (value.has_templates)
                return {};
            found.push_back(value);
        }
        return found;
    case Op::all:
        for (const Matcher& part : matcher.parts)
            if (std::optional<std::vector<Value>> owners = owners_of(part))
                return owners;
        return {};
    case Op::any:
        for (const Matcher& part : matcher.parts) {
            std::optional<std::vector<Value>> owners = owners_of(part);
            if (!owners)
                return {};
            found.insert(found.end(), owners->begin(), owners->end());
        }
        return found;
    default:
        return {};
    }
}

// The last labels of a pattern, two at most, in lower case; empty when it ends with a star or is
// seen from the apex.
std::string end_of(const Value& value)
{
    std::string end, last;
    if (!value.absolute || value.has_templates)
        return end;
    for (std::string_view rest = value.text; !rest.empty();) {
        auto size = static_cast<unsigned char>(rest[0]);
        if (size > 63) { // a star: what stands before it does not matter
            end.clear();
            last.clear();
            rest.remove_prefix(1);
            continue;
        }
        std::string label(rest.substr(0, size + 1u));
        for (std::size_t i = 1; i < label.size(); ++i)
            label[i] = ascii_lower(label[i]);
        end = last + label;
        last = label;
        rest.remove_prefix(size + 1u);
    }
    return end;
}

// The ends of all targets a matcher can hold for, when it names them.
std::optional<std::vector<std::string>> ends_of(const Matcher& matcher)
{
    std::vector<std::string> found;
    switch (matcher.op) {
    case Op::is_name:
    case Op::under:
    case Op::below:
        if (matcher.inverted || matcher.field != "target" || matcher.values.empty())
            return {};
        for (const Value& value : matcher.values) {
            found.push_back(end_of(value));
            if (found.back().empty())
                return {};
        }
        return found;
    case Op::all:
        for (const Matcher& part : matcher.parts)
            if (std::optional<std::vector<std::string>> ends = ends_of(part))
                return ends;
        return {};
    case Op::any:
        for (const Matcher& part : matcher.parts) {
            std::optional<std::vector<std::string>> ends = ends_of(part);
            if (!ends)
                return {};
            found.insert(found.end(), ends->begin(), ends->end());
        }
        return found;
    default:
        return {};
    }
}

std::uint64_t bit_of(char c)
{
    return std::uint64_t{1} << (static_cast<unsigned char>(c) & 63);
}

// What the text of a TXT record can begin with for a matcher to hold, see Policy; nothing: anything.
std::optional<std::uint64_t> first_octets_of(const Matcher& matcher)
{
    std::uint64_t octets = 0;
    switch (matcher.op) {
    case Op::is_text:
    case Op::starts_with:
        if (matcher.inverted || matcher.subject != Subject::data || field_in(matcher.fields, Type::TXT) == nullptr)
            return {};
        for (const Value& value : matcher.values) {
            if (value.text.empty() || value.text[0] == '{') // a template may stand for anything
                return {};
            octets |= bit_of(value.text[0]);
            if (matcher.any_case) {
                octets |= bit_of(ascii_lower(value.text[0]));
                octets |= bit_of(ascii_upper(value.text[0]));
            }
        }
        return octets;
    case Op::all:
        for (const Matcher& part : matcher.parts)
            if (std::optional<std::uint64_t> first = first_octets_of(part))
                return first;
        return {};
    case Op::any:
        for (const Matcher& part : matcher.parts) {
            std::optional<std::uint64_t> first = first_octets_of(part);
            if (!first)
                return {};
            octets |= *first;
        }
        return octets;
    default:
        return {};
    }
}

void add_names(Policy& policy, Rule& rule, Book& book)
{
    std::optional<std::vector<Value>> owners = owners_of(policy.select);
    if (!owners || owners->empty())
        return;
    std::set<std::string> firsts;
    for (const Value& value : *owners) {
        auto size = value.text.empty() ? 0u : static_cast<unsigned char>(value.text[0]);
        if (size > 63) {
            firsts.clear();
            break;
        }
        firsts.insert(in_lower_case(value.text.substr(value.text.empty() ? 0 : 1, size)));
    }
    std::vector<std::string_view> labels;
    for (const std::string& label : firsts)
        labels.push_back(book.keep(label));
    rule.scope.labels = book.keep(std::move(labels));
    policy.names = book.keep(std::move(*owners));
}

void add_targets(const Policy& policy, Rule& rule, Book& book)
{
    std::optional<std::vector<std::string>> ends = ends_of(policy.select);
    if (!ends || policy.group_by != GroupBy::record || !rule.scope.labels.empty())
        return;
    std::sort(ends->begin(), ends->end());
    ends->erase(std::unique(ends->begin(), ends->end()), ends->end());
    std::vector<std::string_view> targets;
    for (const std::string& end : *ends)
        targets.push_back(book.keep(end));
    rule.scope.targets = book.keep(std::move(targets));
}

} // namespace

void index_selection(Policy& policy, Rule& rule, Book& book)
{
    if (policy.on_change)
        return; // a change is not walked by name
    policy.first_octets = first_octets_of(policy.select).value_or(0);
    add_names(policy, rule, book);
    add_targets(policy, rule, book);
}

} // namespace zonevet::policy
