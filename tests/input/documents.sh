#!/bin/bash
# Documents of other formats among zones: exports of providers, changes, dialects.
set -eu
. "$(dirname "$0")/start.sh"

# healthy: a folder without faults, in every way
healthy() {
    rm -rf "$work/empty" && mkdir "$work/empty"
    said 0 '' check .
    unsaid 'error['
    said 0 '' review --old "$work/empty" --new .
    unsaid 'error['
    git add -A
    said 0 '' review --staged
    unsaid 'error['
    git commit -qm healthy
    said 0 '' review --base HEAD~1
    unsaid 'error['
}

# R6: exports of Cloudflare (whose name servers are not in it), of Azure, and a transfer.
export_of_cloudflare() { # TARGET
    printf ';;\n;; Domain:     example.com.\n;; Exported:   2026-01-01 10:00:00\n;;\n;; SOA Record\n'
    printf 'example.com\t3600\tIN\tSOA\tada.ns.cloudflare.com. dns.cloudflare.com. 2046 10000 2400 604800 3600\n\n'
    printf ';; A Records\nmail.example.com.\t1\tIN\tA\t192.0.2.25\n\n;; MX Records\nexample.com.\t1\tIN\tMX\t10 %s.example.com.\n' "$1"
}
transfer() { # TARGET
    printf '; <<>> DiG 9.18.1 <<>> axfr example.com @192.0.2.1\n;; global options: +cmd\n'
    printf 'example.com.\t3600\tIN\tSOA\tns1.example.com. hostmaster.example.com. 2026010100 7200 3600 1209600 3600\n'
    printf 'example.com.\t3600\tIN\tNS\tns1.example.com.\nexample.com.\t3600\tIN\tNS\tns2.example.com.\n'
    printf 'ns1.example.com.\t3600\tIN\tA\t192.0.2.1\nns2.example.com.\t3600\tIN\tA\t198.51.100.2\n'
    printf 'example.com.\t3600\tIN\tMX\t10 %s.example.com.\nmail.example.com.\t3600\tIN\tA\t192.0.2.25\n' "$1"
    printf 'example.com.\t3600\tIN\tSOA\tns1.example.com. hostmaster.example.com. 2026010100 7200 3600 1209600 3600\n'
    printf ';; Query time: 1 msec\n'
}
for kind in export_of_cloudflare transfer; do
    for file in example.com.txt example.com example.com.zone; do
        repository "$kind-$file"
        zone >example.org.zone
        $kind mail >$file
        healthy
        said 0 '' check $file
        unsaid 'error['
        $kind mial >$file
        said 1 mx-target-missing check .
        also $file
        git add -A
        said 1 mx-target-missing review --staged
        also $file
        unsaid soa-missing apex-ns-missing
        rm -rf "$work/head" && mkdir "$work/head" && git archive HEAD | tar -xf - -C "$work/head"
        said 1 mx-target-missing review --old "$work/head" --new .
        also $file
        unsaid soa-missing apex-ns-missing
    done
done

# R7: changes that lie among the zones.
repository changes
zone >example.com.zone
mkdir done
printf 'zone example.com\nupdate delete mail.example.com. A\nsend\n' >done/c.nsupdate
printf '{"Changes": [{"Action": "DELETE", "ResourceRecordSet": {"Name": "mail.example.com.", "Type": "A", "TTL": 3600, "ResourceRecords": [{"Value": "192.0.2.25"}]}}]}\n' >done/batch.json
printf -- '--- a/example.com.zone\n+++ b/example.com.zone\n@@ -7 +7 @@\n-mail IN A 192.0.2.25\n+mail IN A 192.0.2.26\n' >done/c.patch
cp done/c.patch done/c.diff
printf '{"format_version": "1.2", "terraform_version": "1.5.0", "resource_changes": [{"address": "aws_route53_record.w", "mode": "managed", "type": "aws_route53_record", "name": "w", "provider_name": "registry.terraform.io/hashicorp/aws", "change": {"actions": ["create"], "before": null, "after": {"name": "w.example.com", "type": "A", "ttl": 300, "records": ["192.0.2.7"], "zone_id": "Z1"}}}]}\n' >done/plan.json
healthy
sed -i 's/10 mail/10 mial/; s/2026010100/2026010101/' example.com.zone
sed -i 's/mail/web/' done/*
git add -A
said 1 mx-target-missing review --staged
rm -rf "$work/head" && mkdir "$work/head" && git archive HEAD | tar -xf - -C "$work/head"
said 1 mx-target-missing review --old "$work/head" --new .
said 1 mx-target-missing check .
# One that a person names is no zone, and what to do is said.
for file in done/c.nsupdate done/batch.json done/plan.json; do
    said 2 'review --apply' check $file
done
said 1 mx-target-missing check . done/batch.json --allow-unread
said 2 mx-target-missing check example.com.zone done/batch.json
also 'review --apply'

# A document that is broken is told when it is staged, among others that are judged.
repository broken
mkdir zones
printf 'mail:\n  type: A\n  value: 192.0.2.25\nwww:\n  type: CNAME\n  value: mail.example.com.\n' >zones/example.com.yaml
zone >zones/example.net.zone
healthy
printf 'mail:\n  type: A\n    value: 192.0.2.25\n  - x\n' >zones/example.com.yaml
sed -i 's/10 mail/10 mial/; s/2026010100/2026010101/' zones/example.net.zone
git add -A
ends '1 2' review --staged
also zones/example.com.yaml mx-target-missing
unsaid 'No zone changes'
ends '1 2' check zones
also zones/example.com.yaml mx-target-missing
git checkout -q HEAD zones/example.net.zone
ends '1 2' review --staged
also zones/example.com.yaml
unsaid 'No zone changes'
# Mended, it is nobody's fault that it was broken.
git commit -qm broken
printf 'mail:\n  type: A\n  value: 192.0.2.25\nwww:\n  type: CNAME\n  value: mail.example.com.\n' >zones/example.com.yaml
git add -A
said 0 'zones/example.com.yaml' review --staged
# Not a list, a list, cut off, and of two documents.
git reset -q --hard HEAD~1
for text in '- a\n- b\n' 'mail: [\n' '"mail: A\n' 'mail:\n  type: A\n  value: 192.0.2.25\n---\nmail:\n  type: A\n'; do
    printf -- "$text" >zones/example.com.yaml
    git add -A
    ends '1 2' review --staged
    also zones/example.com.yaml
    unsaid 'No zone changes'
done

# Zones of one record in YAML.
repository small
printf 'www:\n  type: A\n  value: 192.0.2.7\n' >example.com.yaml
printf "'':\n  type: ALIAS\n  value: lb.example.net.\n" >example.org.yaml
git add -A
said 0 '+ www' review --staged
also lb.example.net.
said 0 '2 zones' check . -v
commit
sed -i 's/192.0.2.7/192.0.2.8/' example.com.yaml
git add -A
said 0 192.0.2.8 review --staged

# Two documents of one zone: when one goes, or breaks, the faults of the other are no new ones.
repository two
part() { printf '{"dns_providers": {}, "domains": [{"name": "example.com", "records": [{"type": "A", "name": "%s", "target": "%s"}]}]}\n' "$@"; }
part web 192.0.2.7 >a.json
part www 192.0.2.700 >b.json
commit
rm -rf "$work/head" && mkdir "$work/head" && git archive HEAD | tar -xf - -C "$work/head"
rm a.json
git add -A
for way in 'review --staged' "review --old $work/head --new ."; do
    said 0 '- web' $way
    unsaid address-invalid '- www' '+ www'
done
echo '{' >a.json
git add -A
for way in 'review --staged' "review --old $work/head --new ."; do
    ends '1 2' $way
    also a.json
    unsaid address-invalid '- www' '+ www'
done

# The same zone in two folders: each document is compared with itself.
repository places
mkdir one two
for place in one two; do
    printf 'mail:\n  type: A\n  value: 192.0.2.25\nweb:\n  type: A\n  value: 192.0.2.7\n' >$place/example.com.yaml
done
commit
rm -rf "$work/head" && mkdir "$work/head" && git archive HEAD | tar -xf - -C "$work/head"
sed -i '/^web/,$d' one/example.com.yaml
git add -A
for way in 'review --staged' "review --old $work/head --new ."; do
    said 0 '- web' $way
    unsaid 'a new zone' '+ mail'
done

# Registries of subdomains: one file a name, in two dialects.
folder registry
mkdir old new
printf '{"description": "x", "records": {"A": ["192.0.2.7"], "MX": ["mail.example.net"]}}\n' >old/web.json
sed 's/192.0.2.7/192.0.2.8/' old/web.json >new/web.json
printf '{"domain": "example.com", "subdomain": "web", "records": {"A": ["192.0.2.7"]}}\n' >old/dialect.json
sed 's/192.0.2.7/192.0.2.8/' old/dialect.json >new/dialect.json
ends '0 1 2' review --old old/dialect.json --new new/dialect.json
unsaid 'No zone changes'
[ "$code_of_last" = 2 ] || also 192.0.2.8
ends '0 1 2' review --old old/web.json --new new/web.json
unsaid 'No zone changes'
[ "$code_of_last" = 2 ] || also 192.0.2.8

# A state of Terraform from long ago is read, or refused by its name.
folder state
printf '{"version": 3, "terraform_version": "0.11.14", "serial": 1, "lineage": "a", "modules": [{"path": ["root"], "outputs": {}, "resources": {"aws_route53_record.web": {"type": "aws_route53_record", "depends_on": [], "primary": {"id": "Z1_web_A", "attributes": {"name": "web.example.com", "type": "A", "ttl": "300", "zone_id": "Z1", "records.#": "1", "records.1": "192.0.2.7"}}}}}]}\n' >old.tfstate
sed 's/192.0.2.7/192.0.2.8/' old.tfstate >new.tfstate
ends '0 1 2' review --old old.tfstate --new new.tfstate
unsaid 'No zone changes'
[ "$code_of_last" = 2 ] && also erraform || also 192.0.2.8

# Two records of which one is not understood are still a zone, and so is one in capital letters.
folder half
printf 'mail:\n  type: A\n  value: 192.0.2.999\nwww:\n  typ: CNAME\n  value: mail.example.com.\n' >example.com.yaml
said 1 address-invalid check .
printf 'logging:\n  type: json\n  value: x\nother: y\n' >values.prod.yaml
said 1 address-invalid check .
unsaid values.prod
rm values.prod.yaml
printf 'mail:\n  type: A\n  value: 192.0.2.999\nwww: !include www.yaml\n' >example.com.yaml
said 1 address-invalid check .
rm example.com.yaml
printf 'mail:\n  type: A\n  value: 192.0.2.999\nwww:\n  type: A\n  value: 192.0.2.1\n' >EXAMPLE.COM.YAML
said 1 address-invalid check .

finish "documents among zones are what they are"
