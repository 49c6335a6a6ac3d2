#!/usr/bin/env bash
# The shipped packs: their own tests, the table of what they cover (docs/packs.md), and the examples of
# docs/writing-rules.md.
#   run.sh path/to/zonevet
set -euo pipefail
zonevet=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
command -v python3 > /dev/null || { echo "skipped: python3 is not here"; exit 77; }

(cd "$root" && "$zonevet" test --isolated | tail -n 3)
python3 "$root/tests/packs/coverage.py" "$zonevet" "$root" "${ZONEVET_SHARED:-$root/../shared}"
python3 "$root/tests/packs/examples.py" "$zonevet" "$root/docs/writing-rules.md"
python3 "$root/tests/packs/scenarios.py" "$zonevet" "${ZONEVET_SHARED:-$root/../shared}"
