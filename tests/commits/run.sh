#!/usr/bin/env bash
# Real commits that mended a zone, before and after.
#   run.sh path/to/zonevet
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
inputs=${ZONEVET_SHARED:-$root/../shared}/inputs
command -v python3 > /dev/null || { echo "skipped: python3 is not here"; exit 77; }
[ -f "$inputs/MANIFEST.tsv" ] || { echo "skipped: no real commits at $inputs"; exit 77; }
python3 "$root/tests/commits/measure.py" "$(realpath "$1")" "$inputs"
