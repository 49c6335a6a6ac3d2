#!/bin/bash
# Every call that can fail is made to fail (faults.py). Usage: run.sh ZONEVET [CASE...]
# With sanitizers it injects half as many, and leaves out limits of memory and stack. All of it, 2200 failures in half
# a minute of processor:
#   ./dev build && tests/faults/run.sh build/release/zonevet
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
for tool in "${CXX:-c++}" python3 git; do
    command -v "$tool" >/dev/null || { echo "no $tool here: not tested"; exit 77; }
done
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
"${CXX:-c++}" -std=c++20 -O1 -fno-builtin -shared -fPIC -o "$tmp/faults.so" "$here/faults.cpp"
zonevet=$(realpath "$1")
shift
python3 "$here/faults.py" "$zonevet" "$tmp/faults.so" "$@"
