"""Real commits that mended a zone: what is found before and after each.

    measure.py zonevet path/to/inputs [--unnamed]

Commits are the folders of MANIFEST.tsv whose notes begin with `fix;`. Where a file is too large to be
kept whole, its state is what the patch shows of it: whole entries of octoDNS in the order of the file.
Prints every commit where findings rise, how often they fall or stay, and the share of commits whose
mistake a finding names: one that is gone afterwards. Files that a commit only adds have no state before it
and are counted apart: of the others findings may rise in 5 % of the commits, or the test fails.
--unnamed lists the commits whose mistake nothing names.
"""

import collections
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

MAY_RISE = 0.05


def commits(inputs):
    """Folder of each commit that mends something: its patches, each with the zone's name and the note."""
    found = collections.defaultdict(list)
    with open(inputs / "MANIFEST.tsv", encoding="utf-8", newline="") as manifest:
        for row in csv.DictReader(manifest, delimiter="\t", quoting=csv.QUOTE_NONE):
            path = Path(row["path"])
            if row["notes"].startswith("fix;") and path.suffix == ".patch":
                found[path.parent].append((path.name, row["zone_apex"], row["notes"]))
    return found


def shown(patch, sign):
    """The entries of one state that the patch shows whole enough to begin with their key."""
    lines, inside = ["---"], False
    for line in patch.read_text(encoding="utf-8").splitlines():
        if line.startswith("@@"):
            inside, begun = True, False
            key = line.partition(" @@ ")[2]
        elif inside and line[:1] in (" ", sign):
            text = line[1:]
            if not begun and text.startswith("  ") and key.endswith(":"):
                lines.append(key)
                begun = True
            begun = begun or not text.startswith((" ", "-"))
            if begun and text != "---":
                lines.append(text)
    return "\n".join(lines) + "\n"


def file_of(inputs, folder, patch, state, scratch):
    """The file of that state; None when it does not exist in it."""
    name = patch.removesuffix(".patch").replace("__", "/")
    for path in (inputs / folder / state / name, inputs / folder / state / Path(name).name):
        if path.is_file():
            return path
    head = (inputs / folder / patch).read_text(encoding="utf-8").partition("\n@@")[0]
    if {"before": "\nnew file mode", "after": "\ndeleted file mode"}[state] in head:
        return None
    path = scratch / state / Path(name).name
    path.parent.mkdir(exist_ok=True)
    path.write_text(shown(inputs / folder / patch, {"before": "-", "after": "+"}[state]), encoding="utf-8")
    return path


def findings(zonevet, path, apex):
    """Fingerprint, rule and message of each finding; what cannot be read at all is one."""
    if path is None:
        return []
    command = [zonevet, "check", "--isolated", "-o", "json", path]
    if apex and path.suffix not in (".yaml", ".yml"):
        command[3:3] = ["--zone", apex]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=120)
    if done.returncode not in (0, 1):
        return [("unreadable", "unreadable", done.stderr.strip())]
    return [(finding["fingerprint"], finding["name"], finding["message"])
            for finding in json.loads(done.stdout)["findings"]]


def main():
    zonevet, inputs = sys.argv[1], Path(sys.argv[2])
    total = rising = rising_by_new_files = named = 0
    naming, unnamed = collections.Counter(), []
    for folder, patches in sorted(commits(inputs).items()):
        before, after, added = [], [], []
        with tempfile.TemporaryDirectory() as scratch:
            for patch, apex, _ in patches:
                old, new = (file_of(inputs, folder, patch, state, Path(scratch)) for state in ("before", "after"))
                before += findings(zonevet, old, apex)
                (after if old else added).extend(findings(zonevet, new, apex))
        total += 1
        subject = patches[0][2].partition("subject: ")[2]
        if len(after) + len(added) > len(before):
            rising += len(after) > len(before)
            rising_by_new_files += len(after) <= len(before)
            known = {finding[0] for finding in before}
            print(f"rises {len(before)} -> {len(after)}, {len(added)} in new files: {folder}: {subject}")
            for _, rule, message in (finding for finding in after + added if finding[0] not in known):
                print(f"    {rule}: {message}")
        left = {finding[0] for finding in after}
        gone = [finding for finding in before if finding[0] not in left]
        if gone:
            named += 1
            naming.update({rule for _, rule, _ in gone})
        else:
            unnamed.append(f"{folder}: {subject}")
    stay = total - rising
    print(f"{total} commits that mend: findings fall or stay in {stay} ({stay / total:.1%}), not counting files "
          f"that are new; with these in {stay - rising_by_new_files} ({(stay - rising_by_new_files) / total:.1%})")
    print(f"named before and gone after: {named} ({named / total:.1%})")
    print("by:", ", ".join(f"{rule} {count}" for rule, count in naming.most_common()))
    if "--unnamed" in sys.argv:
        print(*unnamed, sep="\n")
    return total == 0 or rising > MAY_RISE * total


if __name__ == "__main__":
    sys.exit(main())
