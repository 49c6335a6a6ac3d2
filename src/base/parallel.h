// Runs a function for every index of a range on a few threads. Workers take the next index when they
// are free; the order in which indices finish is not defined, so each must write to its own place.
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace zonevet {

// `function(index)`; the first exception is rethrown here after all workers have stopped.
template <class Function> void parallel_for(std::size_t count, unsigned jobs, Function&& function)
{
    if (jobs <= 1 || count <= 1) {
        for (std::size_t i = 0; i < count; ++i)
            function(i);
        return;
    }
    std::atomic<std::size_t> next{0};
    std::exception_ptr failed;
    std::mutex failed_mutex;
    auto work = [&] {
        try {
            for (std::size_t i; (i = next.fetch_add(1)) < count;)
                function(i);
        } catch (...) {
            std::lock_guard lock(failed_mutex);
            if (!failed)
                failed = std::current_exception();
            next = count;
        }
    };
    std::vector<std::thread> workers;
    try {
        for (unsigned i = 1; i < jobs && i < count; ++i)
            workers.emplace_back(work);
    } catch (const std::exception&) {
        // No more threads to be had, or no memory for them: the work is done by fewer, at least by this one.
    }
    work();
    for (std::thread& worker : workers)
        worker.join();
    if (failed)
        std::rethrow_exception(failed);
}

} // namespace zonevet
