// "checked 1200 of 10000 zones", on a terminal, for runs that take long enough to make somebody wonder.
#pragma once

#include "cli/commands.h"
#include "lint/settings.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace zonevet {

class ProgressLine {
public:
    // Watches what `settings.progress` counts. Does nothing when standard error is no terminal or
    // the user asked for quiet.
    ProgressLine(const Call& call, bool quiet, std::string_view done, Settings& settings);
    // Wipes the line.
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

private:
    void watch();
    void show(); // wipes the line when all is over

    const Call& call_;
    std::string done_; // "checked"
    Progress progress_;
    std::thread thread_;
    std::mutex mutex_;
    std::condition_variable over_;
    bool is_over_ = false;
    std::size_t width_ = 0; // of what stands there now
};

} // namespace zonevet
