#!/bin/bash
# What cmake/hardening.cmake promises, read off a binary. The tests run on a build with sanitizers, which has none
# of it; then a program of a few lines, compiled by the same file as an optimised build, stands for it.
#   run.sh ZONEVET
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
for tool in readelf objdump cmake; do
    command -v $tool >/dev/null || { echo "no $tool here: not tested"; exit 77; }
done
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
failed=0

# has FILE WHAT PATTERN: PATTERN is in what readelf and objdump say about it.
has()
{
    grep -qE "$3" "$tmp/said" && return
    echo "FAILED: $1: $2"
    failed=1
}

judge()
{
    readelf -hldnsW "$1" >"$tmp/said" 2>/dev/null
    has "$1" "position independent" '^ *Type: +DYN'
    has "$1" "position independent" 'FLAGS_1.*PIE'
    has "$1" "relocations are read-only" 'GNU_RELRO'
    has "$1" "all functions are bound at the start" 'FLAGS_1.*NOW'
    has "$1" "no executable stack" 'GNU_STACK.* RW +0x'
    has "$1" "stack protector" '__stack_chk_fail'
    has "$1" "checked functions of the C library" '__[a-z]+_chk@'
    has "$1" "assertions of the C++ library" '__glibcxx_assert_fail'
}

build=$(dirname "$(realpath "$1")")
if grep -qE '^CMAKE_BUILD_TYPE:.*=(Release|RelWithDebInfo|MinSizeRel)$' "$build/CMakeCache.txt" 2>/dev/null; then
    judge "$1"
fi
unset CMAKE_CXX_COMPILER_LAUNCHER CXXFLAGS LDFLAGS
cmake -S "$here" -B "$tmp/build" -DCMAKE_BUILD_TYPE=Release >"$tmp/log" 2>&1 &&
    cmake --build "$tmp/build" >>"$tmp/log" 2>&1 || { cat "$tmp/log"; exit 1; }
probe=$tmp/build/probe
judge "$probe"
# What is only in the code, or that files of the system which are linked in take away from the whole.
readelf -nW "$tmp"/build/CMakeFiles/probe.dir/*.o >>"$tmp/said"
objdump -d "$probe" >>"$tmp/said"
case $(uname -m) in
x86_64)
    has "$probe" "indirect jumps and returns" 'IBT, SHSTK'
    has "$probe" "every page of a large frame is touched" 'or[lq] +\$0x0,'
    ;;
aarch64) has "$probe" "indirect jumps and returns" 'BTI, PAC' ;;
esac
[ $failed -eq 0 ] && echo "hardened"
exit $failed
