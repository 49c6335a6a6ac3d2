#!/bin/bash
# The hooks as a user has them: Debian's pre-commit installs this tree as it stands (uncommitted files
# too) into a repository of zones, a good commit goes through, a bad one is refused and says why.
#   run.sh ZONEVET    the built program, for the hook that takes the one on PATH
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
binary=$(realpath "$1")
for tool in pre-commit git cmake; do
    command -v $tool >/dev/null || { echo "no $tool here: not tested"; exit 77; }
done

tmp=$(mktemp -d)
trap 'rm -rf "$tmp" || true' EXIT
unset "${!GIT_@}" # this may itself run in a hook
export HOME=$tmp PRE_COMMIT_HOME=$tmp/pre-commit GIT_CONFIG_NOSYSTEM=1
# An address where nothing listens: whoever goes to the network fails.
export PIP_NO_INDEX=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_CONFIG_FILE=/dev/null
export http_proxy=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9 all_proxy=http://127.0.0.1:9
export CCACHE_DIR=${CCACHE_DIR:-$(getent passwd "$(id -u)" | cut -d: -f6)/.cache/ccache}
# The way is tested here, not the speed: a build like the one that is tested finds most of its objects in the
# cache of the compiler; else a type that CMake does not know adds no flags.
cache=$(dirname "$binary")/CMakeCache.txt
if [ -f "$cache" ]; then
    CMAKE_ARGS=$(sed -nE "s/^(ZONEVET_PRECOMPILED|CMAKE_BUILD_TYPE|CMAKE_CXX_FLAGS(_DEBUG|_RELEASE)?|CMAKE_CXX_COMPILER|ZONEVET_STRICT):[A-Z]+=(.*)/'-D\1=\3'/p" \
        "$cache" | tr '\n' ' ')
    export CMAKE_ARGS
else
    export CMAKE_BUILD_TYPE=Unoptimised
fi
git config --global user.name tester
git config --global user.email tester@example.com
git config --global init.defaultBranch main
git config --global protocol.file.allow always
git config --global safe.directory '*'

fail() { echo "FAILED: $1"; cat "$tmp/log"; exit 1; }

# commit MESSAGE: what git and the hook say goes to the log.
commit() { git add -A && git commit -m "$1" >"$tmp/log" 2>&1; }

# new_repository HOOK: an empty repository that uses it.
new_repository()
{
    rm -rf "$tmp/zones"
    git init -q "$tmp/zones"
    cd "$tmp/zones"
    cat >.pre-commit-config.yaml <<END
repos:
- repo: $tmp/zonevet
  rev: $revision
  hooks:
  - id: $1
END
    pre-commit install >"$tmp/log" 2>&1 || fail "pre-commit install"
}

try()
{
    new_repository "$1"
    echo "no zone" >README
    commit "no zones at all" || fail "$1: a commit without zones was refused"
    cp "$root/zones-examples/lync-federation/after.zone" example.com.zone
    commit "federation" || fail "$1: a good commit was refused"
    cp "$root/zones-examples/lync-federation/before.zone" example.com.zone
    if commit "two digits swapped"; then fail "$1: a bad commit went through"; fi
    grep -q 'example.com.zone:.*' "$tmp/log" || fail "$1: the finding has no place"
    grep -q '5601' "$tmp/log" || fail "$1: the finding is not shown"
    git log --oneline | grep -q swapped && fail "$1: the commit is there all the same"
    # What is not staged is no part of the commit.
    git restore --staged example.com.zone
    echo "more" >>README
    git add README
    git commit -qm "something else" >"$tmp/log" 2>&1 || fail "$1: an unstaged mistake was counted"
    echo "$1: ok"
}

# This tree as a repository that pre-commit can clone.
mkdir "$tmp/zonevet"
(cd "$root" && { git ls-files -co --exclude-standard 2>/dev/null || find . -type f -not -path './build/*'; } |
    tar -cf - -T - 2>/dev/null || true) | tar -xf - -C "$tmp/zonevet" # deleted files are listed, too
git init -q "$tmp/zonevet"
git -C "$tmp/zonevet" add -A
git -C "$tmp/zonevet" commit -qm "as it stands"
revision=$(git -C "$tmp/zonevet" rev-parse HEAD)

mkdir "$tmp/bin"
ln -s "$binary" "$tmp/bin/zonevet"
PATH=$tmp/bin:$PATH try zonevet-system
try zonevet
