#!/bin/bash
# Nothing that a repository's own configuration, hooks or attributes name is run, and nothing is fetched. Each key of
# git-config(1) that names a command is set to a canary.
set -eu
. "$(dirname "$0")/../input/start.sh"

canary=$work/canary
cat >"$canary" <<END
#!/bin/sh
echo "\$0 \$*" >>"$work/sung"
exit 1
END
chmod +x "$canary"
silent() { # WHAT
    [ ! -e "$work/sung" ] || { fail "$(where): $1: a command of the repository was run"; sort -u "$work/sung" | head; rm "$work/sung"; }
}

# In the repository of the working directory.
poison() {
    local key hook git_dir
    git_dir=$(git rev-parse --absolute-git-dir)
    for key in alias.cat-file alias.grep alias.ls-tree alias.rev-parse core.alternateRefsCommand core.askPass \
        core.editor core.fsmonitor core.gitProxy core.pager core.sshCommand credential.helper diff.canary.command \
        diff.canary.textconv diff.external diff.tool difftool.canary.cmd difftool.canary.path filter.canary.clean \
        filter.canary.process filter.canary.smudge gpg.program gpg.openpgp.program gpg.ssh.program gpg.x509.program \
        gpg.ssh.defaultKeyCommand gui.canary guitool.canary.cmd imap.tunnel interactive.diffFilter \
        instaweb.httpd man.canary.cmd merge.canary.driver mergetool.canary.cmd browser.canary.cmd \
        pager.cat-file pager.diff-tree pager.grep pager.ls-files pager.ls-tree pager.rev-list pager.rev-parse \
        remote.origin.receivepack remote.origin.uploadpack sendemail.smtpServer sendemail.toCmd sequence.editor \
        submodule.inner.update tar.canary.command trailer.canary.command trailer.canary.cmd \
        uploadpack.packObjectsHook web.browser; do
        case $key in
        alias.* | submodule.*) git config "$key" "!$canary $key" ;;
        *) git config "$key" "$canary" ;;
        esac
    done
    for key in diff.canary.cachetextconv filter.canary.required log.showSignature submodule.recurse grep.recurse \
        core.useBuiltinFSMonitor diff.autoRefreshIndex protocol.ext.allow; do
        git config "$key" true
    done
    git config protocol.ext.allow always
    git config protocol.file.allow always
    git config protocol.allow always
    git config core.fsmonitorHookVersion 1
    git config core.hooksPath "$git_dir/hooks"
    git config gc.auto 1
    git config diff.submodule log
    mkdir -p "$git_dir/hooks" "$git_dir/info"
    for hook in post-index-change pre-auto-gc reference-transaction post-checkout fsmonitor-watchman post-rewrite \
        pre-commit post-commit; do
        cp "$canary" "$git_dir/hooks/$hook"
    done
    echo '* diff=canary filter=canary merge=canary' >"$git_dir/info/attributes"
}

change() { # a repository with a mistake that is committed, another that is staged, another that is neither
    repository "$1"
    zone >example.com.zone
    echo '* diff=canary filter=canary merge=canary' >.gitattributes
    git add -A
    git commit -qm "good"
    zone 2026010101 mial >example.com.zone
    git commit -qam "bad"
    zone 2026010102 mali >example.com.zone
    git add -A
}

# The canary itself can sing.
change alive
poison
git status >/dev/null 2>&1 || true
[ -e "$work/sung" ] || fail "the canary is mute"
rm -f "$work/sung"

each_way() { # WHERE
    said 1 mx-target-missing check .
    said 1 mx-target-missing review --base HEAD~1
    said 1 mx-target-missing review --base HEAD~1..HEAD
    said 1 mx-target-missing review --staged
    silent "$1"
}
change plain
poison
ends '0 1' review --base HEAD # history of the serial, the index
each_way plain
mkdir below && cd below
said 1 mx-target-missing review --base HEAD~1
silent "a folder below"

change with-worktree
git commit -qam "more"
git worktree add -q -f "$work/beside-it" HEAD~1 >/dev/null 2>&1
poison
cd "$work/beside-it"
said 1 mx-target-missing check .
said 1 mx-target-missing review --base HEAD~1
silent "a worktree"

change plain-again
cd "$work"
rm -rf bare.git
git clone -q --bare plain-again bare.git
cd bare.git
poison
said 1 mx-target-missing review --base HEAD~1..HEAD
silent "a bare repository"

# A repository that came with a change: a folder of the working tree that git would take for a repository.
change outer
cp -r "$work/bare.git" pages.git
said 1 mx-target-missing review --base HEAD~1
said 1 mx-target-missing check .
silent "beside an embedded repository"
cd pages.git
said 2 'a bare repository that lies within another repository' review --base HEAD~1..HEAD
also 'GIT_DIR=. zonevet review'
silent "in an embedded repository"
GIT_DIR=. said 1 mx-target-missing review --base HEAD~1..HEAD
silent "an embedded repository that was named"
cd ..
rm -rf pages.git
cp -r "$work/plain" inner
git add -A 2>/dev/null
rm -f "$work/sung"
said 2 '`inner` is a submodule' review --staged
also mx-target-missing
silent "a repository within the repository"

# A partial clone: what it lacks is fetched by nobody, whatever the remote is called.
change source
git commit -qam "more"
git config uploadpack.allowFilter true
for filter in blob:none tree:0; do
    for url in "file://$work/source" "ext::$canary %S" "$canary" "ssh://localhost/x" "git://localhost/x" "http://localhost/x" "canary::x"; do
        cd "$work"
        rm -rf partial
        git clone -q --no-checkout --filter=$filter "file://$work/source" partial
        cd partial
        git remote set-url origin "$url"
        poison
        git config remote.origin.uploadpack "$canary"
        said 2 'this clone does not have' review --base HEAD~1
        also 'git fetch --refetch --no-filter'
        silent "a partial clone of $url"
    done
done
# The way out that is told.
cd "$work"
rm -rf partial
git clone -q --no-checkout --filter=blob:none "file://$work/source" partial
cd partial
git fetch -q --refetch --no-filter
said 1 mx-target-missing review --base HEAD~2..HEAD~1

# Neither other parents nor other contents than the commits have.
change replaced
git commit -qam "more"
git replace -f "$(git rev-parse HEAD:example.com.zone)" "$(git rev-parse HEAD~2:example.com.zone)"
git replace -f "$(git rev-parse HEAD~1:example.com.zone)" "$(git rev-parse HEAD~2:example.com.zone)"
said 1 mx-target-missing review --base HEAD~2
echo "$(git rev-parse HEAD) $(git rev-parse HEAD~2)" >.git/info/grafts
ends '1' review --base HEAD~2

finish "no command of a repository is run"
