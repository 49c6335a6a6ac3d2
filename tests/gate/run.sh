#!/bin/bash
# What a change, and the repository it comes in, cannot do: run a command, read or print what is not theirs, switch
# off the gate that judges it, hide a part of itself.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../input/start.sh"

for theme in commands hidden policy secrets; do
    code=0
    bash "$here/$theme.sh" "$zonevet" || code=$?
    [ "$code" = 0 ] || fail "$theme"
done

finish "the gate is not opened by what it judges"
