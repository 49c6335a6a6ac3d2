// What `check` and `review` have in common around the engine: which formats go where, how much is
// said, what it took, and the exit code.
#pragma once

#include "cli/resolve.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace zonevet {

class Reporting {
public:
    // Throws Failure for flags that do not go together. Tells the engine what it may leave out.
    Reporting(const Call& call, const Config& config, Effective& effective);

    bool quiet() const { return quiet_; }
    void note(std::string_view text) const; // on standard error, unless --quiet
    // The same of all notes and of what could not be read; the exit code that the latter makes.
    int tell(const std::vector<std::string>& notes, const std::vector<Unread>& unread) const;
    void lap(std::string_view name); // a part of the run has ended, for --time
    // Writes every report and returns the exit code.
    int write(RunReport& report, const Config& config, const Effective& effective);

    struct Output {
        const ReportFormat* format;
        std::string file; // empty: standard output
    };

private:
    using Time = std::chrono::steady_clock;

    const Call& call_;
    std::vector<Output> outputs_;
    ReportStyle style_;
    bool quiet_ = false, asked_ = false;
    Time::time_point start_ = Time::now(), last_ = start_;
    std::string laps_;
};

} // namespace zonevet
