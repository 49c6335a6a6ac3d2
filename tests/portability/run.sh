#!/usr/bin/env bash
# The table of portability cases on the servers that are installed here.
#   run.sh path/to/zonevet
set -euo pipefail
tools=$(dirname "$(realpath "$1")")/tests
root=$(cd "$(dirname "$0")/../.." && pwd)
command -v python3 > /dev/null || { echo "skipped: python3 is not here"; exit 77; }
python3 "$root/tests/portability/replay.py" "$tools/print_cases" "$tools/print_zone"
