// Which checks run on what: rules sorted once per run by the type of their parameter and by record
// type, so that the pass over a zone only calls what applies.
#pragma once

#include "lint/rule.h"
#include "lint/settings.h"
#include "portability/portability.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zonevet {

class Plan {
public:
    explicit Plan(const Settings& settings);

    using RecordCheck = void (*)(const Record&, Lint&);
    using RRsetCheck = void (*)(const RRset&, Lint&);
    using NodeCheck = void (*)(const Node&, Lint&);
    using ZoneCheck = void (*)(const Zone&, Lint&);
    using ChangeCheck = void (*)(const Change&, Lint&);
    template <class Function> struct Entry {
        std::uint16_t rule;
        Function check;
    };
    // Checks that share one `unless`; null: none.
    template <class Subject> struct Group {
        bool (*unless)(const Subject&) = nullptr;
        std::vector<Entry<void (*)(const Subject&, Lint&)>> checks;
    };

    std::span<const Group<Record>> records(Type type) const { return records_[slot(type)]; }
    std::span<const Entry<RRsetCheck>> rrsets(Type type) const { return rrsets_[slot(type)]; }
    std::span<const Group<Node>> nodes() const { return nodes_; }
    // Checks of names that only speak where the name has one of some types (Rule::types): asked at its
    // first RRset of these.
    struct TypedNode {
        std::uint16_t rule;
        NodeCheck check;
        std::span<const Type> types;
    };
    std::span<const TypedNode> nodes_with(Type type) const { return typed_nodes_[slot(type)]; }
    std::span<const Entry<ZoneCheck>> zones() const { return zones_; }
    std::span<const Entry<ChangeCheck>> changes() const { return changes_; }
    // Rules that speak about a few owners only (Scope::labels) are found by the first label, so that
    // hundreds of them cost the other names nothing.
    struct ByLabel {
        std::vector<Entry<RecordCheck>> records;
        std::vector<Entry<RRsetCheck>> rrsets;
        std::vector<Entry<NodeCheck>> nodes;
        using Lists = std::array<const ByLabel*, 2>; // of the label, of the apex; null: none
    };
    ByLabel::Lists by_label(const Node& node) const
    {
        return first_letters_ == 0 ? ByLabel::Lists{} : find_by_label(node);
    }
    // Rules that speak about a few targets only (Scope::targets) are found by the end of the target.
    struct Targeted {
        std::uint16_t rule;
        RecordCheck check;
        std::span<const Type> types; // empty: all that have a target
    };
    bool has_targets(Type type) const { return with_targets_[slot(type)]; }
    // Of the last two labels, and of the last; null: none.
    std::array<const std::vector<Targeted>*, 2> by_target(const Record& record) const;
    // Remembers that a rule found something to judge in some zone.
    void used(std::size_t rule) const
    {
        if (!used_[rule].load(std::memory_order_relaxed))
            used_[rule].store(true, std::memory_order_relaxed);
    }
    bool was_used(std::size_t rule) const { return used_[rule].load(std::memory_order_relaxed); }
    // The rule that stands for a mistake, or -1 when it is switched off.
    // What servers do with what the rule is about; null: they read it alike, or its findings say it.
    const PortabilityCase* case_of(std::size_t rule) const { return cases_[rule]; }
    int rule_of(Mistake mistake) const { return mistakes_[static_cast<std::size_t>(mistake)]; }

private:
    static constexpr std::size_t known_types = 266; // the last slot is for every other type
    static std::size_t slot(Type type)
    {
        std::size_t number = static_cast<std::size_t>(type);
        return number < 264 ? number : type == Type::TA ? 264 : type == Type::DLV ? 265 : known_types;
    }

    ByLabel::Lists find_by_label(const Node& node) const;

    struct LabelHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view label) const { return std::hash<std::string_view>()(label); }
    };
    std::unordered_map<std::string, ByLabel, LabelHash, std::equal_to<>> by_label_;
    std::unordered_map<std::string, std::vector<Targeted>, LabelHash, std::equal_to<>> by_target_;
    std::array<bool, known_types + 1> with_targets_{};
    std::uint64_t target_tops_ = 0;   // of the last labels in by_target_: most targets stop here
    std::uint64_t first_letters_ = 0; // of all labels, by the low six bits: most names stop here
    std::unique_ptr<std::atomic<bool>[]> used_;
    std::vector<const PortabilityCase*> cases_;
    std::array<std::vector<Group<Record>>, known_types + 1> records_;
    std::array<std::vector<Entry<RRsetCheck>>, known_types + 1> rrsets_;
    std::vector<Group<Node>> nodes_;
    std::array<std::vector<TypedNode>, known_types + 1> typed_nodes_;
    std::vector<Entry<ZoneCheck>> zones_;
    std::vector<Entry<ChangeCheck>> changes_;
    std::array<int, static_cast<std::size_t>(Mistake::count_)> mistakes_;
};

} // namespace zonevet
