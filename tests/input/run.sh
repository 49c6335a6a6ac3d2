#!/bin/bash
# Which files are zones, which zones they are, and what is never passed over in silence: the same for `check`,
# `review` of files, folders, commits and the index, `--apply`, and `config init`.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/start.sh"

for theme in apply diffs aliases includes fragments naming touched documents identity content unread; do
    code=0
    bash "$here/$theme.sh" "$zonevet" || code=$?
    [ "$code" = 0 ] || fail "$theme"
done

finish "input is the same in every way"
