#!/bin/sh
# The code is formatted as .clang-format says, by the version whose reading of it was taken.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
command -v clang-format-14 >/dev/null || { echo "clang-format-14 is missing"; exit 77; }
cd "$root" || exit 1
find src rules tests fuzz bench -name '*.cpp' -o -name '*.h' | sort >"${TMPDIR:-/tmp}/zonevet-format.$$"
said=$(xargs -P 2 -n 50 clang-format-14 --dry-run -Werror <"${TMPDIR:-/tmp}/zonevet-format.$$" 2>&1)
rm -f "${TMPDIR:-/tmp}/zonevet-format.$$"
if [ -n "$said" ]; then
    echo "$said" | grep -o '^[^:]*:[0-9]*' | sort -u | head -20
    echo "./dev format mends it"
    exit 1
fi
