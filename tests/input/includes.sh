#!/bin/bash
# What a text includes is one question with one answer: for check, for reviews, and for a hook's named files.
set -eu
. "$(dirname "$0")/start.sh"

# everywhere RULE PLACE: HEAD is healthy, what lies here and is staged has the mistake. Every way sees it, the one
# that comes from nothing too, and none sees anything in HEAD.
everywhere() {
    local rule=$1 place=$2
    git add -A
    said 1 "$rule" check .
    also "$place"
    said 1 "$rule" review --staged
    also "$place"
    rm -rf "$work/head" && mkdir "$work/head"
    git archive HEAD | tar -xf - -C "$work/head"
    said 1 "$rule" review --old "$work/head" --new .
    also "$place"
    cd "$work/head"
    said 0 '' check .
    cd - >/dev/null
    unsaid 'error[' 'unnamed.invalid'
    git commit -qm mistake
    said 1 "$rule" review --base HEAD~1
    also "$place"
    said 0 'fixed' review --base HEAD..HEAD~1 --ignore serial-lowered
}
# A zone whose mail server stands in another file, which DIRECTIVE includes; the mistake is staged there.
included() { # NAME DIRECTIVE FILE
    repository "$1"
    mkdir -p "$(dirname "$3")"
    { zone | sed '/MX/d'; printf '%b\n' "$2"; } >example.com.zone
    printf '@ IN MX 10 mail\n' >"$3"
    mkdir -p parts && echo text >parts/README
    commit
    printf '@ IN MX 10 mial\n' >"$3"
    sed -i 's/2026010100/2026010101/' example.com.zone
    everywhere mx-target-missing "$3:1"
}

# R4, R5 and their like.
included case '$incLUDE hosts.inc' hosts.inc
included upper '$INCLUDE hosts.inc ; a comment' hosts.inc
included quoted '$INCLUDE "my hosts.inc"' 'my hosts.inc'
included tab '$include\thosts.inc' hosts.inc
included origin '$INCLUDE hosts.inc example.com. ; whose' hosts.inc
included blanks '$INCLUDE   \t  hosts.inc   ' hosts.inc
included folder '$INCLUDE parts/more/hosts.inc' parts/more/hosts.inc
included dotted '$INCLUDE ./parts/../hosts.inc' hosts.inc
included crlf '$INCLUDE hosts.inc\r' hosts.inc
# The word in a comment or in a text includes nothing.
repository comment
{ zone; printf '; $INCLUDE hosts.inc\ntext IN TXT "$INCLUDE hosts.inc"\n'; } >example.com.zone
printf '@ IN MX 10 mail\n' >hosts.inc
commit
printf '@ IN MX 10 mial\n' >hosts.inc
git add -A
said 0 'No zone changes' review --staged
said 0 '' check .
unsaid mx-target-missing

# A text that quotes a directive is no zone, whatever is staged.
repository quoting
{ zone; echo '$INCLUDE hosts.inc'; } >example.com.zone
echo 'www IN A 192.0.2.80' >hosts.inc
printf '# How to\nHosts have a file of their own:\n\n    $INCLUDE hosts.inc\n' >README.md
printf 'example.com.zone:9:1: info: here\n$INCLUDE hosts.inc\n' >report.txt
commit
echo 'ftp IN A 192.0.2.81' >>hosts.inc
sed -i 's/2026010100/2026010101/' example.com.zone
git add -A
for way in 'review --staged' 'check .' 'check hosts.inc' 'check --force-exclude hosts.inc'; do
    said 0 '' $way
    unsaid README report.txt 'error['
done

# Two levels, and a fragment that two zones share.
repository nested
mkdir -p zones/common
for name in example.com example.net; do
    { zone | sed '/MX/d'; echo '$Include common/all.inc'; } >zones/$name.zone
done
echo '$include "mail part.inc"' >zones/common/all.inc
echo '@ IN MX 10 mail' >'zones/common/mail part.inc'
cp 'zones/common/mail part.inc' 'zones/mail part.inc' # whichever folder the names are of
commit
for part in zones/common zones; do echo '@ IN MX 10 mial' >"$part/mail part.inc"; done
sed -i 's/2026010100/2026010101/' zones/*.zone
everywhere mx-target-missing 'mail part.inc:1'
also example.com. example.net.

# R3: zonevet.toml or a server names the file, whose SOA stands in another one.
for kind in toml bind nsd knot; do
    repository "soa-$kind"
    mkdir zones
    soa >zones/head.inc
    { echo '$INCLUDE head.inc'; zone | sed 1,2d; } >zones/corp
    served $kind corp.example zones/corp
    # Names of files in an $INCLUDE are of the folder of the zone.
    commit
    sed -i 's/10 mail/10 mial/' zones/corp
    sed -i 's/2026010100/2026010101/' zones/head.inc
    everywhere mx-target-missing 'zones/corp:7'
    also 'corp.example.'
done
# Two levels down, and told by the file's name alone.
repository two
printf '$TTL 1h\n$INCLUDE soa.inc\n' >head.inc
soa | sed 1d >soa.inc
{ echo '$include "head.inc"'; zone | sed 1,2d; } >example.com.zone
commit
sed -i 's/10 mail/10 mial/' example.com.zone
sed -i 's/2026010100/2026010101/' soa.inc
everywhere mx-target-missing 'example.com.zone:7'

# R17: the path that the server has, with the file in the repository.
for path in /etc/bind/zones/hosts.inc /var/named/chroot/zones/hosts.inc '"/etc/bind/zones/hosts.inc"'; do
    included absolute "\$INCLUDE $path" zones/hosts.inc
done
repository absolute-beside
mkdir zones
{ zone | sed '/MX/d'; echo '$INCLUDE /etc/bind/zones/hosts.inc'; } >zones/example.com.zone
echo '@ IN MX 10 mail' >zones/hosts.inc
commit
said 0 '' check .
unsaid include-missing
said 0 '' check zones/example.com.zone
unsaid include-missing
said 0 '' check zones/hosts.inc
unsaid include-missing unnamed.invalid
echo '@ IN MX 10 mial' >zones/hosts.inc
sed -i 's/2026010100/2026010101/' zones/example.com.zone
everywhere mx-target-missing 'zones/hosts.inc:1'
# One that is nowhere here lies outside.
repository nowhere
{ zone; echo '$INCLUDE /etc/bind/zones/no.inc'; } >example.com.zone
commit
said 1 'include-outside' check .
said 1 'include-outside' review --base HEAD~1
repository outside
{ zone; echo '$INCLUDE /etc/passwd'; } >example.com.zone
commit
said 1 'include-outside' check .
said 1 'include-outside' review --base HEAD~1
cd "$work/nowhere"
# A file of the same name in quite another place is not it.
mkdir -p other/place
echo '@ IN MX 10 mial' >other/place/no.inc
said 1 'include-outside' check .
unsaid mx-target-missing

# The included file goes: the zones that include it miss it.
repository gone
{ zone; echo '$INCLUDE hosts.inc'; } >example.com.zone
echo 'www IN A 192.0.2.80' >hosts.inc
commit
git rm -q hosts.inc
said 1 'include-missing' review --staged
git reset -q --hard
git mv hosts.inc parts.inc
said 1 'include-missing' review --staged
sed -i 's/hosts.inc/parts.inc/; s/2026010100/2026010101/' example.com.zone
git add -A
said 0 '' review --staged
unsaid 'include-missing' '- www'

finish "includes are the same for all"
