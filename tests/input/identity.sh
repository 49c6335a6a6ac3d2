#!/bin/bash
# An old fault stays old, and a zone that is still somewhere is not removed.
set -eu
. "$(dirname "$0")/start.sh"

# R14: two files hold one zone.
repository twice
mkdir backup
{ echo '$ORIGIN example.com.'; zone; } >example.com.zone
cp example.com.zone backup/example.com.zone.old
cp example.com.zone backup/db.example.com
commit
rm -rf "$work/head" && mkdir "$work/head" && git archive HEAD | tar -xf - -C "$work/head"
git rm -q backup/db.example.com
said 0 '' review --staged
unsaid zone-removed '- mail'
said 0 '' review --old "$work/head" --new .
unsaid zone-removed
git commit -qm backup
said 0 '' review --base HEAD~1
unsaid zone-removed
git rm -q -r .
said 1 zone-removed review --staged
git reset -q --hard
# The other one goes while nobody touches the backup.
git reset -q --hard HEAD~1
git rm -q example.com.zone
said 0 '' review --staged
unsaid zone-removed
# Two views of one zone are no copies: what goes with one of them is shown, and not "No zone changes".
for named in no yes; do
    repository "views-$named"
    mkdir internal external
    zone >external/example.com.zone
    { zone; echo 'intra IN A 192.0.2.99'; } >internal/example.com.zone
    for view in internal external; do
        [ $named = no ] ||
            printf 'view "%s" { zone "example.com" { type primary; file "%s/example.com.zone"; }; };\n' $view $view >>named.conf
    done
    commit
    rm -rf "$work/head" && mkdir "$work/head" && git archive HEAD | tar -xf - -C "$work/head"
    git rm -q internal/example.com.zone
    for way in '--staged' "--old $work/head --new ."; do
        ends '0 1' review $way
        also intra
        unsaid 'No zone changes'
    done
    # In both at once: each is compared with itself.
    git reset -q --hard
    sed -i 's/2026010100/2026010101/; s/10 mail/10 mial/' external/example.com.zone
    git add -A
    for way in '--staged' "--old $work/head --new ."; do
        said 1 mx-target-missing review $way
        also external/example.com.zone
        unsaid '- intra' '+ intra'
    done
done
# Its name comes from outside: a server calls another file so.
repository twice-served
zone >one
zone >two
printf 'zone "example.com" { type primary; file "one"; };\nzone "example.org" { type primary; file "two"; };\n' >named.conf
commit
printf 'zone "example.com" { type primary; file "two"; };\n' >named.conf
git rm -q one
git add -A
said 1 zone-removed review --staged
also example.org.
grep -q 'zone-removed.*example\.com' <<<"$said" && fail "a zone that another file holds is called removed"

# Files renamed between the states, alone and with a change of the zone.
repository renamed
{ echo '$ORIGIN example.com.'; zone; } >example.com.zone
commit
rm -rf "$work/head" && mkdir "$work/head" && git archive HEAD | tar -xf - -C "$work/head"
mkdir zones
git mv example.com.zone zones/db.example.com
for way in '--staged' "--old $work/head --new ."; do
    said 0 'No zone changes' review $way
done
sed -i 's/2026010100/2026010101/; s/10 mail/10 mial/' zones/db.example.com
git add -A
for way in '--staged' "--old $work/head --new ."; do
    said 1 mx-target-missing review $way
    also 'serial 2026010100 -> 2026010101'
    unsaid zone-removed '- ns1' '+ ns1' 'a new zone'
done
# The server follows.
repository renamed-served
zone >one
served bind example.com one
commit
rm -rf "$work/head" && mkdir "$work/head" && git archive HEAD | tar -xf - -C "$work/head"
git mv one two
served bind example.com two
git add -A
for way in '--staged' "--old $work/head --new ."; do
    said 0 'No zone changes' review $way
done

# R15: what the message quotes changes with every commit.
# old RULE EDIT: the fault was there before the edit, and is not new behind it
old() {
    local rule=$1
    commit
    git rev-parse HEAD >"$work/start"
    rm -rf "$work/head" && mkdir "$work/head" && git archive HEAD | tar -xf - -C "$work/head"
    ends '0 1' check . --profile strict
    also "$rule"
    shift
    for edit; do
        bash -c "$edit"
        git add -A
        for way in '--staged' "--old $work/head --new ."; do
            said 0 '' review $way --profile strict
            unsaid "[$rule]" 'No zone changes'
        done
        git commit -qm edit
        said 0 '' review --base HEAD~1 --profile strict
        unsaid "[$rule]"
    done
    said 0 '' review --base "$(cat "$work/start")" --profile strict
    unsaid "[$rule]"
}
repository serial
{ echo '$ORIGIN example.com.'; zone 20260101000001; } >example.com.zone
old number-too-large "sed -i 's/0001 7200/0002 7200/' example.com.zone" \
    "sed -i 's/0002 7200/0003 7200/; s/192.0.2.25/192.0.2.26/' example.com.zone" \
    "sed -i 's/20260101000003/20260102000001/' example.com.zone; sed -i '1i ; a comment' example.com.zone"
repository serial-days
{ echo '$ORIGIN example.com.'; zone 2026130100; } >example.com.zone
old soa-serial-not-a-date "sed -i 's/2026130100/2026130101/' example.com.zone" \
    "sed -i 's/2026130101/2026130102/; s/192.0.2.25/192.0.2.26/' example.com.zone"
repository serial-future
{ echo '$ORIGIN example.com.'; zone 2035010100; } >example.com.zone
old soa-serial-in-future "sed -i 's/2035010100/2035010101/' example.com.zone" \
    "sed -i 's/2035010101/2035010200/' example.com.zone"
# A new salt at each signing, with all that hangs on it.
repository salt
{ echo '$ORIGIN example.com.'; zone; echo '@ IN NSEC3PARAM 1 0 0 AABBCCDD'; } >example.com.zone
old nsec3-salt "sed -i 's/AABBCCDD/11223344/; s/2026010100/2026010101/' example.com.zone" \
    "sed -i 's/11223344/00FF00FF/; s/2026010101/2026010102/' example.com.zone"
# The line of the configuration that calls the file otherwise.
for kind in bind nsd knot; do
    repository "line-$kind"
    { echo '$ORIGIN example.net.'; zone; } >corp
    served $kind example.org corp
    old served-name-not-origin "sed -i '1i # a line' *.conf; sed -i 's/2026010100/2026010101/; s/192.0.2.25/192.0.2.26/' corp" \
        "sed -i '1i # more' *.conf; sed -i 's/2026010101/2026010102/; 1i ; a line' corp"
done
# The same fault in another place is an old one; a second one is new.
repository place
{ echo '$ORIGIN example.com.'; zone 2026010100 mial; } >example.com.zone
old mx-target-missing "sed -i 's/2026010100/2026010101/; 1i ; a line' example.com.zone" \
    "sed -i 's/2026010101/2026010102/; s/192.0.2.25/192.0.2.26/' example.com.zone"
sed -i 's/2026010102/2026010103/' example.com.zone
echo 'more IN MX 10 mial' >>example.com.zone
git add -A
said 1 mx-target-missing review --staged
also "example.com.zone:$(grep -c '' example.com.zone)"

finish "findings and zones stay themselves"
