#!/bin/bash
# Nothing of a change is passed over in silence: it is judged, or named as not judged.
set -eu
. "$(dirname "$0")/../input/start.sh"

bad() { # in a repository with a good zone: a commit that breaks it
    zone 2026010101 mial >"${1:-example.com.zone}"
    commit
}
good() { repository "$1"; zone >example.com.zone; commit; }

# Attributes, of the change or of the repository's own folder.
for attributes in '* -diff' '* binary' '* -text' '* export-ignore' '*.zone filter=x diff=x' '* linguist-generated' \
    '* working-tree-encoding=UTF-8' '* ident' '* eol=crlf' '* delta=false'; do
    for place in .gitattributes .git/info/attributes; do
        [ $place = .gitattributes ] || [[ $attributes = *diff* ]] || continue
        repository attributes
        { soa; printf '@ IN NS ns1\n@ IN NS ns2\n$INCLUDE mail.inc\n'; hosts | sed '$d'; } >example.com.zone
        echo '@ IN MX 10 mail' >mail.inc
        echo "$attributes" >$place
        git -c core.autocrlf=false add -A 2>/dev/null
        git commit -qm x
        echo '@ IN MX 10 mial' >mail.inc
        git add -A 2>/dev/null
        said 1 mx-target-missing review --staged
        git commit -qm x
        said 1 mx-target-missing review --base HEAD~1
    done
done

# Settings of the repository that make git say less, and those of a submodule that the change brings itself.
good settings
bad
git config diff.ignoreSubmodules all
git config diff.orderFile /nowhere
git config core.quotePath true
git config grep.patternType perl
git config grep.column true
git config grep.lineNumber true
git config core.ignoreCase true
git config diff.renames copies
git config core.bigFileThreshold 1
ends '1 2' review --base HEAD~1
git config --unset diff.orderFile
said 1 mx-target-missing review --base HEAD~1

good with-module
git -C "$work/settings" rev-parse HEAD >"$work/id"
git update-index --add --cacheinfo "160000,$(cat "$work/id"),zones"
printf '[submodule "zones"]\n\tpath = zones\n\turl = ./x\n\tignore = all\n' >.gitmodules
git add .gitmodules
git commit -qm "a module"
git update-index --cacheinfo "160000,$(git -C "$work/settings" rev-parse HEAD~1),zones"
said 2 'is a submodule that was moved' review --staged
git commit -qm "another commit of it"
said 2 'is a submodule that was moved' review --base HEAD~1
# A folder of zones becomes a submodule, and the other way round.
repository module-for-folder
mkdir zones
zone >zones/example.com.zone
commit
git rm -rq zones
git update-index --add --cacheinfo "160000,$(cat "$work/id"),zones"
git commit -qm "a module instead"
said 2 'is a submodule that was moved' review --base HEAD~1
also zone-removed

# Links: a zone, an included file, a folder that lead elsewhere than before.
repository links
mkdir one two
zone >one/example.com.zone
zone 2026010101 mial >two/example.com.zone
ln -s one/example.com.zone example.com.zone
ln -s one current
commit
ln -sfn two/example.com.zone example.com.zone
commit
ends '1 2' review --base HEAD~1
repository link-folder
mkdir -p parts/one parts/two
{ soa; printf '@ IN NS ns1\n@ IN NS ns2\n$INCLUDE parts/now/mail.inc\n'; hosts | sed '$d'; } >example.com.zone
echo '@ IN MX 10 mail' >parts/one/mail.inc
echo '@ IN MX 10 mial' >parts/two/mail.inc
ln -s one parts/now
commit
ln -sfn two parts/now
commit
said 1 mx-target-missing review --base HEAD~1
git checkout -q HEAD~1
ln -sfn two parts/now
git add -A
said 1 mx-target-missing review --staged
# A zone becomes a link that leads out.
good link-out
ln -sf /etc/passwd example.com.zone
commit
ends '1 2' review --base HEAD~1

# Renames: one, with an edit, and a thousand at once.
good rename
git mv example.com.zone other.zone
zone 2026010101 mial >other.zone
commit
said 1 '' review --base HEAD~1
repository renames
mkdir a
for i in $(seq 300); do zone >a/z$i.example.zone; done
commit
git mv a b
zone 2026010101 mial >b/z150.example.zone
commit
said 1 mx-target-missing review --base HEAD~1

# Unusual modes, as old tools wrote them.
for mode in 100755 100664 100600; do
    repository modes
    state() { # PARENT MAIL-TARGET
        local blob tree
        blob=$(zone "$2" "$3" | git hash-object -w --stdin)
        tree=$({ printf '%s example.com.zone\0' "$mode"; xxd -r -p <<<"$blob"; } | git hash-object -t tree -w --literally --stdin)
        git commit-tree -p "$1" -m x "$tree"
    }
    one=$(state HEAD 2026010100 mail)
    other=$(state "$one" 2026010101 mial)
    said 1 mx-target-missing review --base "$one..$other"
done

# Long paths, and deep ones.
for path in "$(printf 'd%.0s' $(seq 200))/$(printf 'e/%.0s' $(seq 2200))example.com.zone" \
    "$(printf '%s/' $(for i in $(seq 30); do printf 'f%.0s' $(seq 200); echo; done))example.com.zone"; do
    repository long
    for target in mail mial; do
        zone "$([ $target = mail ] && echo 2026010100 || echo 2026010101)" $target >"$work/text"
        printf 'commit refs/heads/main\ncommitter a <a@example.com> 1768435200 +0000\ndata 1\nx\n%s\nM 100644 inline %s\ndata <<END\n%s\nEND\n\n' \
            "from refs/heads/main^0" "$path" "$(cat "$work/text")" | git fast-import --quiet --force
    done
    ends '1 2' review --base main~1..main
done

# More than may be read: asked for its size, not read.
good large
truncate -s 1200M huge.zone
git -c core.compression=9 -c core.bigFileThreshold=1 add huge.zone
before=$SECONDS
said 2 'the limit is' review --staged
git commit -qm huge
said 2 'the limit is' review --base HEAD~1
[ $((SECONDS - before)) -lt 20 ] || fail "a file that is too large was read"

finish "nothing of a change is hidden"
