#!/bin/bash
# `zonevet review` on zones that stand in documents of octoDNS and DNSControl in a git repository.
set -eu
. "$(dirname "$0")/start.sh"

record() { # NAME TYPE VALUE: a name with one record
    printf '%s:\n  type: %s\n  value: %s\n' "$1" "$2" "$3"
}

mkdir "$work/repository" && cd "$work/repository"
git init -q
mkdir -p zones 'split/example.net.' .github/workflows
{ record "''" MX '{exchange: mail.example.com., preference: 10}'
  record mail A 192.0.2.25
  record web A 192.0.2.7
  record www CNAME web.example.com.; } >zones/example.com.yaml
record shop CNAME web.example.com. >zones/example.org.yaml
record web A 192.0.2.7 >split/example.net./web.yaml
record www CNAME web.example.net. >split/example.net./www.yaml
record "''" MX '{exchange: web.example.net., preference: 10}' >'split/example.net./$example.net.yaml'
record workflow CNAME nowhere.example.com. >.github/workflows/build.yaml
printf 'apiVersion: v1\nkind: ConfigMap\ndata: {}\n' >configuration.yaml
git add . && git commit -qm one

# What is staged counts, in the zone and in those that lead to it.
record web AAAA 2001:db8::7 >zones/example.com.yaml
git add zones
git checkout -q HEAD -- zones
sed -i '/^web:/,+2d' zones/example.com.yaml
git add zones
git show HEAD:zones/example.com.yaml >zones/example.com.yaml
expect 1 'zones/example.com.yaml:9:10' --staged      # the alias that leads nowhere now
expect 1 'HEAD:zones/example.com.yaml:9:10' --staged # what is removed
expect 1 'zones/example.org.yaml:3:10' --staged      # what nobody touched leads to it
expect 1 'removed-name-in-use' --staged zones
expect 0 'No zone changes' --staged split
git commit -qm "take web away"
expect 0 '1 fixed' --base HEAD..HEAD~1
git reset -q --hard HEAD~1

# A folder is one zone: the part that goes is missed by a part that nobody touched.
git rm -q split/example.net./web.yaml
expect 1 'split/example.net./www.yaml:3:10' --staged
expect 1 'split/example.net./$example.net.yaml:3:' --staged
(cd split/example.net. && expect 1 'www.yaml:3:10' --staged)
git reset -q --hard

# A zone moves into a folder and stays the same.
mkdir zones/example.com.
sed -n '1,3p' zones/example.com.yaml >'zones/example.com./$example.com.yaml'
sed -n '4,6p' zones/example.com.yaml >zones/example.com./mail.yaml
sed -n '7,9p' zones/example.com.yaml >zones/example.com./web.yaml
sed -n '10,12p' zones/example.com.yaml >zones/example.com./www.yaml
git rm -q zones/example.com.yaml
git add .
expect 0 'No zone changes' --staged
git reset -q --hard

# What breaks is told with its place; what was broken and is mended may have been there.
printf 'shop:\n  type: A\n    value: 192.0.2.7\n' >zones/example.org.yaml
git add zones
expect 1 'this is not YAML' --staged
expect 1 'zones/example.org.yaml:3:10' --staged
git commit -qm broken
git checkout -q HEAD~1 -- zones/example.org.yaml
expect 0 '+ shop' --staged
git reset -q --hard HEAD~1

# The configuration of octoDNS is that of the state, not what lies in the working tree.
mkdir config
printf 'providers:\n  config:\n    class: octodns.provider.yaml.YamlProvider\n    directory: ./zones\n    enforce_order: false\n' >config/octodns.yaml
git add config && git commit -qm configuration
record api A 192.0.2.9 >>zones/example.org.yaml
git add zones
rm -r config
expect 0 '+ api  A  192.0.2.9' --staged
git checkout -q HEAD -- config
git rm -q config/octodns.yaml
expect 1 'octodns-keys-unordered' --staged
git reset -q --hard HEAD~1

# No document of the DNS, and files of tools, are nobody's business here.
sed -i 's/v1/v2/' configuration.yaml
sed -i 's/nowhere/elsewhere/' .github/workflows/build.yaml
printf 'service:\n  type: {{ .Values.type }}\n  value: {{ .Values.port }}\n  }\n' >values.yaml
printf 'apiVersion: externaldns.k8s.io/v1alpha1\nkind: DNSEndpoint\nspec: {{ toYaml .Values.spec | nindent 2 }}\n' >endpoint.yaml
git add .
expect 0 'No zone changes' --staged
git reset -q --hard

# Any format that describes a state, and one that only its user can name.
mkdir ir && cat >ir/ir.json <<'END'
{"dns_providers": {}, "domains": [{"name": "example.com", "records": [
  {"type": "A", "name": "web", "target": "192.0.2.7"},
  {"type": "CNAME", "name": "www", "target": "web.example.com."}]}]}
END
printf '=web.example.com:192.0.2.7\nCwww.example.com:web.example.com\n' >data
git add . && git commit -qm formats
sed -i 's/"web"/"wbe"/' ir/ir.json
sed -i 's/^=web/=wbe/' data
git add .
expect 1 'ir/ir.json:3:' --staged ir
expect 0 '+ wbe  A  192.0.2.7' --staged --format tinydns data

finish "documents in git are reviewed as expected"
