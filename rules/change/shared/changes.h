// What rules about changes share: reporting at a set, and words for it.
#pragma once

#include "change/change.h"
#include "lint/rule.h"

#include <fmt/format.h>
#include <string>
#include <utility>

namespace zonevet::rules {

// An answer with a longer TTL is not replaced without preparation; see ttl-not-lowered.
inline constexpr std::uint32_t long_cached = 14400;

// At what is new; a removal, which has no line, is shown at the serial and quotes what was there.
template <class... Args> Draft& report(Lint& lint, const Change& change, const ChangedSet& set,
                                       fmt::format_string<Args...> message, Args&&... args)
{
    Draft& draft = lint.report(change.place(set), message, std::forward<Args>(args)...);
    if (!lint.describing())
        return draft;
    if (set.added.empty() && !set.removed.empty())
        return draft.about(set.removed.front()).note(change.former(set.removed.front().place()), "what is removed");
    return draft.about(set.added.empty() ? set.after->front() : set.added.front());
}

// "www A", as the zone would write it.
std::string words_of(const ChangedSet& set, const Change& change);
// The owner alone.
std::string owner_of(const ChangedSet& set, const Change& change);

// What the input says of itself that no record shows.
void report_remarks(const Change& change, Lint& lint, Origins::Remark::Kind kind);

// The options of a rule about how much of a zone may change at once.
struct PartLimit {
    const Option &at_least, &max_percent, &min_before;
};
// Whether so many records are too large a part of the zone before the change, for this rule.
bool is_too_large(std::size_t records, const Change& change, const Lint& lint, const PartLimit& limit);

// Signatures and denial of existence come and go with every signing.
bool is_made_by_signer(Type type);
// The records of the zone that no signer made.
std::size_t records_by_hand(const Zone& zone);

// Serial arithmetic of RFC 1982: whether a secondary that has `before` takes `after`.
bool is_raised(std::uint32_t before, std::uint32_t after);
// Something changed for certain, whatever stands in lines or files that could not be read.
bool surely_changes(const Change& change);
// [review] serial: whether people write the serials of these files.
bool people_write_serials(const Lint& lint, const Option& policy, const Change& change);

} // namespace zonevet::rules
