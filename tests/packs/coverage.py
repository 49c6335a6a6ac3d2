"""docs/packs.md holds every fact there is to check, and names only rules that exist.

    coverage.py ZONEVET ROOT SHARED
"""

import csv
import pathlib
import re
import subprocess
import sys

zonevet, root, shared = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
mistakes = []

rows = {}
for line in (root / "docs/packs.md").read_text().splitlines():
    if line.startswith("| ") and not line.startswith(("| row |", "| --- |")):
        row, _, rules = line.strip("| ").partition(" | ")
        if row in rows:
            mistakes.append(f"docs/packs.md: `{row}` is there twice")
        rows[row] = rules

listing = subprocess.run([zonevet, "rules", "--isolated"], capture_output=True, text=True, check=True)
exist = {line.split()[0] for line in listing.stdout.splitlines() if line}
strict = {line.split()[0] for line in listing.stdout.splitlines() if " strict " in line}
named = set()
for row, rules in rows.items():
    if not rules.strip():
        mistakes.append(f"docs/packs.md: `{row}` has neither a rule nor a reason")
    for rule, mark in re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`( \(strict)?", rules):
        named.add(rule)
        if rule not in exist:
            mistakes.append(f"docs/packs.md: `{row}` names the rule `{rule}`, which does not exist")
        elif (rule in strict) != bool(mark):
            mistakes.append(f"docs/packs.md: `{row}`: whether `{rule}` is strict")

# The tables of facts are not part of the project.
facts = shared / "facts"


def read(name):
    with open(facts / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


if facts.is_dir():
    wanted = [row["id"] + " " for name in ("lync", "m365", "ad") for row in read(f"{name}_records.tsv")]
    wanted += [f"{r['provider']} `{r['owner']}` {r['type']} `{r['value']}`" for r in read("mail_providers.tsv")]
    wanted += [f"`{r['label']}._{r['proto']}`" for r in read("srv_services.tsv")]
    for want in wanted:
        if not any(row.startswith(want) for row in rows):
            mistakes.append(f"docs/packs.md: nothing about {want}")
    print(f"packs: {len(wanted)} facts, {len(rows)} rows, {len(named)} rules")
else:
    print(f"packs: {len(rows)} rows, {len(named)} rules; skipped: {facts} is not here, so the facts were not compared")

print("\n".join(mistakes))
sys.exit(1 if mistakes else 0)
