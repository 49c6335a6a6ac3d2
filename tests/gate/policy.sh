#!/bin/bash
# A review of commits is judged by the configuration of what they are to be merged into; what the change does to
# configuration and comments is told.
set -eu
. "$(dirname "$0")/../input/start.sh"

# A branch with a mistake, and what shall hide it.
branch() { # NAME
    repository "$1"
    zone >example.com.zone
    [ -z "${2:-}" ] || printf '%b' "$2" >zonevet.toml
    commit
    git checkout -qb change
    zone 2026010101 mial >example.com.zone
}
each() { # STATUS TEXT: by commits and by range
    said "$1" "$2" review --base main
    said "$1" "$2" review --base main..change
    said "$1" "$2" review --base main...HEAD
}

for text in '[lint]\nfail-on = "never"\n' '[files]\nexclude = ["**"]\n' '[lint]\nignore = ["all"]\n' \
    '[rules.mx-target-missing]\nseverity = "info"\n' '[lint]\nselect = ["serial-not-raised"]\n' \
    '[[suppress]]\nrules = ["all"]\nreason = "x"\nuntil = "2099-01-01"\n' '[[override]]\nzones = ["*"]\nignore = ["all"]\n' \
    '[lint]\nmin-confidence = "high"\n[lint.x]\n' 'extends = ["weak.toml"]\n' '[limits]\nfile-size = 1\n'; do
    for name in zonevet.toml .zonevet.toml; do
        [ $name = zonevet.toml ] || [[ $text = *fail-on* ]] || continue
        branch opened
        printf '%b' "$text" >$name
        printf '[lint]\nfail-on = "never"\n' >weak.toml
        commit
        said=$("$zonevet" review --base main -o full 2>&1) && code=0 || code=$?
        [ $code != 0 ] || { fail "$(where): the change opened its own gate with $text"; echo "$said"; }
        also mx-target-missing
    done
done

branch never '[lint]\nfail-on = "error"\n'
printf '[lint]\nfail-on = "never"\nignore = ["mx-target-missing"]\n' >zonevet.toml
commit
each 1 mx-target-missing
also policy-changed '`fail-on` is `never`, and was `error`' '`mx-target-missing` is off' 'main:zonevet.toml'
said 0 '`fail-on` is `never`, and was `error`' review --base main --policy-from new
also 'this review was judged by it already'
unsaid 'error[mx-target-missing]'
said 1 mx-target-missing review --base main --policy-from base
said 1 CHG1 review --base main --ack policy-changed=CHG1
unsaid 'warning[policy-changed]'
printf '[lint]\nfail-on = "never"\n' >"$work/mine.toml"
said 0 mx-target-missing review --base main --policy-from "$work/mine.toml"
said 1 mx-target-missing review --base main --config zonevet.toml
said 0 '' review --base main --policy-from zonevet.toml
said 2 'both name a configuration' review --base main --policy-from "$work/mine.toml" --config "$work/mine.toml"

# The configuration is removed, moved below, or was never there.
branch removed '[lint]\nfail-on = "warning"\n[rules.mx-target-missing]\nsuppressible = false\n'
git rm -q zonevet.toml
commit
each 1 'removes the configuration'
branch absent
printf '[lint]\nfail-on = "never"\n' >zonevet.toml
commit
each 1 'brings the configuration'
also 'the defaults'
branch moved '[lint]\nfail-on = "warning"\n'
git mv zonevet.toml .zonevet.toml
commit
each 1 policy-changed
branch linked '[lint]\nfail-on = "warning"\n'
printf '[lint]\nfail-on = "never"\n' >weak.toml
ln -sf weak.toml zonevet.toml
commit
each 1 policy-changed

# What it extends belongs to it.
repository extended
zone >example.com.zone
mkdir policy
printf 'extends = ["policy/"]\n' >zonevet.toml
printf '[lint]\nfail-on = "error"\n' >policy/a.toml
commit
git checkout -qb change
zone 2026010101 mial >example.com.zone
printf '[rules.mx-target-missing]\nseverity = "info"\n' >policy/b.toml
commit
each 1 'brings the configuration `policy/b.toml`: `mx-target-missing` has a lower level'
also 'error[mx-target-missing]'
branch extended-file 'extends = ["team.toml"]\n'
git checkout -q main
printf '[lint]\nfail-on = "error"\n' >team.toml
git add team.toml && git commit -qm team
git checkout -q -B change
printf '[lint]\nfail-on = "never"\n' >team.toml
zone 2026010101 mial >example.com.zone
commit
each 1 mx-target-missing
also 'edits the configuration `team.toml`'

# A configuration of the change that nobody could use.
branch broken '[lint]\nfail-on = "error"\n'
zone 2026010101 >example.com.zone
printf '[lint]\nfail-on = "sometimes"\n' >zonevet.toml
commit
each 2 'the configuration of the change cannot be used'

# Stricter, or a comment: told, and no more than that.
branch stricter '[lint]\nfail-on = "error"\n'
zone 2026010101 >example.com.zone
echo 'www IN A 192.0.2.9' >>example.com.zone
printf '# ours\n[lint]\nfail-on = "warning"\n' >zonevet.toml
commit
each 0 'info[policy-changed]: the change edits the configuration'

# What is to be merged into may have moved on: the branch was cut before the gate was closed.
repository cut-before
zone >example.com.zone
printf '[lint]\nfail-on = "never"\n' >zonevet.toml
commit
git checkout -qb change
zone 2026010101 mial >example.com.zone
commit
git checkout -q main
printf '[lint]\nfail-on = "error"\n' >zonevet.toml
commit
git checkout -q change
each 1 mx-target-missing
unsaid policy-changed

# From a folder below, and in a bare repository.
branch below '[lint]\nfail-on = "error"\n'
printf '[lint]\nfail-on = "never"\n' >zonevet.toml
mkdir sub && echo x >sub/x
commit
(cd sub && said 1 policy-changed review --base main && [ "$failures" = 0 ]) || fail "from a folder below"
git clone -q --bare . "$work/below.git"
(cd "$work/below.git" && said 1 policy-changed review --base main..change && [ "$failures" = 0 ]) || fail "in a bare repository"

# What is staged is judged by what is staged, and by HEAD when that is asked for.
branch staged '[lint]\nfail-on = "error"\n'
printf '[lint]\nfail-on = "never"\n' >zonevet.toml
git add -A
said 0 mx-target-missing review --staged
said 1 mx-target-missing review --staged --policy-from base

# One that lies here and is in no state.
branch untracked
printf '[lint]\nfail-on = "never"\n' >zonevet.toml
git commit -qm x example.com.zone
said 1 '`zonevet.toml` lies here and is not in the state' review --base main
said 0 mx-target-missing review --base main --policy-from zonevet.toml
unsaid 'lies here'

# Two folders.
folder folders
mkdir old new
zone >old/example.com.zone
zone 2026010101 mial >new/example.com.zone
printf '[lint]\nfail-on = "never"\n' >new/zonevet.toml
said 1 mx-target-missing review --old old --new new
said 1 mx-target-missing review --old old --new new --policy-from base
said 0 mx-target-missing review --old old --new new --policy-from new

# Comments that come with the change.
branch ignore-file
{ zone 2026010101 mial; echo '; zonevet: ignore-file[all] reason="x"'; } >example.com.zone
commit
each 0 suppression-added
also '--ack suppression-added=TICKET'
said 0 CHG1 review --base main --fail-on warning --ack suppression-added=CHG1
each 0 suppression-added
also 'silences 2 findings of `mail-servers-replaced`, `mx-target-missing`'
said 1 suppression-added review --base main --fail-on warning
said 1 mx-target-missing review --base main --set 'review.suppressions="base"'
also 'this comment is part of the change'
for comment in '; zonevet: ignore[mx-target-missing] reason="x"' '; zonevet: ignore-name[all] reason="x"' \
    '; zonevet: ignore[suppression-added,mx-target-missing] reason="x"'; do
    branch comment
    { soa 2026010101; printf '@ IN NS ns1\n@ IN NS ns2\n'; hosts | sed '$d'; printf '%s\n@ IN MX 10 mial\n' "$comment"; } >example.com.zone
    commit
    each 0 suppression-added
    said 1 mx-target-missing review --base main --set 'review.suppressions="base"'
done
# The base says so, and the change cannot unsay it.
branch strict '[review]\nsuppressions = "base"\n'
{ zone 2026010101 mial; echo '; zonevet: ignore-file[all] reason="x"'; } >example.com.zone
printf '[review]\nsuppressions = "new"\n' >zonevet.toml
commit
each 1 mx-target-missing
also 'comments of a change silence at once'
# An old comment is no news, nor is what it was written for.
repository old-comment
{ zone 2026010100 mial; echo '; zonevet: ignore-file[mx-target-missing] reason="x"'; } >example.com.zone
commit
git checkout -qb change
{ zone 2026010101 mial; echo 'www IN A 192.0.2.9'; echo '@ IN MX 20 mali'; echo '; zonevet: ignore-file[mx-target-missing] reason="x"'; } >example.com.zone
commit
said 0 '' review --base main
unsaid suppression-added 'error['

finish "a change does not open its own gate"
