"""Makes each hostile input, runs zonevet on it, and holds the run to three things: the exit code, the
finding or error that docs/limits.md promises, and an amount of memory. Time is printed, not judged; a
run that takes a minute counts as one that never ends."""

import os
import pickle
import re
import subprocess
import sys
import tempfile
import threading
import time

ZONEVET = os.path.abspath(sys.argv[1])
WANTED = sys.argv[2:]
HANG = 60
HEAD = "$ORIGIN example.com.\n$TTL 3600\n@ SOA ns1 hostmaster 2026010100 4h 1h 14d 1h\n@ NS ns1\n@ NS ns2\n" \
       "ns1 A 192.0.2.1\nns2 A 192.0.2.2\n"

# A build with sanitizers takes ten times as long for the same octets and finds the same in a part of them.
with open(ZONEVET, "rb") as binary:
    PART = 8 if b"__asan_init" in binary.read() else 1

CASES = []


def case(name, megabytes, code, text):
    """`text`: what standard output and error must hold; a list: all of them."""
    def add(make):
        CASES.append((name, megabytes, code, [text] if isinstance(text, str) else text, make))
        return make
    return add


def write(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


class Run:
    pass


def run(arguments, stdin=None, meanwhile=None):
    result = Run()
    begin = time.monotonic()
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    environment.update({k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")})
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen([ZONEVET] + arguments, stdout=output, stderr=output, env=environment,
                                   stdin=open(stdin or "/dev/null", "rb"))
        killer = threading.Timer(HANG, process.kill)
        killer.start()
        if meanwhile:
            meanwhile()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        killer.cancel()
        output.seek(0)
        result.output = output.read()
    result.seconds = time.monotonic() - begin
    result.code = process.returncode
    result.megabytes = usage.ru_maxrss / 1024
    return result


# Includes and $GENERATE

@case("include-depth", 40, 1, "error[include-loop] `30.inc` would be included 21 deep; the limit is 20")
def include_depth():
    write("z.zone", HEAD + "$INCLUDE 10.inc\n")
    for i in range(10, 40):
        write(f"{i}.inc", f"$INCLUDE {i + 1}.inc\n")
    return ["check", "z.zone"]


@case("include-cycle", 40, 1, "includes itself")
def include_cycle():
    write("z.zone", HEAD + "$INCLUDE a.inc\n")
    write("a.inc", "$INCLUDE b.inc\n")
    write("b.inc", "$INCLUDE a.inc\n")
    return ["check", "z.zone"]


@case("include-count", 120, 1, "more than 10000 files are included")
def include_count():
    write("z.zone", HEAD + "$INCLUDE a.inc\n" * 20_000)
    write("a.inc", "; nothing\n")
    return ["check", "z.zone"]


@case("include-doubling", 120, 1, "more than 10000 files are included")
def include_doubling():
    write("z.zone", HEAD + "$INCLUDE 0.inc\n")
    for i in range(19):
        write(f"{i}.inc", f"$INCLUDE {i + 1}.inc a\n$INCLUDE {i + 1}.inc b\n")
    write("19.inc", "www A 192.0.2.1\n")
    return ["check", "z.zone"]


@case("zone-size", 60, 1, "the files of the zone have more than 8388608 bytes")
def zone_size():
    write("z.zone", HEAD + "".join(f"$INCLUDE a.inc o{i}\n" for i in range(100)))
    write("a.inc", "; a comment\n" * 100_000)
    return ["check", "--set", "limits.zone-size='8MiB'", "z.zone"]


@case("records", 60, 1, "with more than 1000 no further file is included")
def records():
    write("z.zone", HEAD + "".join(f"$INCLUDE a.inc o{i}\n" for i in range(9)))
    write("a.inc", "".join(f"h{i} A 192.0.2.3\n" for i in range(2000)))
    return ["check", "--set", "limits.records=1000", "z.zone"]


@case("generate", 40, 1, "makes 100000000 records; the limit is 1000000")
def generate():
    write("z.zone", HEAD + "$GENERATE 0-99999999 host-$ A 192.0.2.1\n")
    return ["check", "z.zone"]


@case("generate-total", 900, 1, "the $GENERATE lines of this zone make 2300001 records; the limit is 2000000")
def generate_total():
    write("z.zone", HEAD + "".join(f"$GENERATE 0-766666 h{i}-$ A 192.0.2.1\n" for i in range(2000)))
    return ["check", "z.zone"]


@case("generate-width", 40, 1, "is not a modifier")
def generate_width():
    write("z.zone", HEAD + "$GENERATE 1-9 h${0,2000000000,d} A 192.0.2.1\n")
    return ["check", "z.zone"]


# The text

@case("line-length", 400, 1, "[string-too-long]")
def line_length():
    write("z.zone", HEAD + "big TXT " + "x" * ((64 << 20) // PART) + "\n")
    return ["check", "--no-source", "z.zone"]


@case("line-of-words", 2600, 1, "[data-too-long]")
def line_of_words():
    write("z.zone", HEAD + "big TXT " + "x " * ((16 << 20) // PART) + "\n")
    return ["check", "--no-source", "z.zone"]


@case("parentheses", 200, 1, "[parenthesis-nested]")
def parentheses():
    write("z.zone", HEAD + "deep TXT " + "(" * 1_000_000 + " x\n")
    return ["check", "--no-source", "z.zone"]


@case("name-length", 40, 1, ["[name-too-long]", "[label-too-long]"])
def name_length():
    write("z.zone", HEAD + "a." * 130 + "x A 192.0.2.3\n" + "b" * 64 + " A 192.0.2.3\n")
    return ["check", "z.zone"]


@case("name-endless", 200, 1, "[label-too-long]")
def name_endless():
    write("z.zone", HEAD + "b" * (16 << 20) + " A 192.0.2.3\n")
    return ["check", "--no-source", "z.zone"]


@case("string-length", 40, 1, "[string-too-long]")
def string_length():
    write("z.zone", HEAD + "t TXT \"" + "x" * 256 + "\"\n")
    return ["check", "z.zone"]


@case("findings", 400, 1, ["190000 more address-invalid findings are not shown", "200000 errors"])
def findings():
    write("z.zone", HEAD + "".join(f"h{i} A 192.0.2.999\n" for i in range(200_000)))
    return ["check", "z.zone"]


@case("one-name", 500, 1, "[cname-multiple]")
def one_name():
    write("z.zone", HEAD + "".join(f"www CNAME h{i}\n" for i in range(200_000 // PART)))
    return ["check", "--max-per-rule", "3", "z.zone"]


@case("placeholders-open", 200, 1, "z.zone:8:9: error[template-placeholder]")
def placeholders_open():
    write("zonevet.toml", "[files]\nplaceholders = [\"{{*}}\", \"<*|*>\"]\n")
    write("z.zone", HEAD + "big TXT " + "{{" * (1 << 20) + " " + "<" * (1 << 20) + "\n")
    return ["check", "--no-source", "z.zone"]


@case("placeholders", 300, 0, "")
def placeholders():
    write("zonevet.toml", "[files]\nplaceholders = [\"{{*}}\"]\n")
    write("z.zone", HEAD + "big TXT " + "{{a}}" * (1 << 18) + " {{b}}" * (1 << 18) + "\n")
    return ["check", "--no-source", "z.zone"]


@case("glob", 40, 2, "error: ")
def glob():
    write("zonevet.toml", "[files]\nexclude = [\"" + "**/*a" * 2000 + "\"]\n")
    write("a" * 200 + ".txt", "")
    return ["check", "."]


# Files

@case("file-size", 40, 2, "the limit is 1073741824 (files.max-file-size)")
def file_size():
    write("z.zone", HEAD)
    os.truncate("z.zone", 2 << 30)
    return ["check", "z.zone"]


@case("include-size", 40, 1, "it is larger than 1073741824 bytes")
def include_size():
    write("z.zone", HEAD + "$INCLUDE a.inc\n")
    write("a.inc", "")
    os.truncate("a.inc", 2 << 30)
    return ["check", "z.zone"]


@case("sparse", 80, 1, "[file-binary]")
def sparse():
    write("z.zone", "")
    os.truncate("z.zone", 512 << 20)
    return ["check", "z.zone"]


@case("sparse-tail", 1000, 1, "z.zone:1008:1: error[")
def sparse_tail():
    write("z.zone", HEAD + "; text\n" * 1000)
    os.truncate("z.zone", (256 << 20) // PART)
    return ["check", "--no-source", "z.zone"]


@case("files", 40, 2, "there are more than 100 files in these folders (limits.files)")
def files():
    for i in range(200):
        write(f"zones/{i}.txt", "")
    return ["check", "--set", "limits.files=100", "zones"]


@case("folders", 60, 0, "")
def folders():
    path = ""
    for _ in range(800):
        path += "a/"
    os.makedirs(path)
    write("z.zone", HEAD)
    return ["check", "."]


@case("outside-link", 40, 1, ["[include-outside]", "!secret"])
def outside_link():
    write("outside/secret.inc", "secret A 192.0.2.999\n")
    write("repository/z.zone", HEAD + "$INCLUDE link.inc\n$INCLUDE ../outside/secret.inc\n")
    os.symlink("../outside/secret.inc", "repository/link.inc")
    return ["check", "repository/z.zone"]


@case("link-loop", 40, 1, "[include-missing]")
def link_loop():
    write("z.zone", HEAD + "$INCLUDE a.inc\n")
    os.symlink("b.inc", "a.inc")
    os.symlink("a.inc", "b.inc")
    return ["check", "z.zone"]


@case("pipe", 40, 2, "it is a pipe")
def pipe():
    os.mkfifo("z.zone")
    return ["check", "z.zone"]


@case("pipe-included", 40, 1, "[include-missing]")
def pipe_included():
    os.mkfifo("a.inc")
    write("z.zone", HEAD + "$INCLUDE a.inc\n")
    return ["check", "."]


@case("device", 40, 2, "it is a device")
def device():
    return ["check", "/dev/zero"]


@case("device-included", 40, 1, "[include-outside]")
def device_included():
    write("z.zone", HEAD + "$INCLUDE /dev/zero\n$INCLUDE /proc/self/environ\n")
    return ["check", "z.zone"]


@case("input-endless", 120, 2, "it has more than 16777216 bytes")
def input_endless():
    return ["check", "--set", "files.max-file-size='16MiB'", "-"], "/dev/zero"


def shrink(seconds):
    time.sleep(seconds)
    os.truncate("z.zone", 100)


def big_zone():
    write("z.zone", HEAD + "".join(f"h{i} A 192.0.2.3\n" for i in range(1_500_000)))
    return ["check", "z.zone"]


def shrink_early():
    shrink(0.05)


def shrink_late():
    shrink(0.3)


@case("file-shrinks-early", 400, None, "")
def file_shrinks_early():
    return big_zone(), None, shrink_early


@case("file-shrinks-late", 400, None, "")
def file_shrinks_late():
    return big_zone(), None, shrink_late


def grow():
    for i in range(50):
        with open("z.zone", "a") as file:
            file.write("".join(f"h{i}-{j} A 192.0.2.3\n" for j in range(1000)))


@case("file-grows", 400, None, "")
def file_grows():
    write("z.zone", HEAD)
    return ["check", "z.zone"], None, grow


# Other formats and the configuration

@case("json-depth", 200, 2, "error: ")
def json_depth():
    write("z.zone", HEAD)
    write("change.json", "{\"Changes\": " + "[" * 1_000_000)
    return ["review", "--zone", "z.zone", "--apply", "change.json"]


@case("yaml-depth", 400, 1, "error[octodns-yaml-invalid] nested too deep, or too many values")
def yaml_depth():
    write("old/example.com.yaml", "---\n'':\n  type: A\n  value: 192.0.2.1\n")
    write("new/example.com.yaml", "---\nwww:\n  type: A\n  values: " + "[" * 20_000 + "\n")
    return ["review", "--old", "old/example.com.yaml", "--new", "new/example.com.yaml"]


@case("yaml-aliases", 900, 2, "error: ")
def yaml_aliases():
    write("old/example.com.yaml", "---\n'':\n  type: A\n  value: 192.0.2.1\n")
    text = "---\nw0:\n  type: TXT\n  values: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for i in range(1, 12):
        text += f"w{i}:\n  type: TXT\n  values: &a{i} [" + ", ".join([f"*a{i - 1}"] * 10) + "]\n"
    write("new/example.com.yaml", text)
    return ["review", "--old", "old/example.com.yaml", "--new", "new/example.com.yaml"]


@case("toml-depth", 60, 2, "this is not TOML")
def toml_depth():
    write("zonevet.toml", "a = " + "[" * 100_000)
    return ["check", "."]


@case("named.conf-braces", 200, 2, "this brace is never closed")
def named_conf_braces():
    write("named.conf", "acl x " + "{" * 1_000_000)
    write("z.zone", HEAD)
    return ["check", "--set", "files.server-config=['named.conf']", "z.zone"]


@case("named.conf-includes", 60, 2, "includes itself")
def named_conf_includes():
    write("named.conf", "include \"a.conf\";\n")
    write("a.conf", "include \"a.conf\";\n")
    write("z.zone", HEAD)
    return ["check", "--set", "files.server-config=['named.conf']", "z.zone"]


@case("named.conf-doubling", 60, 2, "is not read: a configuration may have 1000 files")
def named_conf_doubling():
    write("named.conf", "include \"0.conf\";\n")
    for i in range(15):
        write(f"{i}.conf", f"include \"{i + 1}.conf\";\ninclude \"{i + 1}.conf\";\n")
    write("15.conf", "")
    return ["check", "--set", "files.server-config=['named.conf']", "."]


@case("named.conf-outside", 40, 0, "!secret")
def named_conf_outside():
    write("outside/secret", HEAD + "secret A 192.0.2.999\n")
    write("here/named.conf", "include \"../outside/secret\";\nzone \"example.com\" { type primary; "
                             "file \"../outside/secret\"; };\n")
    write("here/example.com.zone", HEAD)
    return ["check", "here"]


# Output: a stranger's file may not say anything to a terminal or a CI runner in our name.

ESCAPES = b"\x1b[31m \x9b31m \xc2\x9b31m \xe2\x80\xae \r"
COMMANDS = b"::error::PWNED ##[error]PWNED ##vso[task.setvariable]PWNED ##teamcity[PWNED] %0A::error::PWNED"


def hostile_zone():
    return HEAD.encode() + b"t TXT " + ESCAPES + b" " + COMMANDS + b"\n" \
        b"::error::PWNED A 192.0.2.999\n##[error]PWNED A 192.0.2.999\n\x1b[31mPWNED A 192.0.2.999\n" \
        b"$INCLUDE ::error::PWNED\n$PWNED\x1b[2J ::error::PWNED\n   ::error::PWNED\n" \
        b"mail MX 10 ::error::PWNED.\n; zonevet: ignore[::error::PWNED\x1b] reason=\"##[error]PWNED\"\nx A\n" \
        + b"w " * 60 + b"::error::PWNED\n"


HOSTILE_NAMES = [b"::error::PWNED.zone", b"\x1b[31mPWNED\n::error::PWNED.zone", b"##[error]PWNED.zone",
                 b" ::warning::PWNED.zone", b"##vso[x]PWNED\r.zone", b"\xff\xfe\xe2\x80\xae.zone"]
FORMATS = ["full", "concise", "json", "sarif", "github", "markdown", "html"]


def forbidden(output, output_format):
    """What of the output would be taken as a command."""
    bad = []
    text = output.decode("utf-8", "surrogateescape")
    for i, character in enumerate(text):
        number = ord(character)
        if (number < 32 and character not in "\n\t") or 0x7f <= number < 0xa0 or 0x202a <= number <= 0x202e \
                or 0x2066 <= number <= 0x2069 or 0xdc80 <= number <= 0xdcff:
            bad.append(f"U+{number:04X} in ...{text[max(0, i - 30):i + 30]!r}")
    ours = re.compile(r"::(error|warning|notice) (file=[^:,]*,)?[a-zA-Z]+=|::(group|endgroup)::")
    for line in text.split("\n"):
        start = line.lstrip()
        if start.startswith("::") and not (output_format == "github" and ours.match(start)):
            bad.append(f"a command: {line[:80]!r}")
        if start.startswith("##teamcity["):
            bad.append(f"a command: {line[:80]!r}")
        if output_format != "json" and output_format != "sarif" and ("##[" in line or "##vso[" in line):
            bad.append(f"a command: {line[:80]!r}")
        if output_format in ("json", "sarif") and re.match(r"##(\[|vso\[)", start):
            bad.append(f"a command: {line[:80]!r}")
    return bad


def check_output():
    failures = 0
    rows = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name in HOSTILE_NAMES:
            write(os.path.join(b"zones", name), hostile_zone())
        write("named.conf", b"zone \"\x1b[31m::error::PWNED\" { type primary; file \"::error::PWNED.zone\"; };\n"
                            b"zone \"::error::PWNED..x\" { type primary; file \"x\"; };\n::error::PWNED\x1b {\n")
        write("zonevet.toml", b"# \"::error::PWNED\"\n[limits]\n\"::error::PWNED\" = \"##[error]\"\n")
        runs = [["check", "--isolated", "zones"], ["check", "--isolated", "--no-source", "zones"],
                ["check", "--isolated", "-v", "zones"],
                ["check", "--isolated", "::error::PWNED"], ["check", "--::error::PWNED"], ["::error::PWNED"],
                ["check", "zones"], ["check", "--isolated", "--set", "files.server-config=['named.conf']", "zones"],
                ["check", "--isolated", "--show-files", "zones"]]
        for arguments in runs:
            for output_format in FORMATS if "-o" not in arguments else [""]:
                flags = ["-o", output_format] if arguments[0] == "check" else []
                result = run(arguments[:1] + flags + arguments[1:])
                bad = forbidden(result.output, output_format)
                rows += 1
                if result.code < 0 or bad:
                    failures += 1
                    print(f"FAILED: output of zonevet {' '.join(arguments)} -o {output_format} (exit {result.code})")
                    for line in bad[:5]:
                        print("   ", line)
        os.chdir("/")
    print(f"{rows} runs with hostile text and names, {failures} failed")
    return failures


def elsewhere(work):
    """In a process of its own: the memory of the one that starts a run counts as that of the run."""
    sys.stdout.flush()
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(send, pickle.dumps(work()))
        sys.stdout.flush()
        os._exit(0)
    os.close(send)
    with os.fdopen(receive, "rb") as pipe_end:
        result = pickle.load(pipe_end)
    os.waitpid(child, 0)
    return result


def check_case(name, bound, code, texts, make, factor):
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        made = elsewhere(make)
        result = run(*made) if isinstance(made, tuple) else run(made)
        os.chdir("/")
    text = result.output.decode("utf-8", "replace")
    wrong = []
    if result.code != code and not (code is None and result.code in (0, 1, 2)):
        wrong.append(f"exit {result.code}, not {code}")
    for each in texts:
        if each.startswith("!"):
            if each[1:] in text.replace(f"{each[1:]}.inc", "").replace(f"/{each[1:]}", ""):
                wrong.append(f"says `{each[1:]}`")
        elif each not in text:
            wrong.append(f"does not say `{each}`")
    if result.megabytes > bound * factor:
        wrong.append(f"{result.megabytes:.0f} MB, more than {bound * factor}")
    print(f"{name:24} {result.code:5} {result.megabytes:9.1f} MB {result.seconds:8.2f} s"
          f"{'   FAILED: ' + '; '.join(wrong) if wrong else ''}", flush=True)
    if wrong:
        print("    " + "\n    ".join(text[:1200].split("\n")))
    return len(wrong) > 0


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        write("z.zone", HEAD)
        plain = run(["check", "z.zone"])
        os.chdir("/")
    # Sanitizers keep a shadow of all memory and what was freed.
    factor = 1 if plain.megabytes < 30 else 8
    print(f"{'case':24} {'exit':>5} {'memory':>12} {'time':>10}")
    print(f"{'(a small zone)':24} {plain.code:5} {plain.megabytes:9.1f} MB {plain.seconds:8.2f} s")
    failed = sum(elsewhere(lambda each=each: check_case(*each, factor)) for each in CASES
                 if not WANTED or each[0] in WANTED)
    if not WANTED or "output" in WANTED:
        failed += check_output()
    if failed:
        sys.exit(f"{failed} failed")


main()
