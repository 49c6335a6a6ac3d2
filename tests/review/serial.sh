#!/bin/bash
# `zonevet review` in repositories where people raise the serial, and where nobody does.
set -eu
. "$(dirname "$0")/start.sh"

zone() { # SERIAL ADDRESS
    printf '$ORIGIN example.com.\n$TTL 3600\n@ SOA ns1 hostmaster ( %s ; serial\n 7200 3600 1209600 3600 )\n' "$1"
    printf '@ NS ns1\n@ NS ns2\nns1 A 192.0.2.1\nns2 A 198.51.100.2\nwww A %s\n' "$2"
}

mkdir "$work/repository" && cd "$work/repository"
git init -q
for i in 1 2 3; do
    zone 2026010100 "203.0.113.$i" >example.com.zone
    git add . && git commit -qm "change $i"
done
# Two changes without a new serial may be two slips.
zone 2026010100 203.0.113.4 >example.com.zone
git add .
expect 1 'serial-not-raised' --staged
git commit -qm 'change 4'
zone 2026010100 203.0.113.5 >example.com.zone
git add .
expect 0 'the serial is not judged' --staged
git commit -qm 'change 5'
expect 0 'the serial is not judged' --base HEAD~1
# Who raises it once is asked to go on.
zone 2026010101 203.0.113.6 >example.com.zone
git add .
expect 0 '203.0.113.6' --staged
! "$zonevet" review --staged -o full 2>&1 | grep -q 'the serial is not judged' || fail 'a serial that was raised'
git commit -qm 'change 6'
zone 2026010101 203.0.113.7 >example.com.zone
git add .
expect 1 'serial-not-raised' --staged

# Comments need no new serial, so they say nothing about who raises it.
for i in 1 2 3 4; do
    git reset -q --hard
    zone 2026010101 203.0.113.6 >example.com.zone
    echo "; edit $i" >>example.com.zone
    git add . && git commit -qm "comment $i"
done
zone 2026010101 203.0.113.7 >example.com.zone
git add .
expect 1 'serial-not-raised' --staged

finish "serials are judged where people raise them"
