#!/bin/bash
# ./dev itself: it is the first thing a newcomer runs.
set -euo pipefail
cd "$(dirname "$0")/../.."
fail() { echo "FAILED: $1"; exit 1; }

for shell in sh bash dash; do
    if command -v $shell >/dev/null; then
        $shell -n dev || fail "$shell cannot read ./dev"
    fi
done
help=$(./dev help)
for command in lint test build bench fuzz format tidy; do
    grep -q "^  $command" <<<"$help" || fail "./dev help does not name $command"
    grep -q "^$command)" dev || fail "./dev has no $command"
done
if ./dev no-such-command 2>/dev/null; then fail "a misspelt command is accepted"; fi
[ "$(tail -n 1 .ci/run)" = 'cd "$(dirname "$0")/.." && exec ./dev test' ] || fail ".ci/run does more"
# Whatever is pushed must be executable where it has to be.
for script in dev .ci/run tests/corpus tests/hook/run.sh; do
    [ -x $script ] || fail "$script is not executable"
done
echo ok
