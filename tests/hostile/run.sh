#!/bin/bash
# Input that wants to break the program: every limit of docs/limits.md, reached. Prints what each case
# took. Usage: run.sh ZONEVET [CASE...]
command -v python3 >/dev/null || { echo "python3 is not here"; exit 77; }
exec python3 "$(dirname "$0")/hostile.py" "$@"
