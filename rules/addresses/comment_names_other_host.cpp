#include "base/ascii.h"
#include "lint/rule.h"
#include "rules/addresses/shared/comments.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace zonevet::rules::comment_names_other_host {

namespace {

// "; web1" behind an address, and a host of that name.
struct Remark {
    Record record;
    Span word;
    RRset host;
    bool agrees;
};

bool is_host_character(char c)
{
    return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_';
}

// The only word of a comment, when it can be the name of a host.
std::string_view only_word(std::string_view comment)
{
    while (!comment.empty() && (comment.front() == ' ' || comment.front() == '\t' || comment.front() == ';'))
        comment.remove_prefix(1);
    while (!comment.empty() && (comment.back() == ' ' || comment.back() == '\t' || comment.back() == '\r'))
        comment.remove_suffix(1);
    bool is_name = comment.size() > 1 && std::all_of(comment.begin(), comment.end(), is_host_character) &&
                   std::any_of(comment.begin(), comment.end(), is_letter);
    return is_name ? comment : std::string_view();
}

std::optional<Node> host_called(std::string_view word, const Zone& zone, Name owner)
{
    OwnedName name;
    for (Name origin : {owner.parent(), zone.apex(), Name()})
        if (to_name(word, name, origin))
            if (std::optional<Node> node = zone.find(name); node && node->has_records())
                return node;
    return {};
}

bool holds(const RRset& set, std::string_view address)
{
    for (Record record : set)
        if (record.rdata() == address)
            return true;
    return false;
}

void look_at(const Record& record, Span comment, std::vector<Remark>& found)
{
    const Zone& zone = record.zone();
    std::string_view text = zone.sources().text(comment);
    std::string_view word = only_word(text);
    if (word.empty() || record.generated())
        return;
    std::optional<Node> host = host_called(word, zone, record.owner());
    if (!host || host->name() == record.owner())
        return;
    std::optional<RRset> addresses = host->find(record.type());
    if (addresses && !host->is_untold(record.type())) {
        std::uint64_t begin = comment.begin + static_cast<std::uint64_t>(word.data() - text.data());
        found.push_back(
            {record, {comment.source, begin, begin + word.size()}, *addresses, holds(*addresses, record.rdata())});
    }
}

void check(const Zone& zone, Lint& lint)
{
    if (zone.incomplete())
        return; // the host may have this address as well
    std::vector<Remark> found;
    Comments comments(zone.sources());
    for (std::uint32_t i = 0; i < zone.record_count(); ++i) {
        Record record = zone.record(RecordId{i});
        if (record.type() == Type::A || record.type() == Type::AAAA)
            if (std::optional<Span> comment = comments.behind(record.entry()))
                look_at(record, *comment, found);
    }
    auto agreeing = static_cast<std::size_t>(
        std::count_if(found.begin(), found.end(), [](const Remark& each) { return each.agrees; }));
    // Where no comment names the host that has the address, they do not mean that.
    if (found.size() - agreeing > 2 * agreeing)
        return;
    for (const Remark& remark : found)
        if (!remark.agrees) {
            Draft& draft =
                lint.report(remark.record.data_place(), "the comment says `{}`, which has another address, {}",
                            zone.sources().text(remark.word), remark.host.front().data_text());
            draft.note(Place::text(remark.word), "the comment")
                .note(remark.host.front().data_place(), "its address")
                .help("correct the address or the comment: one was copied and not changed, or is out of date");
        }
}

} // namespace

extern const Rule rule{
    .name = "comment-names-other-host",
    .summary = "The comment behind an address names a host of the zone that has another address.",
    .why = "An alias by address moves with its host, and the comment says which host that is. A line that was "
           "copied, or of which one half was edited, sends clients to the wrong machine, and every reader of the "
           "file believes the comment.",
    .effect = "clients reach another host than the file says",
    .references = {rfc("1035", "5.1")},
    .confidence = Confidence::medium,
    .types = {Type::A, Type::AAAA},
    .bad = R"(
web1   A  192.0.2.11
web2   A  192.0.2.12
www    A  192.0.2.11 ; web1
shop   A  192.0.2.11 ; web2
)",
    .good = R"(
web1   A  192.0.2.11
web2   A  192.0.2.12
www    A  192.0.2.11 ; web1
shop   A  192.0.2.12 ; web2
mail   A  192.0.2.25 ; also web2
)",
    .check = check,
};

} // namespace zonevet::rules::comment_names_other_host
