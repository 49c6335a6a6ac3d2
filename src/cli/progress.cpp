// A thread that looks at the counters a few times a second and draws one line.
#include "cli/progress.h"

#include "cli/options.h"

#include <chrono>
#include <fmt/format.h>
#include <new>
#include <system_error>

namespace zonevet {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 700ms, pace = 100ms;

} // namespace

ProgressLine::ProgressLine(const Call& call, bool quiet, std::string_view done, Settings& settings)
    : call_(call), done_(done)
{
    if (!call.environment.error_is_terminal || quiet)
        return;
    settings.progress = &progress_;
    try {
        thread_ = std::thread([this] { watch(); });
    } catch (const std::system_error&) {
        // No thread to be had: no line. What is checked does not depend on it.
    }
}

ProgressLine::~ProgressLine()
{
    if (!thread_.joinable())
        return;
    {
        std::lock_guard lock(mutex_);
        is_over_ = true;
    }
    over_.notify_one();
    thread_.join();
    if (width_ > 0)
        show();
}

void ProgressLine::watch()
{
    std::unique_lock lock(mutex_);
    for (auto wait = patience; !over_.wait_for(lock, wait, [this] { return is_over_; }); wait = pace)
        show();
}

void ProgressLine::show()
{
    try {
        std::size_t zones = progress_.zones;
        std::string line = is_over_     ? ""
                           : zones == 0 ? "reading ..."
                           : zones == 1
                               ? "one zone, and a large one ..."
                               : fmt::format("{} {} of {} zones ...", done_, std::size_t{progress_.done}, zones);
        call_.err(fmt::format("\r{:{}}{}", line, width_, is_over_ ? "\r" : ""));
        width_ = std::max(width_, line.size());
    } catch (const std::bad_alloc&) {
        // Who does the checking will say so.
    }
}

} // namespace zonevet
