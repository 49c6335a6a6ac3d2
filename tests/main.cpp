#define CATCH_CONFIG_MAIN // Catch 2 makes main() of this; Catch 3 has it in a library
#include <catch2/catch.hpp>
