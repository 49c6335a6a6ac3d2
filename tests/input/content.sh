#!/bin/bash
# What is a zone is decided by content: for a folder, a file that a person names, git, and a hook.
set -eu
. "$(dirname "$0")/start.sh"

# none FILE TEXT...: no zone. Nobody is told in a folder or a commit, a hook gets a note, and a person is told what
# the file seems to be and what to do about it.
none() {
    local file=$1
    shift
    said 0 '1 zone' check . -v
    unsaid "$file" 'error[' 'warning['
    said 0 'is not checked' check --force-exclude "$file"
    also "$file"
    unsaid 'error[' 'warning[' 'is no zone: it'
    said 0 "$file" check --force-exclude "$file" example.org.zone -v
    also '1 zone'
    said 2 "$file" check "$file"
    also "$@"
    unsaid 'error[' 'warning['
    # The others are judged all the same.
    said 2 "$file" check "$file" build/bad.txt
    also mx-target-missing
    said 1 mx-target-missing check --force-exclude "$file" build/bad.txt
    # By git: nothing to say, named or not.
    git add -A
    for words in '' "$file" example.org.zone; do
        said 0 '' review --staged $words
        unsaid 'error[' 'warning[' "$file:"
    done
    [ "$(grep -c . <<<"$("$zonevet" check --show-files . 2>/dev/null)")" = 1 ] || fail "$file is among the zones of a folder"
    git commit -qm "$file"
    echo >>"$file"
    git add -A
    said 0 'No zone changes' review --staged
    git rm -q --cached "$file"
    rm "$file"
    said 0 'No zone changes' review --staged
}
repository content
zone >example.org.zone
printf '$ORIGIN example.com.\n' >bad.txt
zone 2026010100 mial >>bad.txt
printf '[files]\nexclude = ["bad.txt"]\n' >zonevet.toml
git add -A && git commit -qm zone
# bad.txt is a zone that only those see who name it: it lies where no walk goes.
rm zonevet.toml bad.txt
mkdir build
printf '$ORIGIN example.com.\n' >build/bad.txt
zone 2026010100 mial >>build/bad.txt
git add -A && git commit -qm build

cat >db.py <<'END'
#!/usr/bin/env python3
"""Connections to the database."""
import sqlite3

class Database:
    def __init__(self, path):
        self.path = path
END
none db.py Python
cat >db.py <<'END'
"""Writes zones."""
TEMPLATE = """
$ORIGIN {name}.
$TTL 3600
@ IN SOA ns1 hostmaster {serial} 7200 3600 1209600 3600
@ IN NS ns1
"""
print(TEMPLATE)
END
none db.py Python
cat >db.js <<'END'
const mysql = require("mysql");
// A record of a table.
module.exports = { A: 1, MX: 2 };
END
none db.js JavaScript
cat >app.js <<'END'
import express from "express";
const app = express();
app.listen(80);
END
none app.js JavaScript
printf '# aliases\npostmaster: root\nroot: admin@example.com\n' >aliases.db
none aliases.db text
printf 'Thumbs and notes about zones.\nNothing here is a record.\n' >notes.db
none notes.db text
printf 'CREATE TABLE records (name TEXT, type TEXT);\nINSERT INTO records VALUES ("www", "A");\n' >db.sql
none db.sql SQL
printf 'resource "aws_route53_record" "www" {\n  name = "www"\n  type = "A"\n  ttl  = 300\n  records = ["192.0.2.7"]\n}\n' >main.tf
none main.tf Terraform 'terraform show -json'
printf 'variable "zone" { type = string }\nlocals { a = 1 }\n' >locals.tf
none locals.tf Terraform 'terraform show -json'
printf 'options { directory "/etc/bind"; };\n' >named.conf.options
none named.conf.options named.conf server-config
printf 'options { directory "/etc/bind"; };\nzone "example.net" { type primary; file "elsewhere/example.net"; };\n' >named.conf
none named.conf named.conf server-config
printf 'server:\n  ip-address: 192.0.2.1\nzone:\n  name: example.net\n  zonefile: elsewhere/example.net\n' >nsd.conf
none nsd.conf NSD server-config
printf 'zone:\n  - domain: example.net\n    file: elsewhere/example.net\n' >knot.conf
none knot.conf Knot server-config
printf 'var REG = NewRegistrar("none");\nvar P = NewDnsProvider("bind");\nD("example.net", REG, DnsProvider(P),\n  A("@", "192.0.2.1")\n);\n' >dnsconfig.js
none dnsconfig.js DNSControl print-ir
printf 'services:\n  web:\n    image: nginx\n' >compose.yml
none compose.yml YAML
printf 'apiVersion: v1\nkind: ConfigMap\ndata: {}\n' >map.yaml
none map.yaml Kubernetes
printf '{"name": "tool", "version": "1.0.0", "dependencies": {}}\n' >package.json
none package.json JSON
printf '\0\0\0\2\0\0\0\1binary\0zone\377' >raw.db
none raw.db binary named-compilezone
printf 'SQLite format 3\0\0\1\0' >db.sqlite3
none db.sqlite3 SQLite
zone | gzip -n >packed.db
none packed.db packed unpack
printf '#!/bin/sh\necho A 192.0.2.1\n' >db.sh
none db.sh script

# Zones in whatever shape are zones in every way.
# same FILE RULE STATUS: as a folder, named, by a hook, staged
same() {
    local way
    for way in 'check .' "check $1" "check --force-exclude $1" 'review --staged' "review --staged $1"; do
        said "$3" "$2" $way
        also "$1"
        unsaid unnamed.invalid
    done
}
shape() { # FILE: what comes from standard input
    repository shape
    cat >"$1"
    git add -A
}
bad() { { echo '$ORIGIN example.com.'; zone 2026010100 mial; }; }
shape zonefile < <(bad)
same zonefile mx-target-missing 1
shape README < <(bad)
same README mx-target-missing 1
shape example.conf < <(bad | sed '1i ; a comment\n\n')
same example.conf mx-target-missing 1
shape example.txt < <(bad | sed 's/$/\r/')
same example.txt mx-target-missing 1
shape marked.txt < <({ printf '\xef\xbb\xbf'; bad; })
ends 1 check .
ends 1 check marked.txt
ends 1 review --staged
shape small.txt < <(bad | sed 's/ SOA/ soa/; s/ MX / mx /; s/\$TTL/$ttl/; s/\$ORIGIN/$origin/')
same small.txt mx-target-missing 1
# Indented as a whole.
shape indented < <(bad | sed 's/^/  /')
ends 1 check .
text=$(sed -E 's/^.*[0-9]+ ms.*$//' <<<"$said")
for way in 'check indented' 'check --force-exclude indented'; do
    ends 1 $way
    [ "$(sed -E 's/^.*[0-9]+ ms.*$//' <<<"$said")" = "$text" ] || { fail "$way differs from check of the folder"; echo "$said"; }
done
ends 1 review --staged
also indented
# A zone without SOA that is called one; a file *.zone is meant as one whatever it holds.
shape example.com.db < <(bad | sed '/SOA/d')
same example.com.db soa-missing 1
shape example.com.zone < <(printf 'import os\nprint(1)\n')
ends 1 check .
ends 1 check example.com.zone
ends 1 check --force-exclude example.com.zone
ends 1 review --staged
# A zone that becomes something else is a zone that goes, or one that cannot be read.
shape db.example.com < <(bad | sed 's/mial/mail/')
git commit -qm zone
printf 'import os\nprint(1)\n' >db.example.com
git add -A
ends '1 2' review --staged
also db.example.com
unsaid 'No zone changes'

finish "what is a zone is told by its content"
