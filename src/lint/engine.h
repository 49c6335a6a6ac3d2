// Runs the checks of a plan over one zone. Findings are first only collected, 24 octets each; those
// that will be shown are described afterwards by running the check again on the same subject. So a
// million findings cost no more than their counting, and a rule formats nothing that nobody reads.
#pragma once

#include "lint/finding.h"
#include "lint/plan.h"
#include "lint/rule.h"
#include "lint/settings.h"
#include "syntax/problem.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace zonevet {

// A finding without its words.
struct Collected {
    std::uint64_t position = 0; // of the entry, or of the text
    std::uint32_t subject = 0;  // record, RRset (index of its first record), name or problem
    std::uint32_t record = none;
    std::uint32_t ordinal = 0; // the check's n-th report on this subject
    std::uint16_t rule = 0;

    static constexpr std::uint32_t none = 0xffffffff;
};

struct Worker;

class Engine {
public:
    Engine(const Zone& zone, const std::vector<Problem>& problems, const Plan& plan, const Settings& settings,
           const Change* change = nullptr);

    // All findings of rules and problems, sorted by place, rule and ordinal.
    std::vector<Collected> collect(unsigned jobs);
    // Option values of an override, per rule; empty: the settings' own.
    void override_options(std::size_t rule, std::vector<OptionValue> values);
    // This zone is outside the rule's scope.
    void leave_out(std::size_t rule) { left_out_[rule] = true; }
    // `wanted` holds indices into `collected`; the findings come back in the same order.
    std::vector<Finding> describe(const std::vector<Collected>& collected, const std::vector<std::size_t>& wanted);
    // No server that loads the zones has trouble with it, so that there is nothing to say.
    bool reads_alike(const Collected& found) const;
    // One problem's words.
    Finding describe_problem(const Problem& problem, std::size_t rule) const;
    // What its author wrote: the words of the entry, without a serial; else the text that the problem is about.
    std::string written(const Problem& problem) const;

private:
    friend class Lint;

    void visit(std::uint32_t first_name, std::uint32_t last_name, Lint& lint);
    template <class Group, class Subject>
    void run(const Group& group, const Subject& subject, std::uint32_t id, Lint& lint);
    void visit_named(const Plan::ByLabel& list, const RRset& set, Lint& lint);
    void visit_target(const Record& record, Lint& lint);
    void run_check(std::size_t rule, std::uint32_t subject, Lint& lint);
    void begin_subject(Lint& lint, std::size_t rule, std::uint32_t subject);
    void complete(Finding& finding, const Rule& rule, const Problem* problem) const;
    const OptionValue& option_value(std::size_t rule, const Option& option) const;

    const Zone& zone_;
    const std::vector<Problem>& problems_;
    const Plan& plan_;
    const Settings& settings_;
    const Change* change_;
    const std::vector<Rule>& rules_;
    std::vector<bool> left_out_;                    // per rule
    std::vector<std::vector<OptionValue>> options_; // per rule; empty: the settings' own
};

} // namespace zonevet
