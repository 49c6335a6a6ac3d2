"""Mistakes that were made, before and after they were put right: what had to be said is said on that record,
and nothing is said about the zone that is right; without a profile, and with the one it has.

    scenarios.py ZONEVET SHARED
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

zonevet, folder = sys.argv[1], pathlib.Path(sys.argv[2]) / "scenarios"
if not folder.is_dir():
    print(f"scenarios: skipped: {folder} is not here")
    sys.exit(0)


def findings(zone, profile, temporary):
    config = pathlib.Path(temporary) / "zonevet.toml"
    config.write_text(f'profiles = ["{profile}"]\n' if profile != "any" else "")
    run = subprocess.run([zonevet, "check", "--config", str(config), "--zone", "example.com", "-o", "json", str(zone)],
                         capture_output=True, text=True)
    if run.returncode == 2:
        sys.exit(f"{zone.name}: {run.stderr}")
    return json.loads(run.stdout)["findings"]


def line_of(zone, owner):
    lines = zone.read_text().splitlines()
    return {i for i, line in enumerate(lines, 1) if line.split(" ")[0] == owner}


mistakes, runs = [], 0
with open(folder / "scenarios.tsv", newline="", encoding="utf-8") as file, tempfile.TemporaryDirectory() as temporary:
    for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
        before, = folder.glob(row["id"] + "-*.before.zone")
        after, = folder.glob(row["id"] + "-*.after.zone")
        for profile in sorted({"any", row["profile"]}):
            runs += 1
            lines = {finding["location"]["line"] for finding in findings(before, profile, temporary)}
            for said in row["must_flag"].split("; "):
                owner = said.split(":")[0]
                if not line_of(before, owner) & lines:
                    mistakes.append(f"{row['id']} ({profile}): nothing is said about {said}")
            for finding in findings(after, profile, temporary):
                mistakes.append(f"{row['id']} ({profile}): {finding['name']} in the zone that is right: {finding['message']}")
print(f"scenarios: {runs} runs, {len(mistakes)} mistakes")
print("\n".join(mistakes))
sys.exit(1 if mistakes else 0)
