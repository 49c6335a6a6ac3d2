// What libFuzzer calls; the build defines which target this program runs.
#include "fuzz/targets.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* octets, std::size_t size)
{
    zonevet::fuzz::ZONEVET_FUZZ_TARGET({reinterpret_cast<const char*>(octets), size});
    return 0;
}
