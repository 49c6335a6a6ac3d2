// Catch 2 has one header of this name, Catch 3 (Ubuntu 24.04) has another; the tests use what both
// have.
#pragma once

#include <catch2/catch_all.hpp>
