#!/bin/bash
# What a change touches: through includes above and below, links, submodules and the configurations of servers.
set -eu
. "$(dirname "$0")/start.sh"

without_mail() { zone | sed /MX/d; }

# An include of a folder beside, and one of an include, below the zone's folder or that of the configuration.
repository beside
mkdir zones common
{ without_mail; echo '$INCLUDE ../common/mail.inc'; } >zones/example.com.zone
echo '@ MX 10 mail' >common/mail.inc
commit
echo '@ MX 10 mial' >common/mail.inc
git add -A
for way in 'check .' 'review --staged' 'check common/mail.inc'; do said 1 mx-target-missing $way; done
cp -r "$work/beside" "$work/other" && rm -rf "$work/other/.git"
echo '@ MX 10 mail' >"$work/other/common/mail.inc"
cd "$work"
said 1 mx-target-missing review --old other --new beside

repository nested
mkdir -p zones/parts
{ without_mail; echo '$INCLUDE parts/a.inc'; } >zones/corp
echo '$INCLUDE parts/b.inc' >zones/parts/a.inc
echo '@ MX 10 mail' >zones/parts/b.inc
served bind corp.example zones/corp
commit
echo '@ MX 10 mial' >zones/parts/b.inc
git add -A
for way in 'check .' 'review --staged' 'check zones/parts/b.inc'; do said 1 mx-target-missing $way; done

# Paths behind the flags: whole ones, and those from a folder below. One that is nowhere is no narrow review.
repository paths
mkdir a
zone >a/example.com.zone
commit
zone 2026010101 mial >a/example.com.zone
git add -A
for path in "$PWD" "$PWD/a" a/example.com.zone .; do said 1 mx-target-missing review --staged "$path"; done
(cd a && for path in .. ../a example.com.zone; do said 1 mx-target-missing review --staged "$path"; done; [ "$failures" = 0 ]) ||
    fail "paths from a folder below"
said 2 'no file or folder `nowhere`' review --staged nowhere

# A server that loads other files than before.
repository servers
zone >one
zone 2026010101 mial >two
served bind example.com one
commit
served bind example.com two
git add -A
said 1 mx-target-missing review --staged
unsaid zone-removed delegation
served bind example.com one
printf 'zone "example.net" { type primary; file "two"; };\n' >>named.conf
git add -A
said 1 'mial.example.net.' review --staged

# A link that leads elsewhere now, and a target that an included link leads to.
repository links
mkdir archive
zone >archive/v1
zone 2026010101 mial >archive/v2
ln -s archive/v1 current
served bind example.com current
commit
ln -sfn archive/v2 current
git add -A
said 1 mx-target-missing review --staged
repository included-link
mkdir d
{ without_mail; echo '$INCLUDE l.inc'; } >example.com.zone
echo '@ MX 10 mail' >d/t
ln -s d/t l.inc
commit
echo '@ MX 10 mial' >d/t
git add -A
said 1 mx-target-missing review --staged

# What a submodule brings is not here.
repository module
zone >example.com.zone
commit
repository above
zone >example.org.zone
commit
git -c protocol.file.allow=always submodule --quiet add "$work/module" sub
commit
(cd sub && zone 2026010101 mial >example.com.zone && commit)
git add -A
said 2 '`sub` is a submodule that was moved' review --staged

# One file too large hides nothing of the others; a copy that goes is no zone that goes.
repository large
zone >example.com.zone
zone >example.net.zone
commit
for i in $(seq 200); do echo "h$i A 192.0.2.7"; done >>example.com.zone
zone 2026010101 mial >example.net.zone
git add -A
said 2 mx-target-missing review --staged --set files.max-file-size=2000
also 'the limit is 2000'
repository copies
zone >example.com.zone
zone 2025010100 >example.com.zone.bak
commit
git rm -q example.com.zone.bak
said 0 'No zone changes' review --staged
unsaid unnamed.invalid zone-removed

# What is named by a link to its folder, and a folder of parts that is named by itself.
repository behind
mkdir prod
zone >prod/example.com.zone
ln -s prod live
commit
zone 2026010101 mial >prod/example.com.zone
git add -A
said 1 mx-target-missing review --staged live
repository parts
mkdir -p zones/parts
{ without_mail; echo '$INCLUDE parts/mail.zone'; } >zones/example.com.zone
echo '@ MX 10 mail' >zones/parts/mail.zone
said 0 '' check zones/parts
unsaid soa-missing
echo '@ MX 10 mial' >zones/parts/mail.zone
said 1 'zones/parts/mail.zone:1:9' check zones/parts
unsaid soa-missing

# What `git add -N` only notes is in no commit, and where there is no index nothing is staged.
repository noted
zone >example.org.zone
commit
{ without_mail; echo '$INCLUDE mail.inc'; } >example.com.zone
echo '@ MX 10 mail' >mail.inc
git add example.com.zone
git add -N mail.inc
said 1 include-missing review --staged
echo '* filter=evil' >.gitattributes
git config filter.evil.clean "touch $work/canary; cat"
said 1 include-missing review --staged
[ ! -e "$work/canary" ] || fail 'a command of the repository was run'
git clone -q --bare . "$work/bare"
(cd "$work/bare" && said 2 'a bare repository has no index' review --staged; [ "$failures" = 0 ]) || fail "a bare repository"

# A document that goes takes its zone with it.
repository document
printf 'mail:\n  type: A\n  value: 192.0.2.25\nwww:\n  type: A\n  value: 192.0.2.80\n' >example.com.yaml
commit
git rm -q example.com.yaml
said 1 zone-removed review --staged

finish "what a change touches is seen"
