#!/bin/bash
# `zonevet review` where the configuration of a name server says which zone a file holds: in a commit, in the
# index, and in folders.
set -eu
. "$(dirname "$0")/start.sh"

zone() { # SERIAL ADDRESS
    printf '$TTL 3600\n@ SOA ns1.example.org. hostmaster 20260101%s 4h 1h 14d 1h\n' "$1"
    printf '@ NS ns1.example.org.\n@ NS ns2.example.org.\nwww A %s\n' "$2"
}
served() { # ZONE FILE
    printf 'zone "%s" { type primary; file "/etc/bind/zones/%s"; };\n' "$1" "$2"
}

mkdir "$work/repository" && cd "$work/repository"
git init -q
mkdir zones bind
zone 00 198.51.100.7 >zones/office
served office.example.com office >bind/named.conf
git add . && git commit -qm one

# The name comes from the index, not from the folder, where the configuration is another one.
zone 01 198.51.100.8 >zones/office
git add .
served other.example.com office >bind/named.conf
expect 0 'office.example.com.' --staged
expect 0 '198.51.100.8' --staged
git checkout -q bind/named.conf
git commit -qm two
expect 0 'office.example.com.' --base HEAD~1

# The configuration of each state names the file in that state.
served branch.example.com office >bind/named.conf
zone 02 198.51.100.8 >zones/office
git add .
expect 1 'zone-removed' --staged
expect 1 'branch.example.com.' --staged
git reset -q --hard

# What contradicts the configuration is told with its place in the state that will be.
{ echo '$ORIGIN example.net.'; zone 02 198.51.100.9; } >zones/office
git add .
expect 1 'and bind/named.conf:1:6 says that the file is that of `office.example.com.`' --staged
git reset -q --hard

# Folders: each has its own configuration.
mkdir -p "$work/old/zones" "$work/new/zones"
served office.example.com office >"$work/old/named.conf"
served office.example.com office >"$work/new/named.conf"
zone 00 198.51.100.7 >"$work/old/zones/office"
zone 01 198.51.100.8 >"$work/new/zones/office"
expect 0 'office.example.com.' --old "$work/old" --new "$work/new"
served branch.example.com office >"$work/new/named.conf"
expect 1 'zone-removed' --old "$work/old" --new "$work/new"

finish "zones of a review are named by the servers of their state"
