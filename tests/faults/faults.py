"""Every call that can fail is made to fail: memory, files, threads, processes, the n-th of each in turn. However
it ends, the exit code is 0, 1 or 2, and it is 0 or 1 only with the output of a run in which nothing failed.

faults.py ZONEVET LIBRARY [CASE...]; ZONEVET_FAULTS=N multiplies the number of failures."""

import json
import os
import re
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile

ZONEVET, LIBRARY = (os.path.abspath(path) for path in sys.argv[1:3])
WANTED = sys.argv[3:]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
KINDS = ["memory", "map", "read", "write", "open", "stat", "rename", "spawn", "thread", "pipe", "list"]
OLD = b"the last one\n"
with open(ZONEVET, "rb") as binary:
    SANITIZED = b"__asan_init" in binary.read()
# With sanitizers a run costs three times as much, and half of them find what it can find.
TIMES = float(os.environ.get("ZONEVET_FAULTS", "0.5" if SANITIZED else "1"))
ANSWER = struct.Struct(f"i{len(KINDS)}i")

# Name, folder, arguments, and how many failures of memory: the others are few enough to try most of them.
CASES = [
    ("zones", ".", ["check", "-j1", "zones"], 150),
    ("threads", ".", ["check", "-j3", "-o", "github", "zones"], 90),
    ("signed", ".", ["check", "-j1", "--isolated", "--profile", "strict", "-o", "html", "signed"], 60),
    ("documents", ".", ["check", "-j1", "-o", "json", "documents"], 150),
    ("file", ".", ["check", "-j1", "-o", "sarif=report", "zones/example.com.zone"], 60),
    ("states", ".", ["review", "-j1", "--old", "old", "--new", "new", "-o", "markdown"], 90),
    ("commits", ".", ["review", "-j2", "--base", "HEAD~1"], 90),
    ("config", ".", ["config", "show"], 50),
    ("proposal", "zones/mail", ["config", "init"], 50),
    ("explain", ".", ["explain", "mx-target-is-alias", "ORG003"], 50),
    ("own-tests", ".", ["test"], 60),
]
OTHERS = 36 # of each other kind

ENVIRONMENT = {
    "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.com",
    # What a sanitizer finds is told apart from findings; it may not be the first library here.
    "ASAN_OPTIONS": "verify_asan_link_order=0:exitcode=99:detect_leaks=0:malloc_context_size=0:quarantine_size_mb=1",
    "UBSAN_OPTIONS": "exitcode=99:print_stacktrace=1",
}


def prepare():
    """A folder with something of everything."""
    def copy(source, to):
        os.makedirs(os.path.dirname(os.path.abspath(to)), exist_ok=True)
        shutil.copytree(source, to) if os.path.isdir(source) else shutil.copy(source, to)

    rules, formats = os.path.join(ROOT, "tests/rules"), os.path.join(ROOT, "tests/formats")
    copy(os.path.join(ROOT, "tests/cli/own-rules"), "work")
    os.chdir("work")
    copy(os.path.join(ROOT, "zones-examples/includes"), "zones/includes")
    copy(os.path.join(ROOT, "zones-examples/mail"), "zones/mail")
    for name in ("idn-label-disallowed", "target-domain-misspelt"):
        copy(os.path.join(rules, name), "zones/" + name)
    copy(os.path.join(rules, "rrsig-invalid"), "signed")
    for name in ("route53/list.json", "octodns/example.com.yaml", "octodns/simple.example.com.yaml",
                 "cloudformation/stack.yaml", "cloudformation/functions.json", "dnscontrol-tsv/zone.tsv"):
        copy(os.path.join(formats, name), "documents/" + name)
    for state, name in (("old", "before"), ("new", "after")):
        copy(os.path.join(ROOT, f"zones-examples/lync-federation/{name}.zone"), f"{state}/example.com.zone")
    git("init", "-q")
    for name in ("before", "after"):
        copy(os.path.join(ROOT, f"zones-examples/lync-federation/{name}.zone"), "zones/example.com.zone")
        git("add", ".")
        git("commit", "-qm", name)


def git(*words):
    subprocess.run(("git",) + words, check=True, env=ENVIRONMENT)


def files():
    return sorted(name for name in os.listdir(".") if name != ".git")


class Server:
    """zonevet, loaded once and run often."""

    def __init__(self, arguments):
        self.output = tempfile.TemporaryFile()
        self.errors = tempfile.TemporaryFile()
        to, self.to = os.pipe()
        self.come, come = os.pipe()
        self.process = subprocess.Popen(
            [ZONEVET] + arguments, stdin=subprocess.DEVNULL, stdout=self.output, stderr=self.errors,
            pass_fds=(to, come), env=dict(ENVIRONMENT, LD_PRELOAD=LIBRARY, FAULTS=f"{to} {come}"))
        os.close(to)
        os.close(come)

    def run(self, kind, nth, forever):
        os.write(self.to, struct.pack("3i", kind, nth, forever))
        answer = os.read(self.come, ANSWER.size)
        if len(answer) != ANSWER.size:
            sys.exit(f"FAILED: {ZONEVET} does not run with {LIBRARY}: {self.text(self.errors)}")
        status, *self.calls = ANSWER.unpack(answer)
        self.error_text = self.text(self.errors)
        report = b""
        if os.path.exists("report"):
            with open("report", "rb") as file:
                report = file.read()
        return os.waitstatus_to_exitcode(status), without_time(self.text(self.output)), without_time(report)

    @staticmethod
    def text(file):
        file.seek(0)
        return file.read()

    def close(self):
        os.close(self.to)
        self.process.wait()
        os.close(self.come)


def spread(count, budget):
    """1 to `count`: all, or the first ones and then evenly."""
    if count <= budget:
        return list(range(1, count + 1))
    first = budget // 3
    rest = budget - first
    return list(range(1, first + 1)) + [first + (i + 1) * (count - first) // rest for i in range(rest)]


def without_time(text):
    text = re.sub(rb'("seconds": ?|"(start|end)TimeUtc": ?)[-0-9.TZ:"]+', rb"\g<1>0", text)
    return re.sub(rb"\([0-9.]+ m?s\)|[0-9.]+ m?s", b"0 ms", text)


def is_whole(report):
    try:
        json.loads(report)
        return True
    except ValueError:
        return False


ANOTHER = "ends with {} and says something else than without the failure"


def judge(server, kind, good, expected_files, before, result):
    """What is wrong with how it took the failure."""
    code, output, report = result
    if code == -signal.SIGALRM:
        return "never ends"
    if code not in (0, 1, 2):
        return f"ends with {code}"
    if code == 2 and not server.error_text and b"not judged" not in output:
        return "ends with 2 and does not say why"
    if code == 2 and files() not in (before, expected_files) or code != 2 and files() != expected_files:
        return f"ends with {code} and leaves {set(files()) ^ set(before)}"
    if report not in (b"", OLD, good[2]) and not is_whole(report):
        return "leaves half a report"
    # A file that cannot be read may be a finding; a program without memory or threads has found nothing else.
    if (code == 0 or code == 1 and kind in ("memory", "thread")) and result != good:
        return ANOTHER.format(code)
    return ""


def run_case(name, folder, arguments, memory, failures):
    injected = {kind: 0 for kind in KINDS}
    home = os.getcwd()
    os.chdir(folder)
    before = files()

    def clean():
        for left in set(files()) - set(before):
            os.remove(left)
        if name == "file":
            with open("report", "wb") as file:
                file.write(OLD)

    if name == "file":
        before = sorted(before + ["report"])
    clean()
    server = Server(arguments)
    good = server.run(-1, 0, 0)
    expected_files = files()
    calls = list(server.calls)
    for kind, count in enumerate(calls):
        budget = int((memory if kind == 0 else OTHERS) * TIMES)
        if SANITIZED and kind == 0 and calls[KINDS.index("thread")] > 0:
            budget = 0 # the sanitizer itself wants memory for a thread
        for forever in (0, 1):
            for nth in spread(count, budget * 2 // 3 if forever == 0 else budget // 3):
                clean()
                injected[KINDS[kind]] += 1
                result = server.run(kind, nth, forever)
                what = judge(server, KINDS[kind], good, expected_files, before, result)
                if what:
                    failures.append(f"{name}: {KINDS[kind]} {nth}{' and all after it' if forever else ''} of {count}: "
                                    f"{what}: {server.error_text.decode(errors='replace')[-400:].strip()}")
    server.close()
    clean()
    if name == "file":
        os.remove("report")
    os.chdir(home)
    print(f"{name}: exit code {good[0]}; " + ", ".join(f"{kind} {n}" for kind, n in injected.items() if n), flush=True)
    return sum(injected.values())


def start(words, limits=(), **others):
    """A whole run, not a part of a server: exit code and what it says."""
    def limit():
        for which, value in limits:
            resource.setrlimit(which, (value, value))

    done = subprocess.run([ZONEVET] + words, env=ENVIRONMENT, preexec_fn=limit, timeout=60, stderr=subprocess.PIPE,
                          stdin=subprocess.DEVNULL, **{"stdout": subprocess.PIPE, **others})
    return done.returncode, done.stderr


def try_limits(failures):
    """ulimit: what a container or a CI runner takes away."""
    commands = [arguments for _, folder, arguments, _ in CASES if folder == "."]
    tried = 0
    kilobyte, megabyte = 1 << 10, 1 << 20
    limits = [(resource.RLIMIT_NOFILE, [5, 10] if SANITIZED else [3, 4, 6, 10, 20])]
    if not SANITIZED: # which wants terabytes, and more stack for itself
        limits += [(resource.RLIMIT_STACK, [128 * kilobyte, 256 * kilobyte, 512 * kilobyte]),
                   (resource.RLIMIT_AS, [size * megabyte for size in (14, 16, 20, 24, 30, 50, 100)])]
    for which, values in limits:
        for value in values:
            for words in commands:
                code, said = start(words, [(which, value)])
                tried += 1
                # The loader of the system ends with 127 when the program cannot even be loaded.
                if code not in (0, 1, 2) and not (code == 127 and b"error while loading shared libraries" in said):
                    failures.append(f"limit {which} of {value}: {' '.join(words)}: ends with {code}: {said[-300:]}")
    # A report that may not become that large: SIGXFSZ.
    for value in (0, 100, 5000):
        with open("report", "wb") as file:
            file.write(OLD)
        code, said = start(["check", "-o", "sarif=report", "zones"], [(resource.RLIMIT_FSIZE, value)])
        expect(failures, f"a file of {value} octets", code == 2 and read("report") == OLD and b"cannot write" in said)
        with open("report", "wb") as file:
            code, said = start(["check", "-o", "sarif", "zones"], [(resource.RLIMIT_FSIZE, value)], stdout=file)
        expect(failures, f"standard output of {value} octets", code == 2 and b"cannot write to standard output" in said)
        os.remove("report")
    return tried + 6


def read(path):
    with open(path, "rb") as file:
        return file.read()


def expect(failures, what, holds):
    if not holds:
        failures.append(what)


def try_targets(failures):
    """Where a report can go."""
    words = ["check", "zones/example.com.zone", "-o"]
    code, said = start(words + ["json=/dev/full"])
    expect(failures, "/dev/full", code == 2 and b"cannot write" in said)
    with open("/dev/full", "wb") as full:
        code, said = start(words + ["json"], stdout=full)
    expect(failures, "standard output that is full", code == 2 and b"cannot write to standard output" in said)
    expect(failures, "/dev/null", start(words + ["json=/dev/null"])[0] == 0)

    with open("report", "wb") as file:
        code, said = start(words + ["json=/dev/stdout"], stdout=file)
    expect(failures, "/dev/stdout", code == 0 and is_whole(read("report")))

    os.chmod("report", 0o640)
    expect(failures, "a file that is there", start(words + ["json=report"])[0] == 0 and is_whole(read("report")) and
           os.stat("report").st_mode & 0o7777 == 0o640)
    os.symlink("report", "link")
    os.link("report", "second")
    expect(failures, "a symbolic link", start(words + ["sarif=link"])[0] == 0 and os.path.islink("link") and
           b"sarif" in read("report") and os.stat("report").st_nlink == 2 and os.stat("report").st_mode & 0o777 == 0o640)
    for name in ("link", "second", "report"):
        os.remove(name)

    mask = os.umask(0o027)
    expect(failures, "a new file", start(words + ["json=report"])[0] == 0 and
           os.stat("report").st_mode & 0o7777 == 0o640)
    os.umask(mask)
    os.remove("report")

    os.mkfifo("report")
    reader = subprocess.Popen(["cat", "report"], stdout=subprocess.PIPE)
    code, _ = start(words + ["json=report"])
    expect(failures, "a pipe", code == 0 and is_whole(reader.communicate()[0]))
    os.remove("report")

    for path, text in (("zones", b"Is a directory"), ("nowhere/report", b"No such file")):
        code, said = start(words + ["json=" + path])
        expect(failures, path, code == 2 and text in said)
    expect(failures, "nothing is left", not [name for name in os.listdir(".") if name.startswith(".zonevet-")])


def main():
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        prepare()
        cases = [case for case in CASES if case[0] in WANTED or not WANTED and (case[0] != "own-tests" or not SANITIZED)]
        total = sum(run_case(*case, failures) for case in cases)
        print(f"{total} failures injected", flush=True)
        if not WANTED:
            print(f"{try_limits(failures)} runs with less than they want", flush=True)
            try_targets(failures)
        os.chdir("/")
    for line in failures:
        print("FAILED: " + line)
    print(f"{len(failures)} badly taken")
    sys.exit(1 if failures else 0)


main()
