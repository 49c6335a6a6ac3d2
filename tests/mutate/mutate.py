#!/usr/bin/env python3
"""Puts small faults into the code, one at a time, and tells which of them no test notices.

  mutate.py BUILD N SEED [PATH...]

BUILD is a build of the preset `mutate`: each file is compiled alone there, so that a fault costs one
compilation and one link. N faults are drawn by SEED, a third each from src/, rules/*.cpp and the packs
(or all from the paths). The tests that notice most run first; the first that fails ends a fault. What is
left is printed with its line. Faults that change nothing anybody could see are listed, with the reason,
in tests/mutate/equivalent.txt, and do not count.
"""
import concurrent.futures
import os
import random
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
from draw import faults_of  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
GROUPS = ("src", "rules", "packs")
# Slices of the tests, as Catch2 takes them: first what notices most, and not what takes minutes.
GOLDEN, UNIT, RUNS = "[golden]", "~[golden]~[cli]~[properties]~[oracle]~[fuzz]~[examples]~[layering]~[portability]", "[cli],[examples]"
OTHERS = "[oracle],[portability],chunks*,fuzz*" # about the machine; no rule was ever noticed by these
STAGES = {"rules": (GOLDEN, UNIT, RUNS), "packs": (UNIT, GOLDEN, RUNS), "src": (UNIT, GOLDEN, RUNS, OTHERS)}
SCRIPTS = ("schema", "input", "review", "gate")
GATED = ("src/cli/", "src/git/", "src/text/", "src/lint/added_suppressions")  # what tests/gate is about
TESTS, PROGRAM = "tests/zonevet_tests", "zonevet"


def group_of(path):
    return "packs" if path.endswith(".toml") else path.split("/")[0]


def candidates(paths):
    listed = subprocess.run(["git", "ls-files", "src/*.cpp", "rules/*.cpp", "rules/*.toml"], cwd=ROOT, check=True,
                            capture_output=True, text=True).stdout.split()
    skipped = ("src/cli/main.cpp", "src/pack/")
    return [p for p in listed if not p.startswith(skipped) and (not paths or p.startswith(tuple(paths)))]


def rules_of(path):
    """The rule of a file, or the family of what its rules share."""
    _, family, *rest = path.removesuffix(".cpp").split("/")
    return family if "shared" in rest else rest[-1].replace("_", "-")


class Equivalents:
    """tests/mutate/equivalent.txt: PATH | the line | the line with the fault | why nobody can tell."""

    def __init__(self):
        self.known = set()
        for line in open(os.path.join(ROOT, "tests/mutate/equivalent.txt"), encoding="utf-8"):
            if line.strip() and not line.startswith("#"):
                path, was, now, why = (part.strip() for part in line.split(" | "))
                assert why, line
                self.known.add((path, was, now))

    def __contains__(self, key):
        return key in self.known


class Build:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)
        commands = subprocess.run(["ninja", "-C", self.folder, "-t", "commands", "zonevet_tests", "zonevet", "zonevet_pack"],
                                  check=True, capture_output=True, text=True).stdout.splitlines()
        self.compile, self.link, self.pack = {}, {}, ""
        for command in commands:
            source = re.search(r" -c (\S+)$", command)
            if source:
                self.compile[os.path.relpath(source.group(1), ROOT)] = command
            for program in (TESTS, PROGRAM):
                if f" -o {program} " in command:
                    self.link[program] = command.removeprefix(": && ").removesuffix(" && :")
            if re.search(r"zonevet_pack \S+packs\.cpp ", command):
                self.pack = command

    def run(self, command, **more):
        return subprocess.run(command, cwd=self.folder, shell=True, capture_output=True, **more)

    def compiled(self, source, text, out):
        """An object of `text` in place of the file `source`; False: it does not compile."""
        changed = os.path.join(out, os.path.basename(source))
        with open(changed, "w", encoding="utf-8") as file:
            file.write(text)
        words = [w for w in shlex.split(self.compile[source]) if w != "ccache" and not w.endswith("/ccache")]
        at = words.index("-o")
        words[at + 1] = os.path.join(out, "changed.o")
        words[words.index("-c") + 1] = changed
        for flag in ("-MD", "-MT", "-MF"):
            if flag in words:
                i = words.index(flag)
                del words[i : i + (1 if flag == "-MD" else 2)]
        # It may include its neighbours by their bare names.
        words.insert(1, "-I" + os.path.dirname(os.path.join(ROOT, source)))
        return self.run(shlex.join(words)).returncode == 0

    def linked(self, program, out, replaced=None):
        """The program with changed.o before the library, or in place of the object `replaced`."""
        words = shlex.split(self.link[program])
        at = words.index("-o")
        words[at + 1] = os.path.join(out, os.path.basename(program))
        changed = os.path.join(out, "changed.o")
        if replaced:
            words = [changed if w.endswith(replaced) else w for w in words]
        else:
            words.insert(at, changed)
        return self.run(shlex.join(words)).returncode == 0


def run_tests(command, environment, limit):
    """The exit code and the output; None: it took too long, and nothing that it started is left."""
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          start_new_session=True) as process:
        try:
            return process.communicate(timeout=limit)[0], process.returncode
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return b"", None


class Runner:
    def __init__(self, build):
        self.build = build
        self.limit = {}

    def notices(self, out, stage, limit, rules="*"):
        environment = dict(os.environ, ZONEVET_BINARY=os.path.join(out, "zonevet"), TMPDIR=out, ZONEVET_RULES=rules)
        environment.pop("ZONEVET_UPDATE", None)
        said, code = run_tests([os.path.join(out, "zonevet_tests"), "--abort", stage], environment, limit)
        if code is None:
            return "took too long"
        if code == 0:
            return ""
        found = re.search(rb"^\s*(\S+_test\.cpp|\S+\.cpp):\d+: FAILED", said, re.M)
        return found.group(1).decode().rpartition("/")[2] if found else f"exit {code}"

    def script_notices(self, out, script, limit):
        command = ["bash", f"tests/{script}/run.sh", os.path.join(out, "zonevet")]
        code = run_tests(command, dict(os.environ, TMPDIR=out), limit)[1]
        return "took too long" if code is None else "" if code in (0, 77) else f"tests/{script}"

    def measure(self):
        """Runs every stage without a fault: it must pass, and tells how long one may take."""
        with tempfile.TemporaryDirectory(prefix="zonevet-mutate-") as out:
            shutil.copy(os.path.join(self.build.folder, "tests/zonevet_tests"), out)
            shutil.copy(os.path.join(self.build.folder, "zonevet"), out)
            for stage in (GOLDEN, UNIT, RUNS, OTHERS):
                start = time.time()
                if self.notices(out, stage, 600):
                    raise SystemExit(f"mutate: the tests {stage} fail without any fault")
                self.limit[stage] = 20 + 6 * (time.time() - start)
            for script in SCRIPTS:
                start = time.time()
                if self.script_notices(out, script, 600):
                    raise SystemExit(f"mutate: tests/{script} fails without any fault")
                self.limit[script] = 30 + 6 * (time.time() - start)

    def prepared(self, fault, text, out):
        """"" when the test program is there, else what noticed it, or "invalid"."""
        if fault.path.endswith(".toml"):
            copy = os.path.join(out, "pack")
            shutil.copytree(os.path.join(ROOT, "rules"), os.path.join(copy, "rules"))
            with open(os.path.join(copy, fault.path), "w", encoding="utf-8") as file:
                file.write(text)
            words = shlex.split(re.sub(r"^cd \S+ && ", "", self.build.pack))
            words = [w.replace(ROOT, copy) if w.endswith(".toml") else w for w in words]
            at = next(i for i, w in enumerate(words) if w.endswith("packs.cpp"))
            written = words[at]
            words[at] = os.path.join(out, "packs.cpp")
            if subprocess.run(words, cwd=copy, capture_output=True).returncode != 0:
                return "the build of the packs"
            source = os.path.relpath(written, ROOT)
            if not self.build.compiled(source, open(words[at], encoding="utf-8").read(), out):
                return "invalid"
        elif not self.build.compiled(fault.path, text, out):
            return "invalid"
        return "" if self.linked(TESTS, fault, out) else "invalid"

    def linked(self, program, fault, out):
        return self.build.linked(program, out, "packs.cpp.o" if fault.path.endswith(".toml") else None)

    def verdict(self, fault):
        text = open(os.path.join(ROOT, fault.path), encoding="utf-8").read()
        with tempfile.TemporaryDirectory(prefix="zonevet-mutate-") as out:
            said = self.prepared(fault, fault.applied(text), out)
            if said:
                return said
            group = group_of(fault.path)
            # A rule's own zones take a moment, those of all rules do not.
            if group == "rules" and (said := self.notices(out, GOLDEN, self.limit[GOLDEN], rules_of(fault.path))):
                return said
            for stage in STAGES[group]:
                if stage == RUNS: # the first that needs the program itself
                    self.linked(PROGRAM, fault, out)
                if said := self.notices(out, stage, self.limit[stage]):
                    return said
            if fault.path.startswith("src/"):
                for script in SCRIPTS:
                    if script == "gate" and not fault.path.startswith(GATED):
                        continue
                    if said := self.script_notices(out, script, self.limit[script]):
                        return said
            return "nobody"


def main():
    if len(sys.argv) < 4:
        raise SystemExit(__doc__)
    build_folder, number, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    paths = [os.path.relpath(os.path.abspath(p), ROOT) for p in sys.argv[4:]]
    source = random.Random(seed)
    texts, pools = {}, {group: [] for group in GROUPS}
    for path in candidates(paths):
        texts[path] = open(os.path.join(ROOT, path), encoding="utf-8").read()
        pools[group_of(path)] += faults_of(path, texts[path])
    pools = {group: pool for group, pool in pools.items() if pool}
    if not pools:
        raise SystemExit("mutate: there is nothing to put a fault into")
    for pool in pools.values():
        source.shuffle(pool)
    known = Equivalents()
    build = Build(build_folder)
    runner = Runner(build)
    runner.measure()

    lock = threading.Lock()
    wanted = {group: number // len(pools) + (i < number % len(pools)) for i, group in enumerate(pools)}
    counts = {group: {"noticed": 0, "survived": 0, "equivalent": 0} for group in pools}
    survivors = []
    start = time.time()

    def work(group):
        while True:
            with lock:
                if wanted[group] <= 0 or not pools[group]:
                    return
                wanted[group] -= 1
                fault = pools[group].pop()
            text = texts[fault.path]
            was, now = fault.shown(text)
            said = runner.verdict(fault)
            with lock:
                if said == "invalid":
                    wanted[group] += 1
                    continue
                what = "noticed" if said != "nobody" else "survived"
                if said == "nobody" and (fault.path, was, now) in known:
                    what = "equivalent"
                counts[group][what] += 1
                line = f"{fault.path}:{fault.line(text)}: {fault.kind}"
                if what == "survived":
                    survivors.append((line, was, now))
                print(f"{time.time() - start:6.0f} s  {line}: {what}{' by ' + said if what == 'noticed' else ''}",
                      file=sys.stderr, flush=True)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        # Each worker goes through the groups from another end, so that they meet in the middle.
        def all_groups(first):
            order = list(pools)
            for group in order[first % len(order) :] + order[: first % len(order)]:
                work(group)

        for done in [pool.submit(all_groups, i) for i in range(os.cpu_count() or 2)]:
            done.result()

    for line, was, now in sorted(survivors):
        print(f"{line}\n    {was}\n    {now}")
    for group, count in counts.items():
        judged = count["noticed"] + count["survived"]
        share = 100 * count["noticed"] / judged if judged else 100
        equivalent = f", {count['equivalent']} equivalent" if count["equivalent"] else ""
        print(f"{group}: {count['noticed']} of {judged} noticed ({share:.1f} %){equivalent}")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
