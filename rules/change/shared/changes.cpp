#include "rules/change/shared/changes.h"

namespace zonevet::rules {

std::string owner_of(const ChangedSet& set, const Change& change)
{
    return set.owner().text_below(change.after().apex());
}

std::string words_of(const ChangedSet& set, const Change& change)
{
    return fmt::format("{} {}", owner_of(set, change), set.type());
}

bool is_made_by_signer(Type type)
{
    return type == Type::RRSIG || type == Type::NSEC || type == Type::NSEC3;
}

bool is_too_large(std::size_t records, const Change& change, const Lint& lint, const PartLimit& limit)
{
    auto option = [&](const Option& of) { return static_cast<std::size_t>(lint.option(of)); };
    if (records < option(limit.at_least))
        return false;
    std::size_t all = records_by_hand(change.before());
    return all >= option(limit.min_before) && records * 100 > all * option(limit.max_percent);
}

void report_remarks(const Change& change, Lint& lint, Origins::Remark::Kind kind)
{
    for (const Change::Remark& remark : change.remarks)
        if (remark.kind == kind)
            lint.report(Place::text(remark.span), "{}", remark.text).help(remark.help);
}

std::size_t records_by_hand(const Zone& zone)
{
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < zone.record_count(); ++i)
        count += is_made_by_signer(zone.record(RecordId{i}).type()) ? 0 : 1;
    return count;
}

bool is_raised(std::uint32_t before, std::uint32_t after)
{
    std::uint32_t step = after - before;
    return step != 0 && step < 0x80000000u;
}

bool surely_changes(const Change& change)
{
    auto knows = [](const Zone& zone, const ChangedSet& set) {
        std::optional<Node> node = zone.find(set.owner());
        return !zone.incomplete() && !(node && node->is_untold(set.type()));
    };
    for (const ChangedSet& set : change.sets())
        if (!set.uncertain || set.ttl_changed() || (!set.added.empty() && knows(change.before(), set)) ||
            (!set.removed.empty() && knows(change.after(), set)))
            return true;
    return false;
}

bool people_write_serials(const Lint& lint, const Option& policy, const Change& change)
{
    if (!change.serial_is_written)
        return false;
    const std::vector<std::string>& words = lint.list(policy);
    if (!words.empty() && (words.front() == "server" || words.front() == "placeholder"))
        return false;
    // A serial that is never more than this is filled in by whoever publishes the zone.
    std::optional<std::uint32_t> before = change.before().soa_serial(), after = change.after().soa_serial();
    return before && after && (*before > 1 || *after > 1);
}

} // namespace zonevet::rules
