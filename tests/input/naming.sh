#!/bin/bash
# Which zone a file holds: what is said outside of it, by itself, and by its name; what contradicts is told once.
set -eu
. "$(dirname "$0")/start.sh"

# once RULE PLACE STATUS [ARGUMENTS]: one finding and no other, in every way
once() {
    local rule=$1 place=$2 status=$3 way
    shift 3
    rm -rf "$work/empty" && mkdir "$work/empty"
    for way in 'check .' "review --old $work/empty --new ."; do
        said "$status" "[$rule]" $way "$@"
        also "$place"
        [ "$(grep -cE '(error|warning|info)\[' <<<"$said")" = 1 ] || { fail "$(where): $way: not one finding"; echo "$said"; }
    done
    if [ -d .git ]; then
        git add -A
        said "$status" "[$rule]" review --staged "$@"
        also "$place"
    fi
}
none() { # nothing is said, and the zone is ZONE
    local code=0
    said 0 "the zone $1," check . -v
    unsaid 'error[' 'warning['
}
origin() { echo "\$ORIGIN $1"; }

# R16: the dot that is missing at the name of the zone itself.
for file in contoso.net.zone db.contoso.net contoso.net.db contoso.net; do
    repository "doubled-$file"
    { origin contoso.net; zone; } >$file
    once zone-name-doubled "$file:1:9" 1
    { origin contoso.net.; zone; } >$file
    none contoso.net.
done
folder doubled-soa
{ origin contoso.net.; zone | sed 's/^@ IN SOA/contoso.net IN SOA/'; } >contoso.net.zone
once zone-name-doubled 'contoso.net.zone:3:1' 1
zone | sed 's/^@ IN SOA/contoso.net IN SOA/' >contoso.net.zone
once zone-name-doubled 'contoso.net.zone:2:1' 1
zone | sed 's/^@ IN SOA/contoso.net. IN SOA/' >contoso.net.zone
none contoso.net.
folder doubled-deep
{ origin Lab.Contoso.NET; zone; } >lab.contoso.net.zone
once zone-name-doubled 'lab.contoso.net.zone:1:9' 1
for kind in toml bind nsd knot; do
    folder doubled-$kind
    { origin contoso.net; zone; } >corp
    served $kind contoso.net corp
    once zone-name-doubled 'corp:1:9' 1
done
folder doubled-flag
{ origin contoso.net; zone; } >corp
said 1 zone-name-doubled check corp --origin contoso.net
# An $ORIGIN below the zone's name is relative for a reason.
folder relative
{ zone; origin lab; echo 'www IN A 192.0.2.80'; } >contoso.net.zone
said 0 '' check .
unsaid zone-name-doubled 'error['

# R18: three that can contradict each other.
repository name
{ origin example.net.; zone; } >example.com.zone
git add -A
for way in 'check .' 'check example.com.zone' 'review --staged'; do
    ends '0 1' $way
    also example.net. example.com
    unsaid record-outside-zone
done
{ origin example.com.; zone; } >example.com.zone
none example.com.
for kind in bind nsd knot; do
    repository "origin-$kind"
    { origin example.net.; zone; } >corp
    served $kind example.org corp
    once served-name-not-origin 'corp:1:9' 1
    also example.net. example.org.
    { origin example.org.; zone; } >corp
    none example.org.
    # The SOA's own name.
    zone | sed 's/^@ IN SOA/example.net. IN SOA/; s/ns1 host/ns1.example.org. host/' >corp
    said 1 served-name-not-origin check .
    also 'corp:2'
    repository "file-$kind"
    zone >example.com.zone
    served $kind example.org example.com.zone
    once served-name-not-file 'example.com.zone:2' 0
    also example.com.zone example.org.
    served $kind example.com example.com.zone
    none example.com.
done
# In folders below the configuration, and beside it.
repository below
mkdir -p etc/bind zones/customers/a
{ origin example.net.; zone; } >zones/customers/a/corp
served bind example.org /etc/bind/zones/customers/a/corp
once served-name-not-origin 'zones/customers/a/corp:1:9' 1
(cd zones/customers/a && said 1 served-name-not-origin check corp)
mv named.conf zones/named.conf
once served-name-not-origin 'zones/customers/a/corp:1:9' 1
# zonevet.toml against the file, and against a server.
repository toml
{ origin example.net.; zone; } >corp
served toml example.org corp
ends '1' check .
also 'corp:1' example.net. example.org.
[ "$(grep -cE '(error|warning)\[' <<<"$said")" = 1 ] || { fail "[[zone]] against \$ORIGIN: not one finding"; echo "$said"; }
git add -A
ends '1' review --staged
also 'corp:1' example.net. example.org.
zone >corp
served bind example.com corp
ends '0 1' check .
also example.com example.org

# A file that two zones share may have any name.
folder shared
zone >parked
printf 'zone "example.com" { type primary; file "parked"; };\nzone "example.net" { type primary; file "parked"; };\n' >named.conf
said 0 '2 zones' check . -v
unsaid 'error[' 'warning['

zone 2026010100 mial >parked
for way in 'check .' "review --old $work/empty --new ."; do
    said 1 mx-target-missing $way
    [ "$(grep -c 'error\[' <<<"$said")" = 1 ] || { fail "$way: one line of two zones, not one finding"; echo "$said"; }
done

# The name comes from the state that is compared: a file that a server gives to another zone.
repository other
zone >corp
served bind example.com corp
commit
served bind example.org corp
git add -A
said 1 zone-removed review --staged
also example.com. example.org.

# R8: config init names zones as check does.
for kind in bind nsd knot toml; do
    folder init-$kind
    zone 2026010100 corp-example.mail.protection.outlook.com. >corp
    served $kind corp.example corp
    [ $kind = toml ] || said 0 'zones = ["corp.example' config init --print
    [ $kind = toml ] || unsaid '["corp"]'
    said 0 'corp.example.' check . -v
done
folder init-includes
soa >head.inc
{ echo '$INCLUDE head.inc'; zone 1 corp-example.mail.protection.outlook.com. | sed 1,2d; } >corp
served bind corp.example corp
said 0 'zones = ["corp.example' config init --print
unsaid '["corp"]'

# The same flag for the name in every command.
folder flag
zone >corp
said 0 'the zone example.com.' check corp --origin example.com -v
said 0 'the zone example.com.' check corp --zone example.com -v
said 2 'a..b' check corp --origin a..b
mkdir old new
zone >old/corp
zone 2026010101 mial >new/corp
said 1 'example.com.' review --old old/corp --new new/corp --origin example.com
also mx-target-missing

# zonevet.toml and a server that disagree: on the line of the text that sides with one of them.
for says in contoso.net. fabrikam.com. ''; do
    folder disagree
    { [ -z "$says" ] || origin "$says"; zone; } >corp
    printf '[[zone]]\nname = "contoso.net"\nfile = "corp"\n' >zonevet.toml
    served bind fabrikam.com corp
    once served-name-not-origin corp:1: 1
done
# One that the server has under both names is shared.
printf 'zone "%s" { type primary; file "corp"; };\n' contoso.net fabrikam.com >named.conf
none contoso.net.

finish "zones have the same name everywhere"
