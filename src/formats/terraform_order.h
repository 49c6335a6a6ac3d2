// In which order a plan deletes and creates: Terraform knows resources and not RRsets, so one RRset can
// be gone for a moment, or be created while it still exists.
#pragma once

#include "formats/collector.h"

#include <map>
#include <string>
#include <vector>

namespace zonevet {

// What a resource is before or after the plan; no owner: it is not there, or cannot be told.
struct PlannedSet {
    std::string zone, owner, type;
    std::string identifier; // tells apart sets of one name and type
    std::vector<std::string> data;
};

class PlanOrder {
public:
    // `is_set`: the resource is a whole RRset and not one record of it.
    void add(const Value& resource, bool is_set, PlannedSet before, PlannedSet after);
    void report(Collector& to) const;

private:
    struct Step {
        enum class Kind { kept, created, deleted, deleted_first, created_first } kind = Kind::kept;
        const Value* resource = nullptr;
        bool is_set = true;
        std::vector<std::string> data;
    };
    struct Steps {
        PlannedSet set;
        std::vector<Step> list;
        const Step* first(Step::Kind kind) const;
    };
    void add_step(PlannedSet&& set, Step step);
    static bool report_pair(const Steps& steps, Collector& to);
    static void report_replaced(const Steps& steps, Collector& to);

    std::map<std::string, Steps> sets_;
};

} // namespace zonevet
