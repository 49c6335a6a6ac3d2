#!/bin/bash
# R12: a unified diff goes to the reader of its base's own format.
set -eu
. "$(dirname "$0")/start.sh"

difference() { # OLD NEW NAME: as git writes it
    diff -u --label "a/$3" --label "b/$3" "$1" "$2" || true
}
# shown OLD NEW NAME TEXT STATUS: the change is seen, and is that of the two files
shown() {
    cp "$1" "$3"
    difference "$1" "$2" "$3" >c.patch
    said "$5" "$4" review --zone "$3" --apply c.patch
    unsaid 'No zone changes' 'type-unknown'
    rm "$3"
}

folder yaml
cat >old <<'END'
'':
  - type: MX
    value: {exchange: mail.example.com., preference: 10}
  - type: NS
    values: [ns1.example.net., ns2.example.net.]
mail:
  type: A
  value: 192.0.2.25
web:
  type: A
  value: 192.0.2.7
www:
  type: CNAME
  value: web.example.com.
END
sed '/^web:/,+2d' old >bad
sed 's/192.0.2.7/192.0.2.8/' old >good
{ echo '# a comment'; cat old; } >comment
shown old bad example.com.yaml cname-target-missing 1
shown old good example.com.yaml 192.0.2.8 0
cp old example.com.yaml
difference old comment example.com.yaml >c.patch
said 0 'No zone changes' review --zone example.com.yaml --apply c.patch
# The patch alone, with the files it names beside it.
difference old bad example.com.yaml >c.patch
said 1 cname-target-missing review --zone example.com.yaml --apply c.patch
# A zone in a folder of its own.
mkdir -p example.org.
printf 'mail:\n  type: A\n  value: 192.0.2.25\n' >example.org./mail.yaml
sed 's/192.0.2.25/192.0.2.26/' example.org./mail.yaml >new
difference example.org./mail.yaml new example.org./mail.yaml >c.patch
said 0 192.0.2.26 review --zone example.org./mail.yaml --apply c.patch
unsaid 'No zone changes'
# What cannot be read after the change is told.
sed 's/^  type: CNAME/   type: CNAME/' old >broken
cp old example.com.yaml
difference old broken example.com.yaml >c.patch
ends '1 2' review --zone example.com.yaml --apply c.patch
also 'example.com.yaml'

folder json
cat >old <<'END'
{"dns_providers": {}, "domains": [{"name": "example.com", "records": [
  {"type": "A", "name": "web", "target": "192.0.2.7"},
  {"type": "CNAME", "name": "www", "target": "web.example.com."}
]}]}
END
sed 's/"web"/"wbe"/' old >bad
sed 's/192.0.2.7/192.0.2.8/' old >good
shown old bad ir.json cname-target-missing 1
shown old good ir.json 192.0.2.8 0

folder tfstate
cat >old <<'END'
{"version": 4, "terraform_version": "1.5.0", "serial": 1, "lineage": "a", "outputs": {}, "resources": [
 {"mode": "managed", "type": "aws_route53_zone", "name": "z", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
  "instances": [{"schema_version": 0, "attributes": {"name": "example.com", "zone_id": "Z1", "id": "Z1"}}]},
 {"mode": "managed", "type": "aws_route53_record", "name": "web", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
  "instances": [{"schema_version": 2, "attributes": {"zone_id": "Z1", "name": "web.example.com",
   "type": "A", "ttl": 300, "records": ["192.0.2.7"], "alias": []}}]},
 {"mode": "managed", "type": "aws_route53_record", "name": "www", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
  "instances": [{"schema_version": 2, "attributes": {"zone_id": "Z1", "name": "www.example.com",
   "type": "CNAME", "ttl": 300, "records": ["web.example.com"], "alias": []}}]}]}
END
sed 's/"web.example.com",/"wbe.example.com",/' old >bad
sed 's/192.0.2.7/192.0.2.8/' old >good
shown old bad terraform.tfstate '- web' 0
shown old good terraform.tfstate 192.0.2.8 0

# Zone files as before: also those that a server or zonevet.toml names.
folder zone
zone >old
zone 2026010101 mial >bad
zone 2026010101 | sed 's/192.0.2.25/192.0.2.26/' >good
shown old bad example.com.zone mx-target-missing 1
shown old good example.com.zone 192.0.2.26 0
for kind in toml bind; do
    served $kind example.com corp
    shown old bad corp mx-target-missing 1
    shown old good corp 192.0.2.26 0
    rm -f zonevet.toml named.conf
done

finish "diffs are read in the format of their base"
