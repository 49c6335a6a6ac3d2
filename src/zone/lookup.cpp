// One lookup for all rules (RFC 1034 4.3.2, RFC 4592 for wildcards, RFC 6672 for DNAME), with the
// honest third answer: what lies in other zones, or behind a line that could not be read, is unknown.
#include "zone/store.h"
#include "zone/zone.h"

#include <cstring>

namespace zonevet {

namespace {

// What a node that exists and is not hidden says about a type.
Answer at_node(const Zone& zone, Node node, Type type, bool by_wildcard)
{
    Answer answer;
    answer.node = node;
    answer.by_wildcard = by_wildcard;
    if (std::optional<RRset> set = node.find(type)) {
        answer.is = Existence::found;
        answer.rrset = set;
    } else if (std::optional<RRset> alias = node.find(Type::CNAME)) {
        answer.is = Existence::alias;
        answer.rrset = alias;
    } else {
        answer.is = node.is_untold(type) || zone.incomplete() || zone.is_added_later(node.name(), type)
                        ? Existence::unknown
                        : Existence::no_such_type;
    }
    return answer;
}

// The answer of a delegation or a DNAME at `cut` for names below it.
Answer at_cut(Node cut)
{
    Answer answer;
    answer.node = cut;
    answer.rrset = cut.find(Type::DNAME);
    answer.is = answer.rrset ? Existence::alias : Existence::delegated;
    return answer;
}

} // namespace

Answer Zone::look_up(Name name, Type type) const
{
    if (!name.is_at_or_below(apex()))
        return {};
    // Several rules ask the same of one record, one after the other. Names that lie in the store keep
    // their place as long as it lives, so place and store tell whether the question is the last one.
    struct Memo {
        const char* name = nullptr;
        std::uint64_t store = 0;
        Type type = Type::none;
        Answer answer;
    };
    thread_local Memo memos[4];
    const char* wire = name.wire().data();
    const PodVector<char>& octets = store_->columns.octets;
    if (wire < octets.begin() || wire >= octets.end())
        return find_answer(name, type);
    Memo& memo = memos[static_cast<unsigned>(type) & 3];
    if (memo.name != wire || memo.store != store_->serial || memo.type != type)
        memo = {wire, store_->serial, type, find_answer(name, type)};
    return memo.answer;
}

Answer Zone::find_answer(Name name, Type type) const
{
    Answer answer;
    if (std::optional<Node> node = find(name)) {
        if (std::optional<Node> cut = node->hidden_by())
            return at_cut(*cut);
        if (node->is_delegation() && type != Type::DS && type != Type::NS) {
            answer.is = Existence::delegated;
            answer.node = node;
            return answer;
        }
        return at_node(*this, *node, type, false);
    }
    Name encloser_name = name.parent();
    std::optional<Node> encloser = find(encloser_name);
    while (!encloser) {
        encloser_name = encloser_name.parent();
        encloser = find(encloser_name);
    }
    if (std::optional<Node> cut = encloser->hidden_by())
        return at_cut(*cut);
    if (encloser->is_delegation() || encloser->has(Type::DNAME))
        return at_cut(*encloser);
    if (encloser->uncertain() && !encloser->is_apex())
        return answer; // what could not be read there may be a delegation
    char wildcard[256] = "\1*";
    std::string_view rest = encloser_name.wire();
    if (rest.size() + 2 <= 255) {
        std::memcpy(wildcard + 2, rest.data(), rest.size());
        std::optional<Node> star = find(Name({wildcard, rest.size() + 2}));
        if (star && (star->has_records() || star->holds_untold()))
            return at_node(*this, *star, type, true);
    }
    answer.is = incomplete() ? Existence::unknown : Existence::no_such_name;
    return answer;
}

Answer Zone::look_up_address(Name name) const
{
    Answer answer = look_up(name, Type::A);
    if (answer.is != Existence::no_such_type)
        return answer;
    return look_up(name, Type::AAAA);
}

} // namespace zonevet
