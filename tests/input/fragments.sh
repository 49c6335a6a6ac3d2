#!/bin/bash
# Files that are named one by one, as pre-commit does: zones whose SOA is elsewhere, and parts of zones.
set -eu
. "$(dirname "$0")/start.sh"

# R10: the SOA comes by $INCLUDE, one or two levels down.
for levels in 1 2; do
    for file in example.com.zone example.com db.example.com corp; do
        repository "head-$levels-$file"
        mkdir zones
        if [ $levels = 1 ]; then
            soa >zones/head.inc
        else
            echo '$include "deep.inc"' >zones/head.inc
            soa >zones/deep.inc
        fi
        { echo '$INCLUDE head.inc'; zone | sed 1,2d; } >zones/$file
        [ $file != corp ] || sed -i '1i $ORIGIN corp.example.' zones/$file
        commit
        said 0 '' check zones/$file
        unsaid unnamed.invalid 'error[' 'warning[' 'a part of a zone'
        sed -i 's/10 mail/10 mial/' zones/$file
        for way in "zones/$file" zones .; do
            said 1 mx-target-missing check $way
            unsaid unnamed.invalid
            [ "$(grep -c 'error\[' <<<"$said")" = 1 ] || { fail "check $way: not one finding"; echo "$said"; }
        done
        (cd zones && said 1 mx-target-missing check $file)
        sed -i 's/2026010100/2026010101/' zones/*.inc
        git add -A
        said 1 mx-target-missing review --staged zones/$file
        unsaid unnamed.invalid
    done
done

# The head itself, and a head that several zones share.
repository shared
soa >head.inc
for name in example.com example.net; do
    { echo '$INCLUDE head.inc'; zone | sed 1,2d; } >$name.zone
done
commit
said 0 '' check head.inc
unsaid unnamed.invalid 'error['
said 0 '' check head.inc example.com.zone
unsaid unnamed.invalid 'error['
sed -i 's/hostmaster/host..master/' head.inc
said 1 'label-empty' check head.inc
also 'head.inc:2'

# R11: a part of a zone that nobody includes, with an $ORIGIN line.
folder alone
printf '$ORIGIN sub.example.com.\nwww IN A 192.0.2.80\nftp IN CNAME www\nchild IN NS ns.child\nns.child IN A 192.0.2.53\n' >part.inc
said 0 '' check part.inc
unsaid owner-dot-missing glue-orphan data-hidden-by-delegation unnamed.invalid record-outside-zone soa-missing 'error[' 'warning['
printf '$ORIGIN example.com.\nwww IN A 192.0.2.80\n$ORIGIN sub.example.com.\nwww IN A 192.0.2.81\n$ORIGIN example.net.\nwww IN A 192.0.2.82\n' >part.inc
said 0 '' check part.inc
unsaid owner-dot-missing record-outside-zone unnamed.invalid 'error['
printf 'www IN A 192.0.2.80\nmail.example.com. IN A 192.0.2.25\n@ IN MX 10 mail.example.com.\n' >part.inc
said 0 '' check part.inc
unsaid owner-dot-missing record-outside-zone unnamed.invalid 'error['
# What is wrong by itself is told.
printf '$ORIGIN sub.example.com.\nwww IN A 192.0.2.280\n' >part.inc
said 1 'address-invalid' check part.inc
also 'part.inc:2'
unsaid unnamed.invalid
# Staged as a part that a zone includes, the $ORIGIN is that of the part.
repository part
{ zone; echo '$INCLUDE part.inc'; } >example.com.zone
printf '$ORIGIN sub.example.com.\nwww IN A 192.0.2.80\nftp IN CNAME www\n' >part.inc
commit
said 0 '' check part.inc
unsaid 'error[' 'warning[' unnamed.invalid
sed -i 's/CNAME www/CNAME wwww/' part.inc
said 1 cname-target-missing check part.inc
also 'part.inc:3'
sed -i 's/2026010100/2026010101/' example.com.zone
git add -A
said 1 cname-target-missing review --staged

# Nothing says which zone it is: nothing is called missing or outside, and no invented name is shown.
folder untold
zone >zonefile
for way in zonefile .; do
    ends '0 1' check $way
    unsaid unnamed.invalid record-outside-zone owner-dot-missing
done
"$zonevet" check zonefile -o json 2>/dev/null | grep -q 'unnamed\.invalid' && fail "an invented name in JSON"
mkdir old new
zone >old/zonefile
zone 2026010101 mial >new/zonefile
said 1 mx-target-missing review --old old/zonefile --new new/zonefile
unsaid unnamed.invalid
"$zonevet" review --old old/zonefile --new new/zonefile -o json 2>/dev/null | grep -q 'unnamed\.invalid' &&
    fail "an invented name in the JSON of a review"
"$zonevet" review --old old/zonefile --new new/zonefile -o markdown 2>/dev/null | grep -q 'unnamed\.invalid' &&
    fail "an invented name in the Markdown of a review"

finish "parts of zones are judged as parts"
