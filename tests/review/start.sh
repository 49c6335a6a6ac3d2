# What the tests of `zonevet review` begin with: a folder of their own for git, and what they expect.
zonevet=$(realpath "$1")
command -v git >/dev/null || { echo "git is missing"; exit 77; }
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE
work=$(mktemp -d)
trap 'rm -rf "$work" || true' EXIT
export HOME=$work GIT_CONFIG_NOSYSTEM=1 SOURCE_DATE_EPOCH=1768435200
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.com
git config --global gc.auto 0 # nothing runs on in the background
git config --global init.defaultBranch main

failures=0
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }
# expect STATUS 'TEXT' ARGUMENTS: the exit code, and a text that the output holds
expect() {
    local status=$1 text=$2 said code=0
    shift 2
    said=$("$zonevet" review --color never -o full "$@" 2>&1) || code=$?
    [ "$code" = "$status" ] || { fail "review $*: exit $code, not $status"; echo "$said"; }
    grep -qF -- "$text" <<<"$said" || { fail "review $*: does not say \`$text\`"; echo "$said"; }
}
finish() { # TEXT: what held, when all did
    [ "$failures" = 0 ] || { echo "$failures failures"; exit 1; }
    echo "$1"
}
