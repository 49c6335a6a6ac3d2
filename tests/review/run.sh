#!/bin/bash
# `zonevet review` on real git repositories: staged and committed changes, renames, deletions, includes,
# worktrees, bare repositories with a pre-receive hook, and a repository of ten thousand zones.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/start.sh"

zone() { # NAME SERIAL: a zone in good health
    printf '$ORIGIN %s.\n$TTL 3600\n@ IN SOA ns1 hostmaster %s 7200 3600 1209600 3600\n' "$1" "$2"
    printf '@ IN NS ns1\n@ IN NS ns2\nns1 IN A 192.0.2.1\nns2 IN A 198.51.100.2\n@ IN MX 10 mail\nmail IN A 192.0.2.25\n'
}

mkdir "$work/repository"
cd "$work/repository"
git init -q
zone example.com 2026010100 >example.com.zone
git add .
expect 0 'a new zone' --staged # before the first commit
git commit -qm one

# Nothing is staged: nothing to say, and that is fine.
expect 0 'No zone changes' --staged

# What is staged counts, not what lies in the working tree.
sed -i 's/2026010100/2026010200/; /^mail/d' example.com.zone
git add .
zone example.com 2026010100 >example.com.zone
expect 1 'mx-target-missing' --staged
expect 1 '`mail A` was removed' --staged
git diff --quiet && fail "the working tree was touched"
git checkout -q -- example.com.zone
git commit -qm "take mail away"
expect 1 'mx-target-missing' --base HEAD~1
expect 0 'No zone changes' --base HEAD
expect 1 'mx-target-missing' --base HEAD~1..HEAD
# The other direction repairs.
expect 0 '1 fixed' --base HEAD..HEAD~1 --ignore serial-lowered
expect 1 'serial-lowered' --base HEAD..HEAD~1
expect 2 'there is no revision' --base no-such-branch
expect 2 'there is no revision' --base --exec=x

# From a folder below, paths are as one sees them there.
mkdir below
(cd below && expect 1 '../example.com.zone' --base HEAD~1)

# A file that is deleted, and one that is renamed.
git rm -q example.com.zone
expect 1 'zone-removed' --staged
expect 0 'acknowledged with CHG1' --staged --ack zone-removed=CHG1
git reset -q --hard
git mv example.com.zone example.com.db
expect 0 'No zone changes' --staged
git reset -q --hard

# An included file decides, although the zone's own file is not touched; includes come from the commit.
mkdir -p zones/common
{ zone example.net 2026010100; echo '$INCLUDE common/hosts.inc'; } >zones/example.net.zone
echo 'www IN A 192.0.2.80' >zones/common/hosts.inc
git add . && git commit -qm include
echo 'www IN CNAME nowhere.example.net.' >zones/common/hosts.inc
git add .
echo 'www IN A 192.0.2.80' >zones/common/hosts.inc
expect 1 'cname-target-missing' --staged
expect 1 'hosts.inc:1' --staged
expect 1 'serial-not-raised' --staged
git commit -qm alias
git checkout -q -- .

# A worktree of its own, and two branches that raise the same serial.
git worktree add -q ../worktree -b topic
cd ../worktree
sed -i 's/2026010200/2026010300/' example.com.zone && echo 'new IN A 192.0.2.90' >>example.com.zone
git commit -qam topic
cd ../repository
sed -i 's/2026010200/2026010300/' example.com.zone && echo 'other IN A 192.0.2.91' >>example.com.zone
git commit -qam main
cd ../worktree
expect 1 'serial-collides' --base main
expect 1 'serial 2026010200 -> 2026010300' --base main
cd ../repository

# A bare repository whose pre-receive hook refuses what would break.
git clone -q --bare . ../bare.git
cat >../bare.git/hooks/pre-receive <<HOOK
#!/bin/sh
while read old new name; do
    "$zonevet" review --color never --base "\$old..\$new" || exit 1
done
HOOK
chmod +x ../bare.git/hooks/pre-receive
git clone -q ../bare.git ../clone
cd ../clone
sed -i 's/2026010300/2026010400/; /^ns2/d' example.com.zone
git commit -qam "take ns2 away"
git push -q origin main >"$work/push" 2>&1 && fail "the hook let a broken zone through"
grep -q 'ns-target-missing' "$work/push" || { fail "the hook does not say why"; cat "$work/push"; }
git reset -q --hard origin/main
sed -i 's/2026010300/2026010400/' example.com.zone && echo 'third IN A 192.0.2.92' >>example.com.zone
git commit -qam "a healthy change"
git push -q origin main >"$work/push" 2>&1 || { fail "the hook refuses a healthy change"; cat "$work/push"; }
git push -q origin main:refs/heads/fresh >"$work/push" 2>&1 || true # a new branch: all zones are new
grep -q 'no revision' "$work/push" && fail "a new branch is not understood"
git clone -q --depth 1 "file://$work/clone" ../shallow
(cd ../shallow && expect 2 'fetch' --base HEAD~1)

# Ten thousand zones, one line: well below a second.
mkdir ../large && cd ../large && git init -q
for i in $(seq 0 99); do
    mkdir "d$i"
    for k in $(seq 0 99); do zone "z$i-$k.example" 2026010100 >"d$i/z$i-$k.example.zone"; done
done
echo 'alias IN CNAME host.z70-70.example.' >>d1/z1-1.example.zone
echo 'host IN A 192.0.2.99' >>d70/z70-70.example.zone
git add . && git commit -qm many
sed -i 's/2026010100/2026010101/; s/192.0.2.25/192.0.2.26/' d50/z50-50.example.zone
git add .
begin=$(date +%s%N)
expect 0 'verdict' --staged
took=$((($(date +%s%N) - begin) / 1000000))
echo "one line in 10,000 zones: $took ms"
git commit -qm address

# A host goes, and an alias in a zone that nobody touched leads to it.
sed -i 's/2026010100/2026010101/; /^host/d' d70/z70-70.example.zone
git add .
begin=$(date +%s%N)
expect 1 'removed-name-in-use' --staged
took=$((($(date +%s%N) - begin) / 1000000))
echo "one host less in 10,000 zones: $took ms"
expect 1 'd1/z1-1.example.zone' --staged

# One edit in three zones; a fourth, which nobody touched, keeps the old record.
git reset -q --hard
for i in 1 2 3 4; do echo 'media IN CNAME old.cdn.example.' >>d2/z2-$i.example.zone; done
git commit -qam "one alias in four zones"
for i in 1 2 3; do sed -i 's/2026010100/2026010101/; s/old.cdn/new.cdn/' d2/z2-$i.example.zone; done
git add .
expect 0 'bulk-edit-missed-zone' --staged
expect 0 'd2/z2-4.example.zone:10' --staged

bash "$here/documents.sh" "$zonevet" || fail "documents in git"
bash "$here/servers.sh" "$zonevet" || fail "zones named by servers"
bash "$here/serial.sh" "$zonevet" || fail "serials that nobody raises"

finish "git reviews as expected"
