// Gives every protection something to protect; is read, never run.
#include <cstdio>
#include <cstring>
#include <vector>

// A frame of many pages, filled by somebody else.
[[gnu::noinline]] std::size_t large(const char* text)
{
    char copy[100'000];
    std::strcpy(copy, text);
    return std::strlen(copy);
}

int main(int argc, char** argv)
{
    std::vector<std::size_t> lengths(static_cast<std::size_t>(argc));
    lengths[large(argv[0])] = 1;
    std::printf("%zu\n", lengths[static_cast<std::size_t>(argc)]);
}
