#!/bin/bash
# What could not be read is told, hides nothing of the rest, and is never green.
set -eu
. "$(dirname "$0")/start.sh"

small='--set files.max-file-size=2000'
large() { { zone; for i in $(seq 100); do echo "host$i IN A 192.0.2.7"; done; }; }

# One file among others: the others are judged.
repository large
mkdir zones
zone >zones/example.com.zone
large >zones/example.net.zone
for way in 'check .' 'check zones' 'check zones/example.com.zone zones/example.net.zone'; do
    said 0 '' $way
    said 2 zones/example.net.zone $way $small
    also max-file-size
    said 0 zones/example.net.zone $way $small --allow-unread
    also max-file-size
done
zone 2026010100 mial >zones/example.com.zone
for way in 'check .' 'check zones' 'check zones/example.com.zone zones/example.net.zone'; do
    said 2 mx-target-missing $way $small
    also zones/example.net.zone max-file-size
    said 1 mx-target-missing $way $small --allow-unread
    said 2 mx-target-missing $way $small --exit-zero
done
git add -A
for way in 'review --staged' "review --old $work/nothing --new ."; do
    mkdir -p "$work/nothing"
    said 2 mx-target-missing $way $small
    also zones/example.net.zone
    said 1 mx-target-missing $way $small --allow-unread
done
git commit -qm zones
said 2 mx-target-missing review --base HEAD~1 $small
# The report for programs says it, too.
for format in json sarif github markdown html concise; do
    code=0
    said=$("$zonevet" check . $small -o $format 2>"$work/errors") || code=$?
    [ $format != concise ] || said+=$(cat "$work/errors")
    [ "$code" = 2 ] || fail "-o $format: exit $code, not 2"
    [ $format = sarif ] && also example.net.zone executionSuccessful || also example.net.zone
done
# What did not change is no matter of a change.
zone 2026010101 >zones/example.com.zone
git add -A
said 0 '1 fixed' review --staged $small
unsaid example.net.zone

# What changed and cannot be read: not "No zone changes".
git commit -qm mended
echo 'more IN A 192.0.2.8' >>zones/example.net.zone
git add -A
said 2 zones/example.net.zone review --staged $small
unsaid 'No zone changes'
said 0 zones/example.net.zone review --staged $small --allow-unread
unsaid 'No zone changes'
git reset -q --hard
zone | iconv -t UTF-16 >zones/example.com.zone 2>/dev/null || printf '\377\376@\0 \0S\0O\0A\0' >zones/example.com.zone
git add -A
ends '1 2' review --staged
also zones/example.com.zone
unsaid 'No zone changes'
ends '1 2' check .
also zones/example.com.zone
printf '\0\0\0\2\0\0\0\1' >zones/example.com.zone
git add -A
ends '1 2' review --staged
also zones/example.com.zone
unsaid 'No zone changes'
# Emptied, or cut down to comments.
for text in '' '; nothing is left\n' '$TTL 1h\n'; do
    printf -- "$text" >zones/example.com.zone
    git add -A
    ends '1 2' review --staged
    also zones/example.com.zone
    unsaid 'No zone changes'
done

# No right to read; root reads all the same.
folder rights
zone 2026010100 mial >example.com.zone
zone >example.net.zone
chmod 000 example.net.zone
if ! cat example.net.zone >/dev/null 2>&1; then
    for way in 'check .' 'check example.com.zone example.net.zone'; do
        said 2 mx-target-missing $way
        also example.net.zone
        said 1 mx-target-missing $way --allow-unread
    done
    mkdir closed && zone >closed/example.org.zone && chmod 000 closed
    said 2 closed check .
    chmod 700 closed
fi
# Something that is no file, a link to nowhere, links in a circle.
folder strange
zone 2026010100 mial >example.com.zone
mkfifo pipe.zone
ln -s nowhere gone.zone
ln -s b.zone a.zone
ln -s a.zone b.zone
ln -s . around
said 1 mx-target-missing check .
for file in gone.zone a.zone; do
    said 2 $file check $file
done
rm pipe.zone
said 1 mx-target-missing check .

# Zero zones are never silent.
folder empty
mkdir none other
said 2 'no zone files' check none
said 0 '' check none --allow-no-zones
said 2 'no zone' review --old none --new other
said 0 '' review --old none --new other --allow-no-zones
echo text >none/README
said 2 'no zone files' check none
said 2 'no zone' review --old none --new other
said 2 'no zone files' check none other
: >list
ends '2' check --files-from list
repository without
said 0 'No zone changes' review --staged
echo text >README
git add -A
said 0 'No zone changes' review --staged
# A hook that names only what is left out.
printf '[files]\nexclude = ["old"]\n' >zonevet.toml
mkdir old && zone >old/example.com.zone
said 0 exclude check --force-exclude old/example.com.zone

# What a person names, and is not there, or is there twice.
said 2 'no file or folder' check nowhere.zone
said 2 '' review --old nowhere.zone --new nowhere.zone

finish "what is not read is told"
