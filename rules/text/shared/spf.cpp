#include "rules/text/shared/spf.h"
#include "base/ascii.h"
#include "rules/services/shared/near.h"
#include "rules/text/shared/policy_text.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <fmt/format.h>
#include <set>
#include <unordered_map>

namespace zonevet::rules {

namespace {

constexpr std::string_view mechanisms[] = {"all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists"};
constexpr std::string_view version = "v=spf1";

bool is_name(std::string_view name)
{
    return !name.empty() && is_letter(name[0]) && std::all_of(name.begin(), name.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
    });
}

bool is_mechanism(std::string_view name)
{
    return std::any_of(std::begin(mechanisms), std::end(mechanisms),
                       [&](std::string_view known) { return same_text(known, name); });
}

// The mechanism that was meant.
std::string_view meant(std::string_view name)
{
    if (same_text(name, "host"))
        return "a";
    std::string_view best;
    unsigned best_distance = name.size() < 5 ? 2 : 3;
    for (std::string_view known : {"include", "redirect", "exists", "all", "ip4", "ip6", "ptr"}) {
        unsigned distance = edit_distance(name, known, best_distance);
        if (distance < best_distance) {
            best = known;
            best_distance = distance;
        }
    }
    return best;
}

bool parses_as(int family, std::string_view address)
{
    unsigned char octets[16];
    return inet_pton(family, std::string(address).c_str(), octets) == 1;
}

// "24" within 0..most, without leading zeros.
bool is_prefix_length(std::string_view text, unsigned most)
{
    const char* end = text.data() + text.size();
    unsigned length = 0;
    auto [read, error] = std::from_chars(text.data(), end, length);
    return error == std::errc{} && read == end && length <= most && (text.size() == 1 || text[0] != '0');
}

SpfProblem problem(std::string_view part, std::string message, std::string help, std::optional<std::string> fix = {})
{
    return {part, std::move(message), std::move(help), std::move(fix)};
}

SpfProblem takes_no_value(const SpfTerm& term)
{
    return problem(term.whole, fmt::format("`all` takes no value, found `{}`", term.whole),
                   fmt::format("write `{}all`", term.qualifier), fmt::format("{}all", term.qualifier));
}

std::optional<SpfProblem> check_address(const SpfTerm& term)
{
    bool four = same_text(term.name, "ip4");
    std::string_view value = term.value;
    std::size_t slash = value.find('/');
    std::string_view address = value.substr(0, slash);
    if (address.empty())
        return problem(term.whole, fmt::format("`{}` has no address", term.whole),
                       fmt::format("write `{}:` and the address", term.name));
    if (!parses_as(four ? AF_INET : AF_INET6, address)) {
        if (parses_as(four ? AF_INET6 : AF_INET, address))
            return problem(term.name, fmt::format("`{}` holds an IPv{} address", term.name, four ? 6 : 4),
                           fmt::format("write `ip{}:{}`", four ? 6 : 4, value), four ? "ip6" : "ip4");
        return problem(address, fmt::format("`{}` is no IPv{} address", address, four ? 4 : 6),
                       is_letter(address[0]) && four ? fmt::format("for a host write `a:{}`", address)
                       : four                        ? "write four numbers from 0 to 255 with dots between"
                                                     : "write the whole address");
    }
    if (slash == std::string_view::npos)
        return {};
    unsigned most = four ? 32 : 128;
    std::string_view length = value.substr(slash + 1);
    if (!is_prefix_length(length, most))
        return problem(length.empty() ? term.whole : length,
                       fmt::format("`{}` is no prefix length from 0 to {}", length, most),
                       "write the number of bits of the network");
    return {};
}

// %{d}, %{ir}, %{l1r-}, %%, %_, %- (RFC 7208 7.1).
bool has_bad_macro(std::string_view text, std::string_view& bad)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%')
            continue;
        bad = text.substr(i, 2);
        std::string_view next = bad.substr(1);
        if (next == "%" || next == "_" || next == "-") {
            ++i;
            continue;
        }
        std::size_t end = text.find('}', i);
        if (next != "{" || end == std::string_view::npos || end < i + 3)
            return true;
        bad = text.substr(i, end + 1 - i);
        if (std::string_view("slodiphcrtv").find(ascii_lower(text[i + 2])) == std::string_view::npos)
            return true;
        std::size_t at = i + 3;
        while (is_digit(text[at]))
            ++at;
        if (ascii_lower(text[at]) == 'r')
            ++at;
        while (std::string_view(".-+,/_=").find(text[at]) != std::string_view::npos)
            ++at;
        if (at != end)
            return true;
        i = end;
    }
    return false;
}

std::optional<SpfProblem> check_domain(const SpfTerm& term, bool required)
{
    std::string_view domain = term.domain();
    if (domain.empty()) {
        if (required)
            return problem(term.whole, fmt::format("`{}` names no domain", term.whole),
                           fmt::format("write `{}{}` and the domain", term.name, term.is_modifier ? '=' : ':'));
        if (term.has_value && !term.value.starts_with('/'))
            return problem(term.whole, fmt::format("`{}` names no domain", term.whole),
                           fmt::format("write `{}`", term.name), std::string(term.name));
        return {};
    }
    if (std::size_t scheme = domain.find("://"); scheme != std::string_view::npos) {
        std::string_view host = domain.substr(scheme + 3);
        host = host.substr(0, host.find('/'));
        return problem(domain, fmt::format("`{}` is a URL, not a domain", domain), fmt::format("write `{}`", host));
    }
    std::string_view bad;
    if (has_bad_macro(domain, bad))
        return problem(bad, fmt::format("`{}` is no SPF macro", bad), "write a literal `%` as `%%`, or mend the macro");
    if (domain.find('%') != std::string_view::npos)
        return {};
    for (char c : domain)
        if (c == '@' || c == ',' || c == ';' || c == '"' || c == '\\' || c == ':' || c == '(')
            return problem(domain, fmt::format("`{}` is no domain", domain), "write the domain alone");
    std::string_view last = domain.ends_with('.') ? domain.substr(0, domain.size() - 1) : domain;
    last = last.substr(last.rfind('.') + 1);
    if (parses_as(AF_INET, domain))
        return problem(term.name, fmt::format("`{}` holds an address where a domain belongs", term.whole),
                       fmt::format("write `ip4:{}`", domain),
                       term.is_modifier ? std::nullopt : std::optional<std::string>("ip4"));
    if (domain.find('.') == std::string_view::npos || std::all_of(last.begin(), last.end(), is_digit))
        return problem(domain, fmt::format("`{}` is no complete domain", domain), "write the whole domain");
    return {};
}

std::optional<SpfProblem> check_prefixes(const SpfTerm& term)
{
    std::size_t slash = term.value.find('/');
    if (slash == std::string_view::npos || term.domain().find('%') != std::string_view::npos)
        return {};
    std::string_view lengths = term.value.substr(slash + 1);
    std::size_t dual = lengths.find("/");
    std::string_view four = lengths, six;
    if (dual != std::string_view::npos) {
        four = lengths.substr(0, dual);
        six = lengths.substr(dual + 1);
        if (six.starts_with('/'))
            six.remove_prefix(1);
    }
    if ((!four.empty() && !is_prefix_length(four, 32)) || (!six.empty() && !is_prefix_length(six, 128)) ||
        (four.empty() && six.empty()))
        return problem(term.value.substr(slash), fmt::format("`/{}` is no prefix length", lengths),
                       "write `/` and the number of bits, at most 32, or `//` and at most 128");
    return {};
}

// Nobody needs to know how far above ten the number is, so a hostile tangle of includes ends early.
constexpr unsigned enough = 100;

// What each look-up of a record asks: one that is included, or one of these.
constexpr std::uint32_t something = 0xffffffff;    // an address, a mail exchanger
constexpr std::uint32_t other_policy = 0xfffffffe; // of another zone

using Lookups = std::vector<std::uint32_t>;

Lookups read_lookups(const Record& txt)
{
    Lookups lookups;
    PolicyText text(txt);
    for (const SpfTerm& term : spf_terms(text.text())) {
        if (!term.needs_lookup())
            continue;
        if (lookups.size() == enough)
            break;
        lookups.push_back(something);
        if (!term.is("include") && !term.is_modifier)
            continue;
        std::string storage;
        Name name;
        std::optional<Record> inner;
        if (term_domain(term, storage, name))
            inner = spf_record_at(txt.zone(), name);
        lookups.back() = inner ? static_cast<std::uint32_t>(inner->id()) : other_policy;
    }
    return lookups;
}

// A record that many include is read once.
const Lookups& lookups_of(const Record& txt)
{
    struct Memo {
        std::uint64_t zone = 0;
        std::unordered_map<std::uint32_t, Lookups> of;
    };
    thread_local Memo memo;
    if (memo.zone != txt.zone().serial())
        memo = {txt.zone().serial(), {}};
    auto [found, is_new] = memo.of.try_emplace(static_cast<std::uint32_t>(txt.id()));
    if (is_new)
        found->second = read_lookups(txt);
    return found->second;
}

void count_lookups(const Record& txt, std::set<RecordId>& open, SpfCost& cost)
{
    if (!open.insert(txt.id()).second) {
        cost.loop = true;
        return;
    }
    for (std::uint32_t asked : lookups_of(txt)) {
        if (cost.lookups >= enough)
            break;
        ++cost.lookups;
        if (asked == other_policy)
            cost.complete = false;
        else if (asked != something)
            count_lookups(txt.zone().record(RecordId{asked}), open, cost);
    }
    open.erase(txt.id());
}

std::optional<Record> spf_record_in(const RRset& set)
{
    for (Record txt : set)
        if (is_spf(txt))
            return txt;
    return {};
}

} // namespace

bool SpfTerm::is(std::string_view mechanism) const
{
    return !is_modifier && same_text(name, mechanism);
}

std::string_view SpfTerm::domain() const
{
    if (is_modifier || is("include") || is("exists"))
        return value;
    // A slash may stand in a macro: the prefix length is after the last brace.
    std::size_t brace = value.rfind('}');
    return value.substr(0, value.find('/', brace == std::string_view::npos ? 0 : brace));
}

bool SpfTerm::needs_lookup() const
{
    if (is_modifier)
        return same_text(name, "redirect");
    return is("include") || is("a") || is("mx") || is("ptr") || is("exists");
}

bool is_spf(std::string_view text)
{
    return starts_with_text(text, version) && (text.size() == version.size() || text[6] == ' ');
}

bool is_spf(const Record& txt)
{
    std::string_view first = first_string(txt);
    if (first.size() > version.size())
        return is_spf(first);
    // The blank may be in the next string, or nothing may follow.
    return starts_with_text(first, version) && is_spf(PolicyText(txt).text());
}

bool is_no_spf(const Record& txt)
{
    return !is_spf(txt);
}

std::vector<SpfTerm> spf_terms(std::string_view text)
{
    std::vector<SpfTerm> terms;
    text.remove_prefix(version.size());
    for (;;) {
        std::size_t begin = text.find_first_not_of(' ');
        if (begin == std::string_view::npos)
            return terms;
        std::size_t end = std::min(text.find(' ', begin), text.size());
        SpfTerm term;
        term.whole = text.substr(begin, end - begin);
        text.remove_prefix(end);
        std::string_view rest = term.whole;
        if (std::string_view("+-~?").find(rest[0]) != std::string_view::npos) {
            term.qualifier = rest.substr(0, 1);
            rest.remove_prefix(1);
        }
        std::size_t separator = rest.find_first_of(":=/");
        term.name = rest.substr(0, separator);
        if (separator != std::string_view::npos) {
            term.is_modifier = rest[separator] == '=';
            term.has_value = true;
            term.value = rest.substr(rest[separator] == '/' ? separator : separator + 1);
        }
        terms.push_back(term);
    }
}

bool is_sign_alone(const SpfTerm& term)
{
    return term.whole == term.qualifier;
}

bool is_cut_off(const SpfTerm& term, const SpfTerm& next)
{
    if (is_sign_alone(term))
        return is_mechanism(next.name) && next.qualifier.empty();
    if (!term.has_value || !term.value.empty() || next.is_modifier)
        return false;
    std::string_view address = next.whole.substr(0, next.whole.find('/'));
    if (term.is("ip4"))
        return parses_as(AF_INET, address);
    if (term.is("ip6"))
        return parses_as(AF_INET6, address);
    return (term.is("include") || term.is("a") || term.is("mx") || term.is("exists")) && next.qualifier.empty() &&
           next.name.find('.') != std::string_view::npos;
}

std::optional<SpfProblem> check_term(const SpfTerm& term)
{
    if (term.is_modifier) {
        if (same_text(term.name, "all"))
            return takes_no_value(term);
        if (is_mechanism(term.name)) // ip4=192.0.2.1
            return problem(term.whole, fmt::format("`{}` has `=` in the place of `:`", term.whole),
                           fmt::format("write `{}{}:{}`", term.qualifier, term.name, term.value),
                           fmt::format("{}{}:{}", term.qualifier, term.name, term.value));
        if (same_text(term.name, "v"))
            return problem(term.whole, fmt::format("`{}` begins a second policy", term.whole),
                           "remove the second version, and join the terms");
        if (!term.qualifier.empty() || !is_name(term.name))
            return problem(term.whole, fmt::format("`{}` is no SPF term", term.whole),
                           "remove it, or write a mechanism");
        if (same_text(term.name, "redirect") || same_text(term.name, "exp"))
            return check_domain(term, true);
        if (std::string_view near = meant(term.name); near == "redirect")
            return problem(term.name, fmt::format("`{}` is near `redirect`", term.name),
                           fmt::format("write `redirect={}`", term.value), "redirect");
        std::string_view bad;
        if (has_bad_macro(term.value, bad))
            return problem(bad, fmt::format("`{}` is no SPF macro", bad),
                           "write a literal `%` as `%%`, or mend the macro");
        return {}; // modifiers of others are to be ignored
    }
    if (same_text(term.name, "redirect") || same_text(term.name, "exp"))
        return problem(term.whole, fmt::format("`{}` lacks its `=`", term.whole),
                       fmt::format("write `{}={}`", term.name, term.value),
                       fmt::format("{}={}", term.name, term.value));
    // Dashes of word processors, U+2010 to U+2015.
    if (term.whole.size() > 3 && term.whole.starts_with("\xe2\x80"))
        return problem(term.whole, fmt::format("`{}` begins with a dash that is no hyphen", term.whole),
                       fmt::format("write `-{}` with a plain hyphen", term.whole.substr(3)),
                       fmt::format("-{}", term.whole.substr(3)));
    if (!is_mechanism(term.name)) {
        if (parses_as(AF_INET, term.whole.substr(0, term.whole.find('/'))))
            return problem(term.whole, fmt::format("`{}` is an address without `ip4:`", term.whole),
                           fmt::format("write `ip4:{}`", term.whole), fmt::format("ip4:{}", term.whole));
        if (parses_as(AF_INET6, term.whole.substr(0, term.whole.find('/'))))
            return problem(term.whole, fmt::format("`{}` is an address without `ip6:`", term.whole),
                           fmt::format("write `ip6:{}`", term.whole), fmt::format("ip6:{}", term.whole));
        std::string_view right = meant(term.name);
        if (!right.empty())
            return problem(term.name, fmt::format("`{}` is no SPF mechanism", term.name),
                           fmt::format("write `{}{}`", term.qualifier, right), std::string(right));
        return problem(term.whole, fmt::format("`{}` is no SPF mechanism", term.whole),
                       term.name.find('.') != std::string_view::npos
                           ? fmt::format("write `include:{0}` or `a:{0}`", term.name)
                           : "remove it, or write a mechanism");
    }
    if (term.is("all"))
        return term.has_value ? std::optional(takes_no_value(term)) : std::nullopt;
    if (term.is("ip4") || term.is("ip6"))
        return check_address(term);
    if (auto found = check_domain(term, term.is("include") || term.is("exists")))
        return found;
    if (term.is("a") || term.is("mx"))
        return check_prefixes(term);
    return {};
}

std::optional<Record> spf_record_at(const Zone& zone, Name name)
{
    Answer answer = zone.look_up(name, Type::TXT);
    if (answer.is != Existence::found)
        return {};
    constexpr std::size_t few = 16; // of more texts the one is kept: many records may include it
    if (answer.rrset->size() <= few)
        return spf_record_in(*answer.rrset);
    struct Memo {
        std::uint64_t zone = 0;
        std::unordered_map<std::uint32_t, std::optional<RecordId>> of; // by the first of the set
    };
    thread_local Memo memo;
    if (memo.zone != zone.serial())
        memo = {zone.serial(), {}};
    auto [found, is_new] = memo.of.try_emplace(static_cast<std::uint32_t>(answer.rrset->front().id()));
    if (is_new)
        if (std::optional<Record> spf = spf_record_in(*answer.rrset))
            found->second = spf->id();
    return found->second ? std::optional(zone.record(*found->second)) : std::nullopt;
}

bool term_domain(const SpfTerm& term, std::string& storage, Name& out)
{
    std::string_view domain = term.domain();
    if (domain.find('%') != std::string_view::npos)
        return false;
    OwnedName name;
    if (!to_name(domain, name))
        return false;
    storage = name.view().wire();
    out = Name(storage);
    return true;
}

SpfCost spf_cost(const Record& txt)
{
    SpfCost cost;
    std::set<RecordId> open;
    count_lookups(txt, open, cost);
    return cost;
}

} // namespace zonevet::rules
