#!/bin/bash
# The same findings for a folder whichever way it is looked at: as it lies there, or as what a review says of all
# of it being new; and the ways of review agree about the change between two states.
#   run.sh ZONEVET [FOLDER...]    these, or (committed and edited each with ZONEVET_WAYS=all, else one in eight) all folders of examples and tests, and real repositories where they are at hand
set -eu
here=$(cd "$(dirname "$0")" && pwd)
for tool in git python3; do
    command -v $tool >/dev/null || { echo "no $tool here: not tested"; exit 77; }
done
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE
exec python3 "$here/ways.py" "$@"
