#!/bin/bash
# A change applied to a zone file: whose zone it is may be told by a flag, by zonevet.toml or by a server.
set -eu
. "$(dirname "$0")/start.sh"

removes() { # ZONE: a script that takes the mail server's address away
    printf 'zone %s\nupdate delete mail.%s A\nsend\n' "$1" "$1"
}
adds() { # ZONE: one that does no harm
    printf 'zone %s\nupdate add web.%s 300 A 192.0.2.80\nsend\n' "$1" "$1"
}
batch() { # ACTION NAME ADDRESS
    printf '{"Changes": [{"Action": "%s", "ResourceRecordSet": {"Name": "%s", "Type": "A", "TTL": 3600, "ResourceRecords": [{"Value": "%s"}]}}]}\n' "$@"
}
# The change that breaks the zone, and the one that does not, in both formats; ARGUMENTS name the zone.
both() { # FILE ARGUMENTS
    local file=$1
    shift
    said 1 'mx-target-missing' review --zone "$file" --apply "$work/bad.nsupdate" "$@"
    unsaid 'No zone changes' 'update-refused'
    said 0 '+ web' review --zone "$file" --apply "$work/good.nsupdate" "$@"
    unsaid 'No zone changes' 'update-refused'
    said 1 'mx-target-missing' review --zone "$file" --apply "$work/bad.json" "$@"
    said 0 '+ web' review --zone "$file" --apply "$work/good.json" "$@"
    unsaid 'No zone changes'
}
removes example.com. >"$work/bad.nsupdate"
adds example.com. >"$work/good.nsupdate"
batch DELETE mail.example.com. 192.0.2.25 >"$work/bad.json"
batch CREATE web.example.com. 192.0.2.80 >"$work/good.json"

# R1: the name of the zone, written as people do.
folder flag
zone >z.txt
for name in example.com example.com. EXAMPLE.com Example.Com.; do
    both z.txt --origin "$name"
done
removes Example.COM >"$work/case.nsupdate"
said 1 'mx-target-missing' review --zone z.txt --origin example.com --apply "$work/case.nsupdate"
# A name that is not that of the change is said, and never "No zone changes".
for change in bad.nsupdate bad.json; do
    ends '1 2' review --zone z.txt --origin example.org --apply "$work/$change"
    unsaid 'No zone changes'
done
zone >example.com.zone
removes example.org. >"$work/other.nsupdate"
said 2 'it changes example.org., and `example.com.zone` holds example.com.' \
    review --zone example.com.zone --apply "$work/other.nsupdate"
said 2 'a..b' review --zone z.txt --origin 'a..b' --apply "$work/bad.nsupdate"

# R2: the name of the zone comes from outside of the file.
for kind in toml bind nsd knot; do
    folder "$kind"
    zone >corp
    served "$kind" example.com corp
    both corp
done
repository deep
mkdir -p zones etc
zone >zones/corp
served bind example.com zones/corp
both zones/corp
(cd zones && both corp)
mv named.conf etc/named.conf
sed -i 's,zones/corp,/etc/bind/zones/corp,' etc/named.conf
both zones/corp
# A pattern of zonevet.toml.
folder pattern
zone >example.com.txt
printf '[[zone]]\nname = "%%s"\nfile = "%%s.txt"\n' >zonevet.toml
both example.com.txt

# The file tells itself: $ORIGIN, an absolute SOA, its name, a file that it includes.
folder own
{ echo '$ORIGIN example.com.'; zone; } >origin.txt
both origin.txt
zone | sed 's/^@ IN SOA/example.com. IN SOA/; s/ ns1 hostmaster/ ns1.example.com. hostmaster.example.com./' >soa.txt
sed -i 's/^\(ns1\|ns2\|mail\) /\1.example.com. /; s/^@/example.com./; s/ \(ns1\|ns2\|mail\)$/ \1.example.com./' soa.txt
both soa.txt
zone >example.com.zone
both example.com.zone
soa >head.inc
{ echo '$INCLUDE head.inc'; zone | sed 1,2d; } >example.com
both example.com --origin example.com

# The same change by standard input.
said 1 'mx-target-missing' review --zone origin.txt --apply - <"$work/bad.nsupdate"

# Route 53 takes a batch as a whole or not at all.
folder batches
zone >example.com.zone
batch() { # CHANGES
    printf '{"Changes":[%s]}' "$1" >batch.json
}
change() { # ACTION NAME TTL VALUE
    printf '{"Action":"%s","ResourceRecordSet":{"Name":"%s.example.com.","Type":"A","TTL":%s,"ResourceRecords":[{"Value":"%s"}]}}' "$@"
}
refused() { said 1 "$1" review --zone example.com.zone --apply batch.json && also update-refused; }
taken() { said "$1" "$2" review --zone example.com.zone --apply batch.json && unsaid update-refused; }
batch "$(change DELETE nope 3600 192.0.2.25)"
refused '`nope.example.com.` has no A records to delete'
batch "$(change DELETE mail 3600 192.0.2.99)"
refused '`mail.example.com.` has other A records'
batch "$(change DELETE mail 300 192.0.2.25)"
refused 'the TTL of the A records of `mail.example.com.` is 3600'
batch "$(change CREATE ns1 3600 192.0.2.99)"
refused '`ns1.example.com.` has A records already'
batch "$(change CREATE www 3600 192.0.2.80),$(change CREATE www 3600 192.0.2.81)"
refused '`www.example.com.` has A records already'
printf 'alias IN CNAME Mail\n' >>example.com.zone
batch "$(change DELETE alias 3600 mail.example.com. | sed 's/"A"/"CNAME"/')"
taken 0 alias
sed -i '/^alias/d' example.com.zone
batch "$(change DELETE mail 3600 192.0.2.25)"
taken 1 mx-target-missing
batch "$(change DELETE mail 3600 192.0.2.25),$(change CREATE MAIL 3600 192.0.2.26)"
taken 0 192.0.2.26
batch "$(change UPSERT mail 3600 192.0.2.26),$(change CREATE www 3600 192.0.2.80)"
taken 0 192.0.2.80

finish "a change meets its zone"
