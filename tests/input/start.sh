# What the tests of src/input begin with: zones in good and bad health, and what a command says of them.
. "$(dirname "${BASH_SOURCE[0]}")/../review/start.sh"

where() { # the script and the lines that led here, the innermost first
    echo "${BASH_SOURCE[-1]##*/}:$(IFS=,; echo "${BASH_LINENO[*]:1:${#BASH_LINENO[@]}-2}")"
}
# said STATUS 'TEXT' COMMAND ARGUMENTS: the exit code, and a text that the output holds. $said: the output.
said() {
    local status=$1 text=$2 code=0
    shift 2
    case $1 in check | review) set -- "$@" -o full ;; esac
    said=$("$zonevet" "$@" 2>&1) || code=$?
    [ "$code" = "$status" ] || { fail "$(where): $*: exit $code, not $status"; echo "$said"; }
    grep -qF -- "$text" <<<"$said" || { fail "$(where): $*: does not say \`$text\`"; echo "$said"; }
}
# ends 'CODES' ARGUMENTS: the exit code is one of these
ends() {
    local codes=$1 code=0
    shift
    said=$("$zonevet" "$@" -o full 2>&1) || code=$?
    code_of_last=$code
    [[ " $codes " == *" $code "* ]] || { fail "$(where): $*: exit $code, not $codes"; echo "$said"; }
}
# unsaid 'TEXT'...: what the last output does not hold
unsaid() {
    local text
    for text; do
        ! grep -qF -- "$text" <<<"$said" || { fail "$(where): says \`$text\`"; echo "$said"; }
    done
}
also() { # 'TEXT'...: what the last output holds, too
    local text
    for text; do
        grep -qF -- "$text" <<<"$said" || { fail "$(where): does not say \`$text\`"; echo "$said"; }
    done
}

soa() { # SERIAL
    printf '$TTL 1h\n@ IN SOA ns1 hostmaster %s 7200 3600 1209600 3600\n' "${1:-2026010100}"
}
hosts() { # MAIL-TARGET
    printf 'ns1 IN A 192.0.2.1\nns2 IN A 198.51.100.2\nmail IN A 192.0.2.25\n@ IN MX 10 %s\n' "${1:-mail}"
}
# zone [SERIAL [MAIL-TARGET]]: a zone that does not say its name; `mial` as target is the mistake
zone() {
    soa "${1:-2026010100}"
    printf '@ IN NS ns1\n@ IN NS ns2\n'
    hosts "${2:-mail}"
}
folder() { # NAME: an empty one to work in
    rm -rf "${work:?}/$1"
    mkdir -p "$work/$1"
    cd "$work/$1"
}
repository() { # NAME: the same in git
    folder "$1"
    git init -q
    git commit -q --allow-empty -m nothing
}
commit() { git add -A && git commit -qm "${1:-change}"; }
served() { # KIND ZONE FILE: the configuration of a server that says which zone a file is
    case $1 in
    bind) printf 'zone "%s" { type primary; file "%s"; };\n' "$2" "$3" >named.conf ;;
    nsd) printf 'zone:\n  name: "%s"\n  zonefile: "%s"\n' "$2" "$3" >nsd.conf ;;
    knot) printf 'zone:\n  - domain: %s\n    file: "%s"\n' "$2" "$3" >knot.conf ;;
    toml) printf '[[zone]]\nname = "%s"\nfile = "%s"\n' "$2" "$3" >zonevet.toml ;;
    esac
}
