#!/bin/sh
# The schema of the configuration against every configuration and rule file of the tests: what is
# right must fit; of what is wrong, as much as a schema can know must not.
set -u
zonevet=$1
here=$(cd "$(dirname "$0")" && pwd)
command -v python3 >/dev/null || exit 77
python3 -c 'import jsonschema, tomllib' 2>/dev/null || exit 77
"$zonevet" config schema | python3 "$here/validate.py" "$here/.."
