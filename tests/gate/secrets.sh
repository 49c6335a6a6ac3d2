#!/bin/bash
# No octet of a file outside of the tree is printed, whatever a change names: in any output, in messages of any reader.
set -eu
. "$(dirname "$0")/../input/start.sh"

secret=5ecret-0f-the-machine
elsewhere=$work/elsewhere
mkdir -p "$elsewhere/folder"
for name in secret secret.zone secret.toml secret.yaml secret.json secret.conf folder/secret.toml; do
    printf '%s = %s\n%s IN A 192.0.2.66\n' "$secret" "$secret" "$secret" >"$elsewhere/$name"
done

# What every command says, and where it says it.
keeps() { # WHAT
    local way
    for way in "check -o json" "review --staged -o full" "config show"; do
        # shellcheck disable=SC2086
        said=$(SECRET_OF_RUNNER=$secret "$zonevet" $way --verbose 2>&1 || true)
        unsaid_in "$1 ($way)"
    done
}
unsaid_in() { ! grep -qF "$secret" <<<"$said" || { fail "$(where): $1 prints what is not of the tree"; grep -F "$secret" <<<"$said" | head -3; }; }
of() { # WHAT ARGUMENTS: the same of one command
    local what=$1
    shift
    said=$(SECRET_OF_RUNNER=$secret "$zonevet" "$@" 2>&1) && code=0 || code=$?
    unsaid_in "$what"
    [ "$code" -le 2 ] || fail "$(where): exit $code"
}

poor() { repository "$1"; zone >example.com.zone; }

# What a configuration extends.
for name in /proc/self/environ "$elsewhere/secret.toml" "$elsewhere/secret" "$elsewhere/folder" ../elsewhere/secret.toml \
    ../elsewhere/folder ../elsewhere .git/config .git .env; do
    poor extends
    printf 'PASSWORD = %s\n' "$secret" >.env
    git config remote.origin.url "https://$secret@example.com/"
    printf 'extends = ["%s"]\n' "$name" >zonevet.toml
    git add zonevet.toml example.com.zone
    keeps "extends $name"
    said 2 'extends' check .
done
poor extends-link
ln -s "$elsewhere/secret.toml" team.toml
ln -s "$elsewhere" teams
ln -s .env hidden.toml
printf 'PASSWORD = %s\n' "$secret" >.env
for name in team.toml teams/secret.toml teams hidden.toml; do
    printf 'extends = ["%s"]\n' "$name" >zonevet.toml
    git add zonevet.toml
    keeps "extends $name, a link"
done
# When the command line says so it may.
printf '[lint]\nfail-on = "never"\n' >"$elsewhere/good.toml"
printf 'extends = ["../elsewhere/good.toml"]\n' >zonevet.toml
zone 1 mial >example.com.zone
said 2 '--extends-from FOLDER' check .
said 0 mx-target-missing check . --extends-from "$elsewhere"
said 0 mx-target-missing check . --extends-from ../elsewhere

# The configuration itself.
for target in "$elsewhere/secret.toml" /proc/self/environ .env; do
    poor config-link
    printf 'PASSWORD = %s\n' "$secret" >.env
    ln -s "$target" zonevet.toml
    git add zonevet.toml example.com.zone
    keeps "zonevet.toml as a link to $target"
done

# What a zone includes, what its neighbours are.
for name in .git/config .env ../elsewhere/secret.zone "$elsewhere/secret.zone" link.zone links/secret.zone hidden /proc/self/environ \
    .git/../.env ./.env zones/../.git/config; do
    poor include
    mkdir zones
    printf '%s IN A 192.0.2.66\n' "$secret" >.env
    git config remote.origin.url "https://$secret@example.com/"
    ln -s "$elsewhere/secret.zone" link.zone
    ln -s "$elsewhere" links
    ln -s .env hidden
    printf '$INCLUDE %s\n' "$name" >>example.com.zone
    git add -A -- ':!.env'
    git commit -qm x
    keeps "\$INCLUDE $name"
    of "\$INCLUDE $name" check example.com.zone -o json
    said 1 include-outside check example.com.zone
done

# What is named, by a hook as well: a link that leads out, or to a hidden file.
poor named
printf '%s IN A 192.0.2.66\n' "$secret" >.env
ln -s "$elsewhere/secret.zone" link.zone
ln -s "$elsewhere" links
ln -s .env hidden.zone
ln -s /proc/self/environ environ.zone
for name in link.zone links/secret.zone links hidden.zone environ.zone; do
    of "$name" check "$name" -o json
    of "$name" check --force-exclude "$name"
    of "$name" review --old example.com.zone --new "$name"
    of "$name" review --zone example.com.zone --apply "$name"
    of "$name" review --zone "$name" --apply example.com.zone
    of "$name" check --config "$name"
done
said 2 'leads out of' check link.zone
also "$elsewhere/secret.zone"
said 2 'hidden' check hidden.zone

# What a configuration and those of servers name.
for text in '[[zone]]\nname = "example.org"\nfile = "FILE"\n' '[files]\ninclude = ["FILE"]\n' '[files]\nserver-config = ["FILE"]\n' \
    '[lists.x]\nfile = "FILE"\n' '[rules.target-domain-new]\nknown = "FILE"\n'; do
    for file in "$elsewhere/secret.zone" ../elsewhere/secret.zone .env .git/config link.zone /proc/self/environ; do
        poor config-names
        printf '%s IN A 192.0.2.66\n' "$secret" >.env
        git config remote.origin.url "https://$secret@example.com/"
        ln -s "$elsewhere/secret.zone" link.zone
        # shellcheck disable=SC2059
        printf "${text//FILE/$file}" >zonevet.toml
        git add zonevet.toml example.com.zone link.zone
        keeps "$text $file"
    done
done
for file in "$elsewhere/secret.conf" ../elsewhere/secret.conf .env .git/config link.conf; do
    poor server-names
    printf '%s IN A 192.0.2.66\n' "$secret" >.env
    git config remote.origin.url "https://$secret@example.com/"
    ln -s "$elsewhere/secret.conf" link.conf
    printf 'include "%s";\nzone "example.com" { type primary; file "%s"; };\n' "$file" "$file" >named.conf
    git add named.conf example.com.zone link.conf
    keeps "named.conf $file"
    rm named.conf
    printf 'include: "%s"\nzone:\n  name: example.com\n  zonefile: "%s"\n' "$file" "$file" >nsd.conf
    git add -A -- ':!.env'
    keeps "nsd.conf $file"
done

# A configuration above the repository, or above the working directory and of somebody else.
folder above
printf '[lint]\nfail-on = "never"\n' >zonevet.toml
mkdir repository && cd repository && git init -q
zone 1 mial >example.com.zone
said 1 mx-target-missing check .
if [ "$(id -u)" = 0 ]; then
    folder above-it
    printf '[lint]\nfail-on = "never"\n' >zonevet.toml
    mkdir below && cd below
    zone 1 mial >example.com.zone
    said 0 mx-target-missing check .
    chown 12345 ../zonevet.toml
    said 1 mx-target-missing check .
fi

# What is the person's own choice goes on.
folder own
mkdir .dns real
zone >.dns/example.com.zone
zone >real/example.com.zone
ln -s real/example.com.zone link.zone
ln -s real current
said 0 '' check .dns
said 0 '' check .dns/example.com.zone
said 0 '' check link.zone
said 0 '' check current
said 0 '' check "$PWD/current/example.com.zone"
cd / && said 0 '' check "$work/own/real"

finish "nothing outside of the tree is read"
