#!/bin/bash
# R13: what a provider answers by itself is a member of the zone, and a change of it is shown.
set -eu
. "$(dirname "$0")/start.sh"

# differ OLD NEW TEXT...: a change of the alias is seen in both directions, and by git
differ() {
    local old=$1 new=$2
    shift 2
    ends '0 1' review --old "$old" --new "$new"
    unsaid 'No zone changes'
    also "$@"
    ends '0 1' review --old "$new" --new "$old"
    unsaid 'No zone changes'
    also "$@"
}
same() { # FILE: nothing changes
    said 0 'No zone changes' review --old "$1" --new "$1"
}

folder octodns
mkdir with without other
cat >without/example.com.yaml <<'END'
'':
  - type: MX
    value: {exchange: mail.example.com., preference: 10}
mail:
  type: A
  value: 192.0.2.25
END
sed "s/^'':/'':\n  - type: ALIAS\n    value: lb.example.net./" without/example.com.yaml >with/example.com.yaml
sed 's/lb.example.net/old.example.net/' with/example.com.yaml >other/example.com.yaml
differ with without 'lb.example.net.'
differ with other 'lb.example.net.' 'old.example.net.'
differ with/example.com.yaml without/example.com.yaml 'lb.example.net.'
same with
# The lost address of the apex is more than a line.
said 1 'last-address-removed' review --old with --new without --fail-on warning
# In JSON, too.
"$zonevet" review --old with --new without -o json 2>/dev/null | grep -qF 'lb.example.net' || fail "the alias is not in JSON"
# In git: staged and committed.
repository git
mkdir zones
cp ../octodns/with/example.com.yaml zones
commit one
cp ../octodns/without/example.com.yaml zones
git add -A
expect 0 'lb.example.net.' --staged
git commit -qm two
expect 0 'lb.example.net.' --base HEAD~1

# A zone of an alias alone.
folder alone
mkdir old new
printf "'':\n  type: ALIAS\n  value: lb.example.net.\n" >old/example.com.yaml
printf "'':\n  type: ALIAS\n  value: other.example.net.\n" >new/example.com.yaml
differ old new 'lb.example.net.' 'other.example.net.'

# Terraform: alias of Route 53, in a state.
folder state
state() { # TARGET; nothing: no alias
    local alias=
    [ -z "${1:-}" ] || alias=', {"mode": "managed", "type": "aws_route53_record", "name": "apex", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
  "instances": [{"schema_version": 2, "attributes": {"zone_id": "Z1", "name": "example.com", "type": "A", "ttl": 0, "records": null,
   "alias": [{"name": "'$1'", "zone_id": "Z2", "evaluate_target_health": false}]}}]}'
    cat <<END
{"version": 4, "terraform_version": "1.5.0", "serial": 1, "lineage": "a", "outputs": {}, "resources": [
 {"mode": "managed", "type": "aws_route53_zone", "name": "z", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
  "instances": [{"schema_version": 0, "attributes": {"name": "example.com", "zone_id": "Z1", "id": "Z1"}}]},
 {"mode": "managed", "type": "aws_route53_record", "name": "web", "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
  "instances": [{"schema_version": 2, "attributes": {"zone_id": "Z1", "name": "web.example.com",
   "type": "A", "ttl": 300, "records": ["192.0.2.7"], "alias": []}}]}$alias]}
END
}
state lb-1.eu-west-1.elb.amazonaws.com >with.tfstate
state lb-2.eu-west-1.elb.amazonaws.com >other.tfstate
state >without.tfstate
differ with.tfstate without.tfstate lb-1.
differ with.tfstate other.tfstate lb-1. lb-2.
same with.tfstate

# The list of Route 53's own record sets.
folder list
list() { # TARGET
    local alias=
    [ -z "${1:-}" ] || alias='{"Name": "example.com.", "Type": "A", "AliasTarget": {"HostedZoneId": "Z2", "DNSName": "'$1'", "EvaluateTargetHealth": false}},'
    cat <<END
{"ResourceRecordSets": [$alias
 {"Name": "example.com.", "Type": "NS", "TTL": 172800, "ResourceRecords": [{"Value": "ns1.example.net."}, {"Value": "ns2.example.net."}]},
 {"Name": "example.com.", "Type": "SOA", "TTL": 900, "ResourceRecords": [{"Value": "ns1.example.net. hostmaster.example.com. 1 7200 900 1209600 3600"}]}]}
END
}
list lb-1.example.net. >with.json
list lb-2.example.net. >other.json
list >without.json
differ with.json without.json lb-1.
differ with.json other.json lb-1. lb-2.
same with.json
# A batch that takes it away.
printf '{"Changes": [{"Action": "DELETE", "ResourceRecordSet": {"Name": "example.com.", "Type": "A", "AliasTarget": {"HostedZoneId": "Z2", "DNSName": "lb-1.example.net.", "EvaluateTargetHealth": false}}}]}\n' >batch.json
ends '0 1' review --apply batch.json
unsaid 'No zone changes'
also 'lb-1.example.net.'

# DNSControl's own types, and a plan of Terraform.
folder ir
ir() { printf '{"dns_providers": {}, "domains": [{"name": "example.com", "records": [{"type": "A", "name": "web", "target": "192.0.2.7"}%s]}]}\n' "${1:+, {\"type\": \"ALIAS\", \"name\": \"@\", \"target\": \"$1\"\}}"; }
ir lb.example.net. >with.json
ir other.example.net. >other.json
ir >without.json
differ with.json without.json lb.example.net.
differ with.json other.json lb.example.net. other.example.net.

finish "aliases of providers are seen"
