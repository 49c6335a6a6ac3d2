"""Compares what `check` and the ways of `review` find in the same folders. See run.sh."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = Path(os.environ.get("ZONEVET_SHARED") or ROOT.parent / "shared")
GROUP = 40  # folders of rules that make one repository
THOROUGH = 8  # of the repositories one in so many is committed and edited, too
# Said of all zones together, which a review does not see; said of a change, whatever family it is.
OF_THE_RUN = {"rule-unused", "suppression-added", "policy-changed"}
# Twenty documents of one zone in one folder: which of them still leads to a name, git tells by their text alone.
NOT_EDITED = {"tests/cli/inputs-states"}
LARGEST = 100_000  # octets; larger files take long and show nothing that others do not
LISTED = 6  # differences that are shown of a folder


def left_out(folder, names):
    return [name for name in names
            if name == ".git" or (Path(folder, name).is_file() and Path(folder, name).stat().st_size > LARGEST)]


class Ways:
    """One folder in a repository of its own: empty at first, then the folder, then the folder with some edits."""

    def __init__(self, zonevet, work, name, parts):
        self.zonevet = zonevet
        self.name = name
        self.home = work / name.replace("/", "+")
        self.here = self.home / "new"
        self.environment = {
            **os.environ,
            "HOME": str(self.home),
            "GIT_CONFIG_NOSYSTEM": "1",
            "SOURCE_DATE_EPOCH": "1768435200",
            **{f"GIT_{who}_{what}": "a@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }
        (self.home / "empty").mkdir(parents=True)
        self.here.mkdir()
        for part in parts:
            target = self.here if len(parts) == 1 else self.here / part.name
            if part.is_dir():
                shutil.copytree(part, target, symlinks=True, dirs_exist_ok=True, ignore=left_out)
        self.git("init", "-q")
        # Nothing between the files and the commit: no mending of line ends, no filters.
        (self.here / ".git/info").mkdir(exist_ok=True)
        (self.here / ".git/info/attributes").write_text("* -text -filter -ident -working-tree-encoding\n")
        self.git("commit", "-q", "--allow-empty", "-m", "nothing")

        self.own = own_change_rules(self.here)

    def git(self, *arguments):
        settings = ["-c", "gc.auto=0", "-c", "core.autocrlf=false", "-c", "core.excludesFile=/dev/null"]
        subprocess.run(["git", *settings, *arguments], cwd=self.here, env=self.environment, check=True,
                       stdout=subprocess.DEVNULL)

    def run(self, *arguments):
        """What is found, without rules about changes; a run that is no run gives its words instead."""
        run = subprocess.run([self.zonevet, *arguments, "-o", "json"], cwd=self.here, env=self.environment,
                             capture_output=True)
        try:
            return run.returncode, json.loads(run.stdout)
        except ValueError:
            return run.returncode, run.stderr.decode(errors="replace")


def place(path):
    """The path in its state: without the revision or the folder that says which state it is."""
    for before in ("HEAD~1:", "HEAD:", "../old/"):
        if path.startswith(before):
            return "before:" + path[len(before):]
    return path


def own_change_rules(folder):
    """Names of rules about changes that configurations in the folder define."""
    names = set()
    for path in folder.rglob("*.toml"):
        for rule in re.split(r"(?m)^\[\[rule\]\]", path.read_text(errors="replace"))[1:]:
            if re.search(r'(?m)^on\s*=\s*"change"', rule):
                names.update(re.findall(r'(?m)^name\s*=\s*"([^"]+)"', rule))
    return names


def found(answer, with_changes, own):
    """The set that must be the same: rule, path and line, how often; and the zones that were read."""
    code, report = answer
    if isinstance(report, str):
        return Counter({("no run", code): 1})
    items = Counter({("not to be trusted",): 1} if code >= 2 else {})
    for finding in report["findings"]:
        is_about_change = finding["family"] == "change" or finding["name"] in own
        if (with_changes or not is_about_change) and finding["name"] not in OF_THE_RUN:
            at = finding["location"] or {"path": "", "line": 0}
            items[finding["name"], place(at["path"]), at["line"]] += 1
    for unread in report["run"].get("unread") or []:
        items["unread", place(unread["path"])] += 1
    if not with_changes:
        for zone in report["zones"]:
            items["zone", zone["zone"], zone["path"]] += 1
    return items


def differences(name, answers, with_changes, own=frozenset()):
    """Each way against the first one."""
    sets = {way: found(answer, with_changes, own) for way, answer in answers.items()}
    (first, expected), *others = sets.items()
    lines = []
    for way, items in others:
        for sign, part in (("only", items - expected), ("not", expected - items)):
            rows = sorted(part.items(), key=str)
            lines += [f"{name}: {sign} in `{way}` (against `{first}`): {' '.join(map(str, item))}"
                      + (f" ({count} times)" if count > 1 else "") for item, count in rows[:LISTED]]
            if len(rows) > LISTED:
                lines.append(f"{name}: ... and {len(rows) - LISTED} more")
    return lines


def edit(folder):
    """Every third file that may hold a zone loses a line in its middle, and a few get one at their end."""
    files = sorted(path for path in folder.rglob("*") if ".git" not in path.parts and path.is_file()
                   and not path.is_symlink() and path.suffix not in (".toml", ".conf", ".expected"))
    for number, path in enumerate(files):
        lines = path.read_bytes().splitlines(keepends=True)
        if number % 3 == 1 and len(lines) > 3:
            del lines[len(lines) // 2]
        elif number % 3 == 2 and b"SOA" in path.read_bytes() and lines[-1].endswith(b"\n"):
            lines.append(b"added 300 IN A 192.0.2.77\n")
        path.write_bytes(b"".join(lines))


def compare(zonevet, work, name, parts, thorough=True):
    ways = Ways(zonevet, work, name, parts)
    answers = {"check": ways.run("check", ".", "--allow-no-zones"),
               "--old --new": ways.run("review", "--old", "../empty", "--new", ".", "--allow-no-zones")}
    ways.git("add", "-A", "-f")
    answers["--staged"] = ways.run("review", "--staged", "--allow-no-zones")
    if not thorough:
        return differences(name, answers, with_changes=False, own=ways.own)
    ways.git("commit", "-q", "--allow-empty", "-m", "all")
    answers["--base"] = ways.run("review", "--policy-from", "new", "--base", "HEAD~1", "--allow-no-zones")
    lines = differences(name, answers, with_changes=False, own=ways.own)

    if name in NOT_EDITED:
        return lines
    shutil.copytree(ways.here, ways.home / "old", symlinks=True, ignore=shutil.ignore_patterns(".git"))
    edit(ways.here)
    answers = {"--old --new": ways.run("review", "--old", "../old", "--new", ".", "--allow-no-zones")}
    ways.git("add", "-A", "-f")
    answers["--staged"] = ways.run("review", "--staged", "--allow-no-zones")
    ways.git("commit", "-q", "--allow-empty", "-m", "edited")
    answers["--base"] = ways.run("review", "--policy-from", "new", "--base", "HEAD~1", "--allow-no-zones")
    lines += differences(f"{name}, edited", answers, with_changes=True)
    return lines


def folders():
    """Of each repository its name, its parts, and whether it is committed and edited, too: with ZONEVET_WAYS=all each."""
    everything = os.environ.get("ZONEVET_WAYS") == "all"
    for above in ("zones-examples", "tests/cli"):
        for number, folder in enumerate(sorted((ROOT / above).iterdir())):
            if folder.is_dir():
                yield f"{above}/{folder.name}", [folder], everything or number % THOROUGH == 0
    yield "zones-examples", [ROOT / "zones-examples"]
    rules = sorted(path for path in (ROOT / "tests/rules").iterdir() if path.is_dir())
    for begin in range(0, len(rules), GROUP):
        yield f"tests/rules/{rules[begin].name}...", rules[begin:begin + GROUP], everything or begin // GROUP % THOROUGH == 0
    real = SHARED / "corpus/real"
    for number, folder in enumerate(sorted(real.iterdir()) if real.is_dir() else []):
        if folder.is_dir():
            yield f"real/{folder.name}", [folder], everything or number % THOROUGH == 0


def main():
    zonevet = os.path.realpath(sys.argv[1])
    named = [(str(Path(path)), [Path(path).resolve()]) for path in sys.argv[2:]]
    with tempfile.TemporaryDirectory() as work, ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(compare, zonevet, Path(work), *one) for one in named or folders()]
        reports = [job.result() for job in jobs]
    lines = [line for report in reports for line in report]
    if lines:
        print("\n".join(lines))
        print(f"{sum(map(bool, reports))} of {len(reports)} folders differ")
        return 1
    print(f"{len(reports)} folders: the same findings in every way")
    return 0


if __name__ == "__main__":
    sys.exit(main())
