// What a plan creates before it destroys: records that are gone, or there twice, for a moment.
#include "formats/terraform_order.h"

#include "base/ascii.h"

#include <algorithm>
#include <fmt/format.h>

namespace zonevet {

namespace {

using RemarkKind = Origins::Remark::Kind;

std::string key_of(const PlannedSet& set)
{
    return in_lower_case(fmt::format("{}\n{} {} {}", set.zone, set.owner, set.type, set.identifier));
}

// "www A", as the zone would write it.
std::string words_of(const PlannedSet& set)
{
    std::string zone = in_lower_case(set.zone.substr(0, set.zone.find(' '))), owner = set.owner;
    if (in_lower_case(owner) == zone)
        owner = "@";
    else if (in_lower_case(owner).ends_with("." + zone))
        owner.resize(owner.size() - zone.size() - 1);
    return fmt::format("{} {}", owner, set.type);
}

const std::string& address_of(const Value& resource)
{
    return resource["address"].text;
}

std::string how_to_move(const Value& from, const Value& to)
{
    if (from["type"].text != to["type"].text)
        return fmt::format("take `{}` out of the state with a `removed` block and import the record as `{}`",
                           address_of(from), address_of(to));
    return fmt::format("if it is the same record: moved {{ from = {}, to = {} }}", address_of(from), address_of(to));
}

std::string why_replaced(const Value& resource)
{
    const std::string& reason = resource["action_reason"].text;
    if (reason == "replace_because_tainted")
        return fmt::format("it is marked as damaged; if it is not: terraform untaint '{}'", address_of(resource));
    if (reason == "replace_by_request")
        return "-replace asks for it";
    std::string paths;
    for (const Value& path : resource["change"]["replace_paths"].items)
        if (!path.items.empty())
            paths += (paths.empty() ? "`" : ", `") + path.items.front().text + "`";
    return paths.empty() ? "" : "what forces it is the new value of " + paths;
}

} // namespace

void PlanOrder::add_step(PlannedSet&& set, Step step)
{
    step.data = std::move(set.data);
    Steps& steps = sets_[key_of(set)];
    steps.list.push_back(std::move(step));
    steps.set = std::move(set);
}

void PlanOrder::add(const Value& resource, bool is_set, PlannedSet before, PlannedSet after)
{
    const std::vector<Value>& actions = resource["change"]["actions"].items;
    bool is_there_twice = !before.owner.empty() && !after.owner.empty() && key_of(before) == key_of(after);
    if (is_there_twice) {
        bool is_replaced = actions.size() == 2;
        auto kind = !is_replaced                  ? Step::Kind::kept
                    : actions[0].text == "delete" ? Step::Kind::deleted_first
                                                  : Step::Kind::created_first;
        return add_step(std::move(after), {kind, &resource, is_set, {}});
    }
    if (!before.owner.empty())
        add_step(std::move(before), {Step::Kind::deleted, &resource, is_set, {}});
    if (!after.owner.empty())
        add_step(std::move(after), {Step::Kind::created, &resource, is_set, {}});
}

const PlanOrder::Step* PlanOrder::Steps::first(Step::Kind kind) const
{
    auto at = std::find_if(list.begin(), list.end(), [&](const Step& step) { return step.kind == kind; });
    return at == list.end() ? nullptr : &*at;
}

// One resource deletes what another creates, and nothing says which comes first.
bool PlanOrder::report_pair(const Steps& steps, Collector& to)
{
    const Step *deleted = steps.first(Step::Kind::deleted), *created = steps.first(Step::Kind::created);
    if (deleted == nullptr || created == nullptr)
        return false;
    bool clashes = deleted->is_set || created->is_set || steps.set.type == "CNAME";
    // Of single records only an equal one is in the way.
    for (const Step& one : steps.list)
        for (const Step& other : steps.list)
            if (!clashes && one.kind == Step::Kind::deleted && other.kind == Step::Kind::created &&
                one.data == other.data) {
                clashes = true;
                deleted = &one;
                created = &other;
            }
    if (!clashes && steps.first(Step::Kind::kept) != nullptr)
        return false;
    auto kind = clashes ? RemarkKind::clash : RemarkKind::gap;
    std::string message = fmt::format("`{}` is deleted as `{}` and created as `{}`, and {}", words_of(steps.set),
                                      address_of(*deleted->resource), address_of(*created->resource),
                                      clashes ? "nothing says which comes first" : "may be absent in between");
    to.remark(steps.set.zone, kind, (*created->resource)["address"], std::move(message),
              how_to_move(*deleted->resource, *created->resource));
    return true;
}

void PlanOrder::report_replaced(const Steps& steps, Collector& to)
{
    bool others_stay = steps.first(Step::Kind::kept) != nullptr;
    for (const Step& step : steps.list) {
        bool is_all = step.is_set || steps.set.type == "CNAME";
        if (step.kind == Step::Kind::deleted_first && (is_all || !others_stay))
            to.remark(steps.set.zone, RemarkKind::gap, (*step.resource)["address"],
                      fmt::format("`{}` is deleted and created again as `{}`, and is absent in between",
                                  words_of(steps.set), address_of(*step.resource)),
                      why_replaced(*step.resource));
        if (step.kind == Step::Kind::created_first && is_all)
            to.remark(steps.set.zone, RemarkKind::clash, (*step.resource)["address"],
                      fmt::format("`{}` is created as `{}` while the old one still exists "
                                  "(create_before_destroy)",
                                  words_of(steps.set), address_of(*step.resource)),
                      why_replaced(*step.resource));
    }
}

void PlanOrder::report(Collector& to) const
{
    for (const auto& [key, steps] : sets_)
        if (!report_pair(steps, to))
            report_replaced(steps, to);
}

} // namespace zonevet
