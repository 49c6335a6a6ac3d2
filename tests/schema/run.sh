#!/bin/sh
# The schema of the configuration against every configuration and rule file of the tests: what is
# right must fit; of what is wrong, as much as a schema can know must not.
set -u
zonevet=$1
here=$(cd "$(dirname "$0")" && pwd)
command -v python3 >/dev/null || exit 77
python3 -c 'import jsonschema, tomllib' 2>/dev/null || exit 77
"$zonevet" config schema | python3 "$here/validate.py" "$here/.." || exit 1

# What `config show` prints is a configuration, and above its rules the same one.
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
for folder in "$here/../cli/config" "$here/../.."; do
    (cd "$folder" && "$zonevet" config show) >"$work/zonevet.toml" &&
        (cd "$work" && "$zonevet" config validate && "$zonevet" config show) >"$work/again" || exit 1
    values() { sed '/^\[rules\]/,$d; s/ *#.*//' "$1" | grep -e = -e '^\[' | sort; }
    [ "$(values "$work/zonevet.toml")" = "$(values "$work/again")" ] || {
        echo "config show of $folder is not what it says"
        exit 1
    }
done
